/** Today and the week over all plans: what should have been, what comes, and what is new, each with the way into its plan. */
import { createMemo, For, Show } from 'solid-js'
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import { type AgendaRow, daysAhead } from '#domain/agenda/days-ahead.ts'
import { type Day, dayToMs } from '#domain/document/days.ts'
import { whenToMs } from '#domain/document/when.ts'
import type { PlanSummary } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlans } from '#reactive/use-plans.ts'
import { createSome } from '#reactive/use-some.ts'
import { useToday } from '#reactive/use-today.ts'
import { LinkButton } from '#ui/button.tsx'
import { Fold } from '#ui/fold.tsx'
import { Screen } from '#ui/screen.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { isGoingOn, toItemName } from '#wording/agenda-words.ts'
import { toNameWithin, toTitle } from '#wording/names.ts'
import { toWhenWords } from '#wording/when-words.ts'
import './today.css'

type Row = AgendaRow<PlanSummary>

export const TodayScreen = () => {
  const copy = useCopy()
  const today = useToday()
  const all = usePlans()
  const plans = createMemo(() => all().filter(isGoingOn))
  const ahead = createMemo(() => daysAhead(plans(), today()))
  const fresh = () => plans().filter(({ news, circle }) => news.length > 0 || (circle?.newcomers.length ?? 0) > 0)
  const dayName = (day: Day): string => copy().today[day === today() ? 'todayIs' : 'day'](dayToMs(day))
  return (
    <Screen title={copy().today.title} lead={copy().today.lead}>
      <For each={ahead().days}>
        {({ day, rows }) => (
          <>
            <h2>{dayName(day)}</h2>
            <Show when={rows.length > 0} fallback={<p class="soft">{copy().today.nothing}</p>}>
              <Rows rows={rows} />
            </Show>
            <Show when={day === today() && ahead().late.length > 0}>
              <Fold title={copy().today.late(ahead().late.length)}>
                <Rows rows={ahead().late} dated />
              </Fold>
            </Show>
          </>
        )}
      </For>
      <Show when={ahead().later.length > 0}>
        <Fold title={copy().today.later(ahead().later.length)}>
          <Rows rows={ahead().later} dated />
        </Fold>
      </Show>
      <Show when={fresh().length > 0}>
        <h2>{copy().worker.news.heading}</h2>
        <ul class="td-list">
          <For each={fresh()}>{(plan) => <NewRow plan={plan} />}</For>
        </ul>
      </Show>
      <LinkButton look="quiet" icon="back" href={toHref(paths.home)}>
        {copy().today.toPlans}
      </LinkButton>
    </Screen>
  )
}

/** `dated`: the day is said with each; otherwise the heading has said it. */
const Rows = (props: { rows: readonly Row[]; dated?: boolean }) => {
  const copy = useCopy()
  const some = createSome(() => props.rows)
  return (
    <>
      <ul class="td-list">
        <For each={some.shown()}>{(row) => <OneRow row={row} dated={props.dated ?? false} />}</For>
      </ul>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
    </>
  )
}

const pathOf = (plan: PlanSummary, item: AgendaItem): string => {
  if (item.kind === 'step') return paths.goal(plan.id, item.goal)
  return item.prepared ? paths.conversation(plan.id, item.id) : paths.conversations(plan.id)
}

const OneRow = (props: { row: Row; dated: boolean }) => {
  const copy = useCopy()
  const today = useToday()
  const item = () => props.row.item
  const when = () => {
    if (props.dated) return toWhenWords(copy(), item().when, dayToMs(today()))
    return item().when.time === null ? '' : copy().today.at(whenToMs(item().when))
  }
  const who = () => {
    const step = item()
    return step.kind === 'step' && !step.mine ? step.who : ''
  }
  return (
    <li class="td-row">
      <p class="td-when">{when()}</p>
      <div class="td-words">
        <a class="td-link" href={toHref(pathOf(props.row.plan, item()))} dir="auto">
          {toItemName(copy(), item())}
        </a>
        <p class="soft" dir="auto">
          {[toTitle(copy(), props.row.plan.title), who()].filter((words) => words !== '').join(' · ')}
        </p>
      </div>
    </li>
  )
}

const NewRow = (props: { plan: PlanSummary }) => {
  const copy = useCopy()
  const names = () => props.plan.news.map(({ name }) => toNameWithin(copy(), { name }))
  const newcomers = () => (props.plan.circle?.newcomers ?? []).map((name) => toNameWithin(copy(), { name }))
  return (
    <li class="td-row">
      <div class="td-words">
        <a class="td-link" href={toHref(paths.plan(props.plan.id))} dir="auto">
          {toTitle(copy(), props.plan.title)}
        </a>
        <p class="soft" dir="auto">
          {copy().today.newBy([...new Set([...names(), ...newcomers()])])}
        </p>
      </div>
    </li>
  )
}
