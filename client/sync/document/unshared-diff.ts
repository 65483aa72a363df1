/**
 * The unshared diff: the part of this device's work that the log lacks (PROTOCOL.md §5, "one path for everything local"). The
 * provider answers a step 1, and its answer is cut down to what is new. Typing and a week offline go the same way.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { type DeleteSet, fromYjs, subtractDeletes, writeDeletes } from '../update/delete-set.ts'
import { CLOCK_LIMIT, type Clocks, type Struct } from '../update/update.ts'
import { writeUpdate } from '../update/write-update.ts'

/**
 * Runs `run` while the document's pending structs are hidden. They wait for text that a damaged local copy lost; Yjs would
 * include them, gaps and all. The log brings the missing text.
 */
export const withoutPending = <Result>({ store }: Y.Doc, run: () => Result): Result => {
  const { pendingStructs, pendingDs } = store
  store.pendingStructs = store.pendingDs = null
  try {
    return run()
  } finally {
    store.pendingStructs = pendingStructs
    store.pendingDs = pendingDs
  }
}

/**
 * The state vector of a step 1 that can only be answered with own structs: own clocks as far as they are shared, and
 * "everything" of all others.
 */
export const ownStateVector = (
  doc: Y.Doc,
  own: { has(client: number): boolean },
  shared: Clocks,
): Uint8Array<ArrayBuffer> => {
  const clocks = new Map<number, number>()
  for (const client of doc.store.clients.keys())
    clocks.set(client, own.has(client) ? (shared.get(client) ?? 0) : CLOCK_LIMIT)
  return Y.encodeStateVector(clocks) as Uint8Array<ArrayBuffer>
}

const encodeDeletes = (deletes: DeleteSet): Uint8Array => encoding.encode((encoder) => writeDeletes(encoder, deletes))

/** The length of a V1 delete set, as Yjs wrote it: its ranges as they stand, unsorted and unmerged. */
const deleteSetLength = (set: ReturnType<typeof Y.decodeUpdate>['ds']): number =>
  encodeDeletes(
    new Map(
      [...set.clients].map(([client, items]) => [client, items.map(({ clock, len }) => [clock, clock + len] as const)]),
    ),
  ).length

/** A V1 update is its structs followed by its delete set, so the set can be exchanged without touching the structs. */
const withDeletes = (update: Uint8Array, before: ReturnType<typeof Y.decodeUpdate>['ds'], deletes: DeleteSet) =>
  concatBytes(update.subarray(0, update.length - deleteSetLength(before)), encodeDeletes(deletes))

/** The provider's `answer` without the deletions that are shared already; `null` when nothing is left to share. */
export const stripShared = (answer: Uint8Array, shared: DeleteSet): Uint8Array<ArrayBuffer> | null => {
  const { structs, ds } = Y.decodeUpdate(answer)
  const fresh = subtractDeletes(fromYjs(ds), shared)
  if (structs.length === 0 && fresh.size === 0) return null
  return withDeletes(answer, ds, fresh)
}

/** All own structs that `clocks` lack, with deletions of own text only: the author of other deletions is unknown. */
export const ownAlone = (doc: Y.Doc, own: { has(client: number): boolean }, clocks: Clocks): Uint8Array => {
  const all = withoutPending(doc, () => Y.encodeStateAsUpdate(doc, ownStateVector(doc, own, clocks)))
  const { ds } = Y.decodeUpdate(all)
  return withDeletes(all, ds, new Map([...fromYjs(ds)].filter(([client]) => own.has(client))))
}

/** The own part of the document's pending structs, as one update for each piece without a gap. */
export const ownWaiting = ({ store }: Y.Doc, own: { has(client: number): boolean }): readonly Uint8Array[] => {
  const waiting = store.pendingStructs === null ? [] : Y.decodeUpdateV2(store.pendingStructs.update).structs
  const runs: Struct[][] = []
  for (const struct of waiting) {
    if (struct instanceof Y.Skip || !own.has(struct.id.client)) continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows = last?.id.client === struct.id.client && last.id.clock + last.length === struct.id.clock
    if (follows) run?.push(struct)
    else runs.push([struct])
  }
  return runs.map((run) => writeUpdate(new Map([[run[0]?.id.client ?? 0, run]]), new Map()))
}
