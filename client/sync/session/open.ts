/** The first state of a session, from what this device had stored, distrusted until it fits the document. It is a straight line without a choice, so it is no state of the machine. */
import type * as Y from 'yjs'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_ITEM_BYTES, MAX_LOG_BYTES } from '#shared/protocol/limits.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { NO_FAILURES } from '../connection/backoff.ts'
import { keepRedundantMarks } from '../document/keep-redundant-marks.ts'
import { takeClientId } from '../document/own-clients.ts'
import { hasUnshared } from '../document/snapshot.ts'
import type { Environment } from '../environment.ts'
import { decodeCursor } from '../log/cursor.ts'
import { type Alarm, createFollower } from '../log/follower.ts'
import { openStoredKeys, restore, unnumberedRoot } from '../log/restore.ts'
import { NO_BATCH, NO_REFUSALS, type State } from './machine/state.ts'

export type OpenOptions = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  readonly doc: Y.Doc
  readonly store: SyncStore
  readonly environment: Environment
  readonly schema: number
  readonly sharedAt: number | null
  readonly visit?: boolean
  readonly leastCheckpoint?: number
  alarm(alarm: Alarm): void
}

/**
 * Whether this device may begin with a checkpoint. A device that made the workspace, or has read a part of the log, needs none.
 * Nor does one whose cursor stands at the start: the cursor was put there because a checkpoint was false, which a document
 * without text of others does not show.
 */
const isNewHere = ({ log, setup }: State, doc: Y.Doc, cursor: Uint8Array | null): boolean =>
  (cursor === null || decodeCursor(cursor)?.seq !== 0) &&
  log.seq === 0 &&
  log.preview === null &&
  [...doc.store.clients.keys()].every((client) => setup.own.salts.has(client))

export type Opened = {
  readonly state: State
  /** Whether the salt of this load is stored. */
  readonly saltKept: boolean
  /** Whether it may begin with a checkpoint (S5). Without the records, which came with the join, a checkpoint could not be read. */
  readonly mayLook: boolean
}

export const openState = async (options: OpenOptions): Promise<Opened> => {
  const { workspace, holder, doc, store, environment } = options
  keepRedundantMarks(doc)
  const stored = await store.load()
  const root = unnumberedRoot(stored)
  const taking = takeClientId(options, stored.salts) // the disk confirms the salt while the records are judged
  const { log, known: knownRecords } = await restore(workspace, stored, doc)
  const own = await taking
  const follower = createFollower(log, holder, options.alarm)
  if (knownRecords !== null) await openStoredKeys(follower, knownRecords.chain, stored)
  const state: State = {
    setup: {
      workspace,
      me: holder.id,
      own,
      schema: options.schema,
      root,
      checkpointChance: environment.random(),
      leastCheckpoint: options.leastCheckpoint ?? null,
    },
    connection: { name: 'waiting', socket: null },
    log,
    ring: follower.ring(),
    knownRecords,
    repair: null,
    awaitingKey: [],
    sharing: {
      dirty: hasUnshared(doc, own.salts.keys(), log),
      sharedAt: options.sharedAt,
      edited: null,
      edits: 0,
      blocked: null,
      missingFromLog: [],
      batching: NO_BATCH,
    },
    present: new Map(),
    limits: { itemBytes: MAX_ITEM_BYTES, logBytes: MAX_LOG_BYTES },
    relayClock: null,
    backoff: NO_FAILURES,
    refusals: NO_REFUSALS,
    turnedAwaySince: null,
    keptAliveAt: -Infinity,
    hasCursor: stored.cursor !== null,
    epochIsDue: false,
    inbox: [],
    task: null,
    timers: {},
    generation: 0,
    sequence: 0,
  }
  const mayLook = knownRecords !== null && root === null && !options.visit && isNewHere(state, doc, stored.cursor)
  return { state, saltKept: own.kept, mayLook }
}
