/** The invitation itself, to be scanned in the room or sent. */
import { Show, Suspense, createMemo, createSignal, lazy } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { InviteResult } from '#ports/open-plan.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Fold } from '#ui/fold.tsx'

const QrCode = lazy(() => import('#ui/qr-code.tsx').then((module) => ({ default: module.QrCode })))

export const Ready = (props: { made: Extract<InviteResult, { ok: true }>; room: boolean; onAnother: () => void }) => {
  const copy = useCopy()
  const platform = usePlatform()
  const [asked, setAsked] = createSignal(false)
  const showsQr = () => props.room || asked()
  const plan = useOpenPlan()
  const isOver = () => platform.now() >= props.made.expiresAt
  const isOpen = () => plan.invitations().some(({ locator }) => locator === props.made.locator)
  /** It stood among the open ones and no longer does: somebody ended it, or somebody who takes part already used it. */
  const isEnded = createMemo<{ readonly wasOpen: boolean; readonly ended: boolean }>(
    ({ wasOpen }) => ({ wasOpen: wasOpen || isOpen(), ended: wasOpen && !isOpen() }),
    { wasOpen: false, ended: false },
  )
  // Closing the share sheet is no failure.
  const share = () => platform.share?.({ text: copy().invite.ready.shareText, url: props.made.link }).catch(() => {})

  return (
    <Show
      when={!isOver() && !isEnded().ended}
      fallback={<Over isEnded={isEnded().ended && !isOver()} onAnother={props.onAnother} />}
    >
      <p>{props.room ? copy().invite.ready.scan : copy().invite.ready.send}</p>
      <Show when={showsQr()}>
        <Suspense fallback={<div class="qr" />}>
          <QrCode text={props.made.link} label={copy().invite.ready.qr} />
        </Suspense>
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
        <strong>{copy().invite.ready.until(props.made.expiresAt, platform.now())}</strong>{' '}
        <span role="status">{copy().invite.ready.waiting}</span>
      </p>
    </Show>
  )
}

const Over = (props: { isEnded: boolean; onAnother: () => void }) => {
  const copy = useCopy()
  const words = () =>
    props.isEnded
      ? copy().invite.ready.ended
      : { title: copy().join.failure.expired.what, text: copy().join.failure.expired.safe }
  return (
    <>
      <div role="status">
        <Card tone="warm" title={words().title}>
          <p>{words().text}</p>
        </Card>
      </div>
      <Button look="main" wide onClick={() => props.onAnother()}>
        {copy().invite.go}
      </Button>
    </>
  )
}
