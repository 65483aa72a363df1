/** Finishes a wheel, whatever was skipped. */
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'

export const Finish = (props: { main: boolean; onFinish: () => void }) => {
  const copy = usePlanCopy()
  return (
    <div class="wl-finish">
      <Button look={props.main ? 'main' : 'second'} wide onClick={() => props.onFinish()}>
        {copy().wheel.finish}
      </Button>
      <p class="soft">{copy().wheel.finishHint}</p>
    </div>
  )
}
