/**
 * The state of a session, as a plain value: how far the log was read, which of this device's work is unshared, and the
 * connection to the relay. Only `step` makes the next state; nothing here is changed in place.
 */
import type { Chain } from '#shared/chain/chain.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Limits } from '#shared/protocol/relay-frames.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import type { OwnClients } from '#sync/document/own-clients.ts'
import type { KnownRecords } from '#sync/log/restore.ts'
import type { LogState } from '#sync/log/log-state.ts'
import type { ServedItem } from '#sync/checkpoint/preview.ts'
import type { Backoff } from '#sync/connection/backoff.ts'
import type { Sent } from './in-flight.ts'
import type { RefusalReason } from '../../refusal-reason.ts'
import type { Task, Work } from './work.ts'
import type { TimerName } from './ticket.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The constants of an open session. */
export type Setup = {
  readonly workspace: WorkspaceId
  readonly me: PersonId
  readonly own: OwnClients
  /** The schema version that this app writes, named in every entry. */
  readonly schema: number
  /** The root record with which to begin the workspace, if it was made here and no relay has it yet. */
  readonly root: Bytes | null
  /** This device's share of the checkpoint delay, 0 to 1: drawn once, so that not all devices write one at the same time (K1). */
  readonly checkpointChance: number
  /** The least bytes that a checkpoint must spare others (K1). `null`: the default, as in every real app. */
  readonly leastCheckpoint: number | null
}

/** A repair (C3), from the user's consent until the relay has all records again. */
export type Repair = {
  /** The root record with which to begin the workspace anew where the relay lost it: only its creator may. */
  readonly root: Bytes | null
  /** The records that this device had at the start of the repair, in order: the relay gets those that it lacks. */
  readonly records: readonly Bytes[]
  /** The log's own records with their places, as they are read. */
  readonly read: readonly StoredRecord[]
}

/** The timing of batches (batching.ts), in ms since 1970. */
export type Batching = {
  /** The moment the last batch left. */
  readonly sentAt: number
  /** The moment another person was last heard. */
  readonly activeAt: number
  /** The pause after a refusal: nothing leaves for `ms` after `at`. */
  readonly pause: { readonly at: number; readonly ms: number }
}
export const NO_BATCH: Batching = { sentAt: -Infinity, activeAt: -Infinity, pause: { at: -Infinity, ms: 0 } }

/** `inARow`: refusals since the relay last took something. `waits`: how often this device has waited since. `until`: ms of the monotonic clock. */
export type Refusals = { readonly inARow: number; readonly waits: number; readonly until: number }
export const NO_REFUSALS: Refusals = { inARow: 0, waits: 0, until: -Infinity }

/** The difference between this device's own work and the log. */
export type Sharing = {
  /** Whether there may be edits that the log lacks. */
  readonly dirty: boolean
  /** The last moment when everything was known to be shared, in ms since 1970; `null`: never. */
  readonly sharedAt: number | null
  /** The first and the last edit since the last batch, in ms since 1970; `null`: none. */
  readonly edited: { readonly first: number; readonly last: number } | null
  /** The number of edits so far: an answer about the document holds only as long as this is unchanged. */
  readonly edits: number
  /** The reason why no more of this device's work can leave although the connection is live; `null`: none. */
  readonly blocked: RefusalReason | null
  /** The authors (`null`: unknown) whose text is here and missing from the log: only their own devices can give it back (C3). */
  readonly missingFromLog: readonly (PersonId | null)[]
  readonly batching: Batching
}

/** The newest presence of this device that waits for its turn, and the moment when one was last sent, in ms since 1970. */
export type Presence = { readonly waiting: Uint8Array | null; readonly sentAt: number }

/**
 * The connection to the relay. `socket` numbers the sealed socket that y-websocket holds: each of its sockets stands for one
 * connection.
 */
export type Connection =
  /** A new device asks for a checkpoint (S5). `before`: the newest below this seq; 0 for the newest of all. */
  | {
      readonly name: 'looking'
      readonly before: number
      readonly tries: number
      /** The hello was sent. */
      readonly greeted: boolean
      readonly items: readonly ServedItem[]
      readonly bytes: number
    }
  /** No connection is open. `socket`: y-websocket has asked for one, which comes once the back-off is over. */
  | { readonly name: 'waiting'; readonly socket: number | null }
  /** The socket is open, or about to be; the relay's challenge has not been answered. */
  | { readonly name: 'greeting'; readonly socket: number }
  /** The log is read up to the relay's head. */
  | { readonly name: 'pulling'; readonly socket: number }
  /** The whole log of the relay is here, and the relay is given the records that it lost (C3). */
  | { readonly name: 'repairing'; readonly socket: number; readonly inFlight: readonly Sent[] }
  /** The log is here up to the relay's head, so own work may leave. */
  | {
      readonly name: 'live'
      readonly socket: number
      readonly inFlight: readonly Sent[]
      readonly presence: Presence
      /** The epoch under whose key presence was last sent; presence under a past key opens for nobody. */
      readonly greetedEpoch: number | null
      /** Requests to be told once nothing is in flight. */
      readonly settling: readonly number[]
    }
  /** The device tells the others that it leaves, then stops. */
  | { readonly name: 'leaving'; readonly socket: number }
  /** Trying again is pointless until the user agrees to a repair, or the app is reopened. */
  | { readonly name: 'refused'; readonly reason: RefusalReason }
  /** The document on screen was never the log's (K2), so the app replaces it and opens another session. */
  | { readonly name: 'checkpoint-rejected' }
  | { readonly name: 'stopped' }
export type ConnectionName = Connection['name']
export type Live = Extract<Connection, { readonly name: 'live' }>

export type State = {
  readonly setup: Setup
  readonly connection: Connection
  /** The log as far as it was read and judged. */
  readonly log: LogState
  readonly ring: KeyRing
  /** All records that this device ever knew: the relay may have more, never fewer or different ones. */
  readonly knownRecords: KnownRecords | null
  readonly repair: Repair | null
  /** Updates judged while a key was missing: shown once the whole log is here, or read again with the key. */
  readonly awaitingKey: readonly Uint8Array[]
  readonly sharing: Sharing
  /** The person behind each clientID whose presence was heard, the latest last. */
  readonly present: ReadonlyMap<number, PersonId>
  /** The relay's limits, as its last challenge named them. */
  readonly limits: Limits
  /** The relay's clock, in ms since 1970, when this device's monotonic clock stood at `elapsed`; `null` before the first challenge. */
  readonly relayClock: { readonly now: number; readonly elapsed: number } | null
  readonly backoff: Backoff
  readonly refusals: Refusals
  /** The moment since which the relay answers but turns this device away, in ms of the monotonic clock. */
  readonly turnedAwaySince: number | null
  /** The moment when y-websocket's watchdog was last fed, in ms since 1970. */
  readonly keptAliveAt: number
  /** Whether a cursor is stored. None is written before the first item of the log, and its absence says so (isNewHere). */
  readonly hasCursor: boolean
  /** The purpose of the timer `epoch`: to write one, or to check again whether one is due. */
  readonly epochIsDue: boolean
  /** Work that waits for its turn, oldest first. */
  readonly inbox: readonly Work[]
  /** The current task, which waits for the answer to one effect; the inbox waits behind it. */
  readonly task: Task | null
  /** The ticket's sequence number of each running timer, by name. */
  readonly timers: Readonly<Partial<Record<TimerName, number>>>
  /** The number of connections so far: an answer from an earlier one is stale. */
  readonly generation: number
  /** The number of tickets so far. */
  readonly sequence: number
}

/** The chain of the log; `null` unless the whole log is here. */
export const liveChain = ({ connection, log }: State): Chain | null => (connection.name === 'live' ? log.chain : null)

/** The newest chain that this device knows: its stored records may go further than the log that was read again. */
export const knownChain = ({ log, knownRecords }: State): Chain | null =>
  knownRecords !== null && knownRecords.chain.number > (log.chain?.number ?? -1) ? knownRecords.chain : log.chain

export const hasLine = (
  connection: Connection,
): connection is Extract<Connection, { readonly name: 'greeting' | 'pulling' | 'repairing' | 'live' | 'leaving' }> =>
  connection.name === 'greeting' ||
  connection.name === 'pulling' ||
  connection.name === 'repairing' ||
  connection.name === 'live' ||
  connection.name === 'leaving'

/** The appends in flight. */
export const inFlightOf = ({ connection }: State): readonly Sent[] =>
  connection.name === 'live' || connection.name === 'repairing' ? connection.inFlight : []
