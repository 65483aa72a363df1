/**
 * Single values with the moment at which they were set. All devices of a home are one person's, so nobody is asked to choose:
 * of values that were set at the same time the latest counts, and of two moments alike the same one everywhere.
 */
import type * as Y from 'yjs'
import { parseMoment } from '../document/days.ts'
import type { Plain } from '../document/plain.ts'
import { type Fields, fieldsOf, namesIn, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { splitKey, type ValueKey } from '../document/value-name.ts'
import { type Randomness, setValue } from '../document/values.ts'

/** `at`: ms since epoch, by the clock of the device that set it. */
export type Timed = { readonly at: number; readonly value: Plain }

/** The last moment that a date can name, in ms (ECMA-262 §21.4.1.1). */
const LAST_MS = 8.64e15

/** The values of a field, the earliest first; what no version of ours could have written is left out. */
export const timedIn = (fields: Fields, field: string): readonly Timed[] =>
  signedIn(fields, field)
    .map(({ value }) => parseTimed(value))
    .filter((timed) => timed !== null)
    .toSorted(byMoment)

export const latestIn = (fields: Fields, field: string): Timed | null => timedIn(fields, field).at(-1) ?? null

/**
 * Sets a value that is later than all that this device has seen, also when its clock is behind. The same value again is not
 * written, so that the log stays small.
 */
export const setTimed = (doc: Y.Doc, key: ValueKey, value: Plain, now: number, randomness: Randomness): void => {
  const [owner, field] = splitKey(key)
  const fields = fieldsOf(readPlan(doc), owner)
  const known = latestIn(fields, field)
  if (known !== null && namesIn(fields, field).length === 1 && isSame(known.value, value)) return
  const at = Math.min(LAST_MS, Math.max(Math.floor(now), (known?.at ?? -1) + 1)) // a relay's clock has fractions
  setValue(doc, key, { at, value }, randomness)
}

const byMoment = (a: Timed, b: Timed): number => a.at - b.at || compare(textOf(a.value), textOf(b.value))

const parseTimed = (plain: Plain): Timed | null => {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return null
  const { at, value } = plain as { readonly [name: string]: Plain | undefined }
  const moment = parseMoment(at)
  return moment === null || value === undefined ? null : { at: moment, value }
}

const isSame = (a: Plain, b: Plain): boolean => textOf(a) === textOf(b)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The value as text with its names sorted: how an object was built says nothing. */
const textOf = (value: Plain): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`
  return `{${Object.entries(value)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, element]) => `${JSON.stringify(name)}:${textOf(element)}`)
    .join()}}`
}
