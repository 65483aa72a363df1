/**
 * What an item of undo knows beside its changes: when and on which screen it was done, and what it was about. Undo acts only
 * on the screen where the act was done, because nobody should change what they do not see.
 */
import * as Y from 'yjs'
import { ENTITY_KINDS, type EntityKind, entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'

export type Manager = Y.UndoManager
export type StackItem = Manager['undoStack'][number]

/** The kind of thing that an act was about. */
export type UndoKind = EntityKind | 'person' | 'plan' | 'story'

export type Done = {
  /** ms since epoch */
  readonly at: number
  /** The path of the screen within the plan, such as `/goals`. */
  readonly screen: string
  /** `null` when it was about more than one kind of thing. A newer app's kind is a word that this one may not know. */
  readonly kind: UndoKind | null
}

/** Where and when acts are done. */
export type Place = { now(): number; screen(): string }
export const NOWHERE: Place = { now: () => 0, screen: () => '' }

const DONE = 'done'

export const doneOf = (item: StackItem): Done => (item.meta.get(DONE) as Done | undefined) ?? UNKNOWN
export const setDone = (item: StackItem, done: Done): void => void item.meta.set(DONE, done)
const UNKNOWN: Done = { at: 0, screen: '', kind: null }

/** Notes with each item where and when it was done. Acts on two screens are never one item (`isElsewhere`). */
export const noteDone = (doc: Y.Doc, manager: Manager, { now, screen }: Place): void => {
  manager.on('stack-item-added', ({ stackItem, changedParentTypes }) =>
    setDone(stackItem, { at: now(), screen: screen(), kind: kindOf(doc, changedParentTypes) }),
  )
  manager.on('stack-item-updated', ({ stackItem }) => setDone(stackItem, { ...doneOf(stackItem), at: now() }))
}

/** Whether the latest item of a stack was done on another screen than the one that is shown. */
export const isElsewhere = (stack: readonly StackItem[], { screen }: Place): boolean => {
  const last = stack.at(-1)
  return last !== undefined && doneOf(last).screen !== screen()
}

const kindOf = (doc: Y.Doc, changed: ReadonlyMap<unknown, readonly unknown[]>): UndoKind | null => {
  const kinds = new Set<string>(ENTITY_KINDS.filter((kind) => changed.has(entitiesOf(doc, kind))))
  if (changed.has(storyOf(doc))) kinds.add('story')
  for (const event of changed.get(valuesOf(doc)) ?? [])
    if (event instanceof Y.YMapEvent)
      for (const name of event.keysChanged) kinds.add(String(name).split(/[:/]/, 1)[0] ?? '')
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? (only as UndoKind) : null
}
