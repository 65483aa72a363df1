/** An owner beside other owners goes back to writing along: what remains of handing a plan over in the room. */
import { Show } from 'solid-js'
import { toName } from '#wording/names.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { askedFirst } from '#ui/asked-first.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const StepDown = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const words = () => copy().circle.stepDown
  const others = () => plan.members().filter(({ me, role }) => !me && role === 'owner')
  const names = () =>
    new Intl.ListFormat(copy().locale, { type: 'disjunction' }).format(others().map((member) => toName(copy(), member)))
  const stepDown = askedFirst(async () => {
    await whenConnected(plan)
    return (await plan.setRole(plan.me, 'editor')).ok
  })
  return (
    <>
      <Button look="quiet" onClick={stepDown.ask}>
        {words().ask}
      </Button>
      <Show when={stepDown.hasFailed()}>
        <Banner urgent title={copy().people.roleFailed} />
      </Show>
      <ConfirmDialog
        open={stepDown.isOpen()}
        words={words()}
        busy={stepDown.isBusy()}
        onClose={stepDown.close}
        onGo={() => void stepDown.go()}
      >
        <p>{words().text(names())}</p>
      </ConfirmDialog>
    </>
  )
}
