import { onTestFinished } from 'vitest'
import { createMemoryStore } from '../storage/memory.ts'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { makeFolder } from '../testing/folder.ts'
import { describeShares } from './shares.contract.ts'

describeShares('memory', async () => createMemoryStore())
describeShares('SQLite', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  onTestFinished(() => store.close())
  return store
})
