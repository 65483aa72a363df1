/** A damaged database on a disk without room for its copy. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeFolder } from '../../testing/folder.ts'
import { ALL, request } from '../../testing/journal.ts'
import { createTestPerson, createTestWorkspace } from '../../testing/people.ts'
import { membershipChangeOf } from '../../workspace/membership-changes.ts'
import { NO_RECORD } from '../store.ts'
import { openSqliteStore } from './open-sqlite.ts'

const newFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}

describe('[S10] a repair that finds no room for everything changes nothing, and says so', () => {
  const damagedFolder = async () => {
    const folder = newFolder()
    const { store } = await openSqliteStore(folder, 0)
    const worker = await createTestPerson()
    const plan = await createTestWorkspace(worker)
    const first = { workspace: plan.id, expectedRecord: NO_RECORD, items: [plan.root] }
    await store.append([request({ ...first, ...membershipChangeOf(null, plan.chain()) })])
    for (let n = 0; n < 300; n += 1)
      await store.append([request({ workspace: plan.id, items: [plan.entry(worker, `${n} `.repeat(50))] })])
    const were = await store.read(plan.id, ALL)
    await store.close()
    const path = join(folder, 'weef.sqlite')
    const database = new DatabaseSync(path)
    database.exec('UPDATE workspaces SET head = head + 1')
    database.close()
    return { folder, path, plan, were, bytes: readFileSync(path) }
  }
  const NO_ROOM = /weef\.sqlite is damaged, and there is no room to repair it: free some space first\.$/
  const expectUnchanged = async ({ folder, path, plan, were, bytes }: Awaited<ReturnType<typeof damagedFolder>>) => {
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(folder).filter((name) => /repair|damaged/.test(name))).toEqual([])
    const later = await openSqliteStore(folder, 2)
    expect(later.repaired?.items).toBe(were.length)
    expect(await later.store.read(plan.id, ALL)).toEqual(were)
    await later.store.close()
  }

  test.each([3, 12, 20, 30])('with room for %i pages', async (pages) => {
    const damaged = await damagedFolder()
    const exec = DatabaseSync.prototype.exec
    const small = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
      exec.call(this, sql)
      if (sql.includes('journal_mode = WAL')) exec.call(this, `PRAGMA max_page_count = ${pages}`)
    })
    await expect(openSqliteStore(damaged.folder, 1)).rejects.toThrow(NO_ROOM)
    small.mockRestore()
    await expectUnchanged(damaged)
  })

  test('with room for the write-ahead log, and none to copy it into the file', async () => {
    const damaged = await damagedFolder()
    const close = DatabaseSync.prototype.close
    const readers: DatabaseSync[] = []
    // Another connection keeps the last one from copying it, as a full disk does.
    const stuck = vi.spyOn(DatabaseSync.prototype, 'close').mockImplementation(function (this: DatabaseSync) {
      const file = this.location() ?? ''
      if (file.endsWith('.repairing')) {
        const reader = new DatabaseSync(file)
        reader.prepare('SELECT count(*) FROM items').get()
        readers.push(reader)
      }
      close.call(this)
    })
    await expect(openSqliteStore(damaged.folder, 1)).rejects.toThrow(NO_ROOM)
    stuck.mockRestore()
    for (const reader of readers) reader.close()
    await expectUnchanged(damaged)
  })
})
