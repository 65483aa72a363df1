/** What `close` leaves of a log in PostgreSQL: its records, and the hash of every entry. */
import type { ClientBase, Pool } from 'pg'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { STORED_KIND } from '../numbering.ts'
import { withClient } from './postgres-pool.ts'
import { idBuffer } from './postgres-rows.ts'

/** `eraseItem` (shared/protocol/log.ts) inside the database: 256 MB need not travel here and back. */
const ERASE = `
UPDATE items SET bytes = '\\x02'::bytea || sha256(bytes)
WHERE workspace = $1 AND kind <> ${STORED_KIND.record} AND substring(bytes FROM 1 FOR 1) <> '\\x02'::bytea`
const COUNT_BYTES = `
UPDATE workspaces SET size = (SELECT sum(octet_length(bytes)) FROM items WHERE workspace = number) WHERE number = $1`
/** Two processes may see a workspace close: the second need not wait, and would lock the same rows in another order. */
const LOCK = 'SELECT pg_try_advisory_xact_lock(number) AS first, number FROM workspaces WHERE id = $1'
/** Long enough for a full log on a busy disk, in ms. */
const ERASE_TIMEOUT_MS = 10 * 60_000

const eraseIn = async (client: ClientBase, workspace: WorkspaceId): Promise<boolean> => {
  await client.query('BEGIN')
  const { rows } = await client.query<{ first: boolean; number: number }>(LOCK, [idBuffer(workspace)])
  const [found] = rows
  let erased = 0
  if (found?.first === true) {
    const statement = { text: ERASE, values: [found.number], query_timeout: ERASE_TIMEOUT_MS }
    erased = (await client.query(statement)).rowCount ?? 0
    if (erased > 0) await client.query(COUNT_BYTES, [found.number])
  }
  await client.query('COMMIT')
  return erased > 0
}

/**
 * The old rows are vacuumed at once, not when autovacuum runs. Their bytes may remain in free space of the files, in the
 * write-ahead log and in its archives until they are overwritten (README).
 */
export const eraseEntries = async (pool: Pool, workspace: WorkspaceId): Promise<void> => {
  const erased = await withClient(pool, (client) => eraseIn(client, workspace))
  if (!erased) return
  const vacuum = { text: 'VACUUM items', query_timeout: ERASE_TIMEOUT_MS }
  await withClient(pool, (client) => client.query(vacuum))
}
