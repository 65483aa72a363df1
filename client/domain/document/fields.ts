/** Reads the single values of an entity as what they mean. None: never set. Two or more: set at the same time, choose. */
import type * as Y from 'yjs'
import { type EntityId, keyOf } from './entities.ts'
import type { Plain } from './plain.ts'
import type { EntityKind } from './plan-doc.ts'
import { distinct, readValues } from './values.ts'

export type Several<Value> = readonly Value[]

/** `null` in the document is "cleared", which stands beside a value that was set at the same time. */
export const readSeveral = <Value>(
  doc: Y.Doc,
  kind: EntityKind,
  id: EntityId,
  field: string,
  parse: (value: Plain) => Value | null,
): Several<Value | null> => {
  const parsed = readValues(doc, keyOf(kind, id, field))
    .map((value) => (value === null ? null : (parse(value) ?? undefined)))
    .filter((value): value is NonNullable<typeof value> | null => value !== undefined)
  return parsed.length === 1 && parsed[0] === null ? [] : distinct(parsed).slice(0, MAX_CHOICES)
}

/** More than people could look through, and more than a circle writes at once. Choosing settles the others as well. */
const MAX_CHOICES = 100

/** The one that counts until people have chosen. */
export const settled = <Value>(values: Several<Value | null>): Value | null =>
  values.find((value) => value !== null) ?? null
