/** A whole part of a plan, as people see it on one screen: the story, a goal with its steps, a conversation with its points. */
import { linkIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import type { EntityKind } from '../document/plan-doc.ts'
import { type Entity, NO_FIELDS, type PlanState, signedIn } from '../document/plan-state.ts'
import { parseWho, type Who } from '../plan/who.ts'
import { compareEntity, type Detail, type Difference, type Moment, type Thing } from './details.ts'
import { type Line, nameOf } from './lines.ts'

export type Whole =
  | { readonly kind: 'story' }
  | { readonly kind: 'goal'; readonly id: EntityId }
  | { readonly kind: 'conversation'; readonly id: EntityId }

/** What is part of a goal or a conversation, and by which link. */
const INSIDE: Record<'goal' | 'conversation', EntityKind> = { goal: 'step', conversation: 'talkPoint' }

/** The whole that a line is about; `null` where there is none larger than the line itself. `plan`: with its thing. */
export const wholeOf = ({ thing, count, gone }: Line, plan: PlanState): Whole | null => {
  if (count > 1) return null
  switch (thing.kind) {
    case 'story':
      return { kind: 'story' }
    case 'goal':
    case 'conversation':
      return { kind: thing.kind, id: thing.id }
    case 'step':
    case 'talkPoint': {
      const kind = thing.kind === 'step' ? 'goal' : 'conversation'
      const entity = gone ?? plan.entities[thing.kind].get(thing.id)
      const id = entity === undefined ? null : linkIn(entity, kind)
      return id === null ? null : { kind, id }
    }
    default:
      return null
  }
}

/** The seq of the moment that a line shows: before what takes or changes something, and after what only brings it. */
export const momentShownBy = ({ act, from, to }: Line): { readonly seq: number; readonly isBefore: boolean } =>
  act === 'took-away' || act === 'changed' || act === 'set-aside'
    ? { seq: from - 1, isBefore: true }
    : { seq: to, isBefore: false }

export const isPartOf = (
  whole: Whole,
  thing: Thing,
  { before, after }: Pick<Difference, 'before' | 'after'>,
): boolean => {
  if (whole.kind === 'story' || thing.kind === 'story') return whole.kind === thing.kind
  const entity = before ?? after
  if (entity === null) return false
  return entity.kind === whole.kind ? entity.id === whole.id : isInside(whole, entity)
}

const isInside = ({ kind, id }: Exclude<Whole, { kind: 'story' }>, entity: Entity): boolean =>
  entity.kind === INSIDE[kind] && linkIn(entity, kind) === id

/** One thing of the whole with all that it said. */
export type Piece = {
  readonly thing: Thing
  readonly name: string
  readonly who: Who | null
  readonly details: readonly Detail[]
}

/** The whole as it was; without what was set aside then. Empty: it was not there. */
export const readWhole = ({ plan, story }: Moment, whole: Whole): readonly Piece[] => {
  if (whole.kind === 'story') {
    const details = story
      .filter(({ text }) => text.trim() !== '')
      .map((now): Detail => ({ form: 'passage', field: now.id, before: null, after: now, behind: [], alike: [] }))
    return details.length === 0 ? [] : [{ thing: whole, name: '', who: null, details }]
  }
  const outer = plan.entities[whole.kind].get(whole.id)
  if (outer === undefined) return []
  const inner = [...plan.entities[INSIDE[whole.kind]].values()].filter(
    (entity) => isInside(whole, entity) && !signedIn(entity.fields, 'aside').some(({ value }) => value !== null),
  )
  return [outer, ...inner].map((entity) => ({
    thing: { kind: entity.kind, id: entity.id },
    name: nameOf(entity),
    who: parseWho(entity.fixed.get('who')),
    details: compareEntity({ ...entity, texts: new Map(), fields: NO_FIELDS }, entity).filter(isShown),
  }))
}

const isShown = (detail: Detail): boolean =>
  detail.form === 'text'
    ? detail.after.trim() !== ''
    : detail.form === 'value' &&
      detail.field !== 'aside' &&
      detail.field !== 'made' &&
      detail.after.some((value) => value !== null)
