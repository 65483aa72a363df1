/**
 * Single values that people may set at the same time: all concurrent ones are kept until somebody chooses (product.md, rule 5).
 * One flat root map; keys are `<entity>/<field>#<random>`, because of a nested map made by two peers at once one is lost.
 * Knows no meaning of any field.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { type Plain, toPlain } from './plain.ts'
import { valuesOf } from './plan-doc.ts'

export type ValueKey = `${string}/${string}`

/** Where randomness comes from; the app's Environment is one. */
export type Randomness = { randomBytes(length: number): Uint8Array }

/** 8 bytes: two of a million values of one plan collide once in 30 million plans, and then one of them wins. */
const RANDOM_BYTES = 8

/** Replaces everything this device has seen under `key`. A value that stands there alone already is left as it is, so that history stays small. */
export const setValue = (doc: Y.Doc, key: ValueKey, value: Plain, randomness: Randomness): void =>
  doc.transact(() => {
    const values = valuesOf(doc)
    const seen = [...values.keys()].filter((name) => name.startsWith(`${key}#`))
    const [only, ...others] = seen
    if (only !== undefined && others.length === 0 && isSame(toPlain(values.get(only)), value)) return
    for (const name of seen) values.delete(name)
    values.set(`${key}#${toBase64url(randomness.randomBytes(RANDOM_BYTES))}`, value)
  }, setValue)

/** In the same order for everybody who heard the same updates. Two or more: choose. The same value set twice is no choice. */
export const readValues = (doc: Y.Doc, key: ValueKey): readonly Plain[] =>
  distinct(
    [...valuesOf(doc).keys()]
      .filter((name) => name.startsWith(`${key}#`))
      .toSorted(byCodeUnit)
      .map((name) => toPlain(valuesOf(doc).get(name))),
  )

/** Every value of the plan by its key, for whoever needs them all; reading key by key would walk the map as often as there are keys. */
export const readAllValues = (doc: Y.Doc): ReadonlyMap<ValueKey, readonly Plain[]> => {
  const found = new Map<ValueKey, Plain[]>()
  for (const name of [...valuesOf(doc).keys()].toSorted(byCodeUnit)) {
    const key = toValueKey(name)
    const value = toPlain(valuesOf(doc).get(name))
    if (key === null || value === undefined) continue
    const values = found.get(key) ?? []
    if (!values.some((other) => isSame(other, value))) values.push(value)
    found.set(key, values)
  }
  return found
}

const toValueKey = (name: string): ValueKey | null => {
  const [key = ''] = name.split('#', 1)
  return key.length < name.length && key.includes('/') ? (key as ValueKey) : null
}

const distinct = (values: readonly (Plain | undefined)[]): readonly Plain[] =>
  values.filter(
    (value, index): value is Plain =>
      value !== undefined && values.findIndex((other) => other !== undefined && isSame(other, value)) === index,
  )

const isSame = (a: Plain | undefined, b: Plain): boolean => JSON.stringify(a) === JSON.stringify(b)

/** By code unit and not by locale: two peers may speak different languages and must see the same order. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
