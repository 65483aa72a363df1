import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Client } from 'pg'
import { createTestDatabase, entry, PLAN, ROOT } from '../../testing/postgres-stores.ts'
import { makeRelayPlace, startRelay } from '../../testing/relay-process.ts'
import { openPostgresStore } from './open-postgres.ts'
import { createPool } from './postgres-pool.ts'
import { describeSharedStore } from '../shared-store.contract.ts'
import { describeStore, type Opened } from '../store.contract.ts'
import type { Store } from '../store.ts'
import { StoreUnusableError } from '../unusable.ts'

const { asSuperuser, empty, endSessions, open, server, url, waitingForLock, start } = createTestDatabase(onTestFinished)
beforeAll(start)
const eventually = (check: () => unknown) => expect.poll(check, { interval: 5 })

describeStore('postgres', async () => {
  await empty()
  const reopen = async (): Promise<Opened> => ({ store: await open(), reopen })
  return reopen()
})

describeSharedStore('postgres', { empty, open })

describe('opening', () => {
  const sentence = (database: string): Promise<string> =>
    openPostgresStore(database).then(
      () => 'opened',
      (error: unknown) => (error instanceof StoreUnusableError ? error.message : 'another error'),
    )
  test('processes that start together create the tables once', async () => {
    const fresh = await server().createDatabase()
    const stores = await Promise.all([1, 2, 3, 4, 5].map(() => openPostgresStore(fresh)))
    await Promise.all(stores.map((store) => store.append([ROOT])))
    expect(await server().asSuperuser('SELECT version FROM weef_schema', fresh)).toEqual([{ version: 2 }])
    expect(await stores[0]?.read(PLAN, { after: 0, maxItems: 9, maxBytes: 9, recordsOnly: false })).toHaveLength(1)
    for (const store of stores) await store.close()
  })

  test('tables of the first version are migrated with what is in them', async () => {
    const older = await server().createDatabase()
    const first = await openPostgresStore(older)
    await first.append([ROOT])
    await first.close()
    await server().asSuperuser('ALTER TABLE workspaces DROP followers; UPDATE weef_schema SET version = 1', older)
    const store = await openPostgresStore(older)
    onTestFinished(() => store.close())
    expect(await store.append([entry(1)])).toMatchObject([{ ok: true, firstSeq: 2 }])
    expect(await server().asSuperuser('SELECT version FROM weef_schema', older)).toEqual([{ version: 2 }])
  })

  test('a database of a newer Weef or of another program is left alone, with one clear sentence', async () => {
    const [newer, other] = [await server().createDatabase(), await server().createDatabase()]
    await (await openPostgresStore(newer)).close()
    await server().asSuperuser('UPDATE weef_schema SET version = version + 1', newer)
    expect(await sentence(newer)).toMatch(/^The database was written by a newer Weef; .+\.$/)
    await server().asSuperuser('CREATE TABLE items (title text)', other)
    expect(await sentence(other)).toMatch(/^The database holds tables of another program; .+\.$/)
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    expect(await server().asSuperuser(tables, other)).toEqual([{ tablename: 'items' }])
  })

  test.each([
    ['a wrong password', 'guest:secret-word', 'weef_1', /refuses the name or the password/],
    ['no such database', 'weef', 'nothing', /does not exist: make it/],
    ['a name that may make nothing', 'guest:guest', 'weef_1', /may not make tables/],
  ])('%s is reported in one sentence, without the URL', async (_, name, database, what) => {
    const said = await sentence(url().replace('weef@', `${name}@`).replace(/\w+$/, database))
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
  const cleaningUp = (sql: string): void => onTestFinished(async () => void (await asSuperuser(sql)))
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
    await asSuperuser(
      `CREATE FUNCTION fill() RETURNS trigger AS $$ BEGIN RAISE disk_full; END $$ LANGUAGE plpgsql;
       CREATE TRIGGER fill BEFORE INSERT ON items EXECUTE FUNCTION fill()`,
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
    const holder = new Client(url())
    onTestFinished(() => holder.end())
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM workspaces FOR UPDATE')
    const lost = expect(store.append([entry(1)])).rejects.toThrow()
    await eventually(waitingForLock).toHaveLength(1) // prettier-ignore
    await endSessions("wait_event_type = 'Lock'")
    await lost
    await holder.query('ROLLBACK')
    expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: 2 }])
  })

  test('a relay that stalls in the middle of a batch does not hold up the others for long', async () => {
    const store = await begun()
    const pool = createPool(url())
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
    await eventually(async () => (await asSuperuser(count))[0]?.['times']).toBeGreaterThan(0)
  })

  test('a row of another shape is a bug, and throws', async () => {
    const store = await begun()
    await asSuperuser("ALTER TABLE workspaces ALTER log_hash TYPE text USING encode(log_hash, 'hex')")
    cleaningUp("ALTER TABLE workspaces ALTER log_hash TYPE bytea USING decode(log_hash, 'hex')")
    await expect(store.head(PLAN)).rejects.toThrow('column log_hash holds no bytes')
  })
})
