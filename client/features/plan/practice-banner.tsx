/**
 * On a practice plan's overview: that it is one, who the reader is in it, how to restart it, and the way to be the other person.
 * On other screens the bar says so.
 */
import { useLocation } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import { PRACTICE_IDS, practiceAs } from '#domain/plan/practice-id.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const PracticeBanner = () => {
  const location = useLocation()
  const overview = paths.plan(useOpenPlan().id)
  /** Of its own, as in undo-bar.tsx: what reads the location while the next screen still loads does not hear of its arrival. */
  const [at, setAt] = createSignal(location.pathname)
  createEffect(() => setAt(location.pathname))
  return (
    <Show when={at() === overview}>
      <Whole />
    </Show>
  )
}

const Whole = () => {
  const copy = usePlanCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const [asking, setAsking] = createSignal(false)
  const words = () => copy().practice
  const as = () => practiceAs(plan.id) ?? 'resident'
  const other = () => (as() === 'resident' ? 'worker' : 'resident')
  const text = () => {
    const nameOf = (isMe: boolean): string => plan.members().find(({ me }) => me === isMe)?.name ?? ''
    return as() === 'resident' ? words().text(nameOf(true)) : words().textAsWorker(nameOf(true), nameOf(false))
  }
  return (
    <>
      <Banner
        calm
        icon="info"
        title={words().banner}
        actions={
          <>
            <LinkButton href={toHref(paths.plan(PRACTICE_IDS[other()]))}>
              {other() === 'worker' ? words().beWorker : words().beResident}
            </LinkButton>
            <Button onClick={() => setAsking(true)}>{words().anew}</Button>
          </>
        }
      >
        <p>{text()}</p>
      </Banner>
      <ConfirmDialog
        open={asking()}
        words={words().confirm}
        onClose={() => setAsking(false)}
        onGo={() => {
          setAsking(false)
          void device.beginPracticeAnew(plan.id)
        }}
      >
        <p>{words().confirm.text}</p>
      </ConfirmDialog>
    </>
  )
}
