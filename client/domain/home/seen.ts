/**
 * What I have seen of a plan, as Yjs state vectors (news.ts): looking on one device is looking on all. Marks are only ever
 * joined, so each device adds what is new in its own, and all of them together count. Writing whole marks would cost a busy
 * plan 10 kB a day, since every loading of a plan has a clientID of its own.
 */
import * as Y from 'yjs'
import { fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { fieldsOf, namesIn, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { valuesOf } from '../document/plan-doc.ts'
import type { ValueKey } from '../document/value-name.ts'
import { addValue, type Randomness } from '../document/values.ts'

/** The clientIDs of one value: 13 bytes each at most, so that it stays below the longest text that is read (plain.ts). */
const CLIENTS_PER_VALUE = 1_500
/** From this many values they are written anew as few. */
const MANY_VALUES = 16

type Vector = ReadonlyMap<number, number>

/** Joins two marks; an unreadable one counts as none. */
export const joinSeen = (one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null => {
  if (one === null || other === null) return one ?? other
  return Y.encodeStateVector(joined([decode(one), decode(other)]))
}

/** Whether `mark` holds everything that `part` does. */
export const holdsSeen = (mark: Uint8Array | null, part: Uint8Array): boolean =>
  newIn(decode(part), mark === null ? new Map() : decode(mark)).size === 0

/** `null`: never looked. */
export const readSeen = (doc: Y.Doc, plan: WorkspaceId): Uint8Array | null => {
  const vectors = vectorsOf(doc, plan)
  return vectors.length === 0 ? null : Y.encodeStateVector(joined(vectors))
}

/** Adds what this mark has beyond the known ones. */
export const addSeen = (doc: Y.Doc, plan: WorkspaceId, seen: Uint8Array, randomness: Randomness): void =>
  doc.transact(() => {
    const vectors = vectorsOf(doc, plan)
    const known = joined(vectors)
    const added = newIn(decode(seen), known)
    if (added.size === 0 && vectors.length > 0) return
    const names = namesIn(fieldsOf(readPlan(doc), ownerOf(plan)), 'seen')
    const whole = toValues(joined([known, added]))
    const isCrowded = names.length >= Math.max(MANY_VALUES, 2 * whole.length)
    if (isCrowded) for (const name of names) valuesOf(doc).delete(name)
    for (const value of isCrowded ? whole : toValues(added)) addValue(doc, keyOf(plan), value, randomness)
  }, addSeen)

const ownerOf = (plan: WorkspaceId): string => `plan:${plan}`
const keyOf = (plan: WorkspaceId): ValueKey => `plan:${plan}/seen`

const vectorsOf = (doc: Y.Doc, plan: WorkspaceId): readonly Vector[] =>
  signedIn(fieldsOf(readPlan(doc), ownerOf(plan)), 'seen').flatMap(({ value }) => {
    const bytes = typeof value === 'string' ? fromBase64url(value) : null
    return bytes === null ? [] : [decode(bytes)]
  })

const toValues = (vector: Vector): readonly string[] => {
  const entries = [...vector].toSorted(([a], [b]) => a - b)
  const values: string[] = []
  for (let start = 0; start === 0 || start < entries.length; start += CLIENTS_PER_VALUE)
    values.push(toBase64url(Y.encodeStateVector(new Map(entries.slice(start, start + CLIENTS_PER_VALUE)))))
  return values
}

const decode = (bytes: Uint8Array): Vector => {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return new Map()
  }
}

const joined = (vectors: readonly Vector[]): Map<number, number> => {
  const all = new Map<number, number>()
  for (const vector of vectors)
    for (const [client, clock] of vector) all.set(client, Math.max(clock, all.get(client) ?? 0))
  return all
}

const newIn = (vector: Vector, known: Vector): Map<number, number> =>
  new Map([...vector].filter(([client, clock]) => clock > (known.get(client) ?? 0)))
