/** Removes everything of this app from this device. Says what is lost, and offers the key card first. */
import { Show } from 'solid-js'
import type { PlanSummary } from '#ports/device.ts'
import { toTitle } from '#wording/names.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { askedFirst } from '#ui/asked-first.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const Forget = (props: { onCardFirst: () => void }) => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().me.forget
  const titlesOf = (those: (plan: PlanSummary) => boolean): readonly string[] =>
    device
      .plans()
      .filter(those)
      .map(({ title }) => toTitle(copy(), title))
  const unshared = () => titlesOf((plan) => plan.unshared)
  /** Nobody keeps these, and nobody can invite me again. A plan that is still to come may have others. */
  const alone = () => titlesOf((plan) => plan.people.length === 0 && plan.coming === undefined && !plan.circle?.ended)

  const forget = askedFirst(async () => {
    await device.forgetDevice()
    return true
  })
  const cardFirst = (): void => {
    forget.close()
    props.onCardFirst()
  }

  return (
    <FoldedCard title={words().title}>
      <p>{words().text}</p>
      <Show when={forget.hasFailed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Button look="careful" onClick={forget.ask}>
        {words().go}
      </Button>
      <ConfirmDialog
        open={forget.isOpen()}
        words={words().confirm}
        busy={forget.isBusy()}
        onClose={forget.close}
        onGo={() => void forget.go()}
      >
        <Show when={unshared().length > 0}>
          <p dir="auto">
            <strong>{words().confirm.unshared(unshared())}</strong>
          </p>
        </Show>
        <Show when={alone().length > 0}>
          <p dir="auto">
            <strong>{words().confirm.alone(alone())}</strong>
          </p>
        </Show>
        <Show when={alone().length < device.plans().length}>
          <p>{words().confirm.lost}</p>
        </Show>
        <Button wide icon="eye" onClick={cardFirst}>
          {words().confirm.cardFirst}
        </Button>
      </ConfirmDialog>
    </FoldedCard>
  )
}
