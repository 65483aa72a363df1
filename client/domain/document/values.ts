/**
 * Single values that people may set at the same time: all concurrent ones are kept until a person chooses (product.md, rule 5).
 * They are in one flat root map under `<owner>/<field>#<random>`, because of a nested map made by two peers at once one is lost.
 * This file knows no meaning of any field.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { Plain } from './plain.ts'
import { valuesOf } from './plan-doc.ts'
import { type Fields, fieldsOf, namesIn, type PlanState, readable, type Signed, signedIn } from './plan-state.ts'
import { readPlan } from './read-plan.ts'
import { splitKey, type ValueKey } from './value-name.ts'

/** The source of randomness; the app's Environment is one. */
export type Randomness = { randomBytes(length: number): Uint8Array }

/** The random bytes of a name: two of a million values of one plan collide once in 30 million plans, and then one of them wins. */
const RANDOM_BYTES = 8

/** Replaces all values that this device has seen under `key`. An equal value that is there alone stays as it is, so that the history stays small. */
export const setValue = (doc: Y.Doc, key: ValueKey, value: Plain, randomness: Randomness): void =>
  doc.transact(() => replace(doc, readPlan(doc), key, value, randomness), setValue)

/** The same, but an equal value is written anew: whoever changes it at the same time changes it beside this one. */
export const renewValue = (doc: Y.Doc, key: ValueKey, value: Plain, randomness: Randomness): void =>
  doc.transact(() => replace(doc, readPlan(doc), key, value, randomness, NONE, true), renewValue)

/** The same, but spares the values that `spared` names: another person's own words under the same key. */
export const setValueBut = (
  doc: Y.Doc,
  key: ValueKey,
  value: Plain,
  spared: (signed: Signed) => boolean,
  randomness: Randomness,
): void => doc.transact(() => replace(doc, readPlan(doc), key, value, randomness, spared), setValueBut)

/** Sets several values with one reading of the plan: reading after each write of a transaction costs the square of their number. */
export const setValues = (
  doc: Y.Doc,
  values: readonly (readonly [key: ValueKey, value: Plain])[],
  randomness: Randomness,
): void =>
  doc.transact(() => {
    const plan = readPlan(doc)
    for (const [key, value] of values) replace(doc, plan, key, value, randomness)
  }, setValues)

const NONE = (): boolean => false

const replace = (
  doc: Y.Doc,
  plan: PlanState,
  key: ValueKey,
  value: Plain,
  randomness: Randomness,
  spared: (signed: Signed) => boolean = NONE,
  anew = false,
): void => {
  const [owner, field] = splitKey(key)
  const fields = fieldsOf(plan, owner)
  const signed = signedIn(fields, field)
  const kept = new Set(signed.filter(spared).map(({ name }) => name))
  // Unreadable values go too: the person saw none, and chose a value instead.
  const seen = namesIn(fields, field).filter((name) => !kept.has(name))
  const [only] = signed.filter(({ name }) => !kept.has(name))
  if (!anew && seen.length === 1 && only !== undefined && isSame(only.value, value)) return
  const random = drawName(randomness)
  for (const old of seen) valuesOf(doc).delete(old)
  valuesOf(doc).set(`${key}#${random}`, value)
}

/** Sets a value of an entity that is being added, which can have none yet. */
export const addValue = (doc: Y.Doc, key: ValueKey, value: Plain, randomness: Randomness): void =>
  void valuesOf(doc).set(`${key}#${drawName(randomness)}`, value)

/** Draws the random part of a name, which tells the values of a field apart. */
export const drawName = (randomness: Randomness): string => toBase64url(randomness.randomBytes(RANDOM_BYTES))

/** The values of a field, in the same order on every device with the same updates. Two or more: people choose. Equal values count once. */
export const valuesIn = (fields: Fields, field: string): readonly Plain[] =>
  distinct(signedIn(fields, field).map(({ value }) => value))

export const readValues = (doc: Y.Doc, key: ValueKey): readonly Plain[] => {
  const [owner, field] = splitKey(key)
  return valuesIn(fieldsOf(readPlan(doc), owner), field)
}

/** The values without repetitions, in the order of first occurrence. */
export const distinct = <Value>(values: readonly Value[]): readonly Value[] => {
  if (values.length < 2) return values
  const seen = new Set<string>()
  return values.filter((value) => {
    const before = seen.size
    return seen.add(JSON.stringify(value)).size > before
  })
}

/** Every value of the plan by its key, in the same order for everybody. */
export const allValuesOf = (plan: PlanState): ReadonlyMap<ValueKey, readonly Plain[]> =>
  new Map(
    Object.values(plan.fields)
      .flatMap((owners) => [...owners])
      .sort(byName)
      .flatMap(([owner, fields]) =>
        [...fields]
          .filter(([, field]) => readable(field).length > 0)
          .sort(byName)
          .map(([field]): [ValueKey, readonly Plain[]] => [`${owner}/${field}`, valuesIn(fields, field)]),
      ),
  )

export const readAllValues = (doc: Y.Doc): ReadonlyMap<ValueKey, readonly Plain[]> => allValuesOf(readPlan(doc))

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const isSame = (a: Plain, b: Plain): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
