/** Who does a step, by when, and how, in few words: for every read-only list of steps. */
import type { Step } from '#domain/goals/steps.ts'
import type { Copy } from '#copy/nl.ts'
import { toWhoName } from './names.ts'

/** A day is past only after its evening. */
const DAY_MS = 24 * 60 * 60 * 1000

const first = <Value>(values: readonly (Value | null)[]): Value | null => values.find((value) => value !== null) ?? null

export const toStepWords = (
  copy: Copy,
  step: Pick<Step, 'who' | 'day' | 'form'>,
  members: Parameters<typeof toWhoName>[2],
  now: number,
): readonly string[] => {
  const [who, day, form] = [first(step.who), first(step.day), first(step.form)]
  const noon = Date.parse(`${day}T12:00`)
  return [
    who === null ? '' : toWhoName(copy, who, members),
    day === null ? '' : copy.overview[noon < now - DAY_MS ? 'wasBy' : 'by'](noon, now),
    form === null ? '' : copy.conversations.forms[form],
  ].filter((words) => words !== '')
}
