/**
 * Effects: everything that a step asks of the world. The shell runs them in order. An effect with a ticket is answered by the event that its
 * comment names; what touches the live document is answered before anything else happens.
 */
import type { Chain, Invitation } from '#shared/chain/chain.ts'
import type { AppFrame, HelloFields } from '#shared/protocol/app-frames.ts'
import type { EntryHeader } from '#shared/protocol/entries.ts'
import type { EpochKeys, EpochSecret } from '#keys/content-keys.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import type { Salt } from '#sync/document/client-ids.ts'
import type { DeleteSet } from '#sync/update/delete-set.ts'
import type { EntryContent } from '#sync/log/entry-content.ts'
import type { Alarm } from '#sync/log/follower.ts'
import type { Preview } from '#sync/log/log-state.ts'
import type { ServedItem } from '#sync/checkpoint/preview.ts'
import type { PresencePlace } from '#sync/presence/presence.ts'
import type { Clocks } from '#sync/update/update.ts'
import type { RecordOutcome } from './in-flight.ts'
import type { Ticket, TimerName } from './ticket.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Asks<Asked> = Asked & { readonly ticket: Ticket }

/** The network. */
export type NetworkEffect =
  /** `message`, `network-lost`, `closed`. A browser that gives no socket has closed it. */
  | Asks<{ readonly type: 'connect' }>
  | { readonly type: 'disconnect' }
  | { readonly type: 'send'; readonly frame: AppFrame }

/** The clock. */
export type TimerEffect =
  /** `timer`. */
  | Asks<{ readonly type: 'start-timer'; readonly name: TimerName; readonly ms: number }>
  | { readonly type: 'stop-timer'; readonly name: TimerName }

/** WebCrypto: answered at any later time. */
export type CryptoEffect =
  /** `hello-signed`. */
  | Asks<{ readonly type: 'sign-hello'; readonly nonce: Bytes; readonly hello: HelloFields }>
  /** `entries-opened`: one result for each, in their order. */
  | Asks<{
      readonly type: 'open-entries'
      readonly items: readonly Bytes[]
      readonly chain: Chain | null
      readonly ring: KeyRing
    }>
  /** `record-checked`: the chain with it, and the keys that it opens. */
  | Asks<{ readonly type: 'check-record'; readonly bytes: Bytes; readonly chain: Chain | null; readonly ring: KeyRing }>
  /** `entry-sealed`. */
  | Asks<{
      readonly type: 'seal-entry'
      readonly keys: EpochKeys
      readonly header: EntryHeader
      readonly content: EntryContent
    }>
  /** `record-made`. The request's maker makes it. */
  | Asks<{
      readonly type: 'make-record'
      readonly request: number
      readonly chain: Chain
      readonly secret: EpochSecret
    }>
  /** `record-made`. */
  | Asks<{
      readonly type: 'make-epoch'
      readonly chain: Chain
      readonly secret: EpochSecret
      readonly ended: readonly Invitation[]
    }>
  /** `presence-sealed`. */
  | Asks<{
      readonly type: 'seal-presence'
      readonly keys: EpochKeys
      readonly epoch: number
      readonly salt: Salt
      readonly update: Uint8Array
    }>
  /** `presence-opened`. */
  | Asks<{
      readonly type: 'open-presence'
      readonly keys: EpochKeys
      readonly place: PresencePlace
      readonly sealed: Bytes
    }>
  /** `checkpoint-opened`. `before`: the newest below this seq. */
  | Asks<{
      readonly type: 'open-checkpoint'
      readonly items: readonly ServedItem[]
      readonly before: number
      readonly ring: KeyRing
    }>

/** The device's storage: written one after another, so that a record is kept before the cursor that counts it. */
export type StoreEffect =
  | { readonly type: 'store-record'; readonly record: StoredRecord }
  | { readonly type: 'replace-records'; readonly records: readonly StoredRecord[] }
  | { readonly type: 'store-cursor'; readonly cursor: Bytes }
  /** `cursor-kept`: as above, and whether. */
  | Asks<{ readonly type: 'keep-cursor'; readonly cursor: Bytes }>
  /** `records-loaded`. */
  | Asks<{ readonly type: 'load-records' }>

/** The live document and y-websocket: answered at once. */
export type DocumentEffect =
  /** `applied`: with the deletions that merging made. In one transaction: a page of a thousand entries is drawn once. */
  | Asks<{ readonly type: 'apply'; readonly updates: readonly Uint8Array[] }>
  /** `missing-found`: clientIDs of others that reach beyond these clocks. */
  | Asks<{ readonly type: 'find-missing'; readonly clocks: Clocks }>
  /** `unshared-found`: whether the document holds own text or deletions that this snapshot has not. */
  | Asks<{ readonly type: 'find-unshared'; readonly clocks: Clocks; readonly deletes: DeleteSet }>
  /** `diffed`: what y-websocket answers to a step 1 that knows these clocks of mine, and everything of others. */
  | Asks<{ readonly type: 'diff'; readonly clocks: Clocks }>
  /** `document-copied`: all of it, if it is exactly what this snapshot says. */
  | Asks<{ readonly type: 'copy-document'; readonly clocks: Clocks; readonly deletes: DeleteSet }>
  /** From here on the log is read into a hidden document, until it comes to this place (K2). */
  | { readonly type: 'begin-replay'; readonly preview: Preview }
  /** `replayed`: what the screen lacks of these updates up to `seq`. */
  | Asks<{ readonly type: 'replay'; readonly seq: number; readonly updates: readonly Uint8Array[] }>
  /** `replay-settled`: the log's document with what fits of my own. */
  | Asks<{ readonly type: 'settle-replay'; readonly clocks: Clocks }>

/** y-websocket, as its server. */
export type ProviderEffect =
  | { readonly type: 'provider-connect' }
  | { readonly type: 'provider-disconnect' }
  /** It asks for no connection any more. */
  | { readonly type: 'provider-rest' }
  /** The sealed socket is open: the provider asks for what it lacks, and is `synced`. */
  | { readonly type: 'open-socket' }
  | { readonly type: 'end-socket'; readonly code: number }
  /** The provider's watchdog bites after 30 s without a message. */
  | { readonly type: 'keep-alive' }
  /** My state once more: a newcomer has not received it, and would not until it changes (y-websocket #122). */
  | { readonly type: 'announce' }
  /** Another person's presence. `forget`: clientIDs of theirs that make room for it. A newcomer is sent mine. */
  | {
      readonly type: 'show-presence'
      readonly client: number
      readonly update: Uint8Array
      readonly forget: readonly number[]
    }
  /** `awareness-left`: my state is none. */
  | Asks<{ readonly type: 'leave-awareness' }>
  | { readonly type: 'provider-destroy' }

/** Messages to the session's owner, the app. */
export type TellEffect =
  | { readonly type: 'changed' }
  | { readonly type: 'alarm'; readonly alarm: Alarm }
  /** The document on screen was never the log's: this is. What of my own work fits in it is in there. */
  | { readonly type: 'checkpoint-rejected'; readonly document: Uint8Array }
  | { readonly type: 'answer-append'; readonly request: number; readonly outcome: RecordOutcome }
  | { readonly type: 'answer-repair'; readonly request: number; readonly ok: boolean }
  | { readonly type: 'answer-settle'; readonly request: number }
  | { readonly type: 'stopped' }

export type Effect =
  | NetworkEffect
  | TimerEffect
  | CryptoEffect
  | StoreEffect
  | DocumentEffect
  | ProviderEffect
  | TellEffect
export type AskingEffect = Extract<Effect, { readonly ticket: Ticket }>
