/** Everything that can happen to a session. Nothing else makes it move. */
import type { ChainResult } from '#shared/chain/extend.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { DeleteSet } from '#sync/update/delete-set.ts'
import type { OpenedPreview } from '#sync/checkpoint/preview.ts'
import type { KnownRecords } from '#sync/log/restore.ts'
import type { OpenResult } from '#sync/log/sealing.ts'
import type { Ticket } from './ticket.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Answers<Answer> = Answer & { readonly ticket: Ticket }

/** The world at the moment of an event: whatever a step knows of time and chance. */
export type Moment = {
  /** ms since 1970, as somebody has set it. */
  readonly now: number
  /** ms since some moment; nobody sets it. */
  readonly elapsed: number
  /** 0 ≤ x < 1, for spreading work in time. */
  readonly random: number
}

/** Events of the device and its user. */
export type DeviceEvent =
  /** The document was edited on this device. */
  | { readonly type: 'edited' }
  /** y-websocket asks for a connection, or gives one up. `socket` counts them. */
  | { readonly type: 'socket-asked'; readonly socket: number }
  | { readonly type: 'socket-left'; readonly socket: number }
  /** y-websocket repeats presence, mine included. `people`: how many it knows of. */
  | { readonly type: 'awareness'; readonly update: Uint8Array; readonly people: number }

/** A step has thrown: the connection starts anew, and what was on its way is tried again. */
type Bug = { readonly type: 'bug' }

/** Commands of the session's owner, the app. */
export type Command =
  /** `mayLook`: this device has nothing of the log, and may begin with a checkpoint. */
  | { readonly type: 'start'; readonly mayLook: boolean }
  /** The maker of this request makes a record, which is appended. */
  | { readonly type: 'append'; readonly request: number }
  /** The page is about to hide: what waits leaves now. */
  | { readonly type: 'flush' }
  /** The network came back. */
  | { readonly type: 'reconnect' }
  /** The user agreed that the relay is given back what it lost (C3). */
  | { readonly type: 'repair'; readonly request: number }
  /** Tell me once nothing is in flight. */
  | { readonly type: 'settle'; readonly request: number }
  /** `people`: how many are here. */
  | { readonly type: 'stop'; readonly people: number }

/** Events of a connection. */
export type NetworkEvent =
  /** `null`: no frames of this protocol. */
  | Answers<{ readonly type: 'message'; readonly frames: readonly RelayFrame[] | null }>
  /** 1006 when the network ended it. */
  | Answers<{ readonly type: 'closed'; readonly code: number }>
  /** The device says that its network is gone. A browser's socket stays open for a while without one. */
  | Answers<{ readonly type: 'network-lost' }>

/** Answers to effects. */
export type AnswerEvent =
  | Answers<{ readonly type: 'hello-signed'; readonly signature: Bytes }>
  | Answers<{ readonly type: 'entries-opened'; readonly results: readonly OpenResult[] }>
  | Answers<{ readonly type: 'record-checked'; readonly result: ChainResult; readonly ring: KeyRing }>
  | Answers<{ readonly type: 'entry-sealed'; readonly bytes: Bytes }>
  /** `null`: it makes no sense any more. */
  | Answers<{ readonly type: 'record-made'; readonly bytes: Bytes | null }>
  /** The maker failed; its caller was told. */
  | Answers<{ readonly type: 'record-not-made' }>
  /** `null`: larger than presence may be. */
  | Answers<{ readonly type: 'presence-sealed'; readonly sealed: Bytes | null }>
  | Answers<{
      readonly type: 'presence-opened'
      readonly opened: { readonly client: number; readonly update: Uint8Array } | null
    }>
  | Answers<{ readonly type: 'checkpoint-opened'; readonly opened: OpenedPreview }>
  | Answers<{ readonly type: 'cursor-kept'; readonly ok: boolean }>
  /** `unreadable`: the device's database gives no answer. */
  | Answers<{ readonly type: 'records-loaded'; readonly known: KnownRecords | null | 'unreadable' }>
  | Answers<{ readonly type: 'applied'; readonly deletes: DeleteSet }>
  | Answers<{ readonly type: 'missing-found'; readonly clients: readonly number[] }>
  | Answers<{ readonly type: 'unshared-found'; readonly unshared: boolean }>
  /** `null`: the provider listens no longer. */
  | Answers<{ readonly type: 'diffed'; readonly answer: Uint8Array | null }>
  /** `null`: it holds something else. */
  | Answers<{ readonly type: 'document-copied'; readonly update: Bytes | null }>
  /** `isTrue`: the checkpoint's copy is what the log says. */
  | Answers<{ readonly type: 'replayed'; readonly missing: readonly Uint8Array[]; readonly isTrue: boolean }>
  /** `lost`: my words inside words that never were. */
  | Answers<{ readonly type: 'replay-settled'; readonly document: Uint8Array; readonly lost: string }>
  | Answers<{ readonly type: 'awareness-left'; readonly update: Uint8Array }>
  /** A bug: what it was about is tried again. */
  | Answers<{ readonly type: 'failed' }>

export type Happening = DeviceEvent | Command | NetworkEvent | AnswerEvent | Bug | Answers<{ readonly type: 'timer' }>
export type Event = Happening & { readonly at: Moment }
