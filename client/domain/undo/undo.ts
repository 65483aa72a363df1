/**
 * Undo and redo of this person's own acts, also of the hour before the plan was opened (stored-undo.ts). The story has its
 * own (story-undo.ts); others' work is never undone.
 */
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, valuesOf } from '../document/plan-doc.ts'
import { fieldsOf, namesIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { isElsewhere, type Manager, NOWHERE, noteDone, type Place, type StackItem } from './undo-done.ts'
import { leaveFinished, leaveOut, watchFinished } from './undo-finished.ts'
import { parseName } from '../document/value-name.ts'

/** Acts within this time of each other, such as typing or stepping through scores, are undone in one go, in ms (Yjs's default). */
const PAUSE_MS = 500

/**
 * Every write of the domain is a transaction with a function as origin; updates from storage or from others have none. The
 * manager also compares an origin's constructor, so `Function` stands for all of them.
 */
export const createUndo = (doc: Y.Doc, place: Place = NOWHERE): Manager => {
  const roots = ENTITY_KINDS.map((kind) => entitiesOf(doc, kind))
  let last: unknown = null
  const manager: Manager = new Y.UndoManager([valuesOf(doc), ...roots], {
    trackedOrigins: new Set([Function]),
    captureTimeout: PAUSE_MS,
    captureTransaction: ({ origin }) => {
      if (typeof origin === 'function' && (origin !== last || isElsewhere(manager.undoStack, place)))
        manager.stopCapturing()
      if (typeof origin === 'function') last = origin
      return true
    },
    // Added entities stay, because others may be writing in them (see add-entity.ts).
    deleteFilter: (item) => !roots.some((root) => root === item.parent),
  })
  watchFinished(doc, manager)
  noteDone(doc, manager, place)
  manager.undo = oneAtATime(doc, manager, 'undo', place)
  manager.redo = oneAtATime(doc, manager, 'redo', place)
  return manager
}

/** Undoes like the manager, but only what was done on the screen that is shown, and first removes from each stack item the values on which others have built. */
const oneAtATime = (doc: Y.Doc, manager: Manager, which: 'undo' | 'redo', place: Place) => {
  const stack = `${which}Stack` as const
  const go = manager[which].bind(manager)
  let rest: Manager['undoStack'] | null = null
  const putBack = (): void => {
    if (rest !== null) manager[stack] = rest
    rest = null
  }
  manager.on('stack-item-popped', putBack) // before any listener reads the stack
  return () => {
    for (;;) {
      const items = manager[stack]
      if (isElsewhere(items, place)) return null
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

/** Removes a value from the stack item where another person has set one since: theirs is the answer to it. */
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

/** The current item of a value that undo and redo have copied since. */
const latest = (doc: Y.Doc, item: Y.Item): Y.Item => {
  let current = item
  while (current.redone !== null) {
    const next = Y.getItem(doc.store, current.redone)
    if (!(next instanceof Y.Item)) break
    current = next
  }
  return current
}
