/** The store in PostgreSQL, which several relays share (shared/docs/decisions/2026-11-several-relays-share-one-postgresql.md). */
import type { Pool, QueryConfig } from 'pg'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { STORED_KIND } from '../numbering.ts'
import type { KnownHeads } from './known-heads.ts'
import { appendBatch } from './postgres-append.ts'
import { eraseEntries } from './postgres-erase.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import type { PostgresSubscriptions } from './postgres-subscriptions.ts'
import { idBuffer, readHead, readItem } from './postgres-rows.ts'
import type { Store } from '../store.ts'

const HEAD = 'SELECT head, log_hash, last_record, size FROM workspaces WHERE id = $1'
const LOG_HASH = `
SELECT items.log_hash FROM items JOIN workspaces ON number = workspace WHERE id = $1 AND seq = $2`
/** A page is cut before its large items are fetched; the first item always belongs to it. */
const page = (which: string): string => `
SELECT seq, received_at, bytes FROM (
  SELECT seq, received_at, bytes,
    row_number() OVER (ORDER BY seq) AS place, sum(octet_length(bytes)) OVER (ORDER BY seq) AS total
  FROM (
    SELECT seq, received_at, bytes FROM items
    WHERE workspace = (SELECT number FROM workspaces WHERE id = $1) AND seq > $2 ${which} ORDER BY seq LIMIT $3
  ) AS found
) AS counted WHERE total <= $4 OR place = 1 ORDER BY seq`
const ITEMS = page('')
const RECORDS = page(`AND kind = ${STORED_KIND.record}`)
const NEWEST_CHECKPOINT = `
SELECT seq, received_at, bytes FROM items
WHERE workspace = (SELECT number FROM workspaces WHERE id = $1) AND kind = ${STORED_KIND.checkpoint} AND seq < $2
ORDER BY seq DESC LIMIT 1`
const WORKSPACES_OF = 'SELECT id FROM people JOIN workspaces ON number = workspace WHERE person = $1 ORDER BY number'
const WRONG_HELLOS = `
SELECT count FROM wrong_hellos WHERE workspace = (SELECT number FROM workspaces WHERE id = $1) AND locator = $2`
const COUNT_WRONG_HELLO = `
INSERT INTO wrong_hellos (workspace, locator, count) SELECT number, $2, 1 FROM workspaces WHERE id = $1
ON CONFLICT (workspace, locator) DO UPDATE SET count = wrong_hellos.count + 1 RETURNING count`
const UNCOUNT_WRONG_HELLO = `
UPDATE wrong_hellos SET count = count - 1
WHERE workspace = (SELECT number FROM workspaces WHERE id = $1) AND locator = $2 AND count > 0`

/** The largest number that `seq` can be compared with. */
const MAX_SEQ = 2 ** 31 - 1

export type PostgresParts = {
  /** For everything but appends. */
  readonly pool: Pool
  /** Batches run one after the other, and never wait for people who connect. */
  readonly appending: Pool
  readonly subscriptions: PostgresSubscriptions
  readonly heads: KnownHeads
}

/** On tables that openSchema created. `close` ends all parts. */
export const createPostgresStore = ({ pool, appending, subscriptions, heads }: PostgresParts): Store => {
  const query = async (name: string, text: string, values: unknown[]): Promise<readonly Row[]> => {
    const statement: QueryConfig<unknown[]> = { name, text, values }
    return (await pool.query<Row>(statement)).rows
  }
  const findHead = async (workspace: WorkspaceId) => {
    const [row] = await query('head', HEAD, [idBuffer(workspace)])
    return row === undefined ? null : readHead(row)
  }

  const end = async (): Promise<void> => {
    await subscriptions.close()
    await Promise.all([pool.end(), appending.end()])
  }
  let closed: Promise<void> | null = null
  return {
    append: async (requests) => {
      const appended = await appendBatch(appending, requests, heads)
      subscriptions.notify(appended)
      const results = new Map(appended.map(({ workspace, result }) => [workspace, result]))
      return requests.flatMap(({ workspace }) => results.get(workspace) ?? [])
    },
    head: findHead,
    logHashAt: async (workspace, seq) => {
      if (seq === 0) return (await findHead(workspace)) === null ? null : shortHash(firstLogHash(workspace))
      if (seq > MAX_SEQ) return null
      const [row] = await query('log hash', LOG_HASH, [idBuffer(workspace), seq])
      return row === undefined ? null : bytesIn(row, 'log_hash')
    },
    read: async (workspace, { after, maxItems, maxBytes, recordsOnly }) => {
      const [name, text] = recordsOnly ? ['records', RECORDS] : ['items', ITEMS]
      return (await query(name, text, [idBuffer(workspace), after, maxItems, maxBytes])).map(readItem)
    },
    newestCheckpoint: async (workspace, before) => {
      const values = [idBuffer(workspace), Math.min(before, MAX_SEQ)]
      const [row] = await query('newest checkpoint', NEWEST_CHECKPOINT, values)
      return row === undefined ? null : readItem(row)
    },
    workspacesOf: async (person) =>
      (await query('workspaces of', WORKSPACES_OF, [idBuffer(person)])).map((row) => toWorkspaceId(bytesIn(row, 'id'))),
    wrongHellos: async (workspace, locator) => {
      const [row] = await query('wrong hellos', WRONG_HELLOS, [idBuffer(workspace), idBuffer(locator)])
      return row === undefined ? 0 : numberIn(row, 'count')
    },
    countWrongHello: async (workspace, locator) => {
      const [row] = await query('count wrong hello', COUNT_WRONG_HELLO, [idBuffer(workspace), idBuffer(locator)])
      return row === undefined ? 1 : numberIn(row, 'count')
    },
    uncountWrongHello: async (workspace, locator) => {
      await query('uncount wrong hello', UNCOUNT_WRONG_HELLO, [idBuffer(workspace), idBuffer(locator)])
    },
    subscribe: subscriptions.subscribe,
    forwardPresence: subscriptions.forwardPresence,
    eraseEntries: async (workspace) => {
      await eraseEntries(pool, workspace)
      heads.forget(workspace)
    },
    close: () => (closed ??= end()),
  }
}
