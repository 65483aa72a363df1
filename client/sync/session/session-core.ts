/** What the parts of a session share: pulling, pushing, presence and records each see to one idea of it. */
import type * as Y from 'yjs'
import type { WebsocketProvider } from 'y-websocket'
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Limits } from '#shared/protocol/relay-frames.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { currentKeys } from '#keys/key-ring.ts'
import type { Batching } from './batching.ts'
import type { Connection } from '../connection/connection.ts'
import type { Environment } from '../environment.ts'
import type { Alarm, Follower } from '../log/follower.ts'
import type { Healing } from './repair-relay.ts'
import type { InFlight } from './in-flight.ts'
import type { Keeper } from '../log/cursor-writer.ts'
import type { OwnClients } from '../document/own-clients.ts'
import type { Checkpoints } from '../checkpoint/checkpoints.ts'
import type { Queue } from './queue.ts'
import type { RefusalReason } from './refusal-reason.ts'
import type { Replay } from '../checkpoint/replay.ts'
import type { Held } from '../log/restore.ts'
import type { SealedSocket } from '../connection/sealed-socket.ts'

/** `live`: everything up to the relay's head is here. */
export type Link =
  | { readonly name: 'none' }
  | { readonly name: 'pulling' | 'live'; readonly socket: SealedSocket; readonly connection: Connection }

export type SessionCore = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  readonly doc: Y.Doc
  readonly environment: Environment
  readonly queue: Queue
  readonly inFlight: InFlight
  readonly keeper: Keeper
  readonly own: OwnClients
  readonly provider: WebsocketProvider
  readonly batching: Batching
  readonly checkpoints: Checkpoints
  /** The schema version that this app writes, named in every entry. */
  readonly schema: number
  follower: Follower
  /** What this device had stored when it was opened, or somebody said yes to C3, and what it was shown since: the relay may have more, never fewer or others. */
  held: Held | null
  /** Since somebody said yes to C3, until the relay has all records again. */
  healing: Healing | null
  /** Of those whose text is here and not in the log: what others lost must come from their own devices. */
  lacking: readonly (PersonId | null)[]
  /** While a checkpoint's copy is on screen, and the log has not said whether it is true. */
  replay: Replay | null
  /** What the log says as far as it can be told while a key is missing, until the key comes or all of the log is here. */
  unsure: Uint8Array[]
  link: Link
  /** Why there is no point in trying again, until the app is opened anew. */
  refused: RefusalReason | null
  /** Why nothing more of this device's work can leave, although the connection holds. */
  stuck: RefusalReason | null
  /** What the relay takes, as it said when it was reached last. */
  limits: Limits
  /** The relay's clock, ms since 1970, when this device's time that nobody sets was `elapsed`; `null` before it said so. */
  relayClock: { readonly now: number; readonly elapsed: number } | null
  /** Edits that the log may not have. */
  dirty: boolean
  /** ms: when all was last known to be shared; `null` never. */
  sharedAt: number | null
  /** ms of the first and last edit since the last batch; `null` none. */
  edited: { readonly first: number; readonly last: number } | null
  /** Whose clientIDs those who are here derive from. */
  readonly authors: Map<number, PersonId>
  changed(): void
  alarm(alarm: Alarm): void
  /** The document on screen was never the log's: this is. What of my own work fits in it is in there. */
  outdone(document: Uint8Array): void
  /** Gives the connection up; the provider tries again. */
  lose(): void
  /** Gives the connection up for good. */
  refuse(reason: RefusalReason, code?: number): void
}

export const liveChain = (core: SessionCore): Chain | null =>
  core.link.name === 'live' ? core.follower.state.chain : null

/** Who takes part, as far as this device knows: what it had stored may go further than it has read the log again. */
export const knownChain = ({ follower, held }: SessionCore): Chain | null => {
  const read = follower.state.chain
  return held !== null && held.chain.number > (read?.number ?? -1) ? held.chain : read
}

export type ConnectionState = 'offline' | 'connecting' | 'online' | { readonly refused: RefusalReason }
const CONNECTION = { none: 'offline', pulling: 'connecting', live: 'online' } as const

export const connectionOf = ({ refused, stuck, link }: SessionCore): ConnectionState => {
  const reason = refused ?? stuck
  return reason === null ? CONNECTION[link.name] : { refused: reason }
}

/** A reader shares nothing, so nothing of theirs is ever waiting. */
export const isWriter = (core: SessionCore): boolean => {
  const chain = liveChain(core)
  return chain !== null && !chain.closed && mayWrite(roleOf(chain, core.holder.id))
}

/** What it takes to write: a live connection, a role that may, and the current epoch's key. */
export const writingKeys = (core: SessionCore): { chain: Chain; keys: EpochKeys } | null => {
  const chain = isWriter(core) ? liveChain(core) : null
  const keys = chain && currentKeys(core.follower.ring(), chain)
  return chain && keys && { chain, keys }
}

/** Expiry is the relay's word: a clock that somebody sets here ends nobody's invitation. */
export const relayNow = ({ relayClock, environment }: SessionCore): number =>
  relayClock === null ? environment.now() : relayClock.now + environment.elapsed() - relayClock.elapsed
