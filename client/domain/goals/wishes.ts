/** Wishes in people's own words; a goal may come of one. Pure functions over `Y.Doc` and over its state. */
import type * as Y from 'yjs'
import { addEntity } from '../document/add-entity.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import { textIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { shownIn } from '../document/fingerprint.ts'
import { memoizeOne } from '../document/memoize.ts'
import { byOrder, orderAfter, orderIn } from '../document/order.ts'
import type { Entities, Entity, PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { Randomness } from '../document/values.ts'

export type Wish = {
  readonly id: EntityId
  readonly order: string
  readonly text: string
  /** The clientID that added it; the log knows the person. */
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

/** All wishes, also those set aside. */
export const wishesOf = (plan: PlanState): readonly Wish[] => listWishes(plan.entities.wish)
export const readWishes = (doc: Y.Doc): readonly Wish[] => wishesOf(readPlan(doc))

const listWishes = memoizeOne((wishes: Entities) => shownIn(wishes).map(toWish).toSorted(byOrder))

const toWish = memoizeOne((entity: Entity): Wish => ({
  id: entity.id,
  order: orderIn(entity.fields),
  text: textIn(entity, 'text'),
  maker: entity.maker,
  aside: asideOf(entity),
}))
