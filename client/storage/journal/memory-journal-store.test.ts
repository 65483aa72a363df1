import { describeJournalStore } from './journal-store.contract.ts'
import { createMemoryJournalStore } from './memory-journal-store.ts'

describeJournalStore('memory', async () => {
  const store = createMemoryJournalStore()
  return { store, reopen: async () => store }
})
