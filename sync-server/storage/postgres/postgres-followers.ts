/**
 * Which relays follow a workspace, as marks in its row. Whoever appends has locked that row, so a mark is set either before
 * the append, and is seen by it, or after it, and then finds what was appended (P6).
 */
import type { Pool } from 'pg'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import { settleAll, withClient } from './postgres-pool.ts'
import { idBuffer } from './postgres-rows.ts'

/** Identifies a relay process among those on one database: 31 bits, as the second number of an advisory lock. */
export type RelayNumber = number
export const drawRelayNumber = (): RelayNumber => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1

/** The first number of the advisory locks that listening connections hold for as long as they last: "weef" in ASCII. */
const LISTENING_LOCK = 0x77656566
/** Nobody takes it alone, so nobody ever waits for it: not even for the relay's own connection that died unnoticed. */
export const holdListeningLock = (relay: RelayNumber): string =>
  `SELECT pg_advisory_lock_shared(${LISTENING_LOCK}, ${relay})`
const LISTENING = `
SELECT objid::bigint AS relay FROM pg_locks
WHERE locktype = 'advisory' AND classid = ${LISTENING_LOCK} AND objsubid = 2
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/** A lost mark costs a second or two: it waits for no disk. A crash of the server ends all listening, so all is marked anew. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off'
/** In the order of appends. Who listens is asked after it: whoever is marked by then listened before. */
const LOCK = 'SELECT id, head FROM workspaces WHERE id = ANY ($1::bytea[]) ORDER BY id FOR UPDATE'
const MARK = `
UPDATE workspaces SET followers = marked.followers
FROM (
  SELECT number, CASE WHEN $2 = ANY (followers) THEN listening ELSE listening || $2::integer END AS followers
  FROM workspaces, LATERAL (
    SELECT ARRAY(SELECT one FROM unnest(followers) AS one WHERE one = $2 OR one IN (${LISTENING})) AS listening
  ) AS these
  WHERE id = ANY ($1::bytea[])
) AS marked
WHERE workspaces.number = marked.number AND workspaces.followers <> marked.followers`
const UNMARK = `
UPDATE workspaces SET followers = array_remove(followers, $2::integer)
WHERE id = ANY ($1::bytea[]) AND $2 = ANY (followers)`

const change = async (
  pool: Pool,
  name: string,
  text: string,
  relay: RelayNumber,
  workspaces: readonly WorkspaceId[],
): Promise<readonly { readonly workspace: WorkspaceId; readonly seq: number }[]> => {
  const ids = workspaces.map(idBuffer)
  const rows = await withClient(pool, async (client) => {
    const statements = [
      client.query<Row>(BEGIN),
      client.query<Row>({ name: 'lock followed', text: LOCK, values: [ids] }),
      client.query<Row>({ name, text, values: [ids, relay] }),
      client.query<Row>('COMMIT'),
    ]
    return (await settleAll(statements))[1]?.rows ?? []
  })
  return rows.map((row) => ({ workspace: toWorkspaceId(bytesIn(row, 'id')), seq: numberIn(row, 'head') }))
}

/** Marks these as followed by this relay, and no longer by those that listen no more. Returns the last item of each as it is then. */
export const markFollowed = (pool: Pool, relay: RelayNumber, workspaces: readonly WorkspaceId[]) =>
  change(pool, 'mark', MARK, relay, workspaces)
export const unmarkFollowed = async (pool: Pool, relay: RelayNumber, workspaces: readonly WorkspaceId[]) =>
  void (await change(pool, 'unmark', UNMARK, relay, workspaces))

export const listeningRelays = async (pool: Pool): Promise<ReadonlySet<RelayNumber>> =>
  new Set((await pool.query<Row>({ name: 'listening', text: LISTENING })).rows.map((row) => numberIn(row, 'relay')))

/** The column of a workspace's row. */
export const followersIn = (row: Row): readonly RelayNumber[] => {
  const value = row['followers']
  if (!Array.isArray(value)) throw new TypeError('column followers holds no array')
  return value as readonly RelayNumber[]
}
