/** The store in one SQLite file, through Node's own driver, on the main thread (shared/docs/decisions/2026-11-sqlite-on-the-main-thread-one-commit-per-turn.md). */
import type { DatabaseSync } from 'node:sqlite'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { idBytes, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { eraseItem, firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { numberItems, STORED_KIND, takePage } from '../numbering.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import { cutWriteAheadLog, isFull, placeOf, seqAt } from './sqlite-file.ts'
import { type AppendRequest, type AppendResult, type Head, NO_RECORD, type Store, type StoredItem } from '../store.ts'

type Place = { readonly number: number; readonly head: Head }

function* readRows(rows: Iterable<Row>): Generator<StoredItem> {
  for (const row of rows) {
    yield {
      seq: seqAt(numberIn(row, 'place')),
      receivedAt: numberIn(row, 'received_at'),
      bytes: bytesIn(row, 'bytes'),
    }
  }
}

const prepareAll = (database: DatabaseSync) => ({
  workspace: database.prepare('SELECT number, head, log_hash, last_record, bytes FROM workspaces WHERE id = ?'),
  addWorkspace: database.prepare(
    'INSERT INTO workspaces (id, head, log_hash, last_record, bytes) VALUES (?, 0, ?, -1, 0) RETURNING number',
  ),
  moveHead: database.prepare(
    'UPDATE workspaces SET head = ?, log_hash = ?, last_record = ?, bytes = ? WHERE number = ?',
  ),
  addItem: database.prepare('INSERT INTO items (place, received_at, kind, log_hash, bytes) VALUES (?, ?, ?, ?, ?)'),
  items: database.prepare(
    'SELECT place, received_at, bytes FROM items WHERE place > ? AND place < ? ORDER BY place LIMIT ?',
  ),
  records: database.prepare(
    `SELECT place, received_at, bytes FROM items
     WHERE kind = ${STORED_KIND.record} AND place > ? AND place < ? ORDER BY place LIMIT ?`,
  ),
  newestCheckpoint: database.prepare(
    `SELECT place, received_at, bytes FROM items
     WHERE kind = ${STORED_KIND.checkpoint} AND place > ? AND place < ? ORDER BY place DESC LIMIT 1`,
  ),
  logHash: database.prepare('SELECT log_hash FROM items WHERE place = ?'),
  entries: database.prepare(
    `SELECT place FROM items
     WHERE kind <> ${STORED_KIND.record} AND place > ? AND place < ? AND substr(bytes, 1, 1) <> x'02'`, // ERASED_TAG
  ),
  itemBytes: database.prepare('SELECT bytes FROM items WHERE place = ?'),
  replaceItem: database.prepare('UPDATE items SET bytes = ? WHERE place = ?'),
  countBytes: database.prepare(
    'UPDATE workspaces SET bytes = (SELECT sum(length(bytes)) FROM items WHERE place > ? AND place < ?) WHERE number = ?',
  ),
  addPerson: database.prepare('INSERT OR IGNORE INTO people (person, workspace) VALUES (?, ?)'),
  endPerson: database.prepare('DELETE FROM people WHERE person = ? AND workspace = ?'),
  workspacesOf: database.prepare(
    'SELECT id FROM people JOIN workspaces ON number = workspace WHERE person = ? ORDER BY number',
  ),
  wrongHellos: database.prepare('SELECT count FROM wrong_hellos WHERE workspace = ? AND locator = ?'),
  countWrongHello: database.prepare(
    `INSERT INTO wrong_hellos (workspace, locator, count) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`,
  ),
  uncountWrongHello: database.prepare(
    'UPDATE wrong_hellos SET count = count - 1 WHERE workspace = ? AND locator = ? AND count > 0',
  ),
})

/** Workspaces whose head is cached, some 300 bytes each: those in which somebody writes today. */
const MAX_PLACES = 10_000

/** Retry interval for truncating the write-ahead log, in ms: a backup of some gigabytes reads for a minute. */
const CUT_LATER_MS = 10_000

/** On a database that openDatabase opened; `close` closes it. */
export const createSqliteStore = (database: DatabaseSync, cutLaterMs = CUT_LATER_MS): Store => {
  const sql = prepareAll(database)

  /** Heads as they are on disk: nobody else writes while this process holds the folder. Least recently used first. */
  const places = new Map<WorkspaceId, Place>()
  const remember = (workspace: WorkspaceId, place: Place): Place => {
    places.delete(workspace)
    places.set(workspace, place)
    const [oldest] = places.keys()
    if (oldest !== undefined && places.size > MAX_PLACES) places.delete(oldest)
    return place
  }
  const read = (workspace: WorkspaceId): Place | null => {
    const row = sql.workspace.get(idBytes(workspace))
    if (row === undefined) return null
    const head = {
      seq: numberIn(row, 'head'),
      logHash: bytesIn(row, 'log_hash'),
      lastRecord: numberIn(row, 'last_record'),
      bytes: numberIn(row, 'bytes'),
    }
    return remember(workspace, { number: numberIn(row, 'number'), head })
  }
  const find = (workspace: WorkspaceId): Place | null => places.get(workspace) ?? read(workspace)
  const create = (workspace: WorkspaceId): Place => {
    const logHash = firstLogHash(workspace)
    const number = numberIn(sql.addWorkspace.get(idBytes(workspace), logHash) ?? {}, 'number')
    return { number, head: { seq: 0, logHash, lastRecord: NO_RECORD, bytes: 0 } }
  }
  const transaction = <Value>(work: () => Value): Value => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      database.exec('COMMIT')
      return value
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      places.clear() // some were ahead of what was committed
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
  let cuttingLater: NodeJS.Timeout | undefined
  const cutLog = (): void => {
    clearTimeout(cuttingLater)
    if (!cutWriteAheadLog(database)) cuttingLater = setTimeout(cutLog, cutLaterMs).unref()
  }
  cutLog() // the previous process may have ended before it could

  return {
    append: async (requests) => {
      try {
        return transaction(() => requests.map(appendOne))
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
      const row = sql.logHash.get(placeOf(place.number, seq))
      return row === undefined ? null : bytesIn(row, 'log_hash')
    },
    read: async (workspace, options) => {
      const place = find(workspace)
      if (place === null) return []
      const statement = options.recordsOnly ? sql.records : sql.items
      const first = placeOf(place.number, options.after)
      return takePage(readRows(statement.iterate(first, placeOf(place.number + 1, 0), options.maxItems)), options)
    },
    newestCheckpoint: async (workspace, before) => {
      const place = find(workspace)
      if (place === null) return null
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
      const range = [placeOf(place.number, 0), placeOf(place.number + 1, 0)] as const
      const rows = sql.entries.all(...range)
      if (rows.length === 0) return
      transaction(() => {
        for (const row of rows) {
          const at = numberIn(row, 'place')
          sql.replaceItem.run(eraseItem(bytesIn(sql.itemBytes.get(at) ?? {}, 'bytes')), at)
        }
        sql.countBytes.run(...range, place.number)
      })
      places.delete(workspace)
      cutLog()
    },
    close: async () => {
      clearTimeout(cuttingLater)
      database.close()
    },
  }
}
