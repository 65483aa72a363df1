/** What others changed since somebody last looked: which part, who, how much. Knows no names: clientIDs come out, the log says whose they are. */
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf, type EntityKind } from './plan-doc.ts'
import type { SectionName } from './sections.ts'

export type NewsPart = SectionName | 'plan'
/** `amount`: how many things were written, letters of a text each counted. */
export type News = { readonly part: NewsPart; readonly client: number; readonly amount: number }

const PART_OF: Record<EntityKind, NewsPart> = {
  wish: 'goals',
  goal: 'goals',
  step: 'goals',
  checkIn: 'wheel',
  contactCard: 'contact',
  conversation: 'conversations',
  talkPoint: 'conversations',
}

/** What one has seen so far, to compare with later: a Yjs state vector. */
export const markSeen = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc)

/** Nothing is new to who has never looked; an unreadable mark counts as never. */
export const readNews = (doc: Y.Doc, seen: Uint8Array): readonly News[] => {
  const vector = decode(seen)
  if (vector === null) return []
  const roots = rootParts(doc)
  const found = new Map<string, News>()
  for (const [client, structs] of doc.store.clients) {
    const from = vector.get(client) ?? 0
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock + struct.length <= from) break
      const part = struct instanceof Y.Item && !struct.deleted ? partOf(struct, roots) : null
      if (part === null) continue
      const amount = struct.id.clock + struct.length - Math.max(from, struct.id.clock)
      const key = `${client} ${part}`
      found.set(key, { part, client, amount: amount + (found.get(key)?.amount ?? 0) })
    }
  }
  return [...found.values()]
}

const decode = (seen: Uint8Array): Map<number, number> | null => {
  try {
    return Y.decodeStateVector(seen)
  } catch {
    return null
  }
}

const rootParts = (doc: Y.Doc): ReadonlyMap<unknown, NewsPart | 'values'> =>
  new Map<unknown, NewsPart | 'values'>([
    [storyOf(doc), 'story'],
    [valuesOf(doc), 'values'],
    ...ENTITY_KINDS.map((kind): [unknown, NewsPart] => [entitiesOf(doc, kind), PART_OF[kind]]),
  ])

const partOf = (item: Y.Item, roots: ReadonlyMap<unknown, NewsPart | 'values'>): NewsPart | null => {
  let [current, name] = [item, item.parentSub]
  for (;;) {
    const root = roots.get(current.parent)
    if (root !== undefined) return root === 'values' ? partOfValue(name) : root
    const parent = current.parent instanceof Y.AbstractType ? current.parent._item : null
    if (parent === null) return null
    ;[current, name] = [parent, parent.parentSub]
  }
}

/** `goal:…/status#…` is about goals; `person:…` about who takes part; order is no news. */
const partOfValue = (name: string | null): NewsPart | null => {
  const [entity = '', field = ''] = (name ?? '').split('/')
  if (field.startsWith('order#')) return null
  const [kind = ''] = entity.split(':')
  if (kind === 'person') return 'people'
  return Object.hasOwn(PART_OF, kind) ? PART_OF[kind as EntityKind] : 'plan'
}
