/**
 * Single values that people may set at the same time: all concurrent ones are kept until somebody chooses (product.md, rule 5).
 * One flat root map; keys are `<entity>/<field>#<random>`, because of a nested map made by two peers at once one is lost.
 * Knows no meaning of any field.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { Plain } from './plain.ts'
import { valuesOf } from './plan-doc.ts'
import { type Field, noteWritten, readEntities, readField, readNames } from './value-index.ts'

export type ValueKey = `${string}/${string}`

/** Where randomness comes from; the app's Environment is one. */
export type Randomness = { randomBytes(length: number): Uint8Array }

/** 8 bytes: two of a million values of one plan collide once in 30 million plans, and then one of them wins. */
const RANDOM_BYTES = 8

/** Replaces everything this device has seen under `key`. A value that stands there alone already is left as it is, so that history stays small. */
export const setValue = (doc: Y.Doc, key: ValueKey, value: Plain, randomness: Randomness): void =>
  doc.transact(() => {
    const values = valuesOf(doc)
    // Also what we cannot read: it was seen as nothing, and something was chosen instead.
    const seen = [...readNames(doc, ...split(key))]
    const [only] = readField(doc, ...split(key))
    if (seen.length === 1 && only !== undefined && isSame(only.value, value)) return
    const name = `${key}#${toBase64url(randomness.randomBytes(RANDOM_BYTES))}`
    for (const old of seen) values.delete(old)
    values.set(name, value)
    for (const written of [...seen, name]) noteWritten(doc, written)
  }, setValue)

/** In the same order for everybody who heard the same updates. Two or more: choose. The same value set twice is no choice. */
export const readValues = (doc: Y.Doc, key: ValueKey): readonly Plain[] => toDistinct(readField(doc, ...split(key)))

const split = (key: ValueKey): [entity: string, field: string] => {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

const toDistinct = (field: Field): readonly Plain[] => distinct(field.map(({ value }) => value))

/** Each once, where the first stood. */
export const distinct = <Value>(values: readonly Value[]): readonly Value[] => {
  if (values.length < 2) return values
  const seen = new Set<string>()
  return values.filter((value) => {
    const before = seen.size
    return seen.add(JSON.stringify(value)).size > before
  })
}

/** Every value of the plan by its key. */
export const readAllValues = (doc: Y.Doc): ReadonlyMap<ValueKey, readonly Plain[]> =>
  new Map(
    readEntities(doc).flatMap(([entity, fields]) =>
      [...fields]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, signed]): [ValueKey, readonly Plain[]] => [`${entity}/${field}`, toDistinct(signed)]),
    ),
  )

const isSame = (a: Plain, b: Plain): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
