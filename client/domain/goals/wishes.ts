/** What somebody wishes, in their own words. A goal may come of it. Pure functions over `Y.Doc`. */
import type * as Y from 'yjs'
import { type Aside, readAside } from '../document/aside.ts'
import { type EntityId, makerOf, readText } from '../document/entities.ts'
import { addEntity, readIds } from '../document/add-entity.ts'
import { remember, rememberList } from '../document/read-cache.ts'
import { byOrder, orderAfter, readOrder } from '../document/order.ts'
import type { Randomness } from '../document/values.ts'

export type Wish = {
  readonly id: EntityId
  readonly order: string
  readonly text: string
  /** clientID that made it; the log says whose that is. */
  readonly maker: number | null
  readonly aside: Aside | null
}

export const addWish = (doc: Y.Doc, text: string, randomness: Randomness): EntityId =>
  addEntity(
    doc,
    'wish',
    { fixed: {}, texts: { text }, values: { order: orderAfter(readWishes(doc)) } },
    randomness,
    addWish,
  )

/** Also those set aside. */
export const readWishes = (doc: Y.Doc): readonly Wish[] =>
  rememberList(doc, 'wish', 'read', () =>
    readIds(doc, 'wish')
      .map((id) => remember(doc, 'wish', id, 'read', () => readWish(doc, id)))
      .toSorted(byOrder),
  )

const readWish = (doc: Y.Doc, id: EntityId): Wish => ({
  id,
  order: readOrder(doc, 'wish', id),
  text: readText(doc, 'wish', id, 'text'),
  maker: makerOf(doc, 'wish', id),
  aside: readAside(doc, 'wish', id),
})
