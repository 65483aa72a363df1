/** The order of things that people move about: a fractional index each, because moving in a shared list would double them. */
import { generateKeyBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { type EntityId, keyOf } from './entities.ts'
import type { EntityKind } from './plan-doc.ts'
import { type Randomness, readValues, setValue } from './values.ts'

/** Two that were put in the same place at once stand by their ids, for everybody alike. */
export const byOrder = (a: Ordered, b: Ordered): number => compare(a.order, b.order) || compare(a.id, b.id)

export type Ordered = { readonly id: string; readonly order: string }

/** Characters; an order grows by one for each time something is put in the same narrow place. */
const MAX_ORDER = 500
const ORDER = /^[a-zA-Z][0-9A-Za-z]*$/

/** Who moved it at the same time as somebody else is not asked to choose: the first is taken. */
export const readOrder = (doc: Y.Doc, kind: EntityKind, id: EntityId): string =>
  readValues(doc, keyOf(kind, id, 'order')).find(isOrder) ?? ''

export const isOrder = (order: unknown): order is string =>
  typeof order === 'string' && order.length <= MAX_ORDER && ORDER.test(order)

/** Puts it behind `after` (`null`: first) in a list as it is shown. */
export const moveAfter = (
  doc: Y.Doc,
  kind: EntityKind,
  id: EntityId,
  list: readonly Ordered[],
  after: string | null,
  randomness: Randomness,
): void =>
  doc.transact(() => setValue(doc, keyOf(kind, id, 'order'), placeAfter(list, id, after), randomness), moveAfter)

/** The order that puts `id` behind `after` (`null`: first). */
export const placeAfter = (list: readonly Ordered[], id: string, after: string | null): string => {
  const others = list.filter((other) => other.id !== id)
  const index = after === null ? 0 : others.findIndex((other) => other.id === after) + 1
  return between(others[index - 1]?.order, others[index]?.order)
}

/** An order behind the last of a list. */
export const orderAfter = (list: readonly Ordered[]): string => between(list.at(-1)?.order, undefined)

/** Equal neighbours, or orders that nobody could have made, have no room between them: then it comes behind them. */
const between = (before: string | undefined, after: string | undefined): string => {
  for (const [low, high] of [
    [before, after],
    [before, undefined],
    [undefined, undefined],
  ] as const) {
    try {
      return generateKeyBetween(low || null, high || null)
    } catch {
      continue
    }
  }
  throw new Error('There is always an order between nothing and nothing.')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
