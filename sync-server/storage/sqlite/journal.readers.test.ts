/** Who else opens a file with a journal: to read, to write, or as an older version. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openFileSnapshot, openInventory, openInventoryToChange } from '../../inventory/open.ts'
import { copyAsKilled, makeFolder } from '../../testing/folder.ts'
import {
  ALL,
  checkpoint,
  entry,
  readWhole,
  HOME,
  many,
  openStore,
  PLAN,
  record,
  request,
  root,
} from '../../testing/journal.ts'
import { openSqliteStore } from './open-sqlite.ts'

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

/** A long entry as it would be found in a file: the beginning that fits in one page. */
const SEALED = Buffer.from(entry(1, 5_000).subarray(0, 900))

describe('[W6] whoever opens the file to write finds nothing in the journal', () => {
  const begun = async () => {
    const folder = newFolder()
    const { store } = openStore(folder)
    await store.append([root(PLAN), root(HOME)])
    await store.append([
      request({ items: [entry(1, 5_000)] }),
      request({ workspace: HOME, items: [entry(2), checkpoint(3)] }),
    ])
    return { folder, store, copy: killed(folder) }
  }
  const inJournal = (folder: string): unknown => {
    const reader = new DatabaseSync(join(folder, 'weef.sqlite'))
    const count = reader.prepare('SELECT count(*) AS n FROM journal').get()?.['n']
    reader.close()
    return count
  }

  test('a stopped relay leaves it empty; a killed one does not, and the next one moves it first', async () => {
    const { folder, store, copy } = await begun()
    await store.close()
    expect([inJournal(folder), inJournal(copy)]).toEqual([0, 1])
    const again = await openSqliteStore(copy, 0)
    expect(inJournal(copy)).toBe(0)
    expect(await readWhole(again.store, HOME)).toEqual([record(0), entry(2), checkpoint(3)])
    await again.store.close()
  })

  test('erasing one workspace leaves the others whole, and nothing of it in any file', async () => {
    const { store, copy } = await begun()
    await store.close()
    const holds = (): boolean => readdirSync(copy).some((name) => readFileSync(join(copy, name)).includes(SEALED))
    expect(holds()).toBe(true)
    const inventory = await openInventoryToChange({ dataFolder: copy, databaseUrl: null })
    expect((await inventory.items(HOME, 0)).map(({ bytes }) => bytes)).toEqual([record(0), entry(2), checkpoint(3)])
    await inventory.erase(PLAN)
    expect([await inventory.totals(), await inventory.countOrphans()]).toEqual([
      { workspaces: 1, items: 3, bytes: 46 },
      0,
    ])
    await inventory.close()
    expect(holds()).toBe(false)
  })

  test.each([true, false])('nor is anything of a closed plan anywhere; moved before: %s', async (isMoved) => {
    const { folder, store } = await begun()
    if (isMoved) await store.append([request({ workspace: HOME, items: [record(1)] })])
    await store.eraseEntries(PLAN)
    const left = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
    expect(left.includes(SEALED)).toBe(false)
    expect((await store.read(PLAN, ALL)).map(({ bytes }) => bytes.length)).toEqual([2, 33])
    expect((await store.head(HOME))?.seq).toBe(isMoved ? 4 : 3)
    await store.close()
  })
})

test('[W7] whoever reads beside the relay counts and sees what waits, also while it moves', async () => {
  const folder = newFolder()
  const { store, waiting } = openStore(folder, 0)
  await store.append([root(PLAN), root(HOME)])
  const path = join(folder, 'weef.sqlite')
  const inventory = await openInventory({ dataFolder: folder, databaseUrl: null })
  const snapshots = []
  for (let turn = 0; turn < 8; turn += 1) {
    await store.append([request({ receivedAt: 2_000 + turn, items: many(turn * 100, 100) })])
    if (turn === 1) await vi.waitUntil(() => waiting() === 0)
    const head = await store.head(PLAN)
    const [plan] = await inventory.workspaces()
    const { seq, logHash, bytes } = head!
    expect(plan).toMatchObject({ workspace: PLAN, seq, logHash, lastRecord: 0, bytes, changedAt: 2_000 + turn })
    expect(await inventory.totals()).toEqual({ workspaces: 2, items: seq + 1, bytes: bytes + 2 })
    expect((await inventory.items(PLAN, seq - 150)).map((item) => item.seq).at(-1)).toBe(seq)
    snapshots.push({ snapshot: openFileSnapshot(path), seq })
    for (const one of snapshots) {
      const items = await one.snapshot.items(PLAN, 0)
      expect(items.map((item) => item.seq)).toEqual(Array.from({ length: one.seq }, (_, n) => n + 1))
      expect([await one.snapshot.countOrphans(), await one.snapshot.isSound()]).toEqual([0, true])
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const { snapshot } of snapshots) await snapshot.close()
  await inventory.close()
  await store.close()
})

test('[W9] the file says that it is of this version from the first moment, so an older relay, which knows no journal, refuses it', () => {
  const folder = newFolder()
  const { database } = openStore(folder)
  expect(database.prepare('PRAGMA user_version').get()?.['user_version']).toBe(3)
  database.close()
})
