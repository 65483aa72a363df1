/** Reads the single values of a field as typed values. None: never set. Two or more: set at the same time, and people choose. */
import type { Plain } from './plain.ts'
import { type Fields, fieldsOf, type PlanState, type Signed, signedIn } from './plan-state.ts'
import { distinct, valuesIn } from './values.ts'

export type Several<Value> = readonly Value[]

/** A `null` in the document means cleared, and stands beside a value that was set at the same time. */
export const severalIn = <Value>(
  fields: Fields,
  field: string,
  parse: (value: Plain) => Value | null,
): Several<Value | null> => {
  const parsed = valuesIn(fields, field)
    .map((value) => (value === null ? null : (parse(value) ?? undefined)))
    .filter((value): value is NonNullable<typeof value> | null => value !== undefined)
  return parsed.length === 1 && parsed[0] === null ? [] : distinct(parsed).slice(0, MAX_CHOICES)
}

/** The values of a field with the clientID of each, so that people read who chose what. */
export const choicesOf = (plan: PlanState, owner: string, field: string): readonly Signed[] =>
  signedIn(fieldsOf(plan, owner), field)

/** Whether anybody has set a yes-or-no field. */
export const isSaid = (fields: Fields, field: string): boolean =>
  signedIn(fields, field).some(({ value }) => value === true)

/** The most values read of one field, more than people could look through and than a circle writes at once. Choosing settles the others as well. */
const MAX_CHOICES = 100

/** The value that counts until people have chosen. */
export const settled = <Value>(values: Several<Value | null>): Value | null =>
  values.find((value) => value !== null) ?? null
