/** All events of a session. Nothing else changes its state. */
import type { ChainResult } from '#shared/chain/extend.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { DeleteSet } from '#sync/update/delete-set.ts'
import type { OpenedPreview } from '#sync/checkpoint/preview.ts'
import type { KnownRecords } from '#sync/log/restore.ts'
import type { OpenResult } from '#sync/log/sealing.ts'
import type { RecordKey } from './in-flight.ts'
import type { OwnClients } from '#sync/document/own-clients.ts'
import type { Ticket } from './ticket.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Answers<Answer> = Answer & { readonly ticket: Ticket }

/** Time and randomness at the moment of an event. A step knows no other. */
export type Moment = {
  /** ms since 1970 by the device's clock, which its user may set. */
  readonly now: number
  /** ms of the monotonic clock. */
  readonly elapsed: number
  /** 0 ≤ x < 1, for spreading work in time. */
  readonly random: number
}

/** Events of the device and its user. */
export type DeviceEvent =
  /** The document was edited on this device. */
  | { readonly type: 'edited' }
  /** Somebody else wrote under this load's clientID, so that it has another one from here on. */
  | { readonly type: 'client-changed'; readonly own: OwnClients }
  /** y-websocket opens or closes a sealed socket. `socket` numbers them. */
  | { readonly type: 'socket-asked'; readonly socket: number }
  | { readonly type: 'socket-left'; readonly socket: number }
  /** y-websocket repeats presence, mine included. `people`: how many it knows of. */
  | { readonly type: 'awareness'; readonly update: Uint8Array; readonly people: number }

/** A step has thrown: the connection starts anew, and everything in flight is tried again. */
type Bug = { readonly type: 'bug' }

/** Commands of the session's owner, the app. */
export type Command =
  /** `mayLook`: this device has nothing of the log, and may begin with a checkpoint. */
  | { readonly type: 'start'; readonly mayLook: boolean }
  /** The request's maker makes a record, which is then appended. */
  | { readonly type: 'append'; readonly request: number; readonly key: RecordKey }
  /** The page is about to hide, so a waiting batch leaves now. */
  | { readonly type: 'flush' }
  /** The network came back. */
  | { readonly type: 'reconnect' }
  /** The user agreed to give the relay back what it lost (C3). */
  | { readonly type: 'repair'; readonly request: number }
  /** The owner asks to be told once nothing is in flight. */
  | { readonly type: 'settle'; readonly request: number }
  /** `people`: the number of people present. */
  | { readonly type: 'stop'; readonly people: number }

/** Events of a connection. */
export type NetworkEvent =
  /** `frames` is `null` when the message holds none of this protocol. */
  | Answers<{ readonly type: 'message'; readonly frames: readonly RelayFrame[] | null }>
  /** 1006 when the network ended it. */
  | Answers<{ readonly type: 'closed'; readonly code: number }>
  /** The device reports that its network is gone. A browser's socket stays open for a while without one. */
  | Answers<{ readonly type: 'network-lost' }>

/** Answers to effects. */
export type AnswerEvent =
  | Answers<{ readonly type: 'hello-signed'; readonly signature: Bytes }>
  | Answers<{ readonly type: 'entries-opened'; readonly results: readonly OpenResult[] }>
  | Answers<{ readonly type: 'record-checked'; readonly result: ChainResult; readonly ring: KeyRing }>
  | Answers<{ readonly type: 'entry-sealed'; readonly bytes: Bytes }>
  /** `null`: the record makes no sense any more. */
  | Answers<{ readonly type: 'record-made'; readonly bytes: Bytes | null }>
  /** The maker failed, and has told its caller. */
  | Answers<{ readonly type: 'record-not-made' }>
  /** `null`: larger than presence may be. */
  | Answers<{ readonly type: 'presence-sealed'; readonly sealed: Bytes | null }>
  | Answers<{
      readonly type: 'presence-opened'
      readonly opened: { readonly client: number; readonly update: Uint8Array } | null
    }>
  | Answers<{ readonly type: 'checkpoint-opened'; readonly opened: OpenedPreview }>
  | Answers<{ readonly type: 'cursor-kept'; readonly ok: boolean }>
  /** `unreadable`: the device's database does not answer. */
  | Answers<{ readonly type: 'records-loaded'; readonly known: KnownRecords | null | 'unreadable' }>
  | Answers<{ readonly type: 'applied'; readonly deletes: DeleteSet }>
  | Answers<{ readonly type: 'missing-found'; readonly clients: readonly number[] }>
  | Answers<{ readonly type: 'unshared-found'; readonly unshared: boolean }>
  /** `null`: the provider has stopped listening. */
  | Answers<{ readonly type: 'diffed'; readonly answer: Uint8Array | null }>
  /** `null`: the document differs from the snapshot. */
  | Answers<{ readonly type: 'document-copied'; readonly update: Bytes | null }>
  /** `isTrue`: the checkpoint's copy equals the log. */
  | Answers<{ readonly type: 'replayed'; readonly missing: readonly Uint8Array[]; readonly isTrue: boolean }>
  /** `lost`: this person's words inside text that the log never held. */
  | Answers<{ readonly type: 'replay-settled'; readonly document: Uint8Array; readonly lost: string }>
  | Answers<{ readonly type: 'awareness-left'; readonly update: Uint8Array }>
  /** A bug: the failed work is tried again. */
  | Answers<{ readonly type: 'failed' }>

export type Happening = DeviceEvent | Command | NetworkEvent | AnswerEvent | Bug | Answers<{ readonly type: 'timer' }>
export type Event = Happening & { readonly at: Moment }
