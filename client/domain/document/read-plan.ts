/**
 * The state of a document, kept up to date from Yjs's record of each transaction, so that writes need not call anything. It is
 * reduced on demand, once for all changes since, and is right at every moment: in the middle of a transaction it holds
 * everything written so far.
 */
import type * as Y from 'yjs'
import { addChanges, type Changes, createChanges } from './changes.ts'
import type { PlanState } from './plan-state.ts'
import { readFromScratch, reducePlan } from './reduce-plan.ts'

/** `open`: transactions that have begun, and whose observers have not all been called. `changes`: those of finished transactions. */
type Followed = { state: PlanState; changes: Changes | null; readonly open: Set<Y.Transaction> }

const followed = new WeakMap<Y.Doc, Followed>()

export const readPlan = (doc: Y.Doc): PlanState => {
  const known = followed.get(doc) ?? follow(doc)
  if (known.changes !== null) {
    known.state = reducePlan(known.state, doc, known.changes)
    known.changes = null
  }
  if (known.open.size === 0) return known.state
  // This state is not kept: a text read now may change again before the transaction ends, without a further event.
  const changes = createChanges()
  for (const transaction of known.open) addChanges(changes, doc, transaction)
  return reducePlan(known.state, doc, changes)
}

const follow = (doc: Y.Doc): Followed => {
  const open = new Set<Y.Transaction>()
  const going = openTransaction(doc)
  if (going !== null) open.add(going)
  const made: Followed = { state: readFromScratch(doc), changes: null, open }
  doc.on('beforeTransaction', (transaction: Y.Transaction) => void open.add(transaction))
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    open.delete(transaction)
    if (transaction.changed.size > 0) addChanges((made.changes ??= createChanges()), doc, transaction)
  })
  followed.set(doc, made)
  return made
}

/** Inside a transaction Yjs returns the open one; otherwise it begins one, which `beforeTransaction` reports. */
const openTransaction = (doc: Y.Doc): Y.Transaction | null => {
  let hasBegun = false
  const note = (): void => void (hasBegun = true)
  doc.on('beforeTransaction', note)
  const transaction = doc.transact((current) => current)
  doc.off('beforeTransaction', note)
  return hasBegun ? null : transaction
}
