/** Changes: the parts of a plan that a transaction has touched, from Yjs's own record of it. It knows no meaning of any part. */
import type * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, type EntityKind, storyOf, valuesOf } from './plan-doc.ts'
import { itemOf } from './written-by.ts'

/** `whole`: the entity was added, or something under it was set; else only these texts were typed in. */
export type EntityChange = 'whole' | Set<string>
export type Changes = {
  readonly entities: Readonly<Record<EntityKind, Map<string, EntityChange>>>
  /** The names of single values that were set or deleted. */
  readonly values: Set<string>
  story: boolean
}

export const createChanges = (): Changes => ({
  entities: Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, new Map()])) as Changes['entities'],
  values: new Set(),
  story: false,
})

/** Everything in the document, as changes: a state read from scratch begins with them. */
export const allOf = (doc: Y.Doc): Changes => {
  const changes = createChanges()
  valuesOf(doc).forEach((_, name) => void changes.values.add(name))
  for (const kind of ENTITY_KINDS)
    entitiesOf(doc, kind).forEach((_, id) => void changes.entities[kind].set(id, 'whole'))
  return changes
}

/** Adds the parts that the transaction has touched so far; it may still be open. */
export const addChanges = (changes: Changes, doc: Y.Doc, transaction: Y.Transaction): void => {
  const kinds = new Map<unknown, EntityKind>(ENTITY_KINDS.map((kind) => [entitiesOf(doc, kind), kind]))
  const values: unknown = valuesOf(doc)
  for (const [type, keys] of transaction.changed) {
    const own = kinds.get(type)
    const parent = kinds.get(type.parent)
    const above = type.parent === null ? undefined : kinds.get(type.parent.parent)
    if (type === values) for (const key of keys) changes.values.add(key ?? '')
    else if (own !== undefined) for (const key of keys) changes.entities[own].set(key ?? '', 'whole')
    else if (parent !== undefined) changes.entities[parent].set(keyOf(type), 'whole')
    else if (above !== undefined) addText(changes.entities[above], keyOf(type.parent), keyOf(type))
  }
  const story: unknown = storyOf(doc)
  for (const type of transaction.changedParentTypes.keys()) if (type === story) changes.story = true
}

/** The depth of an entity's texts; nothing deeper is read. */
const addText = (entities: Map<string, EntityChange>, id: string, name: string): void => {
  const known = entities.get(id)
  if (known === 'whole') return
  if (known === undefined) entities.set(id, new Set([name]))
  else known.add(name)
}

const keyOf = (type: object | null): string => (type === null ? null : itemOf(type)?.parentSub) ?? ''
