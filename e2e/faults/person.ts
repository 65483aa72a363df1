/**
 * A person with the app's own sync code on a real socket, in Node: everything between document and relay is what runs in a
 * browser; only screen and disk are missing. For tests that break relays, and for benchmarks with real clients.
 */
import * as Y from 'yjs'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import type { Alarm } from '#sync/log/follower.ts'
import { openSession, type Session } from '#sync/session/session.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { createNodeEnvironment } from './node-environment.ts'
import { createTranscript, type Transcript } from './transcript.ts'

/** The state that a device keeps while it is off. */
export type Kept = { readonly store: SyncStore; readonly document: Uint8Array }
export type PersonOptions = {
  readonly name: string
  readonly holder: KeyHolder
  readonly workspace: WorkspaceId
  readonly relay: RelayAddress
  readonly kept?: Kept
  readonly pace?: number
  readonly random?: () => number
  /** Called when something may have changed: a state, a document, an error. */
  readonly moved?: () => void
}
export type Person = {
  readonly name: string
  readonly holder: KeyHolder
  readonly environment: Environment
  readonly doc: Y.Doc
  readonly session: Session
  readonly told: Transcript
  readonly alarms: readonly Alarm[]
  readonly errors: readonly unknown[]
  /** By clientID, the clock up to which it has been shown as shared. */
  readonly shownAsShared: ReadonlyMap<number, number>
  isOnline(): boolean
  /** Online, and everything written here is shared. */
  isSettled(): boolean
  /** Stops, and returns the state that remains. */
  leave(): Promise<Kept>
}

export const openPerson = async (options: PersonOptions): Promise<Person> => {
  const { name, holder, workspace, relay, kept, moved = () => {} } = options
  const told = createTranscript()
  const alarms: Alarm[] = []
  const errors: unknown[] = []
  const shownAsShared = new Map<number, number>()
  const report = (error: unknown): void => {
    errors.push(error)
    moved()
  }
  const environment = createNodeEnvironment({
    origin: relay.origin,
    listen: told.connect,
    report,
    ...(options.pace === undefined ? {} : { pace: options.pace }),
    ...(options.random === undefined ? {} : { random: options.random }),
  })
  const doc = new Y.Doc()
  if (kept !== undefined) Y.applyUpdate(doc, kept.document)
  const store = kept?.store ?? createMemorySyncStore()
  let opened: Session | null = null
  const changed = (): void => {
    const state = opened?.state()
    if (state !== undefined && state.chain !== null && !state.dirty)
      shownAsShared.set(doc.clientID, Y.getState(doc.store, doc.clientID))
    moved()
  }
  const session = await openSession({
    workspace,
    holder,
    doc,
    store,
    relay,
    environment,
    schema: 1,
    sharedAt: null,
    changed,
    alarm(alarm) {
      alarms.push(alarm)
      moved()
    },
    storeFailed: report,
  })
  opened = session
  doc.on('update', moved)
  const isOnline = (): boolean => session.state().connection === 'online'
  return {
    name,
    holder,
    environment,
    doc,
    session,
    told,
    alarms,
    errors,
    shownAsShared,
    isOnline,
    isSettled: () => isOnline() && !session.state().dirty,
    async leave() {
      await session.stop()
      const document = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      return { store, document }
    },
  }
}
