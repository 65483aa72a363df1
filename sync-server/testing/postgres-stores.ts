/** Stores on one PostgreSQL, as several processes have them, for the tests of one file. */
import { Client } from 'pg'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { createKnownHeads } from '../storage/postgres/known-heads.ts'
import { openPostgresStore } from '../storage/postgres/open-postgres.ts'
import { createPool } from '../storage/postgres/postgres-pool.ts'
import { createPostgresSubscriptions } from '../storage/postgres/postgres-subscriptions.ts'
import { createPostgresStore } from '../storage/postgres/postgres.ts'
import { type AppendRequest, NO_RECORD, type Store } from '../storage/store.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

export const PLAN = toWorkspaceId(new Uint8Array(16).fill(1))
export const ROOT: AppendRequest = {
  workspace: PLAN,
  expectedRecord: NO_RECORD,
  receivedAt: 1,
  items: [Uint8Array.of(0, 0)],
  joined: [],
  ended: [],
}
export const entry = (n: number): AppendRequest => ({ ...ROOT, expectedRecord: 0, items: [Uint8Array.of(1, n)] })
const HOUR_MS = 60 * 60_000

/** Subscribes, and records the numbers of the heads that it is told. */
export const follow = async (store: Store): Promise<readonly number[]> => {
  const told: number[] = []
  let head = await store.head(PLAN)
  const reached = () => head ?? { seq: 0, logHash: new Uint8Array(32), lastRecord: 0, bytes: 0 }
  store.subscribe(PLAN, {
    onPresence: () => {},
    reached,
    onForeignAppend: (append) => void told.push((head = append.head).seq),
  })
  return told
}

export type OpenOptions = {
  readonly pollMs?: number
  readonly notify?: () => void
  /** Receives the name or text of every statement of an append. */
  readonly sent?: string[]
}

/** `finished`: what is opened ends with the test. */
export const createTestDatabase = (finished: (end: () => Promise<void>) => void) => {
  let server: PostgresServer
  let url: string
  const closing = (store: Store): Store => {
    finished(() => store.close())
    return store
  }
  /** On pools of its own, as another process's would be. It polls every hour. */
  const openWith = ({ pollMs = HOUR_MS, notify, sent = [] }: OpenOptions = {}): Store => {
    const [pool, appending, heads] = [createPool(url), createPool(url), createKnownHeads()]
    appending.on('connect', (client) => {
      const query = client.query.bind(client) as (...asked: unknown[]) => unknown
      const listen = (...asked: unknown[]) => {
        const [first] = asked
        sent.push(typeof first === 'object' && first !== null && 'name' in first ? String(first.name) : String(first))
        return query(...asked)
      }
      client.query = listen as typeof client.query
    })
    const subscriptions = createPostgresSubscriptions(pool, url, heads, pollMs)
    const parts = {
      pool,
      appending,
      heads,
      subscriptions: notify === undefined ? subscriptions : { ...subscriptions, notify },
    }
    return closing(createPostgresStore(parts))
  }
  const asSuperuser: PostgresServer['asSuperuser'] = (sql) => server.asSuperuser(sql, url)
  return {
    /** With the relay's tables. The result removes it. */
    start: async (): Promise<() => Promise<void>> => {
      server = await startPostgres()
      url = await server.createDatabase()
      await (await openPostgresStore(url)).close()
      return () => server.remove()
    },
    server: () => server,
    url: () => url,
    asSuperuser,
    empty: () => asSuperuser('TRUNCATE workspaces, items, people, wrong_hellos'),
    open: async () => closing(await openPostgresStore(url)),
    openWith,
    connect: async (): Promise<Client> => {
      const client = new Client(url)
      await client.connect()
      finished(() => client.end())
      return client
    },
    endSessions: (which: string) =>
      asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`,
      ),
    waitingForLock: () => asSuperuser("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"),
    /** The marks in the plan's row. */
    followers: async (): Promise<unknown> =>
      (await asSuperuser('SELECT followers FROM workspaces ORDER BY id LIMIT 1'))[0]?.['followers'],
  }
}
