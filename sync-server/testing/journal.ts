/** SQLite stores whose journal moves when a test says so, with items as much as a store reads of them. */
import { join } from 'node:path'
import { concatBytes, equalBytes } from '#shared/protocol/bytes.ts'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { openDatabase } from '../storage/sqlite/sqlite-file.ts'
import { createSqliteStore } from '../storage/sqlite/sqlite.ts'
import { type AppendRequest, NO_RECORD, type Store } from '../storage/store.ts'

type Bytes = Uint8Array<ArrayBuffer>
export const [PLAN, HOME] = [1, 2].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill))) as [
  WorkspaceId,
  WorkspaceId,
]
export const ALL = { after: 0, maxItems: 10_000, maxBytes: 100_000_000, recordsOnly: false }
const NEVER_MS = 1_000_000

export const record = (n: number): Bytes => Uint8Array.of(0, n)
export const entry = (n: number, length = 40): Bytes =>
  concatBytes(Uint8Array.of(1, 1, 0, n % 256, n >> 8), new Uint8Array(length - 5))
export const checkpoint = (n: number): Bytes => Uint8Array.of(1, 1, 1, n)
export const many = (from: number, count: number): Bytes[] => Array.from({ length: count }, (_, n) => entry(from + n))
export const request = (change: Partial<AppendRequest>): AppendRequest => ({
  workspace: PLAN,
  expectedRecord: 0,
  receivedAt: 1_000,
  items: [],
  joined: [],
  ended: [],
  ...change,
})
export const root = (workspace: WorkspaceId): AppendRequest =>
  request({ workspace, expectedRecord: NO_RECORD, items: [record(0)] })

/** Nothing moves by itself, or at once. */
export const openStore = (folder: string, moveLaterMs = NEVER_MS) => {
  const database = openDatabase(join(folder, 'weef.sqlite'))
  const store = createSqliteStore(database, { moveLaterMs })
  const count = (table: string): number =>
    Number(database.prepare(`SELECT coalesce(sum(items), 0) AS n FROM (${table})`).get()?.['n'])
  return {
    store,
    database,
    waiting: () => count('SELECT items FROM journal'),
    moved: () => count('SELECT 1 AS items FROM items'),
  }
}
/** All items of a log. Throws unless they are consecutive, with the head that their bytes give. */
export const readWhole = async (store: Store, workspace = PLAN): Promise<readonly Bytes[]> => {
  const items = await store.read(workspace, ALL)
  const hash = items.reduce((before, { bytes }) => nextLogHash(before, bytes), firstLogHash(workspace))
  const bytes = items.reduce((sum, item) => sum + item.bytes.length, 0)
  const head = await store.head(workspace)
  const end = await store.logHashAt(workspace, items.length)
  const isWhole =
    items.every(({ seq }, index) => seq === index + 1) &&
    head?.seq === items.length &&
    head.bytes === bytes &&
    equalBytes(head.logHash, hash) &&
    end !== null &&
    equalBytes(end, shortHash(hash))
  if (!isWhole) throw new Error('The log is not whole.')
  return items.map((item) => item.bytes)
}
