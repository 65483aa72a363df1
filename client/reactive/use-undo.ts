/** Undo and redo in an open plan, outside the story: signals around the domain's undo. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, type EntityKind, type PlanDoc, valuesOf } from '#domain/document/plan-doc.ts'
import { createUndo } from '#domain/undo/undo.ts'

/** The kind of thing that an act was about. */
export type UndoKind = EntityKind | 'person' | 'plan'
/** `null`: nothing to undo. `kind` is `null` when it was about more than one kind of thing. */
export type Undoable = { readonly kind: UndoKind | null } | null

export type PlanUndo = {
  readonly undoable: Accessor<Undoable>
  readonly redoable: Accessor<Undoable>
  /** Undoes the last act, and returns what was undone: acts on which others have built since are passed over. */
  undo(): Undoable
  redo(): Undoable
}

const KIND = 'kind'

export const usePlanUndo = (doc: PlanDoc): PlanUndo => {
  const manager = createUndo(doc)
  const [undoable, setUndoable] = createSignal<Undoable>(null)
  const [redoable, setRedoable] = createSignal<Undoable>(null)
  const top = (stack: Y.UndoManager['undoStack']): Undoable => toUndoable(stack.at(-1))
  const update = (): void => {
    setUndoable(top(manager.undoStack))
    setRedoable(top(manager.redoStack))
  }
  manager.on('stack-item-added', ({ stackItem, changedParentTypes }) => {
    stackItem.meta.set(KIND, kindOf(doc, changedParentTypes))
    update()
  })
  manager.on('stack-item-updated', update)
  manager.on('stack-item-popped', update)
  manager.on('stack-cleared', update)
  onCleanup(() => manager.destroy())
  return {
    undoable,
    redoable,
    undo: () => {
      const done = toUndoable(manager.undo())
      update() // also when nothing of the act was left
      return done
    },
    redo: () => {
      const done = toUndoable(manager.redo())
      update()
      return done
    },
  }
}

const toUndoable = (item: Y.UndoManager['undoStack'][number] | null | undefined): Undoable =>
  item === null || item === undefined ? null : { kind: (item.meta.get(KIND) as UndoKind | undefined) ?? null }

const kindOf = (doc: PlanDoc, changed: ReadonlyMap<unknown, readonly unknown[]>): UndoKind | null => {
  const kinds = new Set<string>(ENTITY_KINDS.filter((kind) => changed.has(entitiesOf(doc, kind))))
  for (const event of changed.get(valuesOf(doc)) ?? [])
    if (event instanceof Y.YMapEvent)
      for (const name of event.keysChanged) kinds.add(String(name).split(/[:/]/, 1)[0] ?? '')
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? (only as UndoKind) : null
}
