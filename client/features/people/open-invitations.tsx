/** Open invitations with who made them, and how to cancel one. Very many by one person are one line, which opens. */
import { Show, createMemo, createSignal } from 'solid-js'
import { groupBy } from '#domain/document/group-by.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { createSome } from '#reactive/use-some.ts'
import { useWhose } from '#reactive/use-whose.ts'
import type { OpenInvitation } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Icon } from '#ui/icon.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { ShowMore } from '#ui/show-more.tsx'

/** A family and a team: more by one person are folded, so that nobody's flood hides the others. */
const FEW = 8

type Maker = { readonly inviter: PersonId; readonly invitations: readonly OpenInvitation[] }
type Rows = { onCancel: (invitation: OpenInvitation) => void }

export const OpenInvitations = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const open = () => plan.invitations().filter(({ expiresAt }) => expiresAt === null || expiresAt > platform.now())
  const byMaker = createMemo(() =>
    [...groupBy(open(), ({ inviter }) => inviter)].map(([inviter, invitations]) => ({ inviter, invitations })),
  )
  const makers = () => byMaker().filter(({ invitations }) => invitations.length > FEW)
  const few = createMemo(() => {
    const many = new Set(makers().map(({ inviter }) => inviter))
    return open().filter(({ inviter }) => !many.has(inviter))
  })
  const [asking, setAsking] = createSignal<OpenInvitation | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal(false)

  const cancel = async () => {
    const invitation = asking()
    if (invitation === null) return
    setBusy(true)
    await whenConnected(plan)
    const { ok } = await plan.cancelInvitation(invitation.locator)
    setBusy(false)
    setFailed(!ok)
    setAsking(null)
  }

  return (
    <>
      <Show when={failed()}>
        <Banner urgent title={copy().people.cancelFailed} />
      </Show>
      <Show when={open().length > 0}>
        <section class="pe-invitations">
          <h2>{copy().people.invitations}</h2>
          <Show when={few().length > 0}>
            <Rows invitations={few()} onCancel={setAsking} />
          </Show>
          <ForId each={makers()} by={({ inviter }) => inviter}>
            {(maker) => <Many maker={maker()} onCancel={setAsking} />}
          </ForId>
        </section>
      </Show>
      <ConfirmDialog
        open={asking() !== null}
        words={copy().people.confirm}
        busy={busy()}
        onClose={() => setAsking(null)}
        onGo={() => void cancel()}
      >
        <p>{copy().people.confirm.text}</p>
      </ConfirmDialog>
    </>
  )
}

const Rows = (props: Rows & { invitations: readonly OpenInvitation[] }) => (
  <ul class="pe-list">
    <ForId each={props.invitations} by={(invitation) => invitation.locator}>
      {(invitation) => <InvitationRow invitation={invitation()} onCancel={() => props.onCancel(invitation())} />}
    </ForId>
  </ul>
)

const Many = (props: Rows & { maker: Maker }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const names = useNames()
  const whose = useWhose()
  const some = createSome(() => props.maker.invitations)
  const mayRemove = () => plan.role() === 'owner' && props.maker.inviter !== plan.me
  return (
    <Fold title={copy().people.made(names.person(props.maker.inviter), props.maker.invitations.length)}>
      <Show when={mayRemove()}>
        <p>{copy().people.madeMany(whose(props.maker.inviter))}</p>
      </Show>
      <Rows invitations={some.shown()} onCancel={props.onCancel} />
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
    </Fold>
  )
}

const InvitationRow = (props: { invitation: OpenInvitation; onCancel: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const whose = useWhose()
  const role = () => copy().roles[props.invitation.role]
  const state = (): string => {
    const { expiresAt, failure } = props.invitation
    if (failure !== null) return copy().people.notMade[failure]
    return expiresAt === null ? copy().people.waits : copy().people.until(expiresAt, platform.now())
  }
  return (
    <li class="pe-row">
      <ReadAloudButton name={role()} />
      <div class="pe-person">
        <span class="pe-waiting">
          <Icon name="clock" />
        </span>
        <div class="pe-words">
          <p class="pe-name">{role()}</p>
          <p class="soft">{state()}</p>
          <Show when={!props.invitation.byMe}>
            <p class="soft">{copy().people.madeBy(whose(props.invitation.inviter))}</p>
          </Show>
        </div>
      </div>
      <div class="pe-actions">
        <Show when={props.invitation.failure === null && props.invitation.link}>
          {(link) => (
            <CopyButton
              look="quiet"
              label={copy().people.copy}
              doneLabel={copy().general.copied}
              failedLabel={copy().general.copyFailed}
              onCopy={() => platform.copyText(link())}
            />
          )}
        </Show>
        <Show when={plan.role() === 'owner' || (plan.role() === 'editor' && props.invitation.byMe)}>
          <Button
            look="quiet"
            icon="close"
            aria-label={copy().people.cancelThis(role())}
            onClick={() => props.onCancel()}
          >
            {copy().people.cancel}
          </Button>
        </Show>
      </div>
    </li>
  )
}
