/** Taking another member out of the plan: asked before in plain words, and said plainly when it cannot be done now. */
import { Show, createSignal } from 'solid-js'
import { toName, toNameWithin } from '#wording/names.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { Member, RecordResult } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

type Failure = Extract<RecordResult, { ok: false }>['reason']

export const RemoveMember = (props: { member: Member; onRemoved: (name: string) => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [state, setState] = createSignal<'ready' | 'asking' | 'busy' | Failure>('ready')
  const words = () => copy().circle.remove
  const name = () => toNameWithin(copy(), props.member)
  const first = () => toName(copy(), props.member)
  const hasInvited = () => plan.invitations().some(({ inviter }) => inviter === props.member.person)
  const failure = () => {
    const now = state()
    return now === 'offline' || now === 'refused' ? now : undefined
  }
  const remove = async () => {
    setState('busy')
    await whenConnected(plan)
    const removed = first()
    const result = await plan.removeMember(props.member.person)
    if (result.ok) props.onRemoved(removed)
    setState(result.ok ? 'ready' : result.reason)
  }

  return (
    <>
      <Button look="quiet" onClick={() => setState('asking')}>
        {words().ask(name())}
      </Button>
      <Show when={failure()}>{(reason) => <Banner urgent title={words().failed[reason()](first())} />}</Show>
      <ConfirmDialog
        open={state() === 'asking' || state() === 'busy'}
        words={{ ...words(), title: words().title(first()) }}
        busy={state() === 'busy'}
        onClose={() => state() === 'asking' && setState('ready')}
        onGo={() => void remove()}
      >
        <p>{words().text(name())}</p>
        <Show when={props.member.role === 'owner'}>
          <p>{words().owner(first(), name())}</p>
        </Show>
        <Show when={hasInvited()}>
          <p>{words().invitations}</p>
        </Show>
        <p>{words().later}</p>
        {/* Only a device that is connected as it happens is told by whom: later the relay gives the log no more, and names nobody. */}
        <Show when={plan.sharing().connection === 'offline'} fallback={<p>{words().told(first())}</p>}>
          <p>
            <strong>{words().offline}</strong>
          </p>
        </Show>
      </ConfirmDialog>
    </>
  )
}
