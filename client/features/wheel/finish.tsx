/** Finishes a wheel, whatever was skipped. */
import { useCopy } from '#reactive/use-copy.ts'
import { Button } from '#ui/button.tsx'

export const Finish = (props: { main: boolean; onFinish: () => void }) => {
  const copy = useCopy()
  return (
    <div class="wl-finish">
      <Button look={props.main ? 'main' : 'second'} wide onClick={() => props.onFinish()}>
        {copy().wheel.finish}
      </Button>
      <p class="soft">{copy().wheel.finishHint}</p>
    </div>
  )
}
