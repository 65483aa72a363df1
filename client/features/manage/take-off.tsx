/**
 * Deletes a plan from this device. Says plainly what is lost, and offers a file first where it would be the only copy left.
 */
import { For, Show } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { paths } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { askedFirst } from '#ui/asked-first.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { lossesOf } from './losses.ts'
import { usePlanFile } from './use-plan-file.ts'

export const TakeOff = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const navigate = useNavigate()
  const file = usePlanFile()
  const losses = () => lossesOf(plan.members(), plan.sharing())
  const words = () => copy().manage.takeOff

  const takeOff = askedFirst(async () => {
    await device.takeOff(plan.id)
    navigate(paths.home, { replace: true })
    return true
  })

  return (
    <Card title={words().title}>
      <p>{words().text}</p>
      <Show when={takeOff.hasFailed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Button look="careful" onClick={takeOff.ask}>
        {words().go}
      </Button>
      <ConfirmDialog
        open={takeOff.isOpen()}
        words={words().confirm}
        busy={takeOff.isBusy()}
        onClose={takeOff.close}
        onGo={() => void takeOff.go()}
      >
        <p>{words().confirm.lost}</p>
        <Show when={losses().length > 0} fallback={<p>{words().confirm.others}</p>}>
          <div class="mg-losses">
            <For each={losses()}>{(loss) => <p>{words().confirm[loss]}</p>}</For>
          </div>
          <Button wide icon="file" onClick={() => file.save()}>
            {words().confirm.fileFirst}
          </Button>
        </Show>
      </ConfirmDialog>
    </Card>
  )
}
