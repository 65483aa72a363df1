/** What somebody wishes, in their own words. A goal may come of it. Pure functions over `Y.Doc`. */
import type * as Y from 'yjs'
import { type Aside, readAside } from './aside.ts'
import { addEntity, type EntityId, keyOf, makerOf, readIds, readText } from './entities.ts'
import { byOrder, orderAfter, readOrder } from './order.ts'
import { type Randomness, setValue } from './values.ts'

export type Wish = {
  readonly id: EntityId
  readonly order: string
  readonly text: string
  /** clientID that made it; the log says whose that is. */
  readonly maker: number | null
  readonly aside: Aside | null
}

export const addWish = (doc: Y.Doc, text: string, randomness: Randomness): EntityId =>
  doc.transact(() => {
    const order = orderAfter(readWishes(doc))
    const id = addEntity(doc, 'wish', { fixed: {}, texts: { text } }, randomness)
    setValue(doc, keyOf('wish', id, 'order'), order, randomness)
    return id
  }, addWish)

/** Also those set aside. */
export const readWishes = (doc: Y.Doc): readonly Wish[] =>
  readIds(doc, 'wish')
    .map((id) => ({
      id,
      order: readOrder(doc, 'wish', id),
      text: readText(doc, 'wish', id, 'text'),
      maker: makerOf(doc, 'wish', id),
      aside: readAside(doc, 'wish', id),
    }))
    .toSorted(byOrder)
