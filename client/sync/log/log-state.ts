/**
 * The log state: how far this device has read a workspace's log, and what the log holds there. It is plain data; accept.ts
 * judges entries, and follower.ts reads items.
 */
import type { Chain } from '#shared/chain/chain.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { Place } from '#shared/protocol/entries.ts'
import { MAX_SEEN_AGE } from '#shared/protocol/limits.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Range } from '../update/delete-set.ts'

/** The person behind a clientID, as every accepted entry proves (E4), and their last edit under it, in ms since 1970 by their clock, no later than the relay got it. */
export type Author = { readonly person: PersonId; readonly lastEdit: number }

/**
 * A preview: the document holds a checkpoint's copy (K2) that the log has not confirmed yet. At `seq` the log must have exactly
 * this digest. `author` wrote the checkpoint.
 */
export type Preview = { readonly seq: number; readonly digest: Uint8Array<ArrayBuffer>; readonly author: PersonId }
/** The items and bytes since the last checkpoint, and the checkpoint's size in bytes (K1). */
export type SinceCheckpoint = { readonly items: number; readonly bytes: number; readonly size: number }

export type LogState = {
  readonly workspace: WorkspaceId
  seq: number
  /** The bytes of all items so far, as the relay counts them (S8). */
  bytes: number
  /** The log hash at `seq`: 32 bytes. */
  hash: Uint8Array<ArrayBuffer>
  /** `null` before the root. */
  chain: Chain | null
  /** Hashes of all records so far, by their number. */
  readonly recordHashes: Uint8Array<ArrayBuffer>[]
  /** Log hashes since this device's start, by seq, for E2. */
  readonly hashes: Map<number, Uint8Array<ArrayBuffer>>
  /** The state vector and delete set of everything accepted: together a Yjs snapshot. */
  readonly clocks: Map<number, number>
  readonly deletes: Map<number, readonly Range[]>
  /** The author behind each clientID: authorship comes from here, never from a field. */
  readonly authors: Map<number, Author>
  /**
   * The clientIDs under which the log has text of a second person. Each belongs to whoever the log has it from first; from then
   * on nothing under it counts as anybody's, because a value does not say which clock it was set at.
   */
  readonly taken: Set<number>
  /** The epochs whose entries could not be opened for want of a key: once one of the keys comes, the log is read again. */
  readonly missedEpochs: Set<number>
  /** Whether the log showed an erased entry: see `hidesEntries`. */
  erased: boolean
  sinceCheckpoint: SinceCheckpoint
  preview: Preview | null
}

export const startOfLog = (workspace: WorkspaceId): LogState => ({
  workspace,
  seq: 0,
  bytes: 0,
  hash: firstLogHash(workspace),
  chain: null,
  recordHashes: [],
  hashes: new Map([[0, firstLogHash(workspace)]]),
  clocks: new Map(),
  deletes: new Map(),
  authors: new Map(),
  taken: new Set(),
  missedEpochs: new Set(),
  erased: false,
  sinceCheckpoint: { items: 0, bytes: 0, size: 0 },
  preview: null,
})

/** Whether the relay keeps entries back: only a closed workspace may have erased entries. */
export const hidesEntries = ({ erased, chain }: LogState): boolean => erased && chain?.closed !== true

/** Advances by one item, and drops the hashes that no honest `seen` can name any more. */
export const advanceLog = (state: LogState, item: Uint8Array): void => {
  state.seq += 1
  state.bytes += item.length
  state.hash = nextLogHash(state.hash, item)
  state.hashes.set(state.seq, state.hash)
  state.hashes.delete(state.seq - MAX_SEEN_AGE - 1)
  const { items, bytes, size } = state.sinceCheckpoint
  state.sinceCheckpoint = { items: items + 1, bytes: bytes + item.length, size }
}

/** K1: notes a checkpoint. Items between the place that it covers and its own are few, and count as covered. */
export const noteCheckpoint = (state: LogState, item: Uint8Array): void => {
  state.sinceCheckpoint = { items: 0, bytes: 0, size: item.length }
}

/** Whose text this is, by its clientID and the log; `null`: nobody's that is known. */
export const authorAt = ({ authors, taken }: Pick<LogState, 'authors' | 'taken'>, client: number): PersonId | null =>
  taken.has(client) ? null : (authors.get(client)?.person ?? null)

/** Notes who wrote under these clientIDs. `false`: one of them belongs to somebody else. */
export const noteAuthors = (state: LogState, clients: Iterable<number>, author: Author): boolean => {
  let isOwn = true
  for (const client of clients) {
    const first = state.authors.get(client)
    if (first === undefined || first.person === author.person) state.authors.set(client, author)
    else {
      state.taken.add(client)
      isOwn = false
    }
  }
  return isOwn
}

export const advanceChain = (state: LogState, chain: Chain): void => {
  state.chain = chain
  state.recordHashes[chain.number] = chain.hash
}

export const seenPlace = (state: LogState): Place => ({ number: state.seq, hash: shortHash(state.hash) })

const isAt = (place: Place, hash: Uint8Array | undefined): boolean =>
  hash === undefined || equalBytes(place.hash, shortHash(hash))

/** E2: whether `seen` names a place of this log. A place before this device's start cannot be checked, and raises no alarm. */
export const knowsPlace = (state: LogState, seen: Place): boolean =>
  seen.number <= state.seq && isAt(seen, state.hashes.get(seen.number))

export const knowsRecord = (state: LogState, record: Place): boolean =>
  record.number < state.recordHashes.length && isAt(record, state.recordHashes[record.number])
