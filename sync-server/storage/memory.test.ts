import { createMemoryStore } from './memory.ts'
import { describeStore, type Opened } from './store.contract.ts'

describeStore('memory', async () => {
  const opened: Opened = { store: createMemoryStore(), reopen: async () => opened }
  return opened
})
