/** Pools of connections to PostgreSQL, as the relay configures them. Knows no table. */
import { type ClientBase, type ClientConfig, Pool, type PoolClient, types } from 'pg'

/** Reads are short: more connections would only wait inside PostgreSQL. */
const MAX_CONNECTIONS = 7
/**
 * All in ms, and longer than a busy server takes to answer. After a timeout the connections concerned are closed and retry
 * later.
 */
const CONNECT_TIMEOUT_MS = 5_000
const QUERY_TIMEOUT_MS = 15_000
/** Another process locks a workspace for a few ms; with some tens of megabytes on a busy machine, for seconds. */
const LOCK_TIMEOUT_MS = 10_000
/**
 * A process that stalls in the middle of a batch must not hold up the others: PostgreSQL releases its locks after this
 * time.
 */
const STANDSTILL_MS = 2_000

const INT8 = 20
const BYTEA = 17
/** Numbers stay far below 2^53. PostgreSQL writes bytes as `\x` and hexadecimal digits (manual §8.4.1). */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [
    BYTEA,
    (text: string) => {
      const bytes = new Uint8Array((text.length - 2) / 2)
      Buffer.from(bytes.buffer).write(text.slice(2), 'hex')
      return bytes
    },
  ],
])

export const connectionOptions = (url: string): ClientConfig => ({
  connectionString: url,
  application_name: 'weef',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  query_timeout: QUERY_TIMEOUT_MS,
  lock_timeout: LOCK_TIMEOUT_MS,
  idle_in_transaction_session_timeout: STANDSTILL_MS,
  pipeline: true, // independent statements share a round trip
  types: { getTypeParser: (oid: number) => parsers.get(oid) ?? types.getTypeParser(oid) },
})

/**
 * Enforces S3 where an administrator has traded durability for speed, the encoding of bytes that the parser above reads, and
 * that a statement which waited for a row sees it as it is then (P1).
 */
const SESSION = `SET bytea_output = hex; SET default_transaction_isolation = 'read committed'; SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`

/** A broken connection rejects its pending query; without a listener the error event would end the process. */
const ignore = (): void => {}

export const createPool = (url: string, max = MAX_CONNECTIONS): Pool => {
  const pool = new Pool({ ...connectionOptions(url), max })
  pool.on('error', ignore)
  pool.on('connect', (client) => {
    client.on('error', ignore)
    client.query(SESSION).catch(ignore)
  })
  return pool
}

/**
 * Waits until all are settled, then throws the first failure in order: later statements only report that an earlier one
 * failed.
 */
export const settleAll = async <Value>(sent: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  await Promise.allSettled(sent)
  return Promise.all(sent)
}

/** Runs work on a connection of its own. When it fails, the connection is destroyed, with its locks and transaction. */
export const withClient = async <Value>(pool: Pool, work: (client: ClientBase) => Promise<Value>): Promise<Value> => {
  const client: PoolClient = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** PostgreSQL's code of an error (Appendix A of its manual), or the system's. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
