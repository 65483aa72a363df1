/**
 * One open workspace and its relay: y-websocket on one side, the sealed log on the other (PROTOCOL.md §5). The machine decides
 * what happens (machine/step.ts); this file puts it into a shell and gives the rest of the app a handle.
 */
import type { Awareness } from 'y-protocols/awareness'
import type { Chain } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { JournalLimits } from '#storage/journal/fold.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import { type RelayAddress, toSocketUrl } from '../connection/relay-address.ts'
import { moveOn } from '../document/own-clients.ts'
import { type UnsharedWords, unsharedWords } from '../document/unshared-words.ts'
import { authorAt } from '../log/log-state.ts'
import type { RecordKey, RecordOutcome } from './machine/in-flight.ts'
import { isTurnedAway } from './machine/relay-link.ts'
import { knownChain } from './machine/state.ts'
import { type SyncState, syncStateOf } from './machine/table.ts'
import { clockAhead, relayNow } from './machine/writer.ts'
import type { TellEffect } from './machine/effects.ts'
import type { MakeKeyless, MakeRecord } from './make-record.ts'
import { openState, type OpenOptions } from './open.ts'
import { createDocumentRunner } from './run-document.ts'
import { createNetworkRunner } from './run-network.ts'
import { createJournalRunner } from './run-journal.ts'
import { createStoreRunner } from './run-store.ts'
import { createRequests } from './requests.ts'
import { createShell, type Deliver } from './shell.ts'

/**
 * `doc`: loaded already; the provider must not connect before (quality.md, pitfall 3). `sharedAt`: the last known moment when
 * everything was shared, in ms since 1970. `visit`: a session without a screen: it catches up and shares waiting edits, writes
 * nothing new, sends no presence, and needs no clientID of its own. `leastCheckpoint`: the least bytes that a checkpoint must
 * spare others (K1); it and `journalLimits` are for a simulation, whose logs are short.
 */
export type SessionOptions = OpenOptions & {
  readonly relay: RelayAddress
  /** Where the log's entries are kept for history; nowhere if left out. */
  readonly journal?: JournalStore
  readonly journalLimits?: JournalLimits
  /** Lets a schedule decide when effects are answered; without it answers are delivered at once. */
  readonly deliver?: Deliver
  changed(): void
  /** Called when the document was begun from a false checkpoint (K2): the owner replaces it by this one and opens it again. */
  checkpointRejected?(document: Uint8Array): void
  storeFailed(error: unknown): void
}

/** The part of a session's state that screens show. */
export type SessionState = {
  readonly connection: SyncState
  /** `null` before this device has heard anything of the chain. */
  readonly chain: Chain | null
  readonly dirty: boolean
  readonly sharedAt: number | null
  /** The authors whose text the relay has lost and this device still has (C3); `null`: an unknown author. */
  readonly missingFromLog: readonly (PersonId | null)[]
  /** Whether the relay has turned this device away as overloaded for a while. */
  readonly busy: boolean
  /** Whether the document on screen is a checkpoint's copy that has not been compared with the log yet (K2). */
  readonly checking: boolean
  /** How far the log was read. */
  readonly seq: number
  /** The share of the relay's limit for one workspace that is used up: 1 is all (S8). */
  readonly fullness: number
}

export type Session = {
  /**
   * Whether the salt of this load could not be stored. Then edits must not be kept on this device either: after a restart
   * these edits could not be attributed, and would never be sent.
   */
  readonly saltLost: boolean
  /** Created after the clientID was set, because y-protocols keeps the clientID that it finds at creation. */
  readonly awareness: Awareness
  /** The person who writes under this clientID, from the signed log, this device's own salts, or the relay's stamp on presence; never from a field. */
  personAt(client: number): PersonId | null
  /** The last edit under this clientID in the log, in ms since 1970 by its author's clock, and not later than the relay's now. */
  lastEditAt(client: number): number | null
  state(): SessionState
  /** This device's words that the log lacks: while they may not be shared, nobody else will read them. */
  unsharedWords(): readonly UnsharedWords[]
  /** 'invalid' only after several tries on a chain that others kept moving, or when a rule forbids it. */
  append(make: MakeRecord, key?: 'current' | 'newest'): Promise<RecordOutcome>
  append(make: MakeKeyless, key: 'none'): Promise<RecordOutcome>
  /** The relay's time in ms since 1970, as far as it is known. */
  relayNow(): number
  /** A moment of the relay's clock as this device's clock shows it, in ms since 1970. */
  toDeviceTime(relayTime: number): number
  /** Sends a waiting batch now, because the page is about to hide. */
  flush(): Promise<void>
  /** Connects now, because the network came back. */
  reconnect(): void
  /** Gives the relay back what it lost, as far as this device has it, once the user agreed (C3). Not ok: nothing has changed. */
  repair(): Promise<{ readonly ok: boolean }>
  /** Waits at most this long, in ms, until everything in flight is acknowledged: for a session that is about to stop. */
  settle(ms: number): Promise<void>
  /** Resolves when everything that has arrived is handled. */
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
  let hasStopped = (): void => {}
  const stopped = new Promise<void>((resolve) => (hasStopped = resolve))
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
        return hasStopped()
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
      network: createNetworkRunner(toSocketUrl(relay, workspace), environment, dispatch),
      document: createDocumentRunner({
        workspace,
        doc,
        own: setup.own,
        moveOn(before) {
          const { own, salt } = moveOn({ workspace, holder, environment, doc }, before)
          void store.addSalt(salt).catch(options.storeFailed)
          return own
        },
        dispatch,
        report: environment.report,
      }),
      store: createStoreRunner(
        store,
        workspace,
        options.storeFailed,
        answer,
        options.journal ? createJournalRunner(options.journal, doc, environment.now, options.journalLimits) : null,
      ),
    }),
    tell,
  })
  const { awareness } = shell.document.provider
  shell.dispatch({ type: 'start', mayLook })
  const now = (): number => relayNow(shell.state(), { now: environment.now(), elapsed: environment.elapsed() })

  return {
    saltLost: !saltKept,
    awareness,
    personAt(client) {
      const { log, present } = shell.state()
      if (log.taken.has(client)) return null
      const isMine = shell.state().setup.own.salts.has(client)
      return isMine ? holder.id : (authorAt(log, client) ?? present.get(client) ?? null)
    },
    lastEditAt(client) {
      const state = shell.state()
      if (state.sharing.dirty && state.setup.own.salts.has(client)) return null // what waits here is later than the log knows
      const lastEdit = state.log.authors.get(client)?.lastEdit
      // Its author chose the number: an edit of tomorrow is one of now.
      return lastEdit === undefined ? null : Math.min(lastEdit, now())
    },
    state() {
      const state = shell.state()
      return {
        connection: syncStateOf(state),
        chain: knownChain(state),
        dirty: state.sharing.dirty,
        sharedAt: state.sharing.sharedAt,
        busy: isTurnedAway(state, environment.elapsed()),
        checking: state.log.preview !== null,
        seq: state.log.seq,
        fullness: state.log.bytes / state.limits.logBytes,
        missingFromLog: state.sharing.missingFromLog,
      }
    },
    unsharedWords() {
      const state = shell.state()
      return unsharedWords(doc, state.setup.own.salts.keys(), state.log.clocks)
    },
    relayNow: now,
    toDeviceTime: (relayTime) => relayTime + clockAhead(environment.now() - now()),
    append: (make: MakeRecord, key: RecordKey = 'current') =>
      appends.ask((request) => {
        makers.set(request, make)
        shell.dispatch({ type: 'append', request, key })
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
      await stopped
      await shell.store.flushed()
    },
  }
}
