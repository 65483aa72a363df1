/** The newest page of a log that goes on: its document is kept, so that what was compared once is not compared again. */
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { LogEntry } from './lines.ts'
import { beginOfPage, NEWEST_PAGE } from './begin-of-page.ts'
import { type Log, type Page, type Reader, type Reading, startReader } from './read-history.ts'

/** The most entries that the page grows to with its log; beyond, it begins anew. */
const MOST_ENTRIES = 2 * NEWEST_PAGE.most

/** Calls wait for each other. */
export const followLatestPage = (reading: Reading): ((log: Log) => Promise<Page>) => {
  let known: Known | null = null
  let before: Promise<unknown> = Promise.resolve()
  const start = async (log: Log): Promise<Known> => {
    const from = beginOfPage(log.entries, log.entries.length, NEWEST_PAGE)
    return { reader: await startReader(log, from, reading), entries: [], from }
  }
  const read = async (log: Log): Promise<Page> => {
    const { reader, entries, from } = (known === null ? null : findIn(log.entries, known)) ?? (await start(log))
    const now = log.entries.slice(from)
    await reader.read(now.slice(entries.length)) // after one that failed, some once more: Yjs takes an update once
    known = { reader, entries: now, from }
    return { lines: reader.lines(), from }
  }
  return (log) => {
    const page = before.then(() => read(log))
    before = page.catch(() => {})
    return page
  }
}

/** What was read, and where it begins in the log. */
type Known = { readonly reader: Reader; readonly entries: readonly LogEntry[]; readonly from: number }

/** What was read, in a log that still has it all and has not gone on too far; otherwise `null`. */
const findIn = (log: readonly LogEntry[], known: Known): Known | null => {
  const from = log.findIndex(({ seq }) => seq === known.entries[0]?.seq)
  if (from < 0 || log.length - from > MOST_ENTRIES) return null
  const isThere = known.entries.every(({ seq, author, update }, index) => {
    const now = log[from + index]
    return now?.seq === seq && now.author === author && equalBytes(now.update, update)
  })
  return isThere ? { ...known, from } : null
}
