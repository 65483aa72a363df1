/** News: others' changes since a person last looked, by part, author and amount. Authors are clientIDs; the log knows the people. */
import * as Y from 'yjs'
import { type EntityId, parseEntityId } from '../document/entity-id.ts'
import { isUndoneIn } from '../document/fingerprint.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf, type EntityKind } from '../document/plan-doc.ts'
import type { PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { firstOfSitting } from '../wheel/sittings.ts'
import type { SectionName } from '../plan/sections.ts'
import { parseName } from '../document/value-name.ts'
import { itemOf } from '../document/written-by.ts'

export type NewsPart = SectionName | 'plan'
/** `amount`: the number of changes, each letter of a text counted. `things`: the names of the goals, steps … concerned; none in the story. */
export type ClientNews = {
  readonly part: NewsPart
  readonly client: number
  readonly amount: number
  readonly things: readonly string[]
}

export const PART_OF: Record<EntityKind, NewsPart> = {
  wish: 'goals',
  goal: 'goals',
  step: 'goals',
  checkIn: 'wheel',
  contactCard: 'contact',
  conversation: 'conversations',
  talkPoint: 'conversations',
}

/** The mark of what a person has seen: a Yjs state vector. */
export const markSeen = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc)

/**
 * The news since a mark. A person who has never looked has none; an unreadable mark counts as never. `isAsked`: the clientIDs
 * whose news is wanted; the years of the others are not looked through. `upTo`: a later mark; what came after it was seen to come.
 */
export const readNews = (
  doc: Y.Doc,
  seen: Uint8Array,
  isAsked: (client: number) => boolean = () => true,
  upTo: Uint8Array | null = null,
): readonly ClientNews[] => {
  const vector = decode(seen)
  if (vector === null) return []
  const last = upTo === null ? null : decode(upTo)
  const roots = rootsOf(doc)
  const plan = readPlan(doc)
  const found: ClientNews[] = []
  for (const [client, structs] of doc.store.clients) {
    if (!isAsked(client)) continue
    const from = vector.get(client) ?? 0
    const end = last === null ? Infinity : (last.get(client) ?? 0)
    const parts = new Map<NewsPart, { amount: number; readonly things: Set<string> }>()
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock + struct.length <= from) break
      const place =
        struct instanceof Y.Item && !struct.deleted && struct.countable && struct.id.clock < end
          ? placeOf(plan, struct, roots)
          : null
      if (place === null) continue
      const known = parts.get(place.part) ?? { amount: 0, things: new Set() }
      known.amount += Math.min(end, struct.id.clock + struct.length) - Math.max(from, struct.id.clock)
      if (place.thing !== null) known.things.add(place.thing)
      parts.set(place.part, known)
    }
    for (const [part, { amount, things }] of parts) found.push({ part, client, amount, things: [...things] })
  }
  return found
}

/** Ranges `[start, end)` of clocks that an entry of the log deleted, by clientID. */
export type Deleted = ReadonlyMap<number, readonly (readonly [start: number, end: number])[]>
export type TakenAway = { readonly part: NewsPart; readonly letters: number }

/** Fewer letters than this are a corrected word, and no news, unless nothing is left where they stood. */
const FEWEST_LETTERS = 12

/**
 * What an entry took away of that which stood there at a person's last look, or which they wrote since. An unreadable mark counts
 * as never. Who parts or moves a paragraph deletes and writes it again: the history knows whether words went.
 */
export const readTakenAway = (
  doc: Y.Doc,
  seen: Uint8Array,
  deleted: Deleted,
  isMine: (client: number) => boolean = () => false,
): readonly TakenAway[] => {
  const vector = decode(seen)
  if (vector === null) return []
  const roots = rootsOf(doc)
  const parts = new Map<NewsPart, number>()
  /** The parts in which a whole text, such as a name, or a whole thing is gone, however short. */
  const emptied = new Set<NewsPart>()
  /** What stood inside something that went: nobody can say any more where, but with what else it went. */
  let inside = 0
  for (const [client, ranges] of deleted) {
    const structs = doc.store.clients.get(client) ?? []
    for (const [from, to] of ranges) {
      const end = isMine(client) ? to : Math.min(to, vector.get(client) ?? 0)
      for (let index = firstAt(structs, from); index < structs.length; index += 1) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= end) break
        const letters = Math.min(end, struct.id.clock + struct.length) - Math.max(from, struct.id.clock)
        const part = struct instanceof Y.Item && struct.deleted ? partOfDeleted(struct, roots) : null
        if (struct instanceof Y.GC) inside += letters
        else if (part !== null) parts.set(part, (parts.get(part) ?? 0) + letters)
        if (part !== null && struct instanceof Y.Item && leavesNothing(struct)) emptied.add(part)
      }
    }
  }
  const [largest] = [...parts].sort(([, a], [, b]) => b - a)
  if (largest !== undefined) parts.set(largest[0], largest[1] + inside)
  return [...parts]
    .map(([part, letters]) => ({ part, letters }))
    .filter(
      ({ part, letters }) =>
        letters >= FEWEST_LETTERS || emptied.has(part) || (part === 'story' && !hasWords(storyOf(doc))),
    )
}

/** Whether nothing of an entity's text stands any more, or of the entity itself. */
const leavesNothing = ({ parent, parentSub }: Y.Item): boolean => {
  if (parent instanceof Y.Map) return parentSub !== null && !parent.has(parentSub)
  return parent instanceof Y.Text && !(parent instanceof Y.XmlText) && parent.length === 0
}

/** The levels of the story looked through; whatever is deeper counts as words. */
const MAX_DEPTH = 24

const hasWords = (story: Y.XmlFragment, depth = MAX_DEPTH): boolean =>
  depth === 0 ||
  story
    .toArray()
    .some((node) =>
      node instanceof Y.XmlText ? node.length > 0 : node instanceof Y.XmlElement && hasWords(node, depth - 1),
    )

/** The index of the struct at a clock. */
const firstAt = (structs: readonly { readonly id: Y.ID; readonly length: number }[], clock: number): number => {
  let [low, high] = [0, structs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (struct !== undefined && struct.id.clock + struct.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/** A value that was replaced is news by the one in its place; what is set aside says so itself. */
const partOfDeleted = (item: Y.Item, roots: ReadonlyMap<unknown, Root>): NewsPart | null => {
  for (let current = item; ;) {
    const root = roots.get(current.parent)
    if (root === 'story') return root
    if (root === 'values') return null
    if (root !== undefined) return PART_OF[root]
    const parent = current.parent instanceof Y.AbstractType ? itemOf(current.parent) : null
    if (parent === null) return null
    current = parent
  }
}

const decode = (seen: Uint8Array): Map<number, number> | null => {
  try {
    return Y.decodeStateVector(seen)
  } catch {
    return null
  }
}

type Root = EntityKind | 'story' | 'values'
type Place = { readonly part: NewsPart; readonly thing: string | null }

const rootsOf = (doc: Y.Doc): ReadonlyMap<unknown, Root> =>
  new Map<unknown, Root>([
    [storyOf(doc), 'story'],
    [valuesOf(doc), 'values'],
    ...ENTITY_KINDS.map((kind): [unknown, Root] => [entitiesOf(doc, kind), kind]),
  ])

const placeOf = (plan: PlanState, item: Y.Item, roots: ReadonlyMap<unknown, Root>): Place | null => {
  let current = item
  for (;;) {
    const root = roots.get(current.parent)
    if (root === 'story') return { part: root, thing: null }
    if (root === 'values') return placeOfValue(plan, current.parentSub ?? '')
    if (root !== undefined) return placeOfEntity(plan, root, parseEntityId(current.parentSub), item === current, item)
    const parent = current.parent instanceof Y.AbstractType ? itemOf(current.parent) : null
    if (parent === null) return null
    current = parent
  }
}

/** The adding of an entity, and letters of its texts; everything added with it counts once. */
const placeOfEntity = (
  plan: PlanState,
  kind: EntityKind,
  id: EntityId | null,
  whole: boolean,
  item: Y.Item,
): Place | null =>
  id === null || (!whole && item.parentSub !== null) || isUndoneIn(plan, kind, id)
    ? null
    : { part: PART_OF[kind], thing: toThing(plan, kind, id) }

/** The fields that are no news: moves, and the mark of adding, which the entity itself reports. */
const NO_NEWS: ReadonlySet<string> = new Set(['order', 'made'])

/** `goal:…/status#…` is about goals; `person:…` about who takes part. */
const placeOfValue = (plan: PlanState, name: string): Place | null => {
  const place = parseName(name)
  if (place === null || NO_NEWS.has(place.field)) return null
  const thing = place.owner
  const [kind = '', id = ''] = thing.split(':')
  if (kind === 'person') return { part: 'people', thing }
  if (!isKind(kind)) return { part: 'plan', thing }
  const entity = id as EntityId // without one of this kind nothing is found
  return isUndoneIn(plan, kind, entity) ? null : { part: PART_OF[kind], thing: toThing(plan, kind, entity) }
}

/** What people count as one: a wheel with what corrects it in the same sitting. */
const toThing = (plan: PlanState, kind: EntityKind, id: EntityId): string =>
  `${kind}:${kind === 'checkIn' ? firstOfSitting(plan, id) : id}`

const isKind = (kind: string): kind is EntityKind => Object.hasOwn(PART_OF, kind)
