import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { copyAsKilled, makeFolder } from '../../testing/folder.ts'
import { openSqliteStore } from './open-sqlite.ts'
import { BUSY_TIMEOUT_MS, openDatabase, openToRead } from './sqlite-file.ts'
import { createSqliteStore } from './sqlite.ts'
import { describeStore, type Opened } from '../store.contract.ts'
import { NO_RECORD, type Store } from '../store.ts'

const [PLAN, OTHER] = [1, 2].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill))) as [WorkspaceId, WorkspaceId]
/** A root, as much as a store reads of one. */
const BEGINNING = { expectedRecord: NO_RECORD, receivedAt: 0, items: [Uint8Array.of(0)], joined: [], ended: [] }

const newFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}

describeStore('sqlite', async () => {
  const folder = newFolder()
  const open = async (): Promise<Opened> => {
    const { store } = await openSqliteStore(folder, 0)
    return { store, reopen: open }
  }
  return open()
})

describeStore('sqlite, of which every entry has moved before anybody looks', async () => {
  const database = openDatabase(join(newFolder(), 'weef.sqlite'))
  const store = createSqliteStore(database, { moveLaterMs: 0 })
  const isMoved = (): boolean => database.prepare('SELECT count(*) AS n FROM journal').get()?.['n'] === 0
  const append: Store['append'] = async (requests) => {
    const results = await store.append(requests)
    await vi.waitUntil(isMoved, { interval: 1 })
    return results
  }
  const opened: Opened = {
    store: { ...store, append, close: async () => {} },
    reopen: async () => ({ ...opened, store: createSqliteStore(database) }),
  }
  return opened
})

describeStore('sqlite, killed while every entry waits', async () => {
  const open = async (folder: string): Promise<Opened> => {
    const { store } = await openSqliteStore(folder, 0)
    onTestFinished(() => store.close())
    const reopen = async (): Promise<Opened> => {
      const copy = newFolder()
      copyAsKilled(folder, copy)
      return open(copy)
    }
    return { store: { ...store, close: async () => {} }, reopen }
  }
  return open(newFolder())
})

test.each([
  ['of the tables', 'BEFORE UPDATE ON workspaces WHEN NEW.number = 2', 0],
  ['of the journal', 'BEFORE INSERT ON journal', 1],
])('the numbers of a failed commit %s are forgotten: the next items take them', async (_, when, tag) => {
  const database = openDatabase(join(newFolder(), 'weef.sqlite'))
  const store = createSqliteStore(database)
  const both = [PLAN, OTHER].map((workspace) => ({ ...BEGINNING, workspace }))
  await store.append(both)
  database.exec(`CREATE TRIGGER fails ${when} BEGIN SELECT RAISE(ABORT, 'on purpose'); END`)
  const items = [Uint8Array.of(tag, 1)]
  const more = both.map((request) => ({ ...request, expectedRecord: 0, items }))
  await expect(store.append(more)).rejects.toThrow('on purpose')
  database.exec('DROP TRIGGER fails')
  expect((await store.head(PLAN))?.seq).toBe(1)
  expect((await store.append(more)).map((result) => result.ok && result.firstSeq)).toEqual([2, 2])
  expect((await store.read(PLAN, { after: 0, maxItems: 9, maxBytes: 99, recordsOnly: false })).length).toBe(2)
  await store.close()
})

test('what is erased during a backup leaves the write-ahead log once the backup has ended; nobody waits for it', async () => {
  const path = join(newFolder(), 'weef.sqlite')
  const store = createSqliteStore(openDatabase(path), { cutLaterMs: 5 })
  const text = 'the words of somebody'
  const entry = Uint8Array.of(1, ...new TextEncoder().encode(text))
  await store.append([{ ...BEGINNING, workspace: PLAN, items: [...BEGINNING.items, entry] }])
  const backup = openToRead(path)
  backup.exec('BEGIN')
  backup.prepare('SELECT count(*) FROM items').get()
  const begun = performance.now()
  await store.eraseEntries(PLAN)
  expect(performance.now() - begun).toBeLessThan(BUSY_TIMEOUT_MS / 2)
  const readAll = (): string => ['', '-wal'].map((side) => readFileSync(path + side, 'latin1')).join('')
  expect(readAll()).toContain(text)
  backup.close()
  await expect.poll(readAll, { interval: 5 }).not.toContain(text)
  await store.close()
})

test('what was erased right before the process ended leaves the write-ahead log at the next start', async () => {
  const path = join(newFolder(), 'weef.sqlite')
  const before = openDatabase(path)
  before.exec(`INSERT INTO people VALUES (CAST('somebody' AS BLOB), 1); DELETE FROM people`)
  const wal = (): string => readFileSync(`${path}-wal`, 'latin1')
  expect(wal()).toContain('somebody')
  const store = createSqliteStore(openDatabase(path))
  expect(wal()).toBe('')
  await store.close()
  before.close()
})
