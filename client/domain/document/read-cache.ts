/**
 * What was read of the parts of a plan, kept until that part changes: typing in the story reads no check-in again, and what
 * did not change is the very same object, so that no row of a screen is drawn anew. Knows no meaning of any part.
 */
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, type EntityKind, valuesOf } from './plan-doc.ts'

/** By place, by name. */
type Kept = Map<string, Map<string, unknown>>
/** `writing`: transactions that have begun and are not over. While there are any, everything is read afresh. */
type Memory = { writing: number; readonly kinds: Map<string, Kept> }

const memories = new WeakMap<Y.Doc, Memory>()

/** The place of what is read of all of a kind. */
const LIST = ''
/** A goal is read with its steps, a conversation with its points. */
const WHOLE_OF: Partial<Record<string, EntityKind>> = { step: 'goal', talkPoint: 'conversation' }
/** Steps without a goal are left out of their list. */
const LIST_OF: Partial<Record<string, EntityKind>> = { goal: 'step', conversation: 'talkPoint' }

/** Of one entity: `read` looks at nothing else but its parts. */
export const remember = <Value>(doc: Y.Doc, kind: EntityKind, id: string, name: string, read: () => Value): Value => {
  const memory = memoryOf(doc)
  if (memory.writing > 0) return read()
  const kept = getOrMake(memory.kinds, kind, () => new Map<string, Map<string, unknown>>())
  const names = getOrMake(kept, id, () => new Map<string, unknown>())
  if (!names.has(name)) names.set(name, read())
  return names.get(name) as Value
}

/** Of all of a kind. */
export const rememberList = <Value>(doc: Y.Doc, kind: EntityKind, name: string, read: () => Value): Value =>
  remember(doc, kind, LIST, name, read)

const getOrMake = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const memoryOf = (doc: Y.Doc): Memory => {
  const known = memories.get(doc)
  if (known !== undefined) return known
  // oxlint-disable-next-line no-underscore-dangle -- what is first asked for in the middle of a transaction is not kept either
  const memory: Memory = { writing: doc._transaction === null ? 0 : 1, kinds: new Map() }
  doc.on('beforeTransaction', () => void (memory.writing += 1))
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    memory.writing = Math.max(0, memory.writing - 1)
    forgetChanged(doc, memory, transaction)
  })
  memories.set(doc, memory)
  return memory
}

const forgetChanged = (doc: Y.Doc, memory: Memory, transaction: Y.Transaction): void => {
  const kinds = new Map<unknown, string>(ENTITY_KINDS.map((kind) => [entitiesOf(doc, kind), kind]))
  const values: unknown = valuesOf(doc)
  for (const [type, names] of transaction.changed) {
    if (type === values) for (const name of names) forgetValue(memory, name ?? '')
    else if (kinds.has(type)) for (const name of names) forget(memory, kinds.get(type) ?? '', name ?? LIST)
    else {
      const entity = entityAround(type, kinds)
      if (entity !== null) forget(memory, entity.kind, entity.id)
    }
  }
}

/** `goal:x7Fa…/status#…` */
const forgetValue = (memory: Memory, name: string): void => {
  const [kind = '', id = ''] = name.split('/', 1)[0]?.split(':') ?? []
  forget(memory, kind, id)
}

const forget = ({ kinds }: Memory, kind: string, id: string): void => {
  kinds.get(kind)?.delete(id)
  kinds.get(kind)?.delete(LIST)
  kinds.delete(WHOLE_OF[kind] ?? '')
  kinds.get(LIST_OF[kind] ?? '')?.delete(LIST)
}

const entityAround = (
  type: { readonly _item: Y.Item | null },
  kinds: ReadonlyMap<unknown, string>,
): { readonly kind: string; readonly id: string } | null => {
  for (let item = type._item; item !== null; item = item.parent instanceof Y.AbstractType ? item.parent._item : null) {
    const kind = kinds.get(item.parent)
    if (kind !== undefined) return { kind, id: item.parentSub ?? LIST }
  }
  return null
}
