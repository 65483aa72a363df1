/**
 * On the practice plan's overview: that it is one, who the reader is in it, and how to restart it. On other screens the bar
 * says so.
 */
import { useLocation } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { paths } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const PracticeBanner = () => {
  const location = useLocation()
  const overview = paths.plan(useOpenPlan().id)
  return (
    <Show when={location.pathname === overview}>
      <Whole />
    </Show>
  )
}

const Whole = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const [asking, setAsking] = createSignal(false)
  const words = () => copy().worker.practice
  const me = () => plan.members().find((member) => member.me)?.name ?? ''
  return (
    <>
      <Banner
        calm
        icon="info"
        title={words().banner}
        actions={<Button onClick={() => setAsking(true)}>{words().anew}</Button>}
      >
        <p>{words().text(me())}</p>
      </Banner>
      <ConfirmDialog
        open={asking()}
        words={words().confirm}
        onClose={() => setAsking(false)}
        onGo={() => {
          setAsking(false)
          void device.beginPracticeAnew()
        }}
      >
        <p>{words().confirm.text}</p>
      </ConfirmDialog>
    </>
  )
}
