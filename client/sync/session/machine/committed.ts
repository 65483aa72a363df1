/** The handling of an own append that the relay has committed. */
import { decodeRecord } from '#shared/chain/records.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { knowsRecord } from '#sync/log/log-state.ts'
import { scheduleCheckpoint } from './checkpoint.ts'
import { scheduleCursor } from './cursor-writer.ts'
import type { Sent } from './in-flight.ts'
import { answered } from './outcomes.ts'
import { forgetRefusals } from './refusals.ts'
import { inFlightOf } from './state.ts'
import { enqueuePush, tellChanged, type Turn } from './turn.ts'

/** A record that is already in the chain counts as success, under its old number (R1). */
export const isInChain = (turn: Turn, sent: Sent): boolean => {
  const record = sent.kind === 'record' ? decodeRecord(sent.bytes) : null
  return record !== null && knowsRecord(turn.state.log, { number: record.number, hash: shortHash(record.hash) })
}

export const finishCommitted = (turn: Turn, own: Sent): void => {
  forgetRefusals(turn)
  if (own.kind === 'record') answered(turn, own.purpose, 'done')
  scheduleCursor(turn)
  scheduleCheckpoint(turn)
  if (inFlightOf(turn.state).length === 0) enqueuePush(turn)
  tellChanged(turn)
}
