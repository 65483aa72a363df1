/** An owner beside other owners goes back to writing along: what remains of handing a plan over in the room. */
import { Show, createSignal } from 'solid-js'
import { toName } from '#wording/names.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const StepDown = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [state, setState] = createSignal<'ready' | 'asking' | 'busy' | 'failed'>('ready')
  const words = () => copy().circle.stepDown
  const others = () => plan.members().filter(({ me, role }) => !me && role === 'owner')
  const names = () =>
    new Intl.ListFormat(copy().locale, { type: 'disjunction' }).format(others().map((member) => toName(copy(), member)))
  const stepDown = async () => {
    setState('busy')
    await whenConnected(plan)
    const { ok } = await plan.setRole(plan.me, 'editor')
    setState(ok ? 'ready' : 'failed')
  }
  return (
    <>
      <Button look="quiet" onClick={() => setState('asking')}>
        {words().ask}
      </Button>
      <Show when={state() === 'failed'}>
        <Banner urgent title={copy().people.roleFailed} />
      </Show>
      <ConfirmDialog
        open={state() === 'asking' || state() === 'busy'}
        title={words().title}
        keepLabel={words().keep}
        goLabel={words().go}
        busy={state() === 'busy'}
        onClose={() => state() === 'asking' && setState('ready')}
        onGo={() => void stepDown()}
      >
        <p>{words().text(names())}</p>
      </ConfirmDialog>
    </>
  )
}
