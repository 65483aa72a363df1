/**
 * The whole relay behind one interface: bytes in, bytes out, per connection. Knows no sockets, no timers and no files, so
 * that the simulation runs exactly what the server runs.
 */
import { verifySignature } from '#shared/chain/signatures.ts'
import type { CloseCode } from '#shared/protocol/close-codes.ts'
import { createAllowances } from '../limits/allowances.ts'
import { type ConnectionContext, ServerConnection } from './connection.ts'
import { DEFAULT_LIMITS, type RelayLimits } from '../limits/limits.ts'
import type { AdmissionContext } from './hello.ts'
import { createRooms } from './rooms.ts'
import type { Store } from '../storage/store.ts'
import { NO_OBSERVER, type RelayObserver } from '../workspace/relay-observer.ts'
import { createActivity } from '../workspace/activity.ts'
import { createPages } from '../workspace/pages.ts'
import { MAX_KEPT_PAGES_BYTES } from '../workspace/limits.ts'
import { createKeyedMutex } from './keyed-mutex.ts'
import { createGroupCommit } from '../workspace/group-commit.ts'

export type RelayOptions = {
  readonly store: Store
  /** ms since 1970. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  /** Addresses of this relay that a hello may be signed for. */
  readonly origins: readonly string[]
  /** Whether a signature of ECDSA P-256 holds; any invalid input is `false`. Default: WebCrypto. */
  readonly verifySignature?: AdmissionContext['verifySignature']
  /** Runs a task after this turn's messages have been handled, so that they share one commit. Default: a microtask. */
  readonly nextTurn?: (task: () => void) => void
  /** The others keep their defaults. */
  readonly limits?: Partial<RelayLimits>
  /** The disk is low: only records are taken. */
  readonly isReadOnly?: () => boolean
  /** A bug or a failing store: the connection that it hit is closed, the relay goes on. */
  readonly report?: (error: unknown) => void
  readonly observer?: RelayObserver
}

export type RelayConnection = {
  /** Takes one message from the app, however hostile. */
  receive(bytes: Uint8Array): void
  /** The other side is gone. */
  closed(): void
  /** Bytes have left: a connection that was held back may go on. */
  drained(): void
  /** Whether a hello has arrived; a connection without one is given up on after a while (S1). */
  greeted(): boolean
  /** Resolves when everything received so far has been handled, sent and forwarded. */
  idle(): Promise<void>
}

export type Relay = {
  /** Sends the challenge at once. After `close` nothing more is sent. `address` is what limits count by. */
  connect(
    send: (bytes: Uint8Array<ArrayBuffer>) => void,
    close: (code: CloseCode, reason: string) => void,
    bufferedAmount: () => number,
    address?: string,
  ): RelayConnection
  /** Workspaces in memory: somebody is connected, or was lately. */
  workspaces(): number
  /** Finishes what was received, then asks everybody to reconnect later (1012). */
  stop(): Promise<void>
}

export const createRelay = (options: RelayOptions): Relay => {
  const { store, now, origins, randomBytes } = options
  const report = options.report ?? (() => {})
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const observer = options.observer ?? NO_OBSERVER
  const activity = createActivity()
  const groupCommit = createGroupCommit(store, options.nextTurn ?? queueMicrotask, activity, report)
  const pages = createPages(store, MAX_KEPT_PAGES_BYTES)
  const allowances = createAllowances({ limits, now, met: observer.met })
  const { waits } = allowances
  const rooms = createRooms({ store, pages, now, limits, groupCommit, waits, activity, report, observer })
  const connections = new Set<ServerConnection>()
  let stopping = false
  const context: ConnectionContext = {
    store,
    now,
    origins,
    verifySignature: options.verifySignature ?? verifySignature,
    randomBytes,
    report,
    limits,
    allowances,
    isReadOnly: options.isReadOnly ?? (() => false),
    isStopping: () => stopping,
    activity,
    observer,
    rooms,
    withLock: createKeyedMutex(),
    uncounted: new Map<string, number>(),
    onClosed: (connection) => void connections.delete(connection),
  }

  return {
    connect: (send, close, bufferedAmount, address = '') => {
      const connection = new ServerConnection(context, { send, close, bufferedAmount }, address)
      connections.add(connection)
      return connection
    },
    workspaces: rooms.size,
    stop: async () => {
      stopping = true
      await activity.idle()
      for (const connection of connections) connection.restart()
      await activity.idle()
    },
  }
}
