/** Wheels that were set aside, such as one begun by accident: the list, and a notice on a shown one. */
import { Show } from 'solid-js'
import { toWhoWithin } from '#wording/names.ts'
import { setAside, showAgain } from '#domain/document/aside.ts'
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { LeftRow } from '#ui/held-row.tsx'
import { AsideBy, AsideList, type AsideRow } from '#ui/set-aside.tsx'
import { useMomentName } from './moments.tsx'

const useRow = (all: () => readonly CheckIn[]) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const nameOf = useMomentName(all)
  return (wheel: CheckIn, onShow?: (id: EntityId) => void): AsideRow => {
    const { client, at } = wheel.aside ?? { client: 0, at: 0 }
    const person = plan.personAt(client)
    const name = person === null ? copy().general.namelessWithin : toWhoWithin(copy(), { person }, plan.members())
    const back = (): void => {
      showAgain(plan.doc, 'checkIn', wheel.id, platform)
      onShow?.(wheel.id)
    }
    return {
      id: wheel.id,
      text: nameOf(wheel),
      by: copy().goals.aside.by(name, at, platform.now()),
      onBack: plan.role() === 'reader' ? null : back,
    }
  }
}

/** `last`: the one that I set aside here, which is said where its button stood. */
export const AsideWheels = (props: {
  all: readonly CheckIn[]
  last: EntityId | null
  onShow: (id: EntityId) => void
}) => {
  const copy = usePlanCopy()
  const toRow = useRow(() => props.all)
  const aside = () => props.all.filter((wheel) => wheel.aside !== null)
  const rows = () => aside().map((wheel) => toRow(wheel, props.onShow))
  const last = () => aside().find(({ id }) => id === props.last)
  return (
    <>
      <Show when={last()}>
        {(wheel) => (
          <LeftRow
            left
            text={copy().goals.aside.gone(toRow(wheel()).text)}
            back={copy().goals.aside.back}
            onBack={() => toRow(wheel(), props.onShow).onBack?.()}
          />
        )}
      </Show>
      <AsideList title={copy().goals.aside.title} rows={rows()} words={copy().goals.aside} />
    </>
  )
}

/** Shown to the person who set it aside, or who opened it by its address. */
export const AsideNotice = (props: { wheel: CheckIn; all: readonly CheckIn[] }) => {
  const copy = usePlanCopy()
  const toRow = useRow(() => props.all)
  return (
    <Show when={props.wheel.aside !== null}>
      <Card title={copy().wheel.aside} tone="warm">
        <AsideBy row={toRow(props.wheel)} words={copy().goals.aside} />
      </Card>
    </Show>
  )
}

export const PutAside = (props: { wheel: CheckIn; all: readonly CheckIn[]; onDone: (id: EntityId) => void }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const nameOf = useMomentName(() => props.all)
  return (
    // A new component for each wheel: a second press must not set aside the next one.
    <Show when={plan.role() !== 'reader' && props.wheel.aside === null && props.wheel.id} keyed>
      <p>
        <Button
          look="quiet"
          icon="archive"
          aria-label={copy().goals.aside.goOf(nameOf(props.wheel))}
          onClick={() => {
            const { id } = props.wheel
            setAside(plan.doc, 'checkIn', id, platform.now(), platform)
            props.onDone(id)
          }}
        >
          {copy().goals.aside.go}
        </Button>
      </p>
    </Show>
  )
}
