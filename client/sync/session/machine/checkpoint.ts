/**
 * When a caught-up writer's device writes a checkpoint, and of what (PROTOCOL.md §8, K1). One is always a copy of the log at
 * the place that its header names, never of work that is not shared yet.
 */
import { currentEpoch } from '#shared/chain/chain.ts'
import { MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { OpenedEntry } from '#sync/log/accept.ts'
import { isCheckpointDue } from '#sync/checkpoint/checkpoint-due.ts'
import { seenPlace } from '#sync/log/log-state.ts'
import { putInFlight } from './outcomes.ts'
import { ask, startTimer, stopTimer, type Turn } from './turn.ts'
import { writingKeys } from './writer.ts'

/** After the last change, in ms, so that nobody types while the document is encoded; spread, so that few devices do it at once. */
const QUIET_MS = 10_000
const SPREAD_MS = 50_000

/** The log went on, or everything of mine is shared. */
export const scheduleCheckpoint = (turn: Turn): void => {
  stopTimer(turn, 'checkpoint')
  const { connection, log, setup } = turn.state
  if (connection.name !== 'live') return
  if (!isCheckpointDue(log.sinceCheckpoint, setup.checkpointChance, setup.leastCheckpoint ?? undefined)) return
  startTimer(turn, 'checkpoint', QUIET_MS + turn.at.random * SPREAD_MS)
}

export const writeCheckpoint = (turn: Turn): void => {
  const { log } = turn.state
  if (writingKeys(turn.state) === null || log.missedEpochs.size > 0) return
  ask(turn, { type: 'copy-document', clocks: log.clocks, deletes: log.deletes }, { kind: 'copying' })
}

/** `null`: something of mine is still to be shared, or on its way. */
export const documentCopied = (turn: Turn, update: Uint8Array<ArrayBuffer> | null): void => {
  const { log, setup } = turn.state
  const writing = writingKeys(turn.state)
  if (update === null || writing === null) return
  const { chain, keys } = writing
  const header = {
    type: 'checkpoint',
    workspace: setup.workspace,
    epoch: currentEpoch(chain).number,
    author: setup.me,
    seen: seenPlace(log),
    lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
  } as const
  const { now } = turn.at
  const content = { salts: [], firstEdit: now, lastEdit: now, schema: setup.schema, update }
  const opened: OpenedEntry = { header, signed: true, content }
  ask(turn, { type: 'seal-entry', keys, header, content }, { kind: 'sealing-checkpoint', opened })
}

export const checkpointSealed = (turn: Turn, opened: OpenedEntry, bytes: Uint8Array<ArrayBuffer>): void => {
  if (bytes.length > Math.min(turn.state.limits.itemBytes, MAX_ITEM_BYTES)) return
  putInFlight(turn, { kind: 'checkpoint', bytes, opened })
}
