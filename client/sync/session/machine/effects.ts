/**
 * Effects: everything that a step asks of the world. The shell runs them in order. An effect with a ticket is answered by the event that its
 * comment names; effects on the live document are answered before any other event.
 */
import type { Chain, Invitation } from '#shared/chain/chain.ts'
import type { AppFrame, HelloFields } from '#shared/protocol/app-frames.ts'
import type { EntryHeader } from '#shared/protocol/entries.ts'
import type { EpochKeys, EpochSecret } from '#keys/content-keys.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { JournalBatch } from '#storage/journal/journal-store.ts'
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
  /** Leads to `message`, `network-lost` and `closed`. A socket that the browser fails to open counts as closed. */
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
  /** `record-checked`: the chain with this record, and the keys that it opens. */
  | Asks<{ readonly type: 'check-record'; readonly bytes: Bytes; readonly chain: Chain | null; readonly ring: KeyRing }>
  /** `entry-sealed`. */
  | Asks<{
      readonly type: 'seal-entry'
      readonly keys: EpochKeys
      readonly header: EntryHeader
      readonly content: EntryContent
    }>
  /** `record-made`. The request's maker makes it. `secret`: `null` for a record that takes none. */
  | Asks<{
      readonly type: 'make-record'
      readonly request: number
      readonly chain: Chain
      readonly secret: EpochSecret | null
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
  /** `checkpoint-opened`. `before`: takes the newest checkpoint below this seq. */
  | Asks<{
      readonly type: 'open-checkpoint'
      readonly items: readonly ServedItem[]
      readonly before: number
      readonly ring: KeyRing
    }>

/** The device's storage: writes follow one another, so that a record is kept before the cursor that counts it. */
export type StoreEffect =
  | { readonly type: 'store-record'; readonly record: StoredRecord }
  | { readonly type: 'replace-records'; readonly records: readonly StoredRecord[] }
  | { readonly type: 'store-cursor'; readonly cursor: Bytes }
  /** Kept before the next cursor. `isHidden`: the document on screen is not the log's, so a journal cannot begin with it. */
  | { readonly type: 'journal'; readonly batch: JournalBatch; readonly isHidden: boolean }
  /** `cursor-kept`: writes the cursor as well, and answers whether it was kept. */
  | Asks<{ readonly type: 'keep-cursor'; readonly cursor: Bytes }>
  /** `records-loaded`. */
  | Asks<{ readonly type: 'load-records' }>

/** The live document and y-websocket: answered at once. */
export type DocumentEffect =
  /** `applied`: with the deletions that merging made. One transaction draws a page of a thousand entries once. */
  | Asks<{ readonly type: 'apply'; readonly updates: readonly Uint8Array[] }>
  /** `missing-found`: clientIDs of others that reach beyond these clocks. */
  | Asks<{ readonly type: 'find-missing'; readonly clocks: Clocks }>
  /** `unshared-found`: whether the document holds own text or deletions that this snapshot has not. */
  | Asks<{ readonly type: 'find-unshared'; readonly clocks: Clocks; readonly deletes: DeleteSet }>
  /** `diffed`: y-websocket's answer to a step 1 that knows these clocks of this device, and everything of others. */
  | Asks<{ readonly type: 'diff'; readonly clocks: Clocks }>
  /** `document-copied`: the whole document, if it equals this snapshot. */
  | Asks<{ readonly type: 'copy-document'; readonly clocks: Clocks; readonly deletes: DeleteSet }>
  /** From here on the log is read into a hidden document, until it reaches this place (K2). */
  | { readonly type: 'begin-replay'; readonly preview: Preview }
  /** `replayed`: the part of these updates up to `seq` that the screen lacks. */
  | Asks<{ readonly type: 'replay'; readonly seq: number; readonly updates: readonly Uint8Array[] }>
  /** `replay-settled`: the log's document, with as much of this device's own work as fits. */
  | Asks<{ readonly type: 'settle-replay'; readonly clocks: Clocks }>

/** y-websocket, as its server. */
export type ProviderEffect =
  | { readonly type: 'provider-connect' }
  | { readonly type: 'provider-disconnect' }
  /** Ends its requests for a connection. */
  | { readonly type: 'provider-rest' }
  /** Opens the sealed socket: the provider sends its step 1, and becomes `synced`. */
  | { readonly type: 'open-socket' }
  | { readonly type: 'end-socket'; readonly code: number }
  /** Feeds the provider's watchdog, which closes the socket after 30 s without a message. */
  | { readonly type: 'keep-alive' }
  /** Sends this person's presence again: a newcomer would not receive it until it changes (y-websocket #122). */
  | { readonly type: 'announce' }
  /** Applies another person's presence. `forget`: their clientIDs that make room for it. A newcomer is sent this person's. */
  | {
      readonly type: 'show-presence'
      readonly client: number
      readonly update: Uint8Array
      readonly forget: readonly number[]
    }
  /** `awareness-left`: this person's state is `null`. */
  | Asks<{ readonly type: 'leave-awareness' }>
  | { readonly type: 'provider-destroy' }

/** Messages to the session's owner, the app. */
export type TellEffect =
  | { readonly type: 'changed' }
  | { readonly type: 'alarm'; readonly alarm: Alarm }
  /** The log's document, with as much of this device's own work as fits, replaces the one on screen, which was false (K2). */
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
