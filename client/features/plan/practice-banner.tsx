/** On every screen of the practice plan: that it is one, who one is in it, and how to begin it anew. */
import { createSignal } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const PracticeBanner = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const [asking, setAsking] = createSignal(false)
  const words = () => copy().worker.practice
  const me = () => plan.members().find((member) => member.me)?.name ?? ''
  return (
    <>
      <Banner calm title={words().banner} actions={<Button onClick={() => setAsking(true)}>{words().anew}</Button>}>
        <p>{words().text(me())}</p>
      </Banner>
      <ConfirmDialog
        open={asking()}
        title={words().confirm.title}
        keepLabel={words().confirm.keep}
        goLabel={words().confirm.go}
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
