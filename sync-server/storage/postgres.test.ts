import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { type PostgresServer, startPostgres } from '../testing/postgres.ts'
import { openPostgresStore } from './open-postgres.ts'
import { createPostgresNews } from './postgres-news.ts'
import { createPool } from './postgres-pool.ts'
import { createPostgresStore } from './postgres.ts'
import { describeSharedStore } from './shared-store.contract.ts'
import { describeStore, type Opened } from './store.contract.ts'
import { type AppendRequest, NO_RECORD, type Store } from './store.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  await (await openPostgresStore(url)).close()
}, 60_000)
afterAll(() => server.remove())

const closing = (store: Store): Store => {
  onTestFinished(() => store.close())
  return store
}
const open = async (): Promise<Store> => closing(await openPostgresStore(url))
const empty = (): Promise<unknown> => server.asSuperuser('TRUNCATE workspaces, items, people, wrong_hellos', url)

describeStore('postgres', async () => {
  await empty()
  const reopen = async (): Promise<Opened> => ({ store: await open(), reopen })
  return reopen()
})

describeSharedStore('postgres', { empty, open })

const PLAN = toWorkspaceId(new Uint8Array(16).fill(1))
const ROOT: AppendRequest = {
  workspace: PLAN,
  expectedRecord: NO_RECORD,
  receivedAt: 1,
  items: [Uint8Array.of(0, 0)],
  joined: [],
  ended: [],
}
const entry = (n: number): AppendRequest => ({ ...ROOT, expectedRecord: 0, items: [Uint8Array.of(1, n)] })

/** Through a connection of its own, as another process's would be. */
const openWith = (lookMs: number, ring?: () => void): Store => {
  const pool = createPool(url)
  const news = createPostgresNews(pool, url, lookMs)
  return closing(createPostgresStore(pool, ring === undefined ? news : { ...news, ring }))
}
const eventually = (check: () => unknown) => expect.poll(check, { timeout: 10_000, interval: 5 })
const endSessions = (which: string): Promise<unknown> =>
  server.asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`,
    url,
  )
const HOUR_MS = 60 * 60_000

describe('news', () => {
  const follow = async (store: Store): Promise<readonly number[]> => {
    const told: number[] = []
    let head = await store.head(PLAN)
    const reached = () => head ?? { seq: 0, logHash: new Uint8Array(32), lastRecord: 0, bytes: 0 }
    store.subscribe(PLAN, { reached, onNews: (news) => void told.push((head = news.head).seq) })
    return told
  }
  test('come by the bell alone, and by looking alone', async () => {
    await empty()
    const [hearing, looking, silent] = [openWith(HOUR_MS), openWith(10), openWith(HOUR_MS, () => {})]
    const [ringing] = [await open()]
    await ringing.append([ROOT])
    const [heard, seen] = [await follow(hearing), await follow(looking)]
    await silent.append([entry(1)])
    await eventually(() => seen).toEqual([2])
    expect(heard).toEqual([])
    await eventually(async () => {
      await ringing.append([entry(2)]) // until the listening connection is there
      return heard.length
    }).toBeGreaterThan(0)
  })

  test('come again after the listening connection was dropped, with all that was missed', async () => {
    await empty()
    const [store, other] = [openWith(HOUR_MS), await open()]
    await other.append([ROOT])
    const told = await follow(store)
    for (const round of [1, 2]) {
      await endSessions("query LIKE '%LISTEN%'")
      await other.append([entry(round)])
      await eventually(() => told.at(-1)).toBe(1 + round)
    }
  })
})
