/** Steps with one day, as a calendar file. */
import { type CalendarDay, toCalendar } from '#domain/goals/calendar.ts'
import type { Step } from '#domain/goals/steps.ts'
import { isDone, useGoalWords } from './use-goal-words.ts'

export const useCalendar = () => {
  const { copy, now, saveFile, whatOf } = useGoalWords()
  /** A finished step needs no calendar entry, and conflicting days have none yet. */
  const daysOf = (steps: readonly Step[]): readonly CalendarDay[] =>
    steps.flatMap((step) => {
      const [day] = step.day
      return step.aside !== null || isDone(step) || step.day.length !== 1 || !day
        ? []
        : [{ id: step.id, day, words: whatOf(step) }]
    })
  return {
    daysOf,
    save: (steps: readonly Step[]): void =>
      saveFile({
        name: `${copy().goals.calendar.fileName}.ics`,
        type: 'text/calendar',
        text: toCalendar(daysOf(steps), now()),
      }),
  }
}
