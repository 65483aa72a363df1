/**
 * Reads a plan's log once more, from its start, for the history before this device's journal. It has a connection and a document
 * of its own, so that the open plan is not disturbed; nothing is stored but the journal, and nothing before all of it is here.
 */
import * as Y from 'yjs'
import type { OlderOutcome, ReadingOlder } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { MAX_BYTES } from '#storage/journal/fold.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import { createOlderLogReader } from '#storage/journal/older-log.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { openSession, type Session } from '#sync/session/session.ts'

/** Without progress for this long, in ms, the relay cannot be reached: a page of items takes less time to open. */
const QUIET_MS = 15_000
/** How often progress is looked at, in ms. */
const LOOK_MS = 250

export type ReadOlderOptions = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  /** What this device knows of the log: a relay that shows another one is not read. */
  readonly store: SyncStore
  readonly journal: JournalStore
  readonly relay: RelayAddress
  readonly environment: Environment
  readonly schema: number
  /** How far the log goes, as far as this device has read it. */
  readonly seq: number
}

export const readOlder = (options: ReadOlderOptions, progress: (share: number) => void): ReadingOlder => {
  const { environment } = options
  let end: (outcome: OlderOutcome) => void = () => {}
  const ended = new Promise<OlderOutcome>((resolve) => (end = resolve))
  const outcome = run(options, progress, ended, (how) => end(how)).catch((error: unknown): OlderOutcome => {
    environment.report(error)
    return 'failed'
  })
  return { outcome, cancel: () => end('cancelled') }
}

const run = async (
  options: ReadOlderOptions,
  progress: (share: number) => void,
  ended: Promise<OlderOutcome>,
  end: (outcome: OlderOutcome) => void,
): Promise<OlderOutcome> => {
  const { journal, environment, workspace, holder, relay, schema } = options
  const kept = await journal.load()
  const upTo = kept === null ? Infinity : kept.base.place.number
  const room = MAX_BYTES - (kept?.entries ?? []).reduce((sum, { update }) => sum + update.length, 0)
  const reader = createOlderLogReader(upTo, room)
  const doc = new Y.Doc()
  const session = await openSession({
    workspace,
    holder,
    doc,
    store: await asNothingRead(options.store),
    journal: reader.store,
    relay,
    environment,
    schema,
    sharedAt: null,
    visit: true,
    changed() {},
    alarm() {}, // the open plan's session has told of it
    storeFailed: environment.report,
  })
  const stopWatching = watch(session, environment, options.seq, progress, end)
  try {
    const outcome = await ended
    stopWatching()
    if (outcome !== 'read') return outcome
    await session.flush()
    const older = reader.read()
    if (older === null || !(await journal.extend(older))) return 'failed'
    return older.base.document === null ? 'read' : 'too-much'
  } finally {
    stopWatching()
    await session.stop()
    reader.stop()
    doc.destroy()
  }
}

/** The records that are known, and nothing of the log after them; what the session stores, it stores nowhere. */
const asNothingRead = async (store: SyncStore): Promise<SyncStore> => {
  const { records } = await store.load()
  return { ...createMemorySyncStore(), load: async () => ({ records, salts: [], cursor: null }) }
}

const watch = (
  session: Session,
  environment: Environment,
  seq: number,
  progress: (share: number) => void,
  end: (outcome: OlderOutcome) => void,
): (() => void) => {
  let [before, since] = [-1, environment.elapsed()]
  let stopTimer = (): void => {}
  const look = (): void => {
    const now = session.state()
    if (now.connection === 'online') return end('read')
    if (typeof now.connection === 'object') return end('refused')
    if (now.seq !== before) [before, since] = [now.seq, environment.elapsed()]
    if (environment.elapsed() - since >= QUIET_MS) return end('offline')
    progress(seq === 0 ? 0 : Math.min(1, now.seq / seq))
    stopTimer = environment.after(LOOK_MS, look)
  }
  look()
  return () => stopTimer()
}
