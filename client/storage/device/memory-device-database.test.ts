import { describeDeviceDatabase } from './device-database.contract.ts'
import { createMemoryDeviceDatabase } from './memory-device-database.ts'
import { withPlanStores } from './plan-stores.ts'
import { describeDraftStore } from '../drafts/draft-store.contract.ts'
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts'
import { createMemoryNoticeStore } from '../notices/memory-notice-store.ts'
import { createMemorySyncStore } from '../sync/memory-sync-store.ts'
import { describeNoticeStore } from '../notices/notice-store.contract.ts'
import { describeSyncStore } from '../sync/sync-store.contract.ts'

describeDeviceDatabase('memory', async () => withPlanStores(createMemoryDeviceDatabase()))

describeSyncStore('memory', async () => {
  const store = createMemorySyncStore()
  return { store, reopen: async () => store }
})

describeDraftStore('memory', async () => {
  const store = createMemoryDraftStore()
  return { store, reopen: async () => store }
})

describeNoticeStore('memory', async () => {
  const store = createMemoryNoticeStore()
  return { store, reopen: async () => store }
})
