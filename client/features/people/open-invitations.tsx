/** Open invitations, and how to cancel one. */
import { Show, createSignal } from 'solid-js'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { OpenInvitation } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Icon } from '#ui/icon.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'

export const OpenInvitations = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const open = () => plan.invitations().filter(({ expiresAt }) => expiresAt === null || expiresAt > platform.now())
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
          <ul class="pe-list">
            <ForId each={open()} by={(invitation) => invitation.locator}>
              {(invitation) => <InvitationRow invitation={invitation()} onCancel={() => setAsking(invitation())} />}
            </ForId>
          </ul>
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

const InvitationRow = (props: { invitation: OpenInvitation; onCancel: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
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
            <p class="soft">{copy().people.byOther}</p>
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
