/** A restore beside what a killed process has left, and on a full disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sqliteFile } from '../inventory/open.ts'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { openDatabase } from '../storage/sqlite/sqlite-file.ts'
import { runAdmin } from '../testing/admin.ts'
import { createCircle } from '../testing/circle.ts'
import { makeFolder } from '../testing/folder.ts'

test('a restore finishes what a killed repair has begun, and is what stays', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const env = { DATA_DIR: folder.path }
  const copy = join(folder.path, 'copy.sqlite')
  const { store } = await openSqliteStore(folder.path, 0)
  const { plan } = await createCircle({ store })
  await runAdmin(env, ['backup', copy])
  await store.close()
  const empty = join(folder.path, 'weef.sqlite.repaired-1')
  openDatabase(empty).close() // complete, and killed before it was put in place
  expect((await runAdmin(env, ['restore', copy])).said).toMatch(
    /Every log is whole\.\nWhat was there before is .+\.\nRestored\./,
  )
  expect(readdirSync(folder.path).filter((name) => name.includes('repaired'))).toEqual([])
  const again = await openSqliteStore(folder.path, 2)
  expect([again.repaired, (await again.store.head(plan.id))?.seq]).toEqual([null, 3])
  await again.store.close()
})

test('a restore whose write-ahead log finds no room in its file changes nothing', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const env = { DATA_DIR: folder.path }
  const copy = join(folder.path, 'copy.sqlite')
  const { store } = await openSqliteStore(folder.path, 0)
  await createCircle({ store })
  await runAdmin(env, ['backup', copy])
  await store.close()
  const before = readFileSync(sqliteFile(folder.path))
  const close = DatabaseSync.prototype.close
  const readers: DatabaseSync[] = []
  // Another connection keeps the last one from copying it, as a full disk does.
  const stuck = vi.spyOn(DatabaseSync.prototype, 'close').mockImplementation(function (this: DatabaseSync) {
    const file = this.location() ?? ''
    if (file.endsWith('.restoring')) {
      const reader = new DatabaseSync(file)
      reader.prepare('SELECT count(*) FROM items').get()
      readers.push(reader)
    }
    close.call(this)
  })
  const { code, complained } = await runAdmin(env, ['restore', copy])
  stuck.mockRestore()
  for (const reader of readers) reader.close()
  expect([code, complained]).toEqual([1, `There is no room for ${copy}: free some space first.\n`])
  expect(readFileSync(sqliteFile(folder.path))).toEqual(before)
  expect(readdirSync(folder.path).filter((name) => /restoring|damaged|repaired/.test(name))).toEqual([])
})
