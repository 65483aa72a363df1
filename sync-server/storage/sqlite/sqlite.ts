/**
 * The store in one SQLite file, through Node's own driver, on the main thread
 * (shared/docs/decisions/2026-11-sqlite-on-the-main-thread-one-commit-per-turn.md). Entries wait in the journal for a moment;
 * whoever reads finds them there (README: The journal).
 */
import type { DatabaseSync } from 'node:sqlite'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { idBytes, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { eraseItem, firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { kindOf, numberItems, STORED_KIND, takePage } from '../numbering.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import { createHeads, type Place } from './heads.ts'
import { createJournal, type JournalItem } from './journal.ts'
import { createJournalMover, MOVE_LATER_MS } from './journal-mover.ts'
import type { Run } from './journal-row.ts'
import { prepareStatements } from './statements.ts'
import { cutWriteAheadLog, isFull, placeOf, seqAt, transaction } from './sqlite-file.ts'
import { type AppendRequest, type AppendResult, NO_RECORD, type Store, type StoredItem } from '../store.ts'

function* readRows(rows: Iterable<Row>): Generator<StoredItem> {
  for (const row of rows) {
    yield {
      seq: seqAt(numberIn(row, 'place')),
      receivedAt: numberIn(row, 'received_at'),
      bytes: bytesIn(row, 'bytes'),
    }
  }
}

/** In a buffer of its own, as `bytesIn` gives it. */
const toStored = ({ seq, receivedAt, bytes }: JournalItem): StoredItem => ({ seq, receivedAt, bytes: bytes.slice() })

/** One after the other, and the second only when the first has been read: the journal continues the tables. */
function* both(kept: Iterable<StoredItem>, waiting: Iterable<JournalItem>): Generator<StoredItem> {
  yield* kept
  for (const item of waiting) yield toStored(item)
}

/** Entries alone, of people who take part as before: what may wait in the journal. */
const isPlain = ({ expectedRecord, items, joined, ended }: AppendRequest): boolean =>
  expectedRecord !== NO_RECORD &&
  items.length > 0 &&
  joined.length === 0 &&
  ended.length === 0 &&
  items.every((item) => kindOf(item) !== STORED_KIND.record)

/** Retry interval for truncating the write-ahead log, in ms: a backup of some gigabytes reads for a minute. */
const CUT_LATER_MS = 10_000

export type SqliteStoreOptions = { readonly cutLaterMs?: number; readonly moveLaterMs?: number }

/** On a database that openDatabase opened; `close` closes it. */
export const createSqliteStore = (
  database: DatabaseSync,
  { cutLaterMs = CUT_LATER_MS, moveLaterMs = MOVE_LATER_MS }: SqliteStoreOptions = {},
): Store => {
  const sql = prepareStatements(database)
  const journal = createJournal(database)
  /** Why the last move failed, for the next append to say: nobody waits for a move. */
  let trouble: { readonly error: unknown } | null = null
  const mover = createJournalMover(journal, moveLaterMs, (error) => {
    if (!isFull(error)) trouble = { error }
  })
  mover.soon() // a full disk may have kept it from moving at the start

  const heads = createHeads(database, journal)
  const { find, remember } = heads
  const create = (workspace: WorkspaceId): Place => {
    const logHash = firstLogHash(workspace)
    const number = numberIn(sql.addWorkspace.get(idBytes(workspace), logHash) ?? {}, 'number')
    return { number, head: { seq: 0, logHash, lastRecord: NO_RECORD, bytes: 0 } }
  }
  /** When it fails, heads that were ahead of what is stored are forgotten. */
  const inTables = <Value>(work: () => Value): Value => {
    try {
      return transaction(database, work)
    } catch (error) {
      heads.clear()
      throw error
    }
  }
  const appendOne = (request: AppendRequest): AppendResult => {
    const found = find(request.workspace)
    if ((found?.head.lastRecord ?? NO_RECORD) !== request.expectedRecord) return { ok: false, reason: 'moved' }
    const { number, head: before } = found ?? create(request.workspace)
    const { items, head } = numberItems(before, request)
    for (const { seq, receivedAt, kind, logHash, bytes } of items) {
      sql.addItem.run(placeOf(number, seq), receivedAt, kind, logHash.subarray(0, SHORT_HASH_BYTES), bytes)
    }
    sql.moveHead.run(head.seq, head.logHash, head.lastRecord, head.bytes, number)
    for (const person of request.joined) sql.addPerson.run(idBytes(person), number)
    for (const person of request.ended) sql.endPerson.run(idBytes(person), number)
    remember(request.workspace, { number, head })
    return { ok: true, firstSeq: before.seq + 1, head }
  }
  const toJournal = (requests: readonly AppendRequest[]): readonly AppendResult[] => {
    const runs: Run[] = []
    const reached: (readonly [WorkspaceId, Place])[] = []
    const results = requests.map((request): AppendResult => {
      const place = find(request.workspace)
      if (place === null || place.head.lastRecord !== request.expectedRecord) return { ok: false, reason: 'moved' }
      const { number, head: before } = place
      const { items, head } = numberItems(before, request)
      const firstSeq = before.seq + 1
      runs.push({ workspace: number, firstSeq, receivedAt: request.receivedAt, logHash: head.logHash, items })
      reached.push([request.workspace, { number, head }])
      return { ok: true, firstSeq, head }
    })
    if (runs.length > 0) journal.add(runs)
    for (const [workspace, place] of reached) remember(workspace, place)
    mover.soon()
    return results
  }
  /** A record goes to the tables itself, after everything that came before it. */
  const toTables = (requests: readonly AppendRequest[]): readonly AppendResult[] => {
    journal.moveAll()
    return inTables(() => requests.map(appendOne))
  }

  let cuttingLater: NodeJS.Timeout | undefined
  const cutLog = (): void => {
    clearTimeout(cuttingLater)
    if (!cutWriteAheadLog(database)) cuttingLater = setTimeout(cutLog, cutLaterMs).unref()
  }
  cutLog() // the previous process may have ended before it could

  return {
    append: async (requests) => {
      const before = trouble
      trouble = null
      if (before !== null) throw before.error
      try {
        return requests.every(isPlain) ? toJournal(requests) : toTables(requests)
      } catch (error) {
        if (isFull(error)) return requests.map(() => ({ ok: false, reason: 'full' }))
        throw error
      }
    },
    head: async (workspace) => find(workspace)?.head ?? null,
    logHashAt: async (workspace, seq) => {
      const place = find(workspace)
      if (place === null || seq > place.head.seq) return null
      if (seq === 0) return shortHash(firstLogHash(workspace))
      if (seq === place.head.seq) return shortHash(place.head.logHash)
      const row = sql.logHash.get(placeOf(place.number, seq))
      if (row !== undefined) return bytesIn(row, 'log_hash')
      const [item] = journal.items(place.number, seq - 1)
      return item?.logHash.slice() ?? null
    },
    read: async (workspace, options) => {
      const place = find(workspace)
      if (place === null) return []
      const { after, maxItems, recordsOnly } = options
      const range = [placeOf(place.number, after), placeOf(place.number + 1, 0), maxItems] as const
      if (recordsOnly) return takePage(readRows(sql.records.iterate(...range)), options)
      return takePage(both(readRows(sql.items.iterate(...range)), journal.items(place.number, after)), options)
    },
    newestCheckpoint: async (workspace, before) => {
      const place = find(workspace)
      if (place === null) return null
      const newest = journal.newestCheckpoint(place.number, before)
      if (newest !== null) return toStored(newest)
      const end = placeOf(place.number, Math.min(before, place.head.seq + 1))
      const [item] = readRows(sql.newestCheckpoint.all(placeOf(place.number, 0), end))
      return item ?? null
    },
    workspacesOf: async (person) =>
      sql.workspacesOf.all(idBytes(person)).map((row) => toWorkspaceId(bytesIn(row, 'id'))),
    wrongHellos: async (workspace, locator) => {
      const row = sql.wrongHellos.get(find(workspace)?.number ?? 0, idBytes(locator))
      return row === undefined ? 0 : numberIn(row, 'count')
    },
    countWrongHello: async (workspace, locator) => {
      const place = find(workspace)
      return place === null ? 1 : numberIn(sql.countWrongHello.get(place.number, idBytes(locator)) ?? {}, 'count')
    },
    uncountWrongHello: async (workspace, locator) => {
      const place = find(workspace)
      if (place !== null) sql.uncountWrongHello.run(place.number, idBytes(locator))
    },
    subscribe: () => () => {},
    forwardPresence: () => {},
    eraseEntries: async (workspace) => {
      const place = find(workspace)
      if (place === null) return
      journal.moveAll()
      const range = [placeOf(place.number, 0), placeOf(place.number + 1, 0)] as const
      const rows = sql.entries.all(...range)
      if (rows.length === 0) return
      inTables(() => {
        for (const row of rows) {
          const at = numberIn(row, 'place')
          sql.replaceItem.run(eraseItem(bytesIn(sql.itemBytes.get(at) ?? {}, 'bytes')), at)
        }
        sql.countBytes.run(...range, place.number)
      })
      heads.forget(workspace)
      cutLog()
    },
    close: async () => {
      clearTimeout(cuttingLater)
      mover.stop()
      try {
        journal.moveAll()
      } catch (error) {
        if (!isFull(error)) throw error // otherwise the next start moves it
      } finally {
        database.close()
      }
    },
  }
}
