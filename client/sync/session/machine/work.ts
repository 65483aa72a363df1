/**
 * The work of a session, one task at a time, because WebCrypto answers out of order and the log does not. `Work` waits in the
 * inbox; the one `Task` waits for the answer to its effect, and says how to continue.
 */
import type { Chain } from '#shared/chain/chain.ts'
import type { HelloFields } from '#shared/protocol/app-frames.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import type { Salt } from '#sync/document/client-ids.ts'
import type { OpenedEntry } from '#sync/log/accept.ts'
import type { Preview } from '#sync/log/log-state.ts'
import type { Inspected } from '#sync/update/update.ts'
import type { OwnSnapshot, Purpose, Sent } from './in-flight.ts'
import type { Ticket } from './ticket.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type Work =
  // Work of one connection, dropped with it.
  | { readonly kind: 'frame'; readonly frame: RelayFrame }
  /** The frames of one message from `next` on: one item however many a relay puts into a message. */
  | { readonly kind: 'frames'; readonly frames: readonly RelayFrame[]; readonly next: number }
  /** A frame has been handled to its end. */
  | { readonly kind: 'frame-done' }
  | { readonly kind: 'closed'; readonly code: number }
  | { readonly kind: 'give-back' }
  /** `update`: an awareness update of this document's own clientID. */
  | { readonly kind: 'greet'; readonly update: Uint8Array }
  // Work of the session.
  | { readonly kind: 'push' }
  | { readonly kind: 'append'; readonly purpose: Purpose }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'repair'; readonly request: number }
  | { readonly kind: 'settle'; readonly request: number }

/** One item of the log at its place. `at`: ms since 1970 by the relay's clock, when it got the item. */
export type LoggedAt = { readonly seq: number; readonly bytes: Bytes; readonly at: number }

/** Items being read, in order. `own`: the one item of this device that the relay has committed. */
export type Reading = { readonly rest: readonly LoggedAt[]; readonly own: Sent | null }

/** The work that waits for the comparison of the document with the log. */
export type AfterComparing = 'reading' | 'going-live'

type Doing =
  | { readonly kind: 'signing'; readonly hello: HelloFields }
  | { readonly kind: 'opening'; readonly run: readonly LoggedAt[]; readonly reading: Reading }
  | { readonly kind: 'checking'; readonly item: LoggedAt; readonly reading: Reading }
  | { readonly kind: 'replaying'; readonly reading: Reading }
  | { readonly kind: 'applying'; readonly reading: Reading | null }
  | { readonly kind: 'comparing'; readonly next: AfterComparing }
  | { readonly kind: 'looking-for-unshared'; readonly edits: number }
  | { readonly kind: 'diffing'; readonly edits: number; readonly chain: Chain; readonly shared: OwnSnapshot }
  | { readonly kind: 'sealing'; readonly opened: OpenedEntry; readonly inspected: Inspected }
  | { readonly kind: 'copying' }
  | { readonly kind: 'sealing-checkpoint'; readonly opened: OpenedEntry }
  | { readonly kind: 'making'; readonly purpose: Purpose }
  | { readonly kind: 'sealing-presence'; readonly epoch: number }
  | { readonly kind: 'opening-presence'; readonly frame: Extract<RelayFrame, { readonly type: 'presence' }> }
  | { readonly kind: 'settling-replay'; readonly isLie: boolean }
  | { readonly kind: 'loading'; readonly request: number }
  | { readonly kind: 'opening-checkpoint' }
  | { readonly kind: 'keeping-checkpoint'; readonly preview: Preview; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'leaving'; readonly keys: EpochKeys; readonly epoch: number; readonly salt: Salt }
  | { readonly kind: 'saying-goodbye'; readonly epoch: number }
export type Task = Doing & { readonly ticket: Ticket }
export type { Doing }

/** Whether the work is dropped when its connection ends. */
export const isOfConnection = (work: Work): boolean => {
  switch (work.kind) {
    case 'frame':
    case 'frames':
    case 'frame-done':
    case 'closed':
    case 'give-back':
    case 'greet':
      return true
    case 'push':
    case 'append':
    case 'checkpoint':
    case 'repair':
    case 'settle':
      return false
  }
}
