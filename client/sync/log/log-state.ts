/**
 * How far this device has come in a workspace's log, and what the log holds by then. Plain data; the judgement is
 * accept.ts, the reading of items follower.ts.
 */
import type { Chain } from '#shared/chain/chain.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { Place } from '#shared/protocol/entries.ts'
import { MAX_SEEN_AGE } from '#shared/protocol/limits.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Range } from '../update/delete-set.ts'

/** Whose clientID it is, as every accepted entry proves (E4), and ms of their last edit under it, by their clock. */
export type Author = { readonly person: PersonId; readonly lastEdit: number }

/**
 * The document holds what a checkpoint says (K2), and the log has not said so yet: by `seq` it must hold exactly what has
 * this digest. `author` wrote it.
 */
export type Preview = { readonly seq: number; readonly digest: Uint8Array<ArrayBuffer>; readonly author: PersonId }
/** What has come since the last checkpoint, and how large that was, in bytes (K1). */
export type SinceCheckpoint = { readonly items: number; readonly bytes: number; readonly size: number }

export type LogState = {
  readonly workspace: WorkspaceId
  seq: number
  /** Of all items so far, as the relay counts them (S8). */
  bytes: number
  /** 32 bytes, at `seq`. */
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
  /** By clientID: who wrote what comes from here, never from a field. */
  readonly authors: Map<number, Author>
  /** Epochs whose entries could not be opened for want of a key: once one of the keys is there, the log is read anew. */
  readonly missedEpochs: Set<number>
  /** The log showed an entry of which only the hash is left: see `hidesEntries`. */
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
  missedEpochs: new Set(),
  erased: false,
  sinceCheckpoint: { items: 0, bytes: 0, size: 0 },
  preview: null,
})

/** Entries are erased when a workspace is closed; from anywhere else the relay keeps some of them back. */
export const hidesEntries = ({ erased, chain }: LogState): boolean => erased && chain?.closed !== true

/** One item further. Hashes that no honest `seen` can name any more are forgotten. */
export const advanceLog = (state: LogState, item: Uint8Array): void => {
  state.seq += 1
  state.bytes += item.length
  state.hash = nextLogHash(state.hash, item)
  state.hashes.set(state.seq, state.hash)
  state.hashes.delete(state.seq - MAX_SEEN_AGE - 1)
  const { items, bytes, size } = state.sinceCheckpoint
  state.sinceCheckpoint = { items: items + 1, bytes: bytes + item.length, size }
}

/** K1: what came between what a checkpoint has seen and the checkpoint itself is little, and counts as covered. */
export const noteCheckpoint = (state: LogState, item: Uint8Array): void => {
  state.sinceCheckpoint = { items: 0, bytes: 0, size: item.length }
}

export const advanceChain = (state: LogState, chain: Chain): void => {
  state.chain = chain
  state.recordHashes[chain.number] = chain.hash
}

export const seenPlace = (state: LogState): Place => ({ number: state.seq, hash: shortHash(state.hash) })

const isAt = (place: Place, hash: Uint8Array | undefined): boolean =>
  hash === undefined || equalBytes(place.hash, shortHash(hash))

/** E2: does `seen` name a place of this log? What lies before this device's start cannot be checked, and raises nothing. */
export const knowsPlace = (state: LogState, seen: Place): boolean =>
  seen.number <= state.seq && isAt(seen, state.hashes.get(seen.number))

export const knowsRecord = (state: LogState, record: Place): boolean =>
  record.number < state.recordHashes.length && isAt(record, state.recordHashes[record.number])
