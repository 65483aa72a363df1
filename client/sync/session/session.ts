/**
 * One open workspace and its relay: y-websocket on one side, the sealed log on the other (PROTOCOL.md §5). What happens is
 * the machine's to say (machine/step.ts); this puts it into a shell and gives the rest of the app a handle.
 */
import type { Awareness } from 'y-protocols/awareness'
import type { Chain } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { RelayAddress } from '../connection/relay-address.ts'
import type { RecordOutcome } from './machine/in-flight.ts'
import { isTurnedAway } from './machine/relay-link.ts'
import { knownChain } from './machine/state.ts'
import { type SyncState, syncStateOf } from './machine/table.ts'
import { relayNow } from './machine/writer.ts'
import type { TellEffect } from './machine/effects.ts'
import type { MakeRecord } from './make-record.ts'
import { openState, type OpenOptions } from './open.ts'
import { createDocumentRunner } from './run-document.ts'
import { createNetworkRunner } from './run-network.ts'
import { createStoreRunner } from './run-store.ts'
import { createRequests } from './requests.ts'
import { createShell, type Deliver } from './shell.ts'

/**
 * `doc`: loaded already; the provider must not connect before (quality.md, pitfall 3). `sharedAt`: ms since
 * 1970 when all was last shared, as far as anybody remembers. `visit`: nobody is here; it catches up and shares what waits,
 * writes nothing, and nobody sees it come; it needs no clientID of its own. `leastCheckpoint`: what a checkpoint is to spare
 * others at least, in bytes (K1); a simulation's logs are short.
 */
export type SessionOptions = OpenOptions & {
  readonly relay: RelayAddress
  /** A schedule decides when effects are answered; without it they are at once. */
  readonly deliver?: Deliver
  changed(): void
  /** The document was begun from a checkpoint that was false (K2). It is to be replaced by this one, and opened again. */
  checkpointRejected?(document: Uint8Array): void
  storeFailed(error: unknown): void
}

/** The part of its state that screens show. */
export type SessionState = {
  readonly connection: SyncState
  /** `null` before this device has heard anything of the chain. */
  readonly chain: Chain | null
  readonly dirty: boolean
  readonly sharedAt: number | null
  /** Whose text the relay has lost and this device still has (C3). */
  readonly missingFromLog: readonly (PersonId | null)[]
  /** The relay has had too much to do for this device for a while. */
  readonly busy: boolean
  /** The document on screen is a checkpoint's copy, which has not been compared with the log yet (K2). */
  readonly checking: boolean
  /** How much of what the relay keeps of one workspace is used up: 1 is all (S8). */
  readonly fullness: number
}

export type Session = {
  /**
   * The salt of this load could not be stored. What is written now must not be kept on this device either: after a restart
   * these edits could not be attributed, and would never be sent.
   */
  readonly saltLost: boolean
  /** Made after the clientID was set: y-protocols keeps the one it was born with. */
  readonly awareness: Awareness
  /** Who writes under this clientID: from the signed log, my own salts, or the relay's stamp on who is here; never from a field. */
  personAt(client: number): PersonId | null
  /** ms by its author's clock, of the last edit under this clientID that the log has. */
  lastEditAt(client: number): number | null
  state(): SessionState
  /** 'invalid' only after several tries on a chain that others kept moving, or when a rule forbids it. */
  append(make: MakeRecord): Promise<RecordOutcome>
  /** ms since 1970 by the relay's clock, as far as it is known. */
  relayNow(): number
  /** Sends now what waits: the page is about to hide. */
  flush(): Promise<void>
  /** The network came back: try now. */
  reconnect(): void
  /** The user agreed: the relay is given back what it lost, as far as this device has it (C3). Not ok: nothing has changed. */
  repair(): Promise<{ readonly ok: boolean }>
  /** Gives what is on its way this long to be acknowledged, in ms: for a session that is about to stop. */
  settle(ms: number): Promise<void>
  /** When nothing that has arrived is left to handle. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Resolves once the document may be edited. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { workspace, holder, doc, store, relay, environment } = options
  const { state: first, saltKept, mayLook } = await openState(options)
  const { setup } = first
  const makers = new Map<number, MakeRecord>()
  const appends = createRequests<RecordOutcome>()
  const repairs = createRequests<{ readonly ok: boolean }>()
  const settles = createRequests<void>()
  const stopped = Promise.withResolvers<void>()
  const tell = (effect: TellEffect): void => {
    switch (effect.type) {
      case 'changed':
        return options.changed()
      case 'alarm':
        return options.alarm(effect.alarm)
      case 'checkpoint-rejected':
        return options.checkpointRejected?.(effect.document)
      case 'answer-append':
        makers.delete(effect.request)
        return appends.answer(effect.request, effect.outcome)
      case 'answer-repair':
        return repairs.answer(effect.request, { ok: effect.ok })
      case 'answer-settle':
        return settles.answer(effect.request)
      case 'stopped':
        return stopped.resolve()
    }
  }
  const shell = createShell({
    first,
    environment,
    deliver: options.deliver ?? ((answer) => answer()),
    crypto: {
      workspace,
      holder,
      origin: relay.origin,
      environment,
      maker: (request) => makers.get(request) ?? (async () => null),
      makingFailed(request, error) {
        makers.delete(request)
        appends.fail(request, error)
      },
    },
    connectTo: (dispatch, answer) => ({
      network: createNetworkRunner(relay.url, environment, dispatch),
      document: createDocumentRunner({ workspace, doc, own: setup.own, dispatch, report: environment.report }),
      store: createStoreRunner(store, workspace, options.storeFailed, answer),
    }),
    tell,
  })
  const { awareness } = shell.document.provider
  shell.dispatch({ type: 'start', mayLook })

  return {
    saltLost: !saltKept,
    awareness,
    personAt(client) {
      const { log, present } = shell.state()
      return setup.own.salts.has(client) ? holder.id : (log.authors.get(client)?.person ?? present.get(client) ?? null)
    },
    lastEditAt: (client) => shell.state().log.authors.get(client)?.lastEdit ?? null,
    state() {
      const state = shell.state()
      return {
        connection: syncStateOf(state),
        chain: knownChain(state),
        dirty: state.sharing.dirty,
        sharedAt: state.sharing.sharedAt,
        busy: isTurnedAway(state, environment.elapsed()),
        checking: state.log.preview !== null,
        fullness: state.log.bytes / state.limits.logBytes,
        missingFromLog: state.sharing.missingFromLog,
      }
    },
    relayNow: () => relayNow(shell.state(), { now: environment.now(), elapsed: environment.elapsed() }),
    append: (make) =>
      appends.ask((request) => {
        makers.set(request, make)
        shell.dispatch({ type: 'append', request })
      }),
    async flush() {
      shell.dispatch({ type: 'flush' })
      await shell.store.flushed()
    },
    reconnect: () => shell.dispatch({ type: 'reconnect' }),
    repair: () => repairs.ask((request) => shell.dispatch({ type: 'repair', request })),
    settle: (ms) =>
      new Promise((resolve) => {
        const stopTimer = environment.after(ms, resolve)
        const finish = (): void => {
          stopTimer()
          resolve()
        }
        void settles.ask((request) => shell.dispatch({ type: 'settle', request })).then(finish)
      }),
    idle: shell.idle,
    async stop() {
      shell.dispatch({ type: 'stop', people: awareness.getStates().size })
      await stopped.promise
      await shell.store.flushed()
    },
  }
}
