/** Who does a step, by when, and how, in few words: for every read-only list of steps. */
import type { Step } from '#domain/goals/steps.ts'
import type { FirstCopy } from '#copy/languages.ts'
import { toDay } from '#domain/document/days.ts'
import type { When } from '#domain/document/when.ts'
import { toWhoName } from './names.ts'
import { toWhenWords } from './when-words.ts'

/** "28 november om 14:30", or that it was to be then: a day is past only after its evening. */
export const toDueWords = (copy: FirstCopy, when: When, now: number): string => {
  const words = toWhenWords(copy, when, now)
  return when.day < toDay(now) ? copy.overview.wasBy(words) : words
}

const first = <Value>(values: readonly (Value | null)[]): Value | null => values.find((value) => value !== null) ?? null

export const toStepWords = (
  copy: FirstCopy,
  step: Pick<Step, 'who' | 'when' | 'form'>,
  members: Parameters<typeof toWhoName>[2],
  now: number,
): readonly string[] => {
  const [who, when, form] = [first(step.who), first(step.when), first(step.form)]
  return [
    who === null ? '' : toWhoName(copy, who, members),
    when === null ? '' : toDueWords(copy, when, now),
    form === null ? '' : copy.conversations.forms[form],
  ].filter((words) => words !== '')
}
