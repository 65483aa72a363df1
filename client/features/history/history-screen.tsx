/** "What has changed": by day, who did what, with what was there before and after it, and a way to put back what went. */
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { type Day, toDay } from '#domain/document/days.ts'
import { type Line, PARTS, tookWords } from '#domain/history/lines.ts'
import type { NewsPart } from '#domain/news/news.ts'
import { memberOf } from '#domain/plan/names.ts'
import type { Member } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { usePartNames, useSections } from '#reactive/use-sections.ts'
import { Button } from '#ui/button.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Screen } from '#ui/screen.tsx'
import { HistoryLine } from './history-line.tsx'
import { OlderChanges } from './older-changes.tsx'
import { useHistory } from './use-history.ts'
import { usePutBack } from './use-put-back.ts'
import './history.css'

const ALL = ''

export const HistoryScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const location = useLocation()
  /** From this item of the log on, the address asks what was taken away. */
  const from = () => Number(location.query['taken'] || Number.NaN)
  const { failed, lines, busy, beginsAt, full, next, older, again } = useHistory(from())
  const returning = usePutBack()
  const [person, setPerson] = createSignal(ALL)
  const [part, setPart] = createSignal<NewsPart | ''>(ALL)
  const words = () => copy().history
  const shown = createMemo(() =>
    (lines() ?? []).filter(
      (line) =>
        (person() === ALL || toPerson(plan.members(), line.person) === person()) &&
        (part() === ALL || line.part === part()),
    ),
  )
  /** As the news has it (confirmTaken): others' words that are gone, also where new ones stand in their place. */
  const isWanted = (line: Line): boolean =>
    line.to >= from() && tookWords(line) && toPerson(plan.members(), line.person) !== plan.me
  /** A list that goes on has its filters from the beginning: they would move it when it is being read. */
  const isLong = createMemo<boolean>((was) => was || next() > 0, false)
  const notAll = () => !['shared', 'kept', 'practice'].includes(plan.sharing().shared.name)
  const days = createMemo(() => byDay(shown()))
  return (
    <Screen title={words().title} lead={words().lead}>
      <Filters
        lines={lines() ?? []}
        always={isLong()}
        person={person()}
        part={part()}
        onPerson={setPerson}
        onPart={setPart}
      />
      <Switch>
        <Match when={failed()}>
          <p role="alert">{words().failed}</p>
        </Match>
        <Match when={lines() === null || (lines()?.length === 0 && busy())}>
          <p role="status">{words().loading}</p>
        </Match>
        <Match when={lines()?.length === 0 && next() === 0}>
          <Show when={beginsAt() === 'start' || plan.practice}>
            <p>{words().none}</p>
          </Show>
        </Match>
        <Match when={shown().length === 0}>
          <p>{words().noneShown}</p>
        </Match>
      </Switch>
      {/* Days, and what follows them, each have an element of their own: one that is moved among others loses the focus in it. */}
      <div class="hi-days">
        <ForId each={days()} by={({ id }) => id}>
          {(day) => (
            <section class="hi-day">
              <h2 class="hi-date">{words().day(day().at, platform.now())}</h2>
              <ul class="hi-list">
                <ForId each={day().lines} by={({ id }) => id}>
                  {(line) => <HistoryLine line={line()} returning={returning} wanted={isWanted(line())} />}
                </ForId>
              </ul>
            </section>
          )}
        </ForId>
      </div>
      <div class="hi-end">
        <Show when={lines() !== null}>
          <Show when={next() > 0} fallback={<OlderChanges beginsAt={beginsAt()} full={full()} come={again} />}>
            <Button busy={busy()} onClick={older}>
              {busy() ? words().reading : words().older}
            </Button>
          </Show>
          <Show when={notAll()}>
            <p class="soft">{words().notAll}</p>
          </Show>
        </Show>
      </div>
    </Screen>
  )
}

/** A person is one, whatever key card they wrote with. */
const toPerson = (members: readonly Member[], person: PersonId | null): PersonId | null =>
  memberOf(members, person)?.person ?? person

/** `id` stays when older lines come after the day's, and newer ones before. */
type DayOfLines = { readonly id: string; readonly day: Day; readonly at: number; readonly lines: readonly Line[] }

/** In the order of the log, so one day may stand there twice when somebody was offline long. */
const byDay = (lines: readonly Line[]): readonly DayOfLines[] => {
  const days: (DayOfLines & { lines: Line[] })[] = []
  const times = new Map<Day, number>()
  for (const line of lines) {
    const [day, last] = [toDay(line.at), days.at(-1)]
    if (last?.day === day) {
      last.lines.push(line)
      continue
    }
    const time = (times.get(day) ?? 0) + 1
    times.set(day, time)
    days.push({ id: `${day} ${time}`, day, at: line.at, lines: [line] })
  }
  return days
}

const Filters = (props: {
  lines: readonly Line[]
  always: boolean
  person: string
  part: NewsPart | ''
  onPerson: (person: string) => void
  onPart: (part: NewsPart | '') => void
}) => {
  const copy = useCopy()
  const names = useNames()
  const sections = useSections()
  const partNames = usePartNames()
  const plan = useOpenPlan()
  const people = createMemo(() => [
    ...new Set(props.lines.flatMap(({ person }) => toPerson(plan.members(), person) ?? [])),
  ])
  const parts = createMemo(() => PARTS.filter((part) => props.lines.some((line) => line.part === part)))
  const partName = (part: NewsPart): string =>
    sections().find(({ id }) => id === part)?.title || (part === 'plan' ? copy().plan.overview : partNames()[part])
  return (
    <Show when={props.always || people().length > 1 || parts().length > 1}>
      <div class="hi-filters" role="group" aria-label={copy().history.filter}>
        <label class="hi-filter">
          <span>{copy().history.person}</span>
          <select class="hi-select" onChange={(event) => props.onPerson(event.currentTarget.value)}>
            <option value={ALL} selected={props.person === ALL}>
              {copy().history.everybody}
            </option>
            <For each={people()}>
              {(person) => (
                <option value={person} selected={props.person === person}>
                  {names.person(person)}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="hi-filter">
          <span>{copy().history.part}</span>
          <select
            class="hi-select"
            onChange={(event) => props.onPart(PARTS.find((part) => part === event.currentTarget.value) ?? ALL)}
          >
            <option value={ALL} selected={props.part === ALL}>
              {copy().history.all}
            </option>
            <For each={parts()}>
              {(part) => (
                <option value={part} selected={props.part === part}>
                  {partName(part)}
                </option>
              )}
            </For>
          </select>
        </label>
      </div>
    </Show>
  )
}
