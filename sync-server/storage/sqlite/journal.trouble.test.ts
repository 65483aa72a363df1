/** The journal when the power is cut, the disk is full, or the file is damaged. */
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { openFileSnapshot, openInventoryToChange } from '../../inventory/open.ts'
import { copyAsKilled, makeFolder } from '../../testing/folder.ts'
import { ALL, entry, readWhole, HOME, many, openStore, PLAN, record, request, root } from '../../testing/journal.ts'
import { createTestPerson, createTestWorkspace } from '../../testing/people.ts'
import { membershipChangeOf } from '../../workspace/membership-changes.ts'
import { type AppendRequest, NO_RECORD, type Store } from '../store.ts'
import { openSqliteStore } from './open-sqlite.ts'
import { openToRead } from './sqlite-file.ts'

const newFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}
const killed = (folder: string): string => {
  const to = newFolder()
  copyAsKilled(folder, to)
  return to
}

type Bytes = Uint8Array<ArrayBuffer>
const PAGE = 4_096 // SQLite's page, in bytes
/** Of the write-ahead log (sqlite.org/fileformat.html §4.1), in bytes. */
const [WAL_HEADER, FRAME] = [32, 24 + PAGE]

describe('[W4] whatever a power cut leaves of the write-ahead log, every log is whole, and has what was acknowledged', () => {
  /** Turns, slices of moves and records; after each, how long the write-ahead log and the log were. */
  const writeSome = async (folder: string) => {
    const { store, waiting } = openStore(folder, 0)
    const wal = join(folder, 'weef.sqlite-wal')
    const promises: { readonly size: number; readonly seq: number }[] = []
    const append = async (change: Partial<AppendRequest>) => {
      const [result] = await store.append([request(change)])
      promises.push({ size: statSync(wal).size, seq: result?.ok === true ? result.head.seq : 0 })
    }
    await append({ expectedRecord: NO_RECORD, items: [record(0)] })
    for (let turn = 0; turn < 4; turn += 1) await append({ items: many(turn * 90, 90) })
    await vi.waitUntil(() => waiting() === 0)
    await append({ items: many(400, 2) })
    await append({ items: [record(1)] })
    await append({ expectedRecord: 1, items: [entry(500, 9_000)] })
    await append({ expectedRecord: 1, items: many(501, 3) })
    await vi.waitUntil(() => waiting() === 0)
    await append({ expectedRecord: 1, items: many(600, 3) })
    const all = (await store.read(PLAN, ALL)).map(({ bytes }) => bytes)
    const copy = killed(folder)
    await store.close()
    return { copy, all, promises, size: statSync(join(copy, 'weef.sqlite-wal')).size }
  }
  const expectPromised = async (folder: string, all: readonly Bytes[], promised: number) => {
    const { store, repaired } = await openSqliteStore(folder, 0)
    expect(repaired).toBeNull()
    const items = (await store.head(PLAN)) === null ? [] : await readWhole(store)
    expect(items).toEqual(all.slice(0, items.length))
    expect(items.length).toBeGreaterThanOrEqual(promised)
    await store.close()
  }
  const promisedAt = (promises: readonly { size: number; seq: number }[], size: number): number =>
    promises.findLast((promise) => promise.size <= size)?.seq ?? 0

  test('cut after each of its frames', async () => {
    const { copy, all, promises, size } = await writeSome(newFolder())
    const frames = (size - WAL_HEADER) / FRAME
    expect(frames).toBeGreaterThan(40)
    for (let frame = 0; frame <= frames; frame += 1) {
      const folder = killed(copy)
      truncateSync(join(folder, 'weef.sqlite-wal'), WAL_HEADER + frame * FRAME)
      await expectPromised(folder, all, promisedAt(promises, WAL_HEADER + frame * FRAME))
    }
  })

  test('cut in the middle of a frame, and with a frame that never came among those that did', async () => {
    const { copy, all, promises, size } = await writeSome(newFolder())
    const wal = readFileSync(join(copy, 'weef.sqlite-wal'))
    for (let at = WAL_HEADER + 7 * FRAME; at < size; at += 9 * FRAME) {
      for (const left of [wal.subarray(0, at + FRAME / 2), Buffer.from(wal).fill(0, at, at + FRAME)]) {
        const folder = killed(copy)
        writeFileSync(join(folder, 'weef.sqlite-wal'), left)
        await expectPromised(folder, all, promisedAt(promises, at))
      }
    }
  })
})

describe('[W5] on a full disk', () => {
  const limit = (database: DatabaseSync, more: number): void => {
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count'])
    database.exec(`PRAGMA max_page_count = ${pages + more}`)
  }
  const fillUp = async (store: Store): Promise<number> => {
    for (let n = 0; n < 1_000; n += 1) {
      const [result] = await store.append([request({ items: [entry(n, 5_000)] })])
      if (result?.ok !== true) return n
    }
    throw new Error('It does not become full.')
  }

  test('an append that finds no room stores nothing, in tables or journal, and numbers go on after it', async () => {
    const { store, database, waiting } = openStore(newFolder())
    await store.append([root(PLAN)])
    limit(database, 10)
    const kept = await fillUp(store)
    expect(kept).toBeGreaterThan(2)
    expect(waiting()).toBe(kept)
    const large = concatBytes(record(1), new Uint8Array(90_000))
    expect(await store.append([request({ items: [large] }), root(HOME)])).toEqual([
      { ok: false, reason: 'full' },
      { ok: false, reason: 'full' },
    ])
    expect(await readWhole(store)).toHaveLength(kept + 1)
    expect(await store.head(HOME)).toBeNull()
    database.exec('PRAGMA max_page_count = 1000000')
    const [again] = await store.append([request({ items: [entry(1)] })])
    expect(again?.ok && again.firstSeq).toBe(kept + 2)
    await store.close()
  })

  test('a move that finds no room leaves everything where it was, and is tried again', async () => {
    const { store, database, waiting } = openStore(newFolder(), 5)
    await store.append([root(PLAN)])
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON items BEGIN SELECT RAISE(ABORT, 'x'); END`)
    await store.append([request({ items: many(0, 20) })])
    const exec = vi.spyOn(database, 'exec')
    await vi.waitUntil(() => exec.mock.calls.filter(([sql]) => sql === 'ROLLBACK').length > 1)
    expect(waiting()).toBe(20)
    expect(await readWhole(store)).toHaveLength(21)
    await expect(store.append([request({ items: [entry(1)] })])).rejects.toThrow('x') // not for lack of room: somebody must hear of it
    database.exec('DROP TRIGGER full')
    await vi.waitUntil(() => waiting() === 0)
    expect(await readWhole(store)).toHaveLength(21)
    await store.close()
  })

  test('the next start serves what it has no room to move, and moves it when there is room', async () => {
    const folder = newFolder()
    const { store } = openStore(folder)
    await store.append([root(PLAN), root(HOME)])
    await store.append([request({ items: many(0, 500) }), request({ workspace: HOME, items: [entry(1)] })])
    const copy = killed(folder)
    await store.close()
    const exec = DatabaseSync.prototype.exec
    const small = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
      if (sql === 'COMMIT') throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
      exec.call(this, sql)
    })
    const full = await openSqliteStore(copy, 0)
    expect(full.repaired).toBeNull()
    expect(await readWhole(full.store)).toHaveLength(501)
    expect(await full.store.append([request({ items: [record(1)] })])).toEqual([{ ok: false, reason: 'full' }])
    const [more] = await full.store.append([request({ items: [entry(9)] })]) // there may be room for one more row
    expect(more?.ok && more.firstSeq).toBe(502)
    await full.store.close()
    small.mockRestore()
    const reader = openToRead(join(copy, 'weef.sqlite'))
    expect(reader.prepare('SELECT sum(items) AS n FROM journal').get()?.['n']).toBe(502)
    reader.close()
    const later = await openSqliteStore(copy, 0)
    expect(await readWhole(later.store)).toHaveLength(502)
    expect(await readWhole(later.store, HOME)).toHaveLength(2)
    await later.store.close()
  })
})

describe('[W8] a journal that does not continue the tables is damage', () => {
  const filled = async () => {
    const folder = newFolder()
    const { store } = openStore(folder)
    const worker = await createTestPerson()
    const plan = await createTestWorkspace(worker)
    const first = { workspace: plan.id, expectedRecord: NO_RECORD, items: [plan.root] }
    await store.append([request({ ...first, ...membershipChangeOf(null, plan.chain()) })])
    for (let n = 0; n < 10; n += 1)
      await store.append([request({ workspace: plan.id, items: [plan.entry(worker, `${n}`)] })])
    const were = await store.read(plan.id, ALL)
    const copy = killed(folder)
    await store.close()
    return { copy, plan, were }
  }
  test.each([
    ['a row is gone', 'DELETE FROM journal WHERE n = 4', 4],
    ['a row is no row', "UPDATE journal SET runs = x'0102' WHERE n = 6", 6],
    [
      'an item has another hash',
      "UPDATE journal SET runs = CAST(substr(runs, 1, length(runs) - 1) || x'00' AS BLOB) WHERE n = 8",
      8,
    ],
    ['it names a workspace that is not there', 'UPDATE journal SET runs = CAST(zeroblob(8) || substr(runs, 9) AS BLOB) WHERE n = 9', 9], // prettier-ignore
    ['an item came twice', 'INSERT INTO journal SELECT 11, items, bytes, runs FROM journal WHERE n = 10', 11],
    ['the tables are ahead', 'UPDATE workspaces SET head = head + 1', 11],
  ])('%s: the sound beginning is kept, the file put aside', async (_, sql, kept) => {
    const { copy, plan, were } = await filled()
    const database = new DatabaseSync(join(copy, 'weef.sqlite'))
    database.exec(sql)
    database.close()
    const { store, repaired } = await openSqliteStore(copy, 5)
    expect(repaired).toMatchObject({ aside: join(copy, 'weef.sqlite.damaged-5') })
    expect(await store.read(plan.id, ALL)).toEqual(were.slice(0, kept))
    await readWhole(store, plan.id)
    await store.close()
    await expect(openInventoryToChange({ dataFolder: copy, databaseUrl: null })).resolves.toBeDefined()
  })

  test('a row that is no row takes nothing from a workspace that has nothing in it', async () => {
    const folder = newFolder()
    const { store } = openStore(folder)
    const worker = await createTestPerson()
    const plans = await Promise.all([createTestWorkspace(worker), createTestWorkspace(worker)])
    for (const plan of plans) {
      const first = { workspace: plan.id, expectedRecord: NO_RECORD, items: [plan.root] }
      await store.append([request({ ...first, ...membershipChangeOf(null, plan.chain()) })])
    }
    for (const at of [0, 0, 1, 1, 0, 1]) {
      const plan = plans[at]!
      await store.append([request({ workspace: plan.id, items: [plan.entry(worker)] })])
    }
    const copy = killed(folder)
    await store.close()
    const database = new DatabaseSync(join(copy, 'weef.sqlite'))
    database.exec("UPDATE journal SET runs = x'0102' WHERE n = 2")
    database.close()
    const opened = await openSqliteStore(copy, 5)
    const kept = await Promise.all(plans.map(async ({ id }) => (await readWhole(opened.store, id)).length))
    expect(kept).toEqual([2, 4])
    await opened.store.close()
  })

  test('an administrator who would write there is told so', async () => {
    const { copy } = await filled()
    const database = new DatabaseSync(join(copy, 'weef.sqlite'))
    database.exec('DELETE FROM journal WHERE n = 4')
    database.close()
    const snapshot = openFileSnapshot(join(copy, 'weef.sqlite'))
    expect((await snapshot.items((await snapshot.workspaces())[0]!.workspace, 0)).length).toBe(10) // `verify` says which item is missing
    await snapshot.close()
    const opening = openInventoryToChange({ dataFolder: copy, databaseUrl: null })
    await expect(opening).rejects.toThrow(/ is damaged: start the relay on it once\.$/)
  })
})
