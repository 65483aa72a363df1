import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Client } from 'pg'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, nextLogHash } from '#shared/protocol/log.ts'
import { type PostgresServer, startPostgres } from '../../testing/postgres.ts'
import { makeRelayPlace, startRelay } from '../../testing/relay-process.ts'
import { openPostgresStore } from './open-postgres.ts'
import { createKnownHeads } from './known-heads.ts'
import { createPostgresSubscriptions } from './postgres-subscriptions.ts'
import { createPool } from './postgres-pool.ts'
import { createPostgresStore } from './postgres.ts'
import { describeSharedStore } from '../shared-store.contract.ts'
import { describeStore, type Opened } from '../store.contract.ts'
import { type AppendRequest, NO_RECORD, type Store } from '../store.ts'
import { StoreUnusableError } from '../unusable.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  await (await openPostgresStore(url)).close()
  return () => server.remove()
})

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

/** On a pool of its own, as another process's would be. `sent`: receives the name of every statement of an append. */
const openWith = (pollMs: number, notify?: () => void, sent: string[] = []): Store => {
  const pool = createPool(url)
  const appending = createPool(url)
  appending.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    const listen = (...asked: unknown[]) => {
      const [first] = asked
      sent.push(typeof first === 'object' && first !== null && 'name' in first ? String(first.name) : String(first))
      return query(...asked)
    }
    client.query = listen as typeof client.query
  })
  const heads = createKnownHeads()
  const subscriptions = createPostgresSubscriptions(pool, url, heads, pollMs)
  const parts = {
    pool,
    heads,
    appending,
    subscriptions: notify === undefined ? subscriptions : { ...subscriptions, notify },
  }
  return closing(createPostgresStore(parts))
}
const eventually = (check: () => unknown) => expect.poll(check, { interval: 5 })
const endSessions = (which: string): Promise<unknown> =>
  server.asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`,
    url,
  )
const HOUR_MS = 60 * 60_000

const follow = async (store: Store): Promise<readonly number[]> => {
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

/** The marks in the workspace's row. */
const followers = async (): Promise<unknown> =>
  (await server.asSuperuser('SELECT followers FROM workspaces ORDER BY id LIMIT 1', url))[0]?.['followers']
const waitingForLock = () => server.asSuperuser("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
const connect = async (): Promise<Client> => {
  const client = new Client(url)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

describe('notifications', () => {
  test('items arrive by NOTIFY alone, and by polling alone', async () => {
    await empty()
    const [hearing, looking, silent] = [openWith(HOUR_MS), openWith(10), openWith(HOUR_MS, () => {})]
    const [ringing] = [await open()]
    await ringing.append([ROOT])
    const [heard, seen] = [await follow(hearing), await follow(looking)]
    await eventually(followers).toHaveLength(2) // and so nothing is found by following
    await silent.append([entry(1)])
    await eventually(() => seen).toEqual([2])
    expect(heard).toEqual([])
    await eventually(async () => {
      await ringing.append([entry(2)]) // until the listening connection is open
      return heard.length
    }).toBeGreaterThan(0)
  })

  test('a dropped listening connection is restored, and everything missed is delivered', async () => {
    await empty()
    const [store, other] = [openWith(HOUR_MS), await open()]
    await other.append([ROOT])
    const told = await follow(store)
    for (const round of [1, 2]) {
      await endSessions("application_name = 'weef listening'")
      await other.append([entry(round)])
      await eventually(() => told.at(-1)).toBe(1 + round)
    }
  })
})

describe('followers', () => {
  /** A writer that hears of nothing by itself, and how many notifications it has sent. */
  const begun = async () => {
    await empty()
    const [writer, ear] = [openWith(HOUR_MS), await connect()]
    let heard = 0
    ear.on('notification', () => (heard += 1))
    await ear.query('LISTEN weef')
    await writer.append([ROOT])
    await eventually(() => server.asSuperuser("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2")).not.toHaveLength(0) // prettier-ignore
    return { writer, heard: () => heard }
  }

  test('[P5] nobody is notified of what no other process follows', async () => {
    const { writer, heard } = await begun()
    await follow(writer)
    await eventually(followers).toHaveLength(1)
    await writer.append([entry(1)])
    const told = await follow(openWith(HOUR_MS))
    await eventually(followers).toHaveLength(2)
    await eventually(async () => {
      await writer.append([entry(2)]) // until the new one listens
      return told.length
    }).toBeGreaterThan(0)
    const { seq } = (await writer.head(PLAN)) ?? { seq: 0 }
    await eventually(() => told.at(-1)).toBe(seq)
    expect(heard()).toBeLessThanOrEqual(seq - 2)
    expect(heard()).toBeGreaterThan(0)
  })

  test('[P6] an append that waits for a mark sees it, in one statement and in the long way', async () => {
    const { writer, heard } = await begun()
    const marking = await connect()
    for (const [round, item] of [Uint8Array.of(1, 1), Uint8Array.of(0, 1)].entries()) {
      await server.asSuperuser("UPDATE workspaces SET followers = '{}'", url)
      await marking.query('BEGIN')
      await marking.query('UPDATE workspaces SET followers = ARRAY[77]')
      const appended = writer.append([{ ...entry(0), items: [item] }])
      await eventually(waitingForLock).toHaveLength(1)
      await marking.query('COMMIT')
      expect(await appended).toMatchObject([{ ok: true }])
      await eventually(heard).toBe(round + 1)
    }
  })

  test('[P6] a mark that waits for an append finds what it appended, without a notification', async () => {
    const { heard } = await begun()
    const appending = await connect()
    await appending.query('BEGIN')
    await appending.query('UPDATE workspaces SET head = 2, size = 4')
    await appending.query("INSERT INTO items SELECT number, 2, 1, 0, '\\x00', '\\x0101' FROM workspaces")
    const told = await follow(openWith(HOUR_MS))
    await eventually(waitingForLock).toHaveLength(1)
    await appending.query('COMMIT')
    await eventually(() => told).toEqual([2])
    expect(heard()).toBe(0)
  })

  test('[P7] the mark of a process that has ended is dropped where it costs notifications, and by whoever follows', async () => {
    const { writer } = await begun()
    await server.asSuperuser("UPDATE workspaces SET followers = '{77}'", url)
    await follow(writer)
    await eventually(followers).toHaveLength(1)
    const looking = openWith(10)
    const ending = await openPostgresStore(url)
    await follow(looking)
    await follow(ending)
    await eventually(followers).toHaveLength(3)
    await ending.close()
    await looking.append([entry(1)])
    await eventually(followers).toHaveLength(2)
  })

  test('[P7] who no longer follows takes its mark away, and who follows again has it', async () => {
    await begun()
    const store = openWith(10)
    const options = { reached: () => ({ seq: 1, logHash: new Uint8Array(32), lastRecord: 0, bytes: 2 }), onForeignAppend: () => {}, onPresence: () => {} } // prettier-ignore
    for (let round = 0; round < 3; round += 1) {
      const stop = store.subscribe(PLAN, options)
      await eventually(followers).toHaveLength(1)
      stop()
      await eventually(followers).toEqual([])
    }
  })

  test('[P8] a listening connection that is made anew marks anew, also behind a process that drops the mark', async () => {
    await begun()
    await follow(openWith(HOUR_MS))
    await eventually(followers).toHaveLength(1)
    const dropping = await connect()
    await dropping.query('BEGIN')
    await dropping.query("UPDATE workspaces SET followers = '{}'")
    await endSessions("application_name = 'weef listening'")
    await eventually(waitingForLock).toHaveLength(1)
    await dropping.query('COMMIT')
    await eventually(followers).toHaveLength(1)
  })

  test('[P8] a mark that is gone, as of a workspace that was erased and begun anew, is found missing', async () => {
    const { writer } = await begun()
    await follow(openWith(10))
    await eventually(followers).toHaveLength(1)
    await server.asSuperuser('DELETE FROM workspaces', url)
    expect(await writer.append([entry(1)])).toEqual([{ ok: false, reason: 'moved' }])
    await writer.append([ROOT])
    await eventually(followers).toHaveLength(1)
  })
})

describe('entries of known workspaces', () => {
  const OTHER = toWorkspaceId(new Uint8Array(16).fill(2))
  const ALL = { after: 0, maxItems: 99, maxBytes: 9_999, recordsOnly: false }
  /** A store that knows both heads, and what it sends from then on. */
  const begun = async () => {
    await empty()
    const sent: string[] = []
    const store = openWith(HOUR_MS, undefined, sent)
    await store.append([ROOT, { ...ROOT, workspace: OTHER }])
    sent.length = 0
    return { store, sent }
  }
  const logOf = async (store: Store) => {
    const items = await store.read(PLAN, ALL)
    const logHash = items.reduce((hash, { bytes }) => nextLogHash(hash, bytes), firstLogHash(PLAN))
    const bytes = items.reduce((sum, item) => sum + item.bytes.length, 0)
    return { items: items.map((item) => item.bytes[1]), head: { seq: items.length, logHash, bytes, lastRecord: 0 } }
  }

  test('[P1] are one statement, of however many workspaces', async () => {
    const { store, sent } = await begun()
    await store.append([entry(1), { ...entry(2), workspace: OTHER }])
    expect(await store.append([entry(3)])).toMatchObject([{ ok: true, firstSeq: 3 }])
    expect(sent).toEqual(['advance', 'advance'])
    const { items, head } = await logOf(store)
    expect([items, await store.head(PLAN)]).toEqual([[0, 1, 3], head])
  })

  test('[P1] records and unknown workspaces go the long way, after what is plain', async () => {
    const { store, sent } = await begun()
    const third = toWorkspaceId(new Uint8Array(16).fill(3))
    const results = await store.append([
      { ...ROOT, workspace: third },
      entry(1),
      { ...ROOT, workspace: OTHER, expectedRecord: 0 },
    ])
    expect(results).toMatchObject([1, 2, 2].map((firstSeq) => ({ ok: true, firstSeq })))
    expect(sent.filter((name) => name === 'advance' || name === 'lock heads')).toEqual(['advance', 'lock heads'])
    expect((await store.head(OTHER))?.lastRecord).toBe(1)
  })

  test('[P2] what has moved is numbered by the head that the database has', async () => {
    const [{ store, sent }, other] = [await begun(), await open()]
    await other.append([entry(1)])
    expect(await store.append([entry(2), { ...entry(3), workspace: OTHER }])).toMatchObject([{ firstSeq: 3 }, { firstSeq: 2 }]) // prettier-ignore
    expect(sent).toContain('lock heads')
    await other.append([{ ...entry(4), items: [Uint8Array.of(0, 4)] }])
    expect(await store.append([entry(5)])).toEqual([{ ok: false, reason: 'moved' }])
    expect((await logOf(other)).items).toEqual([0, 1, 2, 4])
  })

  test('[P2] so is what has the same number and another past, as after a standby took over', async () => {
    const { store } = await begun()
    await store.append([entry(1)])
    const lost = Buffer.from(nextLogHash(nextLogHash(firstLogHash(PLAN), Uint8Array.of(0, 0)), Uint8Array.of(1, 9)))
    await server.asSuperuser(
      `UPDATE items SET bytes = '\\x0109' WHERE seq = 2; UPDATE workspaces SET log_hash = '\\x${lost.toString('hex')}' WHERE head = 2`,
      url,
    )
    await store.append([entry(2)])
    const { items, head } = await logOf(store)
    expect([items, await store.head(PLAN)]).toEqual([[0, 9, 2], head])
  })

  test('[P2] so is what another process has erased: its size is counted from what is left', async () => {
    const [{ store }, other] = [await begun(), await open()]
    await store.append([{ ...entry(1), items: [new Uint8Array(900).fill(1)] }])
    await other.eraseEntries(PLAN)
    await store.append([entry(2)])
    expect((await store.head(PLAN))?.bytes).toBe(2 + 33 + 2)
  })

  test('[P2] a statement that waited sees the row as it is then, whatever isolation the database is set to', async () => {
    await server.asSuperuser("ALTER DATABASE weef_1 SET default_transaction_isolation = 'repeatable read'", url)
    onTestFinished(async () => void (await server.asSuperuser('ALTER DATABASE weef_1 RESET ALL', url)))
    const stores = [(await begun()).store, await open()]
    const writers = stores.map(async (store) => {
      for (let round = 0; round < 20; round += 1) await store.append([entry(round)])
    })
    await Promise.all(writers)
    const { items, head } = await logOf(await open())
    expect([items.length, await stores[0]?.head(PLAN)]).toEqual([41, head])
  })

  test('[P3] what another process tells is known from then on', async () => {
    const [{ store, sent }, other] = [await begun(), await open()]
    const told = await follow(store)
    await eventually(async () => {
      await other.append([entry(1)]) // until the listening connection is open
      return told.length
    }).toBeGreaterThan(0)
    const { seq } = (await other.head(PLAN)) ?? { seq: 0 }
    await eventually(() => told.at(-1)).toBe(seq)
    sent.length = 0
    expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: seq + 1 }])
    expect(sent).toEqual(['advance'])
  })

  test('[P3] a failure forgets what was known', async () => {
    const { store, sent } = await begun()
    await server.asSuperuser('ALTER TABLE items ADD CONSTRAINT none CHECK (seq < 2)', url)
    onTestFinished(async () => void (await server.asSuperuser('ALTER TABLE items DROP CONSTRAINT IF EXISTS none', url)))
    await expect(store.append([entry(1)])).rejects.toThrow()
    await server.asSuperuser('ALTER TABLE items DROP CONSTRAINT none', url)
    sent.length = 0
    expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: 2 }])
    expect(sent).not.toContain('advance')
  })
})

describe('opening', () => {
  const sentence = (database: string): Promise<string> =>
    openPostgresStore(database).then(
      () => 'opened',
      (error: unknown) => (error instanceof StoreUnusableError ? error.message : 'another error'),
    )
  test('processes that start together create the tables once', async () => {
    const fresh = await server.createDatabase()
    const stores = await Promise.all([1, 2, 3, 4, 5].map(() => openPostgresStore(fresh)))
    await Promise.all(stores.map((store) => store.append([ROOT])))
    expect(await server.asSuperuser('SELECT version FROM weef_schema', fresh)).toEqual([{ version: 2 }])
    expect(await stores[0]?.read(PLAN, { after: 0, maxItems: 9, maxBytes: 9, recordsOnly: false })).toHaveLength(1)
    for (const store of stores) await store.close()
  })

  test('a database of a newer Weef or of another program is left alone, with one clear sentence', async () => {
    const [newer, other] = [await server.createDatabase(), await server.createDatabase()]
    await (await openPostgresStore(newer)).close()
    await server.asSuperuser('UPDATE weef_schema SET version = version + 1', newer)
    expect(await sentence(newer)).toMatch(/^The database was written by a newer Weef; .+\.$/)
    await server.asSuperuser('CREATE TABLE items (title text)', other)
    expect(await sentence(other)).toMatch(/^The database holds tables of another program; .+\.$/)
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    expect(await server.asSuperuser(tables, other)).toEqual([{ tablename: 'items' }])
  })

  test.each([
    ['a wrong password', 'guest:secret-word', 'weef_1', /refuses the name or the password/],
    ['no such database', 'weef', 'nothing', /does not exist: make it/],
    ['a name that may make nothing', 'guest:guest', 'weef_1', /may not make tables/],
  ])('%s is reported in one sentence, without the URL', async (_, name, database, what) => {
    const said = await sentence(url.replace('weef@', `${name}@`).replace(/\w+$/, database))
    expect(said).toMatch(what)
    expect(said).not.toMatch(/secret-word|postgresql:|\n/)
  })

  test('an unreachable server is reported in one sentence, and the relay does not start', async () => {
    const place = await makeRelayPlace()
    onTestFinished(() => place.remove())
    const relay = startRelay({ ...place.env, DATABASE_URL: 'postgresql://weef:secret-word@%2Fnowhere/weef' })
    const { code, errors } = await relay.ended
    expect([code, errors]).toEqual([1, expect.stringMatching(/^PostgreSQL cannot be reached .+\(ENOENT\): .+\.\n$/)])
    expect(errors).not.toMatch(/secret-word|nowhere/)
  })
})

describe('failures', () => {
  const cleaningUp = (sql: string): void => onTestFinished(async () => void (await server.asSuperuser(sql, url)))
  const begun = async (): Promise<Store> => {
    await empty()
    const store = await open()
    await store.append([ROOT])
    return store
  }
  test('a batch that is too large for one statement is stored whole, each item unchanged', async () => {
    const store = await begun()
    const items = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => new Uint8Array(4 * 1024 * 1024).fill(n, 1).fill(1, 0, 1))
    expect(await store.append([{ ...entry(0), items }])).toMatchObject([{ ok: true, firstSeq: 2 }])
    const read = { maxItems: 500, maxBytes: 1, recordsOnly: false } // page by page, of one item each
    for (const [at, item] of items.entries()) {
      const page = await store.read(PLAN, { ...read, after: 1 + at })
      expect(page.map(({ seq, bytes }) => [seq, Buffer.compare(bytes, item)])).toEqual([[2 + at, 0]])
    }
  })

  test('a full disk refuses and stores nothing', async () => {
    const store = await begun()
    await server.asSuperuser(
      `CREATE FUNCTION fill() RETURNS trigger AS $$ BEGIN RAISE disk_full; END $$ LANGUAGE plpgsql;
       CREATE TRIGGER fill BEFORE INSERT ON items EXECUTE FUNCTION fill()`,
      url,
    )
    cleaningUp('DROP FUNCTION fill CASCADE')
    expect(await store.append([entry(1)])).toEqual([{ ok: false, reason: 'full' }])
    expect((await store.head(PLAN))?.seq).toBe(1)
  })

  test('connections that are lost while idle cost nothing', async () => {
    const store = await begun()
    await endSessions('true')
    await eventually(() => store.append([entry(1)]).then(([result]) => result?.ok, () => false)).toBe(true) // prettier-ignore
  })

  test('a connection lost in the middle of a batch is reported, nothing is stored, and the next batch succeeds', async () => {
    const store = await begun()
    const holder = new Client(url)
    onTestFinished(() => holder.end())
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM workspaces FOR UPDATE')
    const lost = expect(store.append([entry(1)])).rejects.toThrow()
    await eventually(() => server.asSuperuser("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).toHaveLength(1) // prettier-ignore
    await endSessions("wait_event_type = 'Lock'")
    await lost
    await holder.query('ROLLBACK')
    expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: 2 }])
  })

  test('a relay that stalls in the middle of a batch does not hold up the others for long', async () => {
    const store = await begun()
    const pool = createPool(url)
    onTestFinished(() => pool.end())
    const still = await pool.connect()
    onTestFinished(() => still.release(true))
    await still.query('BEGIN')
    await still.query('SELECT FROM workspaces FOR UPDATE')
    expect(await store.append([entry(1)])).toMatchObject([{ ok: true, firstSeq: 2 }])
  })

  test('erased bytes are vacuumed out of the tables at once', async () => {
    const store = await begun()
    await store.append([entry(1)])
    await store.eraseEntries(PLAN)
    const count = "SELECT vacuum_count::integer AS times FROM pg_stat_user_tables WHERE relname = 'items'"
    await eventually(async () => (await server.asSuperuser(count, url))[0]?.['times']).toBeGreaterThan(0)
  })

  test('a row of another shape is a bug, and throws', async () => {
    const store = await begun()
    await server.asSuperuser("ALTER TABLE workspaces ALTER log_hash TYPE text USING encode(log_hash, 'hex')", url)
    cleaningUp("ALTER TABLE workspaces ALTER log_hash TYPE bytea USING decode(log_hash, 'hex')")
    await expect(store.head(PLAN)).rejects.toThrow('column log_hash holds no bytes')
  })
})
