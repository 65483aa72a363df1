/** The journal: what counted in the log is kept on this device as it was read, so that history needs no relay. */
import type { Place } from '#shared/protocol/entries.ts'
import type { JournalEntry } from '#storage/journal/journal-store.ts'
import type { Consumed } from '#sync/log/follower.ts'
import { seenPlace } from '#sync/log/log-state.ts'
import { emit, type Turn } from './turn.ts'
import type { LoggedAt } from './work.ts'

/** Items that left nothing to read count as well: the journal says how far it goes. */
export const journalFrom = (
  turn: Turn,
  from: Place,
  entries: readonly JournalEntry[] = [],
  between: readonly Place[] = [],
): void => {
  const { connection, log } = turn.state
  emit(turn, {
    type: 'journal',
    batch: { from, to: seenPlace(log), between, entries, whole: connection.name === 'live' },
    isHidden: log.preview !== null || log.missedEpochs.size > 0,
  })
}

/** The whole log is here, also when nothing of it was new. */
export const journalWhole = (turn: Turn): void => journalFrom(turn, seenPlace(turn.state.log))

/** A Yjs V1 update without structs and without deletions. */
const NOTHING = Uint8Array.of(0, 0)

/** A record is kept as an entry that changes nothing, because history tells when somebody came or went, and the record names no time. */
export const toJournalEntries = ({ seq, at }: LoggedAt, consumed: Consumed): readonly JournalEntry[] => {
  switch (consumed.kind) {
    case 'entry': {
      const { author, firstEdit, lastEdit, update } = consumed
      return [{ seq, at, author, firstEdit, lastEdit, update }]
    }
    case 'record':
      return [{ seq, at, author: consumed.record.author, firstEdit: at, lastEdit: at, update: NOTHING }]
    case 'checkpoint':
    case 'erased':
    case 'skipped':
    case 'stopped':
      return []
  }
}
