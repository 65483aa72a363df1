/**
 * The contents of a SQLite file, with what waits in its journal. On an open database, which `close` closes; reading also works
 * while a relay runs.
 */
import type { DatabaseSync } from 'node:sqlite'
import { idBytes, toLocator, toPersonId, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { takePage } from '../storage/numbering.ts'
import { bytesIn, numberIn, type Row } from '../storage/rows.ts'
import { byWorkspace, itemsOf, readJournal } from '../storage/sqlite/journal.ts'
import { bytesOf, lastSeq, type Run } from '../storage/sqlite/journal-row.ts'
import { isFull, placeOf, seqAt } from '../storage/sqlite/sqlite-file.ts'
import { StoreUnusableError } from '../storage/unusable.ts'
import {
  type Inventory,
  type KeptItem,
  MAX_HELD_BYTES,
  MAX_HELD_ITEMS,
  timeIn,
  type WorkspaceInfo,
} from './inventory.ts'

type Waiting = ReadonlyMap<number, readonly Run[]>

const toInfo = (row: Row, waiting: Waiting): WorkspaceInfo => {
  const runs = waiting.get(numberIn(row, 'number')) ?? []
  const [newest] = runs.slice(-1)
  return {
    workspace: toWorkspaceId(bytesIn(row, 'id')),
    seq: newest === undefined ? numberIn(row, 'head') : lastSeq(newest),
    logHash: newest?.logHash ?? bytesIn(row, 'log_hash'),
    lastRecord: numberIn(row, 'last_record'),
    bytes: runs.reduce((sum, run) => sum + bytesOf(run), numberIn(row, 'bytes')),
    begunAt: timeIn(row, 'begun_at'),
    changedAt: newest?.receivedAt ?? timeIn(row, 'changed_at'),
  }
}
function* toItems(rows: Iterable<Row>, runs: readonly Run[], after: number): Generator<KeptItem> {
  for (const row of rows) {
    yield {
      seq: seqAt(numberIn(row, 'place')),
      receivedAt: numberIn(row, 'received_at'),
      bytes: bytesIn(row, 'bytes'),
      kind: numberIn(row, 'kind'),
      logHash: bytesIn(row, 'log_hash'),
    }
  }
  yield* itemsOf(runs, after)
}

/** `place` of a workspace's first and last item: its number and seq, as placeOf combines them. */
const PLACE = `number * ${placeOf(1, 0)}`
const WORKSPACES = `
  SELECT number, id, head, log_hash, last_record, bytes,
    (SELECT received_at FROM items WHERE place = ${PLACE} + 1) AS begun_at,
    (SELECT received_at FROM items WHERE place = ${PLACE} + head) AS changed_at
  FROM workspaces ORDER BY number`
const TOTALS = `
  SELECT count(*) AS workspaces,
    coalesce(sum(head), 0) + (SELECT coalesce(sum(items), 0) FROM journal) AS items,
    coalesce(sum(bytes), 0) + (SELECT coalesce(sum(bytes), 0) FROM journal) AS bytes
  FROM workspaces`
const ROWS_BESIDE_ITEMS = [
  ['people', 'workspace'],
  ['wrong_hellos', 'workspace'],
  ['workspaces', 'number'],
] as const
/** sqlite.org/pragma.html#pragma_wal_checkpoint: another connection still reads from the log. */
const STILL_READ =
  'It is erased, but another program reads the store: its bytes lie in weef.sqlite-wal until that program and the next relay have ended.'
const NOT_WRITTEN_ANEW =
  'It is erased, but there is no room to write the store anew: bytes of it may lie unused in weef.sqlite until a backup that is made from now on is restored.'
const STRAYS = `
  SELECT (SELECT count(*) FROM items WHERE place / ${placeOf(1, 0)} NOT IN (SELECT number FROM workspaces))
    + (SELECT count(*) FROM people WHERE workspace NOT IN (SELECT number FROM workspaces))
    + (SELECT count(*) FROM wrong_hellos WHERE workspace NOT IN (SELECT number FROM workspaces)) AS strays`

/**
 * A page whose cells moved to another when it was full keeps their bytes, whatever `secure_delete` says, until others come
 * there: only a file written anew has nothing of what was deleted. `false`: there is no room for that.
 */
const writeAnew = (database: DatabaseSync): boolean => {
  try {
    database.exec('VACUUM')
    return true
  } catch (error) {
    if (isFull(error)) return false
    throw error
  }
}

export const createSqliteInventory = (database: DatabaseSync): Inventory => {
  const find = database.prepare('SELECT number FROM workspaces WHERE id = ?')
  const has = database.prepare('SELECT 1 FROM workspaces WHERE number = ?')
  const items = database.prepare('SELECT * FROM items WHERE place > ? AND place < ? ORDER BY place LIMIT ?')
  const people = database.prepare('SELECT person FROM people WHERE workspace = ?')
  const wrongHellos = database.prepare('SELECT locator, count FROM wrong_hellos WHERE workspace = ?')
  const isSnapshot = database.isTransaction
  /** Of one state of the file, although a relay moves entries meanwhile. */
  const inOneState = <Value>(work: () => Value): Value => {
    if (isSnapshot) return work()
    database.exec('BEGIN')
    try {
      return work()
    } finally {
      database.exec('COMMIT')
    }
  }
  let kept: Waiting | null = null
  /** In a snapshot read once for all. A journal that cannot be read is none, and not sound. */
  const waiting = (): Waiting => {
    const now = kept ?? byWorkspace(readJournal(database) ?? [])
    if (isSnapshot) kept = now
    return now
  }
  /** 0 when there is none: no workspace has that number. */
  const numberOf = (workspace: WorkspaceId): number => {
    const row = find.get(idBytes(workspace))
    return row === undefined ? 0 : numberIn(row, 'number')
  }
  return {
    totals: async () => {
      const row = database.prepare(TOTALS).get() ?? {}
      return {
        workspaces: numberIn(row, 'workspaces'),
        items: numberIn(row, 'items'),
        bytes: numberIn(row, 'bytes'),
      }
    },
    workspaces: async () =>
      inOneState(() => {
        const now = waiting()
        return database
          .prepare(WORKSPACES)
          .all()
          .map((row) => toInfo(row, now))
      }),
    items: async (workspace, after) =>
      inOneState(() => {
        const number = numberOf(workspace)
        const rows = items.iterate(placeOf(number, after), placeOf(number + 1, 0), MAX_HELD_ITEMS)
        const all = toItems(rows, waiting().get(number) ?? [], after)
        return takePage(all, { maxItems: MAX_HELD_ITEMS, maxBytes: MAX_HELD_BYTES })
      }),
    people: async (workspace) => people.all(numberOf(workspace)).map((row) => toPersonId(bytesIn(row, 'person'))),
    wrongHellos: async (workspace) =>
      wrongHellos
        .all(numberOf(workspace))
        .map((row) => ({ locator: toLocator(bytesIn(row, 'locator')), count: numberIn(row, 'count') })),
    countOrphans: async () =>
      inOneState(() => {
        const strays = numberIn(database.prepare(STRAYS).get() ?? {}, 'strays')
        return [...waiting()].reduce((sum, [number, runs]) => (has.get(number) ? sum : sum + runs.length), strays)
      }),
    isSound: async () =>
      database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok' && readJournal(database) !== null,
    erase: async (workspace) => {
      const number = numberOf(workspace)
      database.exec('BEGIN IMMEDIATE')
      database
        .prepare('DELETE FROM items WHERE place > ? AND place < ?')
        .run(placeOf(number, 0), placeOf(number + 1, 0))
      for (const [table, column] of ROWS_BESIDE_ITEMS) {
        database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(number)
      }
      database.exec('COMMIT')
      const isWrittenAnew = writeAnew(database)
      // Otherwise the old bytes remain in the write-ahead log.
      const cleared = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      if (cleared?.['busy'] !== 0) throw new StoreUnusableError(STILL_READ)
      if (!isWrittenAnew) throw new StoreUnusableError(NOT_WRITTEN_ANEW)
    },
    close: async () => database.close(),
  }
}
