/**
 * What a session is at one moment, as a plain value: how far the log was read, what of this device's work is not shared yet,
 * and how it stands with the relay. Only `step` makes the next one; nothing here is ever changed in place.
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

/** What never changes while a session is open. */
export type Setup = {
  readonly workspace: WorkspaceId
  readonly me: PersonId
  readonly own: OwnClients
  /** The schema version that this app writes, named in every entry. */
  readonly schema: number
  /** To begin the workspace at the relay with, where it was made here and no relay has it yet. */
  readonly root: Bytes | null
  /** How long this device puts a checkpoint off, 0 to 1: drawn once, so that not all write one at the same time (K1). */
  readonly checkpointChance: number
  /** What a checkpoint spares others at least, in bytes (K1). `null`: as in every real app. */
  readonly leastCheckpoint: number | null
}

/** C3, from the moment that somebody agreed until the relay has all records again. */
export type Repair = {
  /** To begin the workspace with where the relay has none of it: only its creator may. */
  readonly root: Bytes | null
  /** The records that this device held when it began, in order: the relay gets those that it lacks. */
  readonly records: readonly Bytes[]
  /** The log's own records with their places, as they are read. */
  readonly read: readonly StoredRecord[]
}

/** When batches left and may leave (batching.ts); ms since 1970. */
export type Batching = {
  /** When the last batch left. */
  readonly sentAt: number
  /** When another person was heard last. */
  readonly activeAt: number
  /** The relay asked at `at` to be left alone for `ms`. */
  readonly held: { readonly at: number; readonly ms: number }
}
export const NO_BATCH: Batching = { sentAt: -Infinity, activeAt: -Infinity, held: { at: -Infinity, ms: 0 } }

/** This device's own work against the log. */
export type Sharing = {
  /** There are edits that the log may not have. */
  readonly dirty: boolean
  /** ms since 1970: when all was last known to be shared; `null` never. */
  readonly sharedAt: number | null
  /** ms since 1970 of the first and the last edit since the last batch; `null` none. */
  readonly edited: { readonly first: number; readonly last: number } | null
  /** Grows with every edit: an answer about the document holds only as long as it stands still. */
  readonly edits: number
  /** Why nothing more of this device's work can leave, although the connection holds. */
  readonly blocked: RefusalReason | null
  /** Of those whose text is here and not in the log: what the relay lost must come from their own devices (C3). */
  readonly missingFromLog: readonly (PersonId | null)[]
  readonly batching: Batching
}

/** The latest of this device's presence that waits for its turn, and ms since 1970 when one was sent last. */
export type Presence = { readonly waiting: Uint8Array | null; readonly sentAt: number }

/**
 * How it stands with the relay. `socket` numbers the sealed socket that y-websocket holds: each of its sockets stands for one
 * connection.
 */
export type Connection =
  /** A new device asks for the newest checkpoint (S5). `before`: one below this seq; 0 for the newest. */
  | {
      readonly name: 'looking'
      readonly before: number
      readonly tries: number
      /** The hello was sent. */
      readonly greeted: boolean
      readonly items: readonly ServedItem[]
      readonly bytes: number
    }
  /** Nothing is open. `socket`: y-websocket has asked for a connection, and it comes once the back-off is over. */
  | { readonly name: 'waiting'; readonly socket: number | null }
  /** The socket is open, or about to be; the relay's challenge has not been answered. */
  | { readonly name: 'greeting'; readonly socket: number }
  /** The log is read up to the relay's head. */
  | { readonly name: 'pulling'; readonly socket: number }
  /** All of the relay's log is here, and it is given the records that it lost (C3). */
  | { readonly name: 'repairing'; readonly socket: number; readonly inFlight: readonly Sent[] }
  /** Everything up to the relay's head is here: own work may leave. */
  | {
      readonly name: 'live'
      readonly socket: number
      readonly inFlight: readonly Sent[]
      readonly presence: Presence
      /** The epoch under whose key this device was heard; under a key that is over, nobody hears. */
      readonly greetedEpoch: number | null
      /** Requests to be told once nothing is in flight. */
      readonly settling: readonly number[]
    }
  /** The others are told that this device goes; then it stops. */
  | { readonly name: 'leaving'; readonly socket: number }
  /** There is no point in trying again before somebody agrees to a repair, or the app is opened anew. */
  | { readonly name: 'refused'; readonly reason: RefusalReason }
  /** The document on screen was never the log's (K2): the app replaces it and opens another session. */
  | { readonly name: 'checkpoint-rejected' }
  | { readonly name: 'stopped' }
export type ConnectionName = Connection['name']
export type Live = Extract<Connection, { readonly name: 'live' }>

export type State = {
  readonly setup: Setup
  readonly connection: Connection
  /** As far as the log was read and judged. */
  readonly log: LogState
  readonly ring: KeyRing
  /** The records that this device ever knew: the relay may have more, never fewer or others. */
  readonly knownRecords: KnownRecords | null
  readonly repair: Repair | null
  /** What the log says as far as it can be told while a key is missing: shown once all of the log is here, or read again with the key. */
  readonly awaitingKey: readonly Uint8Array[]
  readonly sharing: Sharing
  /** By clientID, whose presence was heard; the ones heard last stand last. */
  readonly present: ReadonlyMap<number, PersonId>
  /** What the relay takes, as it said when it was reached last. */
  readonly limits: Limits
  /** The relay's clock, ms since 1970, when this device's time that nobody sets was `elapsed`; `null` before it said so. */
  readonly relayClock: { readonly now: number; readonly elapsed: number } | null
  readonly backoff: Backoff
  /** ms that nobody sets: since when the relay answers, and sends this device away. */
  readonly turnedAwaySince: number | null
  /** ms since 1970: when y-websocket's watchdog was last kept quiet. */
  readonly keptAliveAt: number
  /** A cursor is kept already. Before the first word of the log there is nothing to say, and none says so (isNewHere). */
  readonly hasCursor: boolean
  /** What the timer `epoch` is for: to write one, or to look again whether one is due. */
  readonly epochIsDue: boolean
  /** What has come and has not had its turn, oldest first. */
  readonly inbox: readonly Work[]
  /** What is being done and waits for the answer to one effect; the inbox waits behind it. */
  readonly task: Task | null
  /** By name, the sequence number of the timer that runs. */
  readonly timers: Readonly<Partial<Record<TimerName, number>>>
  /** Counts connections: an answer from an earlier one is stale. */
  readonly generation: number
  /** Counts tickets. */
  readonly sequence: number
}

/** The chain as the log says it now; `null` unless all of the log is here. */
export const liveChain = ({ connection, log }: State): Chain | null => (connection.name === 'live' ? log.chain : null)

/** Who takes part, as far as this device knows: what it had stored may go further than it has read the log again. */
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

/** What was sent and not answered. */
export const inFlightOf = ({ connection }: State): readonly Sent[] =>
  connection.name === 'live' || connection.name === 'repairing' ? connection.inFlight : []
