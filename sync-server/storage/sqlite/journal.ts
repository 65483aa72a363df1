/**
 * The journal of the SQLite store: where a turn's entries wait, in one row, until they move to the tables (README: The
 * journal). What is in memory only says where in it each workspace's items are.
 */
import type { DatabaseSync } from 'node:sqlite'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { nextLogHash } from '../log-hash.ts'
import { kindOf, STORED_KIND } from '../numbering.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import type { StoredItem } from '../store.ts'
import { bytesOf, decodeRow, encodeRow, lastSeq, type Run } from './journal-row.ts'
import { atLeisure, placeOf, withoutCheckpoint } from './sqlite-file.ts'

/** The end of a workspace's log in the journal; `bytes` is the size of what is in it. */
export type JournalEnd = {
  readonly seq: number
  readonly logHash: Uint8Array<ArrayBuffer>
  readonly bytes: number
}
export type JournalItem = StoredItem & Pick<Run['items'][number], 'kind' | 'logHash'>
/** A bound on what one transaction moves; one row of the largest items is moved all the same. */
export type Slice = { readonly items: number; readonly bytes: number }
export type Journal = {
  /** Number of items. */
  size(): number
  /** `null`: it has nothing of this workspace. */
  end(workspace: number): JournalEnd | null
  /** A workspace's items after this one, in order; their bytes are views. Rows that hold none of them are not read. */
  items(workspace: number, after: number): Iterable<JournalItem>
  /** The newest checkpoint numbered below `before`. */
  newestCheckpoint(workspace: number, before: number): JournalItem | null
  /** Adds one row, which is on disk when this returns. `runs` are of different workspaces, and continue their logs. */
  add(runs: readonly Run[]): void
  /** Moves the oldest rows up to `last` in one transaction: so many items or bytes, or one row more. */
  moveSome(last: number, slice: Slice): void
  /** Moves everything, in one transaction. */
  moveAll(): void
  /** The numbers of the oldest and the newest row; `Infinity` and 0: there is none. */
  firstRow(): number
  lastRow(): number
}

const COLUMNS = 5
/** Items inserted by one statement: cheaper than one by one. */
const INSERTED = 8
const insertItems = (rows: number): string =>
  `INSERT INTO items (place, received_at, kind, log_hash, bytes) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?)').join()}`

const prepareAll = (database: DatabaseSync) => ({
  add: database.prepare('INSERT INTO journal (n, items, bytes, runs) VALUES (?, ?, ?, ?)'),
  one: database.prepare('SELECT runs FROM journal WHERE n = ?'),
  upTo: database.prepare('SELECT n, runs FROM journal WHERE n <= ? ORDER BY n'),
  forget: database.prepare('DELETE FROM journal WHERE n <= ?'),
  addItem: database.prepare(insertItems(1)),
  addItems: database.prepare(insertItems(INSERTED)),
  moveHead: database.prepare('UPDATE workspaces SET head = ?, log_hash = ?, bytes = bytes + ? WHERE number = ?'),
})

const runsIn = (row: Row, only: number | null = null): readonly Run[] => {
  const runs = decodeRow(bytesIn(row, 'runs'), only)
  if (runs === null) throw new Error('A row of the journal cannot be read.')
  return runs
}
const sum = (runs: readonly Run[], count: (run: Run) => number): number =>
  runs.reduce((all, run) => all + count(run), 0)
const itemCount = ({ items }: Run): number => items.length

export function* itemsOf(runs: Iterable<Run>, after: number): Generator<JournalItem> {
  for (const { firstSeq, receivedAt, items } of runs)
    for (const [index, { kind, logHash, bytes }] of items.entries())
      if (firstSeq + index > after) yield { seq: firstSeq + index, receivedAt, kind, logHash, bytes }
}
export const byWorkspace = (runs: Iterable<Run>): ReadonlyMap<number, readonly Run[]> => {
  const found = new Map<number, Run[]>()
  for (const run of runs) {
    const before = found.get(run.workspace)
    if (before === undefined) found.set(run.workspace, [run])
    else before.push(run)
  }
  return found
}

/** All runs, in order; `null` when a row cannot be read. For whoever has no store open. */
export const readJournal = (database: DatabaseSync): readonly Run[] | null => {
  const rows = database.prepare('SELECT runs FROM journal ORDER BY n').all()
  const runs = rows.map((row) => decodeRow(bytesIn(row, 'runs')))
  return runs.every((each) => each !== null) ? runs.flat() : null
}

/** Whether the journal continues every log that it has items of, with entries alone, and their hashes hold. */
export const continuesTables = (database: DatabaseSync): boolean => {
  const runs = readJournal(database)
  if (runs === null) return false
  const head = database.prepare('SELECT head, log_hash FROM workspaces WHERE number = ?')
  return [...byWorkspace(runs)].every(([workspace, own]) => {
    const row = head.get(workspace)
    if (row === undefined) return false
    let [seq, hash] = [numberIn(row, 'head'), bytesIn(row, 'log_hash')]
    for (const { firstSeq, items, logHash } of own) {
      if (firstSeq !== seq + 1) return false
      for (const item of items) {
        seq += 1
        hash = nextLogHash(hash, item.bytes)
        const isSame = equalBytes(hash.subarray(0, SHORT_HASH_BYTES), item.logHash) && item.kind === kindOf(item.bytes)
        if (!isSame || item.kind === STORED_KIND.record) return false
      }
      if (!equalBytes(hash, logHash)) return false
    }
    return true
  })
}

/** Of a run: the number of its row and of its last item. */
type Noted = { readonly n: number; readonly last: number; readonly hasCheckpoint: boolean }
/** What a workspace has in the journal, its runs oldest first. */
type Waiting = { seq: number; logHash: Uint8Array<ArrayBuffer>; bytes: number; runs: Noted[] }

const isCheckpoint = ({ kind }: Pick<JournalItem, 'kind'>): boolean => kind === STORED_KIND.checkpoint

/** On a database of which nobody else writes the journal. */
export const createJournal = (database: DatabaseSync): Journal => {
  const sql = prepareAll(database)
  const waiting = new Map<number, Waiting>()
  const rows: ({ readonly n: number } & Slice)[] = []
  let size = 0

  const noteRun = (n: number, run: Run): void => {
    const one = waiting.get(run.workspace) ?? { seq: 0, logHash: run.logHash, bytes: 0, runs: [] }
    one.seq = lastSeq(run)
    one.logHash = run.logHash
    one.bytes += bytesOf(run)
    one.runs.push({ n, last: one.seq, hasCheckpoint: run.items.some(isCheckpoint) })
    waiting.set(run.workspace, one)
  }
  const note = (n: number, runs: readonly Run[]): void => {
    const items = sum(runs, itemCount)
    rows.push({ n, items, bytes: sum(runs, bytesOf) })
    size += items
    for (const run of runs) noteRun(n, run)
  }
  const forget = (last: number, moved: ReadonlyMap<number, readonly Run[]>): void => {
    const left = rows.findIndex(({ n }) => n > last)
    for (const { items } of rows.splice(0, left === -1 ? rows.length : left)) size -= items
    for (const [workspace, runs] of moved) {
      const one = waiting.get(workspace)
      if (one === undefined) continue
      one.runs.splice(0, runs.length)
      one.bytes -= sum(runs, bytesOf)
      if (one.runs.length === 0) waiting.delete(workspace)
    }
  }
  const insert = (values: readonly (number | Uint8Array)[]): void => {
    let at = 0
    for (const [statement, width] of [
      [sql.addItems, INSERTED * COLUMNS],
      [sql.addItem, COLUMNS],
    ] as const) {
      for (; at + width <= values.length; at += width) statement.run(...values.slice(at, at + width))
    }
  }
  /** Deletes before it inserts, so that the pages that become free are used again, and a full disk needs few more. */
  const move = (last: number): ReadonlyMap<number, readonly Run[]> => {
    const moved = byWorkspace(sql.upTo.all(last).flatMap((row) => runsIn(row)))
    sql.forget.run(last)
    const values: (number | Uint8Array)[] = []
    for (const [workspace, runs] of moved) {
      for (const { seq, receivedAt, kind, logHash, bytes } of itemsOf(runs, 0)) {
        values.push(placeOf(workspace, seq), receivedAt, kind, logHash, bytes)
      }
      const newest = runs.at(-1)
      if (newest !== undefined) sql.moveHead.run(lastSeq(newest), newest.logHash, sum(runs, bytesOf), workspace)
    }
    insert(values)
    return moved
  }
  const moveTo = (last: number): void =>
    forget(
      last,
      atLeisure(database, () => move(last)),
    )
  const read = (workspace: number, { n }: Noted): Iterable<Run> => runsIn(sql.one.get(n) ?? {}, workspace)
  const lastRow = (): number => rows.at(-1)?.n ?? 0

  for (const row of sql.upTo.all(Number.MAX_SAFE_INTEGER)) note(numberIn(row, 'n'), runsIn(row))
  let newest = lastRow()
  return {
    size: () => size,
    end: (workspace) => waiting.get(workspace) ?? null,
    *items(workspace, after) {
      for (const run of waiting.get(workspace)?.runs ?? [])
        if (run.last > after) yield* itemsOf(read(workspace, run), after)
    },
    newestCheckpoint: (workspace, before) => {
      for (const run of waiting.get(workspace)?.runs.toReversed() ?? []) {
        const items = run.hasCheckpoint ? [...itemsOf(read(workspace, run), 0)] : []
        const found = items.findLast((item) => item.seq < before && isCheckpoint(item))
        if (found !== undefined) return found
      }
      return null
    },
    add: (runs) => {
      if (new Set(runs.map(({ workspace }) => workspace)).size < runs.length)
        throw new Error('One workspace appends twice in one turn.')
      const n = newest + 1
      const counts = [sum(runs, itemCount), sum(runs, bytesOf)] as const
      withoutCheckpoint(database, () => sql.add.run(n, ...counts, encodeRow(runs)))
      newest = n
      note(n, runs)
    },
    moveSome: (last, slice) => {
      let [to, items, bytes] = [0, 0, 0]
      for (const row of rows) {
        if (items >= slice.items || bytes >= slice.bytes || row.n > last) break
        to = row.n
        items += row.items
        bytes += row.bytes
      }
      if (items > 0) moveTo(to)
    },
    moveAll: () => {
      if (rows.length > 0) moveTo(lastRow())
    },
    firstRow: () => rows[0]?.n ?? Infinity,
    lastRow,
  }
}
