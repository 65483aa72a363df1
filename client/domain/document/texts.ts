/** Writing into a text that others may be writing in: only the changed part is touched, so that the words of both are kept. */
import * as Y from 'yjs'
import { writtenIn } from './entities.ts'
import type { EntityId } from './entity-id.ts'
import { entitiesOf, type EntityKind } from './plan-doc.ts'
import { entityOf } from './plan-state.ts'
import { readPlan } from './read-plan.ts'

/** The difference between `before` and `after`; offsets are in UTF-16 units, never inside a surrogate pair. */
export type Change = { readonly at: number; readonly removed: number; readonly inserted: string }

export const findChange = (before: string, after: string): Change | null => {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (isInsidePair(before, before.length - end) || isInsidePair(after, after.length - end)) end -= 1
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

/**
 * The same for a person whose caret stands at `caret` afterwards: of equal letters beside each other, the one that was typed or
 * deleted there. Words of two people are kept apart by it.
 */
export const findTyped = (before: string, after: string, caret: number): Change | null => {
  const change = findChange(before, after)
  if (change === null) return null
  const at = caret - change.inserted.length
  const inserted = after.slice(at, caret)
  if (at < 0 || at > change.at || isInsidePair(before, at) || isInsidePair(before, at + change.removed)) return change
  const isSame = before.slice(0, at) + inserted + before.slice(at + change.removed) === after
  return isSame ? { at, removed: change.removed, inserted } : change
}

/** The shared text itself, for an editor that writes in it; `null` when it is not there. */
export const textOf = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): Y.Text | null => {
  const map = entitiesOf(doc, kind).get(id)
  const text = map instanceof Y.Map ? map.get(name) : null
  return text instanceof Y.Text ? text : null
}

export const readText = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): string =>
  writtenIn(entityOf(readPlan(doc), kind, id), name)

/** Makes the text read `after`, as typed by a person who saw the result of `readText`: hidden content is not touched. */
export const setText = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string, after: string): void => {
  const text = textOf(doc, kind, id, name)
  const change = text === null ? null : findChange(readText(doc, kind, id, name), after.toWellFormed())
  if (text === null || change === null) return
  doc.transact(() => {
    if (change.removed > 0) text.delete(change.at, change.removed)
    if (change.inserted !== '') text.insert(change.at, change.inserted)
  }, setText)
}

/** Writes one change, exactly there. */
export const changeText = (doc: Y.Doc, text: Y.Text, { at, removed, inserted }: Change): void =>
  doc.transact(() => {
    const length = Math.min(removed, Math.max(0, text.length - at))
    if (length > 0) text.delete(at, length)
    if (inserted !== '') text.insert(Math.min(at, text.length), inserted.toWellFormed())
  }, setText)

const isInsidePair = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff && at > 0
}
