/** Keeps a journal small: its oldest entries become part of its base document, and are history no more. */
import * as Y from 'yjs'
import type { Place } from '#shared/protocol/entries.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import type { Journal, JournalEntry, JournalStore } from './journal-store.ts'

const DAY_MS = 86_400_000
/** Entries younger than this, in ms, are kept as long as they fit: a quarter, in which people meet at least once. */
export const KEPT_MS = 90 * DAY_MS
/** From this size on, in bytes, a plan's journal keeps only what is younger. Five years of daily use are 2 MB. */
const COMFORTABLE_BYTES = 4 * 1024 * 1024
/** The most bytes of one plan's journal. Sixty plans that are as busy as nobody's are a gigabyte. */
export const MAX_BYTES = 16 * 1024 * 1024
/** The bytes by which a journal grows between two foldings, each of which makes the whole document. */
const GROWTH_BYTES = 1024 * 1024

/** In bytes. A simulation's logs are short: it has limits of its own. */
export type JournalLimits = { readonly comfortable: number; readonly most: number; readonly growth: number }
export const USUAL_LIMITS: JournalLimits = { comfortable: COMFORTABLE_BYTES, most: MAX_BYTES, growth: GROWTH_BYTES }
/** Of a journal that somebody asked to go further back, only the most bytes count. */
const toAsked = (limits: JournalLimits): JournalLimits => ({ ...limits, comfortable: limits.most })

/** The size at which a journal of this size is folded next, in bytes. */
export const foldsAt = (bytes: number, { comfortable, growth } = USUAL_LIMITS): number =>
  Math.max(comfortable, bytes + growth)

/** The number of entries to fold: as many of the oldest as are too old, or too much. */
export const countToFold = (
  entries: readonly Pick<JournalEntry, 'at' | 'update'>[],
  now: number,
  limits: Omit<JournalLimits, 'growth'> = USUAL_LIMITS,
): number => {
  let bytes = entries.reduce((sum, { update }) => sum + update.length, 0)
  const isTooMuch = ({ at }: Pick<JournalEntry, 'at'>): boolean =>
    bytes > limits.most || (bytes > limits.comfortable && at < now - KEPT_MS)
  let count = 0
  for (const entry of entries) {
    if (!isTooMuch(entry)) break
    bytes -= entry.update.length
    count += 1
  }
  return count
}

/** The document of a journal's base with so many entries. */
export const documentAt = ({ base, entries }: Journal, count: number): Y.Doc => {
  const doc = new Y.Doc()
  keepRedundantMarks(doc)
  Y.transact(doc, () => {
    if (base.document !== null) Y.applyUpdate(doc, base.document)
    for (const { update } of entries.slice(0, count)) Y.applyUpdate(doc, update)
  })
  return doc
}

/** Folds what the limits ask for, and returns the size afterwards, in bytes. `now`: ms since 1970. */
export const foldOldest = async (store: JournalStore, now: number, limits = USUAL_LIMITS): Promise<number> => {
  const journal = await store.loadWritten()
  if (journal === null) return 0
  const count = countToFold(journal.entries, now, journal.asked === true ? toAsked(limits) : limits)
  const last = journal.entries[count - 1]
  const rest = journal.entries.slice(count).reduce((sum, { update }) => sum + update.length, 0)
  if (last === undefined) return rest
  const doc = documentAt(journal, count)
  await store.fold({ place: placeOf(journal, last), at: last.at, document: Y.encodeStateAsUpdate(doc) })
  doc.destroy()
  return rest
}

/** The hash inside a line is not known, and not needed: a session goes on at one of the line's marks. */
const placeOf = ({ base }: Journal, { seq }: JournalEntry): Place => ({ number: seq, hash: base.place.hash })
