import { onTestFinished } from 'vitest'
import { makeFolder } from '../testing/folder.ts'
import { openSqliteStore } from './open-sqlite.ts'
import { describeStore, type Opened } from './store.contract.ts'

describeStore('sqlite', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const open = async (): Promise<Opened> => {
    const { store } = await openSqliteStore(folder.path, 0)
    return { store, reopen: open }
  }
  return open()
})
