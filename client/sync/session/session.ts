/**
 * One open workspace and its relay: y-websocket on one side, the sealed log on the other (PROTOCOL.md §5). Everything
 * asynchronous goes through one queue, so items are opened and sealed strictly in order, whatever the connection does.
 */
import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type { Chain } from '#shared/chain/chain.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_ITEM_BYTES, MAX_LOG_BYTES } from '#shared/protocol/limits.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { createBatching } from './batching.ts'
import { beginHealing } from './begin-repair.ts'
import { beginWithPreview, isNewHere } from '../checkpoint/begin-with-preview.ts'
import { createCheckpoints } from '../checkpoint/checkpoints.ts'
import { NETWORK_LOST, type RelayAddress } from '../connection/connection.ts'
import type { Environment } from '../environment.ts'
import { type Alarm, createFollower } from '../log/follower.ts'
import { createInFlight, type RecordOutcome } from './in-flight.ts'
import { createKeeper } from '../log/cursor-writer.ts'
import { leaveMarks } from '../document/keep-redundant-marks.ts'
import { createLine } from '../connection/relay-link.ts'
import { noteMergedDeletes } from '../update/merge-deletions.ts'
import { takeClientId } from '../document/own-clients.ts'
import { pushUnshared } from './push.ts'
import { createQueue } from './queue.ts'
import { appendRecord, type MakeRecord, stopEpochs } from './record-writer.ts'
import { createReplay } from '../checkpoint/replay.ts'
import { openStoredKeys, readHeld, restoreState, unnumberedRoot } from '../log/restore.ts'
import { sealedSocketClass } from '../connection/sealed-socket.ts'
import { type ConnectionState, connectionOf, knownChain, relayNow, type SessionCore } from './session-core.ts'
import { hasUnshared } from '../document/snapshot.ts'

export type SessionOptions = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  /** Loaded already: the provider must not connect before (quality.md, pitfall 3). */
  readonly doc: Y.Doc
  readonly store: SyncStore
  readonly relay: RelayAddress
  readonly environment: Environment
  readonly schema: number
  /** ms: when all was last shared, as far as anybody remembers. */
  readonly sharedAt: number | null
  /** Nobody is here: it catches up and shares what waits, writes nothing, and nobody sees it come. Needs no clientID of its own. */
  readonly visit?: boolean
  /** What a checkpoint is to spare others at least, in bytes (K1): a simulation's logs are short. */
  readonly leastCheckpoint?: number
  changed(): void
  alarm(alarm: Alarm): void
  /** The document was begun from a checkpoint that was false (K2). It is to be replaced by this one, and opened again. */
  outdone?(document: Uint8Array): void
  storeFailed(error: unknown): void
}

/** What screens are told of it. */
export type SessionState = {
  readonly connection: ConnectionState
  /** `null` before this device has heard anything of the chain. */
  readonly chain: Chain | null
  readonly dirty: boolean
  readonly sharedAt: number | null
  /** Whose text the relay has lost and this device still has (C3). */
  readonly lacking: readonly (PersonId | null)[]
  /** The relay has had too much to do for this device for a while. */
  readonly busy: boolean
  /** What is on screen is a checkpoint's copy, which has not been held against the log yet (K2). */
  readonly checking: boolean
  /** How much of what the relay keeps of one workspace is used up: 1 is all (S8). */
  readonly fullness: number
}

export type Session = {
  /**
   * The salt of this load could not be stored. What is written now must not be kept on this device either: after a restart
   * nothing would tell that it is mine, and it would never leave.
   */
  readonly saltLost: boolean
  /** Made after the clientID was set: y-protocols keeps the one it was born with. */
  readonly awareness: Awareness
  /** Who writes under this clientID: from the signed log, my own salts, or the relay's stamp on who is here; never from a field. */
  personAt(client: number): PersonId | null
  /** ms by its author's clock, of the last edit under this clientID that the log has. */
  lastEditAt(client: number): number | null
  state(): SessionState
  append(make: MakeRecord): Promise<RecordOutcome>
  /** ms since 1970 by the relay's clock, as far as it is known. */
  relayNow(): number
  /** Sends now what waits: the page is about to hide. */
  flush(): Promise<void>
  /** The network came back: try now. */
  reconnect(): void
  /** Somebody said yes: the relay is given back what it lost, as far as this device has it (C3). Not ok: nothing has changed. */
  heal(): Promise<{ readonly ok: boolean }>
  /** Gives what is on its way this long to be acknowledged, in ms: for a session that is about to stop. */
  settle(ms: number): Promise<void>
  /** When nothing that has arrived is left to handle. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Resolves once the document may be edited. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { workspace, holder, doc, store, relay, environment } = options
  leaveMarks(doc)
  const stored = await store.load()
  const root = unnumberedRoot(stored)
  const held = await readHeld(workspace, stored)
  const own = await takeClientId(options, stored.salts)
  const state = await restoreState(workspace, stored, doc)
  const follower = createFollower(state, holder, options.alarm)
  if (held !== null) await openStoredKeys(follower, held.chain, stored)
  const queue = createQueue((error) => {
    environment.report(error)
    core.lose()
  })
  const line = createLine(() => core, relay, root)
  const provider = new WebsocketProvider('sealed:', workspace, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: 0, // it opens a sealed socket at once, and the line waits: the provider's own waits are alike on all devices
    shouldReconnect: () => true, // what ends it for good is refused, and said (line.ts)
    WebSocketPolyfill: sealedSocketClass(line.owner),
  })
  const core: SessionCore = {
    workspace,
    holder,
    doc,
    environment,
    queue,
    own,
    provider,
    follower,
    replay: state.preview && createReplay(state.preview),
    held,
    healing: null,
    lacking: [],
    schema: options.schema,
    inFlight: createInFlight(),
    keeper: createKeeper(store, environment, stored.cursor !== null, () => core.follower.state, options.storeFailed),
    batching: createBatching(environment, () => pushUnshared(core)),
    checkpoints: createCheckpoints(() => core, environment, options.leastCheckpoint),
    unsure: [],
    link: { name: 'none' },
    refused: null,
    stuck: null,
    limits: { itemBytes: MAX_ITEM_BYTES, logBytes: MAX_LOG_BYTES },
    relayClock: null,
    dirty: hasUnshared(doc, own.salts.keys(), state),
    sharedAt: options.sharedAt,
    edited: null,
    authors: new Map(),
    changed: options.changed,
    alarm: options.alarm,
    outdone: (document) => options.outdone?.(document),
    lose: () => line.hangUp(NETWORK_LOST),
    refuse(reason, code = NETWORK_LOST) {
      core.refused = reason
      provider.shouldConnect = false
      line.hangUp(code)
    },
  }
  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === provider) return
    const now = environment.now()
    core.edited = { first: core.edited?.first ?? now, last: now }
    core.dirty = true
    core.batching.ring()
    core.changed()
  }
  doc.on('update', onUpdate)
  const stopNoting = noteMergedDeletes(doc, provider, () => core.follower.state.deletes)
  const ended = new AbortController()
  const connect = (): void => {
    if (!ended.signal.aborted) provider.connect()
  }
  const connectAnew = (): void => {
    line.forget()
    provider.disconnect()
    connect()
  }
  // Without records nothing of it could be read: they came with the join.
  const mayPreview = held !== null && root === null && !options.visit && isNewHere(core, stored.cursor)
  if (mayPreview) void beginWithPreview(core, relay, ended.signal).catch(environment.report).finally(connect)
  else connect()

  return {
    saltLost: !own.kept,
    awareness: provider.awareness,
    personAt: (client) =>
      own.salts.has(client)
        ? holder.id
        : (core.follower.state.authors.get(client)?.person ?? core.authors.get(client) ?? null),
    lastEditAt: (client) => core.follower.state.authors.get(client)?.lastEdit ?? null,
    state: () => ({
      connection: connectionOf(core),
      chain: knownChain(core),
      dirty: core.dirty,
      sharedAt: core.sharedAt,
      busy: line.isTurnedAway(),
      checking: core.replay !== null,
      fullness: core.follower.state.bytes / core.limits.logBytes,
      lacking: core.lacking,
    }),
    relayNow: () => relayNow(core),
    append: (make) => appendRecord(core, make),
    async flush() {
      core.batching.flush()
      await core.keeper.flush()
    },
    reconnect() {
      if (core.link.name === 'none' && provider.shouldConnect) connectAnew()
    },
    async heal() {
      const begun = await beginHealing(core, store)
      if (begun === 'begun') connectAnew()
      return { ok: begun !== 'unreadable' }
    },
    settle: (ms) =>
      new Promise((resolve) => {
        const stopTimer = environment.after(ms, resolve)
        queue.add(() => (core.link.name === 'live' ? core.inFlight.whenEmpty(finish) : finish()))
        const finish = (): void => {
          stopTimer()
          resolve()
        }
      }),
    idle: queue.idle,
    async stop() {
      ended.abort()
      await line.sayGoodbye().catch(environment.report)
      doc.off('update', onUpdate)
      core.batching.stop()
      core.checkpoints.stop()
      stopEpochs(core)
      provider.destroy()
      await queue.idle()
      stopNoting()
      await core.keeper.flush()
    },
  }
}
