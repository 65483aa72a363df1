/** Chooses the shown wheel by person and moment, step by step or from a list. */
import { For, Show } from 'solid-js'
import { isSameDay } from '#copy/format/days-and-times.ts'
import { toWhoWithin } from '#wording/names.ts'
import { toFilledInBy } from '#wording/written-by.ts'
import { type CheckIn, isBegun } from '#domain/wheel/check-ins.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho } from '#domain/plan/who.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { createSome } from '#reactive/use-some.ts'
import { Button } from '#ui/button.tsx'
import { Dotted } from '#ui/dotted.tsx'
import { Fold } from '#ui/fold.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { showFromTheTop } from './from-the-top.ts'

/** "22 november"; with the time where one day has two. */
const useWhen = (all: () => readonly CheckIn[]) => {
  const copy = usePlanCopy()
  const platform = usePlatform()
  return (moment: CheckIn): string => {
    const { momentWithTime, moment: day } = copy().wheel
    const twice = all().some((other) => isBegun(other) && other.id !== moment.id && isSameDay(other.at, moment.at))
    return (twice ? momentWithTime : day)(moment.at, platform.now())
  }
}

/** "Jouw wiel van vandaag", "22 november, Ans". */
export const useMomentName = (all: () => readonly CheckIn[]) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const whenOf = useWhen(all)
  return (moment: CheckIn): string => {
    const { mineOf, momentOf } = copy().wheel
    const when = whenOf(moment)
    if (isSameWho(whoNow(moment.who, plan), { person: plan.me })) return mineOf(when)
    return momentOf(when, toWhoWithin(copy(), moment.who, plan.members()))
  }
}

type Shown = { moments: readonly CheckIn[]; shown: CheckIn; onShow: (id: EntityId) => void }
type List = Omit<Shown, 'shown'> & Partial<Pick<Shown, 'shown'>>

export const MomentHead = (props: Shown) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const nameOf = useMomentName(() => props.moments)
  const whenOf = useWhen(() => props.moments)
  const at = () => props.moments.findIndex(({ id }) => id === props.shown.id)
  const correctedFrom = () => props.moments.find(({ id }) => id === props.shown.corrects)
  const details = (): readonly string[] => {
    const { shown } = props
    const by = toFilledInBy(copy(), shown, plan, (who) => toWhoWithin(copy(), who, plan.members()))
    const from = correctedFrom()
    return [
      ...(shown.finished ? [] : [copy().wheel.busy]),
      ...(by === null ? [] : [by]),
      ...(from === undefined ? [] : [copy().wheel.corrects(whenOf(from))]),
      ...(props.moments.some(({ corrects }) => corrects === shown.id) ? [copy().wheel.corrected] : []),
    ]
  }
  const step = (by: number) => {
    const to = () => props.moments[at() + by]
    return (
      <Show when={to()}>
        {(moment) => (
          <Button look="quiet" icon={by > 0 ? 'back' : 'next'} onClick={() => props.onShow(moment().id)}>
            {by > 0 ? copy().wheel.earlier : copy().wheel.later}
          </Button>
        )}
      </Show>
    )
  }
  return (
    <div
      class="wl-head"
      classList={{ 'wl-head-filling': !props.shown.finished }}
      data-place={`checkIn:${props.shown.id}`}
    >
      <h2 class="wl-moment" dir="auto" tabindex="-1">
        {nameOf(props.shown)}
      </h2>
      <Show when={details().length > 0}>
        <p class="soft">
          <Dotted texts={details()} />
        </p>
      </Show>
      <Show when={props.moments.length > 1}>
        <div class="wl-moments">
          {step(1)}
          {step(-1)}
        </div>
      </Show>
    </div>
  )
}

export const MomentList = (props: List) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const some = createSome(() => props.moments)
  const aboutOf = (moment: CheckIn): readonly string[] => {
    const by = toFilledInBy(copy(), moment, plan, (who) => toWhoWithin(copy(), who, plan.members()))
    return [...(by === null ? [] : [by]), ...(moment.finished ? [] : [copy().wheel.busy])]
  }
  const nameOf = useMomentName(() => props.moments)
  return (
    <Fold title={copy().wheel.moments}>
      <ul class="wl-all">
        <For each={some.shown()}>
          {(moment) => (
            <li>
              <button
                type="button"
                class="wl-one"
                aria-current={moment.id === props.shown?.id ? 'true' : undefined}
                onClick={() => {
                  props.onShow(moment.id)
                  showFromTheTop()
                }}
              >
                <span dir="auto">{nameOf(moment)}</span>
                <For each={aboutOf(moment)}>{(words) => <span class="soft">{words}</span>}</For>
              </button>
            </li>
          )}
        </For>
      </ul>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
    </Fold>
  )
}

/** A longer list of wheels is no choice; the list of all has them. */
const MOST_UNDER = 200

/** Chooses another moment or person for the dashed line. */
export const UnderChoice = (
  props: Omit<Shown, 'onShow'> & { under: EntityId | null; onChoose: (id: string) => void },
) => {
  const copy = usePlanCopy()
  const nameOf = useMomentName(() => props.moments)
  return (
    <label class="wl-under">
      <span>{copy().wheel.under}</span>
      <select class="wl-select" onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <option value="" selected={props.under === null}>
          {copy().wheel.underNone}
        </option>
        <For each={props.moments.filter((one) => isBegun(one) && one.id !== props.shown.id).slice(0, MOST_UNDER)}>
          {(moment) => (
            <option value={moment.id} selected={props.under === moment.id}>
              {nameOf(moment)}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
