/** The order of things that people move: each has a fractional index, because moving in a shared list would double them. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { keyOf } from './entities.ts'
import type { EntityId } from './entity-id.ts'
import type { EntityKind } from './plan-doc.ts'
import type { Fields } from './plan-state.ts'
import { type Randomness, setValues, valuesIn } from './values.ts'

/** Compares by order, then by id, so that two things put in the same place at once stand alike for everybody. */
export const byOrder = (a: Ordered, b: Ordered): number => compare(a.order, b.order) || compare(a.id, b.id)

export type Ordered = { readonly id: string; readonly order: string }

/** The most characters of an order, which grows by one for every six moves into the same narrow place. */
const MAX_ORDER = 500
const ORDER = /^[A-Za-z][0-9A-Za-z]+$/

/** The first of several orders: people who move a thing at the same time are not asked to choose. */
export const orderIn = (fields: Fields): string => valuesIn(fields, 'order').find(isOrder) ?? ''

/** Whether the library can continue from this value, and not only a look-alike. */
export const isOrder = (order: unknown): order is string => {
  if (typeof order !== 'string' || order.length > MAX_ORDER || !ORDER.test(order)) return false
  try {
    return generateKeyBetween(order, null) > order
  } catch {
    return false
  }
}

/** Moves a thing behind `after` (`null`: first) in a list as it is shown. */
export const moveAfter = (
  doc: Y.Doc,
  kind: EntityKind,
  id: EntityId,
  list: readonly Ordered[],
  after: string | null,
  randomness: Randomness,
): void =>
  doc.transact(() => {
    const places = placesAfter(list, id, after)
    setValues(
      doc,
      [...places].map(([moved, order]) => [keyOf(kind, moved as EntityId, 'order'), order]),
      randomness,
    )
  }, moveAfter)

/**
 * The orders that put `id` behind `after` (`null`: first). Mostly one; things that were put in the very same place at once have
 * no room between them, so they get new orders too.
 */
export const placesAfter = (
  list: readonly Ordered[],
  id: string,
  after: string | null,
): ReadonlyMap<string, string> => {
  const others = list.filter((other) => other.id !== id)
  const index = after === null ? 0 : others.findIndex((other) => other.id === after) + 1
  const low = others[index - 1]?.order ?? ''
  const behind = others.slice(index)
  const free = behind.findIndex((other) => other.order > low)
  const crowded = free < 0 ? behind : behind.slice(0, free)
  const moved = [id, ...crowded.map((other) => other.id)]
  const orders = between(low, free < 0 ? '' : (behind[free]?.order ?? ''), moved.length)
  if (orders !== null) return zip(moved, orders)
  const all = [...others.slice(0, index).map((other) => other.id), id, ...behind.map((other) => other.id)]
  return zip(all, generateNKeysBetween(null, null, all.length))
}

/** An order behind the last of a list. */
export const orderAfter = (list: readonly Ordered[]): string => generateKeyBetween(list.at(-1)?.order || null, null)

/** An order between two others; `null` when a hostile member left no room there. */
const between = (low: string, high: string, count: number): readonly string[] | null => {
  try {
    const orders = generateNKeysBetween(low || null, high || null, count)
    return orders.every((order) => order.length <= MAX_ORDER) ? orders : null
  } catch {
    return null
  }
}

const zip = (ids: readonly string[], orders: readonly string[]): ReadonlyMap<string, string> =>
  new Map(ids.map((id, index) => [id, orders[index] ?? '']))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
