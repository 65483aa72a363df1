/**
 * The whole relay behind one door: bytes in, bytes out, per connection. Knows no sockets, no timers and no files, so that
 * the simulation runs exactly what the server runs.
 */
import type { CloseCode } from '#shared/protocol/close-codes.ts'
import type { Limits } from '#shared/protocol/relay-frames.ts'
import type { Store } from './storage/store.ts'

export type RelayOptions = {
  readonly store: Store
  /** ms since 1970. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  /** What a hello may have signed as this relay's address. */
  readonly origins: readonly string[]
  /** Runs a task once this turn's messages have been handled: one commit for all of them. Without it: a microtask. */
  readonly nextTurn?: (task: () => void) => void
  readonly limits?: Limits
  /** A bug or a failing store: the connection it hit is closed, the relay goes on. */
  readonly report?: (error: unknown) => void
}

export type RelayConnection = {
  /** One message from the app, however hostile. */
  receive(bytes: Uint8Array): void
  /** The other side is gone. */
  closed(): void
  /** Bytes left: a connection that was held back may go on. */
  drained(): void
  /** A hello has come (S1: whoever says none is not kept waiting for). */
  greeted(): boolean
  /** Resolves when everything the relay received so far has been handled, sent and forwarded. */
  idle(): Promise<void>
}

export type Relay = {
  /** The challenge is sent at once. After `close` nothing more is sent. `address` bounds how much one place may start. */
  connect(
    send: (bytes: Uint8Array<ArrayBuffer>) => void,
    close: (code: CloseCode, reason: string) => void,
    bufferedAmount: () => number,
    address?: string,
  ): RelayConnection
  /** Finishes what was received, then asks everybody to come back later (1012). */
  stop(): Promise<void>
}

export const createRelay = (_options: RelayOptions): Relay => {
  throw new Error('The relay is being built.')
}
