/**
 * A plan's history on this device: the journal beside the document, and the log's records. It is read when somebody asks for it,
 * never at opening.
 */
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { followLatestPage } from '#domain/history/latest-page.ts'
import { linesBackTo } from '#domain/history/lines-back-to.ts'
import { type LogEntry, tookWords } from '#domain/history/lines.ts'
import { mergeLines, type MemberEvent, toMemberLines } from '#domain/history/member-lines.ts'
import { isAllBack } from '#domain/history/put-back.ts'
import { type Log, type Page, type Reading, readMoment, readPage } from '#domain/history/read-history.ts'
import type { History } from '#ports/open-plan.ts'
import { decodeRecord, personIdOf } from '#shared/chain/records.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Place } from '#shared/protocol/entries.ts'
import type { Locator, PersonId } from '#shared/protocol/ids.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import type { TakenRow } from '#storage/news-rows.ts'
import type { StoredLog } from '#storage/sync/sync-store.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import type { Environment } from '#sync/environment.ts'

/** Who came, went and got another role, from stored records in their order. */
const toMemberEvents = (records: StoredLog['records']): readonly MemberEvent[] => {
  const invited = new Map<Locator, { readonly role: Role; readonly to: PersonId | null }>()
  return records
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ seq, bytes }): readonly MemberEvent[] => {
      const record = decodeRecord(new Uint8Array(bytes))
      if (record === null) return []
      const { author: by, body } = record
      switch (body.kind) {
        case 'invite':
          invited.set(body.locator, {
            role: body.role,
            to: body.inviterBecomes === 'none' ? personIdOf(body.keys) : null,
          })
          return []
        case 'join': {
          const person = personIdOf(body.keys)
          const { role, to } = invited.get(body.locator) ?? { role: null, to: null }
          if (to === person) return [{ seq, act: 'moved', by: person, person, role: null }]
          return [{ seq, act: 'joined', by: person, person, role }]
        }
        case 'role': {
          const { person, role } = body
          const act = role !== null ? 'role' : person === by ? 'left' : 'removed'
          return [{ seq, act, by, person, role }]
        }
        case 'epoch':
          return body.endedPersons.map((person) => ({ seq, act: 'removed', by, person, role: null }))
        case 'root':
        case 'close':
        case 'unknown':
          return []
      }
    })
}

export type HistoryStores = { readonly journal: JournalStore; records(): Promise<StoredLog['records']> }
export type HistoryOptions = Pick<Environment, 'after' | 'report' | 'randomBytes'> & {
  readonly doc: PlanDoc
  readonly me: PersonId
  /** Who somebody is by now: whoever moved to a new card is one person in all that they did. */
  currentPerson(person: PersonId): PersonId
}

/** Reads the history as it is now; its newest page goes on from where it was read last. A store that cannot be read has none. */
export const followPlanHistory = (stores: HistoryStores, options: HistoryOptions): (() => Promise<History>) => {
  const latest = followLatestPage(toReading(options))
  return () => readPlanHistory(stores, options, latest)
}

const readPlanHistory = async (
  { journal, records }: HistoryStores,
  { after, report, currentPerson: now }: HistoryOptions,
  latest: (log: Log) => Promise<Page>,
): Promise<History> => {
  const failed =
    <Value>(value: Value) =>
    (error: unknown): Value => (report(error), value)
  const [kept, stored] = await Promise.all([
    journal.load().catch(failed(null)),
    records().catch(failed<StoredLog['records']>([])),
  ])
  const base = kept?.base ?? { place: { number: 0 }, at: null, document: null }
  const entries = (kept?.entries ?? []).map((entry) => ({ ...entry, author: now(entry.author) }))
  const events = toMemberEvents(stored).map((event) => ({ ...event, by: now(event.by), person: now(event.person) }))
  return {
    ...createPages({ base, entries }, events, { after }, latest),
    full: kept?.asked === true && base.document !== null,
    beginsAt: kept === null ? 'unknown' : base.document === null ? 'start' : (base.at ?? 'unknown'),
  }
}

/**
 * Those of `taken` of which words or a thing are gone, and still are: who parts, moves or joins paragraphs deletes and writes them
 * again, and what was put back or undone stands there. What lies too far back counts as taken.
 */
export const confirmTaken = async (
  history: Pick<History, 'entries' | 'page'>,
  taken: readonly TakenRow[],
  { doc, me, randomBytes }: Pick<HistoryOptions, 'doc' | 'me' | 'randomBytes'>,
): Promise<readonly TakenRow[]> => {
  const { lines, from: known } = await linesBackTo(history, Math.min(...taken.map(({ from }) => from)))
  return taken.filter((one) => {
    const told = lines.filter(
      (line) =>
        line.person === one.person &&
        line.part === one.part &&
        line.to >= one.from &&
        line.from <= one.to &&
        tookWords(line),
    )
    return one.from < known || !isAllBack(doc, told, { me, randomness: { randomBytes } })
  })
}

const toReading = ({ after }: Pick<Environment, 'after'>): Reading => ({
  pause: () => new Promise((resolve) => after(0, resolve)),
  prepare: keepRedundantMarks,
})

type Kept = {
  readonly base: { readonly place: Pick<Place, 'number'>; readonly document: Uint8Array | null }
  readonly entries: readonly LogEntry[]
}

/** The pages and moments of entries behind a base. */
export const createPages = (
  { base, entries }: Kept,
  events: readonly MemberEvent[],
  environment: Pick<Environment, 'after'>,
  latest?: (log: Log) => Promise<Page>,
): Pick<History, 'entries' | 'page' | 'at'> => {
  const reading = toReading(environment)
  const log: Log = { base: base.document, entries }
  const read = async (end: number): Promise<Page> => {
    const page = latest !== undefined && end === entries.length ? await latest(log) : await readPage(log, end, reading)
    const begin = page.from === 0 ? base.place.number : (entries[page.from - 1]?.seq ?? 0)
    const upTo = end === entries.length ? Infinity : (entries[end - 1]?.seq ?? 0)
    return { ...page, lines: mergeLines(page.lines, toMemberLines(events, entries, begin, upTo)) }
  }
  /** Pages that were read: coming back to the list reads none again. */
  const pages = new Map<number, Promise<Page>>()
  return {
    at: (seq) => readMoment(log, seq, reading),
    entries: entries.length,
    page(end) {
      const page = pages.get(end) ?? read(end)
      pages.set(end, page)
      page.catch(() => pages.delete(end))
      return page
    },
  }
}
