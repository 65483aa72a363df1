/**
 * What sync, alarms and the history keep of each plan. Apart from the rest of this device's database, because the list of plans
 * needs none of it.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { createIndexedDbJournalStore } from '../journal/indexeddb-journal-store.ts'
import { createMemoryJournalStore } from '../journal/memory-journal-store.ts'
import { createIndexedDbNoticeStore } from '../notices/indexeddb-notice-store.ts'
import { createMemoryNoticeStore } from '../notices/memory-notice-store.ts'
import { createIndexedDbSyncStore } from '../sync/indexeddb-sync-store.ts'
import { createMemorySyncStore } from '../sync/memory-sync-store.ts'
import type { DeviceDatabase, PlanStores, WholeDatabase } from './device-database.ts'

const openStores = (at: DeviceDatabase['plansAt']): PlanStores =>
  'run' in at
    ? {
        syncStore: (workspace) => createIndexedDbSyncStore(at, workspace),
        noticeStore: (workspace) => createIndexedDbNoticeStore(at, workspace),
        journalStore: (workspace) => createIndexedDbJournalStore(at, workspace),
      }
    : {
        syncStore: (workspace) => keptIn(at.sync, workspace, createMemorySyncStore),
        noticeStore: (workspace) => keptIn(at.notices, workspace, createMemoryNoticeStore),
        journalStore: (workspace) => keptIn(at.journals, workspace, createMemoryJournalStore),
      }

const keptIn = <Store>(stores: Map<WorkspaceId, Store>, workspace: WorkspaceId, make: () => Store): Store => {
  const store = stores.get(workspace) ?? make()
  stores.set(workspace, store)
  return store
}

export const withPlanStores = (database: DeviceDatabase): WholeDatabase => ({
  ...database,
  ...openStores(database.plansAt),
})
