/** Connections to PostgreSQL as the relay uses them. Knows no table. */
import { type ClientBase, type ClientConfig, Pool, type PoolClient, types } from 'pg'

/** Reads are short: more at once would only wait inside PostgreSQL. */
const MAX_CONNECTIONS = 7
/** All in ms. Longer than a busy server takes to answer; then the connections it concerns come back later. */
const CONNECT_TIMEOUT_MS = 5_000
const QUERY_TIMEOUT_MS = 15_000
/** Another process holds a workspace for a few ms, for some tens of megabytes on a busy machine for seconds. */
const LOCK_TIMEOUT_MS = 10_000
/** A process that stands still in the middle of a batch must not hold up the others: PostgreSQL lets go of what it held. */
const STANDSTILL_MS = 2_000

const INT8 = 20
const BYTEA = 17
/** Numbers stay far below 2^53. `\x` and hexadecimal digits are how PostgreSQL writes bytes (manual §8.4.1). */
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
  pipeline: true, // statements that do not wait for each other share a round trip
  types: { getTypeParser: (oid: number) => parsers.get(oid) ?? types.getTypeParser(oid) },
})

/** S3 even where somebody has traded safety for speed; and bytes as the parser above reads them. */
const SESSION = `SET bytea_output = hex; SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`

/** A connection that breaks says so to whoever uses it; without a listener the event would end the process. */
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

/** The first that failed is thrown once all are settled: those that were sent after it only say that it did. */
export const settleAll = async <Value>(sent: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  await Promise.allSettled(sent)
  return Promise.all(sent)
}

/** On a connection of its own. When it fails, the connection is given up with all that it held. */
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
