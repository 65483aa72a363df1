/** The contents of a PostgreSQL database of Weef. On a pool, which `close` ends; everything also works while relays run. */
import type { ClientBase, Pool } from 'pg'
import { toLocator, toPersonId, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { withClient } from '../storage/postgres/postgres-pool.ts'
import { idBuffer } from '../storage/postgres/postgres-rows.ts'
import { bytesIn, numberIn, type Row } from '../storage/rows.ts'
import { type Inventory, type KeptItem, MAX_HELD_BYTES, MAX_HELD_ITEMS, timeIn, type WorkspaceInfo } from './inventory.ts' // prettier-ignore

/** In ms: reading everything takes long; the relay's own limits are for people who wait. */
const TIMEOUT_MS = 60 * 60_000

const TOTALS = `
SELECT count(*) AS workspaces, coalesce(sum(head), 0)::bigint AS items, coalesce(sum(size), 0)::bigint AS size FROM workspaces`
const WORKSPACES = `
SELECT id, head, workspaces.log_hash, last_record, size, first.received_at AS begun_at, last.received_at AS changed_at
FROM workspaces
LEFT JOIN items AS first ON first.workspace = number AND first.seq = 1
LEFT JOIN items AS last ON last.workspace = number AND last.seq = head
ORDER BY number`
/** Cut by bytes before large items are fetched; the first item always belongs to it. */
const ITEMS = `
SELECT * FROM (
  SELECT *, sum(octet_length(bytes)) OVER (ORDER BY seq) - octet_length(bytes) AS before FROM (
    SELECT seq, received_at, kind, log_hash, bytes FROM items
    WHERE workspace = (SELECT number FROM workspaces WHERE id = $1) AND seq > $2 ORDER BY seq LIMIT ${MAX_HELD_ITEMS}
  ) AS found
) AS counted WHERE before < ${MAX_HELD_BYTES} ORDER BY seq`
const PEOPLE = 'SELECT person FROM people JOIN workspaces ON number = workspace WHERE id = $1'
const WRONG_HELLOS = 'SELECT locator, count FROM wrong_hellos JOIN workspaces ON number = workspace WHERE id = $1'
const without = (table: string): string =>
  `(SELECT count(*) FROM ${table} WHERE NOT EXISTS (SELECT FROM workspaces WHERE number = workspace))`
const STRAYS = `SELECT ${without('items')} + ${without('people')} + ${without('wrong_hellos')} AS strays`

const toInfo = (row: Row): WorkspaceInfo => ({
  workspace: toWorkspaceId(bytesIn(row, 'id')),
  seq: numberIn(row, 'head'),
  logHash: bytesIn(row, 'log_hash'),
  lastRecord: numberIn(row, 'last_record'),
  bytes: numberIn(row, 'size'),
  begunAt: timeIn(row, 'begun_at'),
  changedAt: timeIn(row, 'changed_at'),
})
const toItem = (row: Row): KeptItem => ({
  seq: numberIn(row, 'seq'),
  receivedAt: numberIn(row, 'received_at'),
  kind: numberIn(row, 'kind'),
  logHash: bytesIn(row, 'log_hash'),
  bytes: bytesIn(row, 'bytes'),
})

/** All reads see one snapshot, although relays write on. */
export const createPostgresSnapshot = async (pool: Pool): Promise<Inventory> => {
  const client = await pool.connect()
  await client.query('SET idle_in_transaction_session_timeout = 0') // between two reads the items are verified
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const close = (): Promise<void> => {
    client.release(true)
    return pool.end()
  }
  return { ...createPostgresInventory(pool, client), close }
}

/** `reads`: the connection to read on; otherwise any of the pool. */
export const createPostgresInventory = (pool: Pool, reads: Pick<ClientBase, 'query'> = pool): Inventory => {
  const query = async (text: string, values: unknown[] = []): Promise<readonly Row[]> => {
    const statement = { text, values, query_timeout: TIMEOUT_MS }
    return (await reads.query<Row>(statement)).rows
  }
  const one = async (text: string): Promise<Row> => (await query(text))[0] ?? {}
  return {
    totals: async () => {
      const row = await one(TOTALS)
      return { workspaces: numberIn(row, 'workspaces'), items: numberIn(row, 'items'), bytes: numberIn(row, 'size') }
    },
    workspaces: async () => (await query(WORKSPACES)).map(toInfo),
    items: async (workspace, after) => (await query(ITEMS, [idBuffer(workspace), after])).map(toItem),
    people: async (workspace) =>
      (await query(PEOPLE, [idBuffer(workspace)])).map((row) => toPersonId(bytesIn(row, 'person'))),
    wrongHellos: async (workspace) =>
      (await query(WRONG_HELLOS, [idBuffer(workspace)])).map((row) => ({
        locator: toLocator(bytesIn(row, 'locator')),
        count: numberIn(row, 'count'),
      })),
    countOrphans: async () => numberIn(await one(STRAYS), 'strays'),
    isSound: async () => true, // PostgreSQL verifies its own checksums: reading a broken page fails
    erase: async (workspace: WorkspaceId) => {
      await withClient(pool, async (client) => {
        const values = [idBuffer(workspace)]
        await client.query('BEGIN')
        await client.query('SELECT number FROM workspaces WHERE id = $1 FOR UPDATE', values) // a relay may append to it
        for (const table of ['items', 'people', 'wrong_hellos']) {
          const text = `DELETE FROM ${table} USING workspaces WHERE workspace = number AND id = $1`
          const statement = { text, values, query_timeout: TIMEOUT_MS }
          await client.query(statement)
        }
        await client.query('DELETE FROM workspaces WHERE id = $1', values)
        await client.query('COMMIT')
      })
      const vacuum = { text: 'VACUUM items, people, wrong_hellos, workspaces', query_timeout: TIMEOUT_MS }
      await pool.query(vacuum) // otherwise the rows remain in the tables for a while
    },
    close: () => pool.end(),
  }
}
