/** The invitation itself, to be scanned in the room or sent. */
import { Show, createEffect, createSignal } from 'solid-js'
import { toShareText } from '#wording/invitation.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { InviteResult } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Fold } from '#ui/fold.tsx'
import { QrCode } from '#ui/qr-code.tsx'

export const Ready = (props: { made: Extract<InviteResult, { ok: true }>; room: boolean; onAnother: () => void }) => {
  const copy = useCopy()
  const platform = usePlatform()
  const [asked, setAsked] = createSignal(false)
  const showsQr = () => props.room || asked()
  const plan = useOpenPlan()
  /** As it stands now: it may have been recorded, refused, used or cancelled since it was made. */
  const known = () => plan.invitations().find(({ locator }) => locator === props.made.locator)
  const [wasKnown, setWasKnown] = createSignal(false)
  createEffect(() => known() !== undefined && setWasKnown(true))
  const expiresAt = () => known()?.expiresAt ?? props.made.expiresAt
  const isOver = () => platform.now() >= (expiresAt() ?? Infinity)
  const isGone = () => wasKnown() && known() === undefined
  const over = () => {
    const failure = known()?.failure
    if (failure) return copy().invite.failed[failure]
    const { what, safe } = copy().join.failure.expired
    return isOver() ? { title: what, text: safe } : copy().invite.ready.ended
  }
  // Closing the share sheet is no failure.
  const share = () =>
    platform.share?.({ text: toShareText(copy(), props.made.whose), url: props.made.link }).catch(() => {})

  return (
    <Show
      when={!isOver() && !isGone() && !known()?.failure}
      fallback={<Over {...over()} onAnother={props.onAnother} />}
    >
      <Show when={expiresAt() === null}>
        <Banner calm icon="clock" title={copy().invite.waits.later} />
      </Show>
      <p>{props.room ? copy().invite.ready.scan : copy().invite.ready.send}</p>
      <Show when={showsQr()}>
        <QrCode text={props.made.link} label={copy().invite.ready.qr} />
      </Show>
      <Show when={props.made.code}>
        {(code) => (
          <Card title={copy().invite.ready.code}>
            <p class="iv-code" dir="ltr">
              {`${code().slice(0, 3)} ${code().slice(3)}`}
            </p>
            <p class="soft">{copy().invite.ready.codeText}</p>
          </Card>
        )}
      </Show>
      <div class="iv-actions">
        <Show when={platform.share !== null}>
          <Button look={props.room ? 'second' : 'main'} wide icon="share" onClick={() => void share()}>
            {copy().invite.ready.share}
          </Button>
        </Show>
        <CopyButton
          look={!props.room && platform.share === null ? 'main' : 'second'}
          wide
          label={copy().invite.ready.copy}
          doneLabel={copy().general.copied}
          failedLabel={copy().general.copyFailed}
          onCopy={() => platform.copyText(props.made.link)}
        />
        <Show when={!showsQr()}>
          <Button look="quiet" onClick={() => setAsked(true)}>
            {copy().invite.ready.showQr}
          </Button>
        </Show>
      </div>
      <Fold title={copy().invite.ready.linkLabel}>
        <p class="iv-address" dir="ltr">
          {props.made.link}
        </p>
      </Fold>
      <p>
        <Show when={expiresAt()}>
          {(at) => (
            <>
              <strong>{copy().invite.ready.until(at(), platform.now())}</strong>{' '}
            </>
          )}
        </Show>
        <span role="status">{copy().invite.ready.waiting}</span>
      </p>
    </Show>
  )
}

const Over = (props: { title: string; text: string; onAnother: () => void }) => {
  const copy = useCopy()
  return (
    <>
      <div role="status">
        <Card tone="warm" title={props.title}>
          <p>{props.text}</p>
        </Card>
      </div>
      <Button look="main" wide onClick={() => props.onAnother()}>
        {copy().invite.go}
      </Button>
    </>
  )
}
