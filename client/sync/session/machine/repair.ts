/**
 * Repairing a relay that lost or rewrote data, once the user agreed (PROTOCOL.md §5, C3): its log is read from the start, and
 * the records that it lacks are appended again, byte for byte (go-live.ts). Own work follows by itself.
 */
import { decodeRecord } from '#shared/chain/records.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { KnownRecords } from '#sync/log/restore.ts'
import type { RefusalReason } from '../../refusal-reason.ts'
import type { AnswerEvent } from './events.ts'
import { readFromStart } from './read-again.ts'
import { connectAnew } from './relay-link.ts'
import type { Connection, Repair, State } from './state.ts'
import { ask, emit, set, setSharing, tellChanged, type Turn } from './turn.ts'

/** A relay that went back in time may not know this person any more, or not yet again. */
const REPAIRABLE: readonly RefusalReason[] = ['log-differs', 'unknown', 'removed']
const awaitsConsent = (connection: Connection): boolean =>
  connection.name === 'refused' && REPAIRABLE.includes(connection.reason)

export const repair = (turn: Turn, request: number): void => {
  if (awaitsConsent(turn.state.connection)) return ask(turn, { type: 'load-records' }, { kind: 'loading', request })
  emit(turn, { type: 'answer-repair', request, ok: true }) // the user agreed twice, or there is nothing to repair
}

const beginRepair = (known: KnownRecords | null, me: PersonId): Repair => {
  const records = known?.records ?? []
  const [first] = records
  return { root: first !== undefined && decodeRecord(first)?.author === me ? first : null, records, read: [] }
}

/** The first record that the relay lacks; `null` when it has all known records. */
export const nextToGiveBack = ({ records }: Repair, { log }: State): Uint8Array<ArrayBuffer> | null =>
  records[log.recordHashes.length] ?? null

/** Begins the repair. Not ok when the device's database does not answer: nothing has changed, and the user can agree again. */
export const recordsLoaded = (
  turn: Turn,
  request: number,
  { known }: Extract<AnswerEvent, { readonly type: 'records-loaded' }>,
): void => {
  emit(turn, { type: 'answer-repair', request, ok: known !== 'unreadable' })
  if (known === 'unreadable' || !awaitsConsent(turn.state.connection)) return
  set(turn, { knownRecords: known, repair: beginRepair(known, turn.state.setup.me) })
  setSharing(turn, { dirty: true, blocked: null }) // how much of this device's work the relay's log holds is not known yet
  readFromStart(turn)
  connectAnew(turn)
  tellChanged(turn)
}
