/** Entries and batches of made-up logs. */
import type { Place } from '#shared/protocol/entries.ts'
import { toPersonId } from '#shared/protocol/ids.ts'
import type { JournalBatch, JournalEntry } from '../journal-store.ts'

const WANDA = toPersonId(new Uint8Array(16).fill(2))

/** A place of one of several logs that begin alike. */
export const placeAt = (number: number, log = 1): Place => ({
  number,
  hash: new Uint8Array(16).fill(number === 0 ? 0 : log),
})
export const entryAt = (seq: number, bytes = 3): JournalEntry => ({
  seq,
  at: seq * 1_000,
  author: WANDA,
  firstEdit: seq,
  lastEdit: seq + 1,
  update: new Uint8Array(bytes).fill(seq),
})
export const batchOf = (from: number, seqs: readonly number[], more: Partial<JournalBatch> = {}, log = 1) => ({
  from: placeAt(from, log),
  to: placeAt(seqs.at(-1) ?? from, log),
  between: Array.from({ length: (seqs.at(-1) ?? from) - from }, (_, index) => placeAt(from + index, log)).slice(1),
  entries: seqs.map((seq) => entryAt(seq)),
  whole: false,
  ...more,
})
