import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { createCircle } from '../testing/circle.ts'
import { makeFolder } from '../testing/folder.ts'
import { openFileSnapshot, sqliteFile } from './open.ts'
import { createSqliteInventory } from './sqlite-inventory.ts'

test('an erasure says so when another reader keeps it from truncating the write-ahead log', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  const { plan } = await createCircle({ store })
  const reader = openFileSnapshot(sqliteFile(folder.path))
  expect((await reader.workspaces()).length).toBe(1)
  const inventory = createSqliteInventory(new DatabaseSync(sqliteFile(folder.path), { timeout: 0 }))
  await expect(inventory.erase(plan.id)).rejects.toThrow(/^It is erased, but another program reads the store: /)
  expect((await reader.workspaces()).length).toBe(1) // its snapshot stays the same
  for (const open of [reader, inventory, store]) await open.close()
})
