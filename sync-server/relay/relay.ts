/**
 * The whole relay behind one interface: bytes in, bytes out, per connection. Knows no sockets, no timers and no files, so
 * that the simulation runs exactly what the server runs.
 */
import type { CloseCode } from '#shared/protocol/close-codes.ts'
import { createAllowances } from '../limits/allowances.ts'
import { type Connection, createConnection } from './connection.ts'
import { DEFAULT_LIMITS, type RelayLimits } from '../limits/limits.ts'
import { createRooms } from './rooms.ts'
import type { Store } from '../storage/store.ts'
import { NO_WATCH, type Watch } from '../workspace/watch.ts'
import { createActivity } from '../workspace/activity.ts'
import { createPages } from '../workspace/pages.ts'
import { MAX_KEPT_PAGES_BYTES } from '../workspace/limits.ts'
import { createInTurn } from './keyed-mutex.ts'
import { createTurns } from '../workspace/turns.ts'

export type RelayOptions = {
  readonly store: Store
  /** ms since 1970. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  /** Addresses of this relay that a hello may be signed for. */
  readonly origins: readonly string[]
  /** Runs a task after this turn's messages have been handled, so that they share one commit. Default: a microtask. */
  readonly nextTurn?: (task: () => void) => void
  /** The others keep their defaults. */
  readonly limits?: Partial<RelayLimits>
  /** The disk is low: only records are taken. */
  readonly isReadOnly?: () => boolean
  /** A bug or a failing store: the connection that it hit is closed, the relay goes on. */
  readonly report?: (error: unknown) => void
  readonly watch?: Watch
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
  const watch = options.watch ?? NO_WATCH
  const activity = createActivity()
  const turns = createTurns(store, options.nextTurn ?? queueMicrotask, activity, report)
  const pages = createPages(store, MAX_KEPT_PAGES_BYTES)
  const allowances = createAllowances({ limits, now, met: watch.met })
  const { waits } = allowances
  const rooms = createRooms({ store, pages, now, limits, turns, waits, activity, report, watch })
  const shared = {
    store,
    now,
    origins,
    randomBytes,
    report,
    limits,
    allowances,
    isReadOnly: options.isReadOnly ?? (() => false),
    activity,
    watch,
    rooms,
    inTurn: createInTurn(),
    uncounted: new Map<string, number>(),
  }
  const connections = new Set<Connection>()
  let stopping = false

  return {
    connect: (send, close, bufferedAmount, address = '') => {
      const connection: Connection = createConnection(
        {
          ...shared,
          address,
          onClosed: () => void connections.delete(connection),
        },
        { send, close, bufferedAmount },
      )
      connections.add(connection)
      const { closed, drained, greeted } = connection
      const receive = (bytes: Uint8Array): void => {
        if (!stopping) connection.receive(bytes)
      }
      return { receive, closed, drained, greeted, idle: activity.idle }
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
