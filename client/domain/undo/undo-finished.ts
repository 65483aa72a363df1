/**
 * A finished wheel stays as it was: no undo takes a score or a word out of it, or puts one back. Later acts on it, such as
 * choosing between two scores, can be undone like any other.
 */
import * as Y from 'yjs'
import { isFinished } from '../wheel/check-ins.ts'
import { parseEntityId } from '../document/entity-id.ts'
import { entitiesOf, valuesOf } from '../document/plan-doc.ts'
import { parseName } from '../document/value-name.ts'
import { itemOf } from '../document/written-by.ts'
import type { StackItem } from './undo-done.ts'

/** The fields that people fill in; finishing and setting aside are about the wheel as a whole. */
const FILLED_IN = /^(?:(?:score|talk|note):|ownTopic$)/
const PREFIX = 'checkIn:'

/** Remembers for each stack item the wheels that were already finished when it was made. */
export const watchFinished = (doc: Y.Doc, manager: Y.UndoManager): void => {
  manager.on('stack-item-added', ({ stackItem, changedParentTypes }) => {
    const changed: ReadonlyMap<unknown, readonly unknown[]> = changedParentTypes
    const afterwards = new Set<string>()
    for (const event of changed.get(valuesOf(doc)) ?? [])
      for (const name of event instanceof Y.YMapEvent ? event.keysChanged : []) {
        const wheel = wheelOf(parseName(String(name))?.owner)
        if (wheel !== null && isFinished(doc, wheel)) afterwards.add(wheel)
      }
    stackItem.meta.set(FINISHED, afterwards)
  })
}

const FINISHED = 'finished'

/** The wheels that were already finished when an item was made. */
export const finishedAlready = (item: StackItem): ReadonlySet<string> =>
  (item.meta.get(FINISHED) as ReadonlySet<string> | undefined) ?? new Set()

export const setFinishedAlready = (item: StackItem, wheels: readonly string[]): void =>
  void item.meta.set(FINISHED, new Set(wheels))

/** Removes from a stack item everything that would change a finished wheel. */
export const leaveFinished = (doc: Y.Doc, transaction: Y.Transaction, stackItem: StackItem): void => {
  const afterwards = finishedAlready(stackItem)
  for (const set of [stackItem.insertions, stackItem.deletions]) {
    const written: Y.Item[] = []
    Y.iterateDeletedStructs(transaction, set, (struct) => {
      const wheel = struct instanceof Y.Item ? filledIn(doc, struct) : null
      if (wheel !== null && !afterwards.has(wheel) && isFinished(doc, wheel)) written.push(struct as Y.Item)
    })
    for (const { id, length } of written) leaveOut(set, id, length)
  }
}

/** The wheel that has this item as a score, a wish to talk, or text. */
const filledIn = (doc: Y.Doc, { parent, parentSub }: Y.Item) => {
  if (parent === valuesOf(doc)) {
    const place = parseName(parentSub ?? '')
    return place !== null && FILLED_IN.test(place.field) ? wheelOf(place.owner) : null
  }
  if (!(parent instanceof Y.Text) || !FILLED_IN.test(itemOf(parent)?.parentSub ?? '')) return null
  const map = parent.parent
  return map?.parent === entitiesOf(doc, 'checkIn') ? parseEntityId(itemOf(map)?.parentSub) : null
}

const wheelOf = (owner: string | undefined) =>
  owner?.startsWith(PREFIX) === true ? parseEntityId(owner.slice(PREFIX.length)) : null

export const leaveOut = ({ clients }: StackItem['deletions'], { client, clock }: Y.ID, length = 1): void => {
  const after = clock + length
  const ranges = (clients.get(client) ?? []).flatMap((range) => {
    const end = range.clock + range.len
    if (after <= range.clock || clock >= end) return [range]
    const parts = [
      { clock: range.clock, len: clock - range.clock },
      { clock: after, len: end - after },
    ]
    return parts.filter(({ len }) => len > 0)
  })
  if (ranges.length > 0) clients.set(client, ranges)
  else clients.delete(client)
}
