/**
 * Writing checkpoints on a caught-up writer's device (PROTOCOL.md §8, K1). A checkpoint is always a copy of the log at the
 * place that its header names, and never holds unshared work.
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

/** The quiet time after the last change, in ms, so that nobody types while the document is encoded; jitter lets few devices do it at once. */
const QUIET_MS = 10_000
const SPREAD_MS = 50_000

/** Schedules a checkpoint if one is due: the log went on, or all of this device's work is shared. */
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

/** Takes the document's copy; `null` while work of this device is unshared or in flight. */
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
