/** Undo and redo for what this person did in this sitting outside the story, which has its own. Never others' work. */
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, valuesOf } from '../document/plan-doc.ts'
import { fieldsOf, namesIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { leaveFinished, leaveOut, type StackItem, watchFinished } from './undo-finished.ts'
import { parseName } from '../document/value-name.ts'

/** The same thing done again within this is undone in one go, in ms (the default of Yjs): typing, or stepping through scores. */
const PAUSE_MS = 500

/**
 * Every write of the domain is a transaction that is named by a function; what comes from storage or from others is
 * not. The manager compares an origin by its constructor as well, so `Function` stands for all of them.
 */
export const createUndo = (doc: Y.Doc): Y.UndoManager => {
  const roots = ENTITY_KINDS.map((kind) => entitiesOf(doc, kind))
  let last: unknown = null
  const manager: Y.UndoManager = new Y.UndoManager([valuesOf(doc), ...roots], {
    trackedOrigins: new Set([Function]),
    captureTimeout: PAUSE_MS,
    captureTransaction: ({ origin }) => {
      if (typeof origin === 'function' && origin !== last) manager.stopCapturing()
      if (typeof origin === 'function') last = origin
      return true
    },
    // What was added stays: others may be writing in it (see add-entity.ts).
    deleteFilter: (item) => !roots.some((root) => root === item.parent),
  })
  watchFinished(doc, manager)
  manager.undo = oneAtATime(doc, manager, 'undo')
  manager.redo = oneAtATime(doc, manager, 'redo')
  return manager
}

/** As the manager does it, but each stack item is first cleared of what would stand beside the work of others. */
const oneAtATime = (doc: Y.Doc, manager: Y.UndoManager, which: 'undo' | 'redo') => {
  const stack = `${which}Stack` as const
  const go = manager[which].bind(manager)
  let rest: Manager['undoStack'] | null = null
  const putBack = (): void => {
    if (rest !== null) manager[stack] = rest
    rest = null
  }
  manager.on('stack-item-popped', putBack) // before anybody else asks what is left
  return () => {
    for (;;) {
      const items = manager[stack]
      const item = items.pop()
      if (item === undefined) return null
      leaveToOthers(doc, item)
      rest = items
      manager[stack] = [item]
      const done = go()
      putBack()
      if (done !== null) return done
    }
  }
}

type Manager = Y.UndoManager

/** A value does not come back where somebody has set another since: theirs is the answer to it. */
const leaveToOthers = (doc: Y.Doc, stackItem: StackItem): void =>
  doc.transact((transaction) => {
    leaveFinished(doc, transaction, stackItem)
    const { insertions, deletions } = stackItem
    const values = valuesOf(doc)
    const leaving = new Set<string>()
    const returning: Y.Item[] = []
    Y.iterateDeletedStructs(transaction, insertions, (struct) => {
      const item = struct instanceof Y.Item && struct.parent === values ? latest(doc, struct) : null
      if (item?.deleted === false && item.parentSub !== null) leaving.add(item.parentSub)
    })
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (struct instanceof Y.Item && struct.parent === values) returning.push(struct)
    })
    for (const { id, parentSub } of returning) {
      const place = parseName(parentSub ?? '')
      const standing = place === null ? [] : namesIn(fieldsOf(readPlan(doc), place.owner), place.field)
      if (standing.some((name) => !leaving.has(name))) leaveOut(deletions, id)
    }
  })

/** Where undo and redo have brought it since. */
const latest = (doc: Y.Doc, item: Y.Item): Y.Item => {
  let current = item
  while (current.redone !== null) {
    const next = Y.getItem(doc.store, current.redone)
    if (!(next instanceof Y.Item)) break
    current = next
  }
  return current
}
