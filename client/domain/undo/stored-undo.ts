/**
 * Undo across a reload: what a device keeps of the undo stacks, and how they are built again. An item names what it wrote and
 * deleted by Yjs's ids, and holds no words. Deleted words stay in the local copy instead: while a document loads,
 * `protectDeleted` keeps Yjs from collecting those that an item of the last hour may bring back. What is stored is outside
 * input.
 */
import * as Y from 'yjs'
import { parseEntityId } from '../document/entity-id.ts'
import { itemOf } from '../document/written-by.ts'
import { type Done, doneOf, type Manager, setDone, type StackItem, type UndoKind } from './undo-done.ts'
import { finishedAlready, setFinishedAlready } from './undo-finished.ts'

/** How long an act can be undone after a reload, in ms: a work session, not a way to find an old version. */
export const UNDO_MS = 60 * 60 * 1_000
/** Items of one stack. Nobody takes back more by hand. */
const MOST_ITEMS = 100
/** Ranges of ids of all items together, some 24 bytes each: what is stored at each pause stays below 100 kB. */
const MOST_RANGES = 4_000

type Range = readonly [client: number, clock: number, length: number]
/** Ids, and the ids under which Yjs has written the same content again. */
type Redone = readonly [...Range, toClient: number, toClock: number]
type StoredItem = {
  readonly done: Done
  readonly insertions: readonly Range[]
  readonly deletions: readonly Range[]
  readonly finished: readonly string[]
}
/** The items of each stack, the oldest first. */
export type StoredUndo = {
  readonly plan: readonly StoredItem[]
  readonly story: readonly StoredItem[]
  readonly redone: readonly Redone[]
}
export type Stacks = { readonly plan: Manager; readonly story: Manager }

const VERSION = 1
export const NO_UNDO: StoredUndo = { plan: [], story: [], redone: [] }

/** The items of the last hour; none when what is stored is no version of ours. */
export const parseStoredUndo = (value: unknown, now: number): StoredUndo => {
  if (member(value, 'version') !== VERSION) return NO_UNDO
  let room = MOST_RANGES
  const items = (name: 'plan' | 'story'): readonly StoredItem[] => {
    const found: StoredItem[] = []
    for (const each of listIn(value, name).slice(-MOST_ITEMS).toReversed()) {
      const item = parseItem(each)
      room -= item === null ? 0 : item.insertions.length + item.deletions.length
      if (item === null || room < 0 || Math.abs(now - item.done.at) > UNDO_MS) break // never an older item without the later
      found.unshift(item)
    }
    return found
  }
  const redone = listIn(value, 'redone').slice(-MOST_RANGES).map(parseRedone)
  const [plan, story] = [items('plan'), items('story')]
  return { plan, story, redone: plan.length + story.length === 0 ? [] : redone.filter((each) => each !== null) }
}

/** For a document that is about to load: keeps what was deleted for these items. Returns the end of that. */
export const protectDeleted = (doc: Y.Doc, { plan, story, redone }: StoredUndo): (() => void) => {
  const replaced = redone.map(([client, clock, length]): Range => [client, clock, length])
  const deleted = toSet([...[...plan, ...story].flatMap(({ deletions }) => deletions), ...replaced])
  const collectAll = doc.gcFilter
  doc.gcFilter = (item) => !overlaps(deleted, item) && collectAll(item)
  return () => {
    doc.gcFilter = collectAll
  }
}

/** Builds the stacks again in a document that was loaded under `protectDeleted`, and follows them; see `StoredStacks`. */
export const restoreUndo = (doc: Y.Doc, stacks: Stacks, stored: StoredUndo): StoredStacks => {
  doc.transact((transaction) => {
    for (const each of stored.redone) link(doc, transaction, each)
    for (const name of ['plan', 'story'] as const)
      stacks[name].undoStack = stored[name]
        .map((item) => toStackItem(doc, transaction, item))
        .filter(({ insertions, deletions }) => insertions.clients.size + deletions.clients.size > 0)
  }, RESTORING)
  return followStacks(doc, stacks, stored.redone)
}
const RESTORING = { name: 'restoreUndo' }

/** `read` gives what is to be stored now, as plain values. */
export type StoredStacks = { read(now: number): unknown }

const followStacks = (doc: Y.Doc, stacks: Stacks, before: readonly Redone[]): StoredStacks => {
  let redone = before
  for (const manager of [stacks.plan, stacks.story])
    manager.on('stack-item-popped', ({ stackItem }) => {
      redone = [...redone, ...redoneIn(doc, stackItem)].slice(-MOST_RANGES)
    })
  return {
    read(now) {
      const toStored = (manager: Manager): readonly StoredItem[] =>
        manager.undoStack
          .slice(-MOST_ITEMS)
          .filter((item) => Math.abs(now - doneOf(item).at) <= UNDO_MS)
          .map(toStoredItem)
      return { version: VERSION, plan: toStored(stacks.plan), story: toStored(stacks.story), redone }
    },
  }
}

const toStoredItem = (item: StackItem): StoredItem => ({
  done: doneOf(item),
  insertions: toRanges(item.insertions),
  deletions: toRanges(item.deletions),
  finished: [...finishedAlready(item)],
})

const toStackItem = (doc: Y.Doc, transaction: Y.Transaction, item: StoredItem): StackItem => {
  const deletions: Range[] = []
  Y.iterateDeletedStructs(transaction, toSet(item.deletions), (struct) => {
    // A copy that was replaced since, or collected, has nothing to bring back.
    if (!(struct instanceof Y.Item) || !struct.deleted || struct.content instanceof Y.ContentDeleted) return
    keep(struct)
    deletions.push([struct.id.client, struct.id.clock, struct.length])
  })
  const there = item.insertions.flatMap(([client, clock, length]): Range[] => {
    const known = Math.min(length, Y.getState(doc.store, client) - clock)
    return known > 0 ? [[client, clock, known]] : []
  })
  const built = { insertions: toSet(there), deletions: toSet(deletions), meta: new Map() }
  setDone(built, item.done)
  setFinishedAlready(built, item.finished)
  return built
}

/** Keeps an item and all that holds it from being collected, as Yjs does for its own stacks. */
const keep = (item: Y.Item): void => {
  let each: Y.Item | null = item
  while (each !== null && !each.keep) {
    each.keep = true
    each = each.parent instanceof Y.AbstractType ? itemOf(each.parent) : null
  }
}

const redoneIn = (doc: Y.Doc, { deletions }: StackItem): readonly Redone[] => {
  const found: Redone[] = []
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.redone === null) return
      found.push([struct.id.client, struct.id.clock, struct.length, struct.redone.client, struct.redone.clock])
    })
  }, RESTORING)
  return found
}

const link = (doc: Y.Doc, transaction: Y.Transaction, [client, clock, length, toClient, toClock]: Redone): void => {
  const to = Y.createID(toClient, toClock)
  if (clock + length > Y.getState(doc.store, client) || toClock + length > Y.getState(doc.store, toClient)) return
  if (leadsTo(doc, to, [client, clock, length])) return
  Y.iterateDeletedStructs(transaction, toSet([[client, clock, length]]), (struct) => {
    if (!(struct instanceof Y.Item) || !struct.deleted) return
    keep(struct)
    struct.redone = Y.createID(toClient, toClock + struct.id.clock - clock)
  })
}

/** Whether content that was written again is, in the end, this content: Yjs would follow such a circle for ever. */
const leadsTo = (doc: Y.Doc, from: Y.ID, [client, clock, length]: Range): boolean => {
  for (let id: Y.ID | null = from; id !== null;) {
    const item: Y.Item | Y.GC = Y.getItem(doc.store, id)
    const start = item.id.clock
    if (item.id.client === client && start < clock + length && clock < start + item.length) return true
    id = item instanceof Y.Item ? item.redone : null
  }
  return false
}

type DeleteSet = StackItem['deletions']

const toSet = (ranges: readonly Range[]): DeleteSet => {
  const set = Y.createDeleteSet()
  for (const [client, clock, len] of ranges) {
    const known = set.clients.get(client) ?? []
    known.push({ clock, len })
    set.clients.set(client, known)
  }
  return Y.mergeDeleteSets([set]) // in the order of their clocks, as Yjs expects
}

const toRanges = ({ clients }: DeleteSet): readonly Range[] =>
  [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }): Range => [client, clock, len]))

const overlaps = ({ clients }: DeleteSet, { id, length }: Y.Item): boolean => {
  const ranges = clients.get(id.client)
  if (ranges === undefined) return false
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range !== undefined && range.clock + range.len <= id.clock) low = middle + 1
    else high = middle
  }
  const first = ranges[low]
  return first !== undefined && first.clock < id.clock + length
}

/** Paths of our screens: it becomes a link. */
const SCREEN = /^[\w/-]{0,200}$/
const KIND = /^[a-zA-Z]{1,20}$/

const parseItem = (value: unknown): StoredItem | null => {
  const done = member(value, 'done')
  const [at, screen, kind] = [member(done, 'at'), member(done, 'screen'), member(done, 'kind')]
  const insertions = listIn(value, 'insertions').map(parseRange)
  const deletions = listIn(value, 'deletions').map(parseRange)
  if (!isCount(at) || typeof screen !== 'string' || !SCREEN.test(screen)) return null
  if (insertions.includes(null) || deletions.includes(null)) return null
  return {
    done: { at, screen, kind: typeof kind === 'string' && KIND.test(kind) ? (kind as UndoKind) : null },
    insertions: insertions.filter((range) => range !== null),
    deletions: deletions.filter((range) => range !== null),
    finished: listIn(value, 'finished')
      .map((id) => (typeof id === 'string' ? parseEntityId(id) : null))
      .filter((id) => id !== null),
  }
}

const parseRange = (value: unknown): Range | null => {
  const [client, clock, length] = Array.isArray(value) ? (value as unknown[]) : []
  if (!isCount(client) || !isCount(clock) || !isCount(length) || length === 0) return null
  return isCount(clock + length) ? [client, clock, length] : null
}

const parseRedone = (value: unknown): Redone | null => {
  const range = parseRange(value)
  const [toClient, toClock] = Array.isArray(value) ? (value as unknown[]).slice(3) : []
  return range !== null && isCount(toClient) && isCount(toClock) ? [...range, toClient, toClock] : null
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = member(value, name)
  return Array.isArray(list) ? (list as unknown[]).slice(0, MOST_RANGES + MOST_ITEMS) : []
}
