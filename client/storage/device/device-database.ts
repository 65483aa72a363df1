/** What this device keeps beside the documents themselves: who I am here, my plans, invitations, settings, and what sync needs. */
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Kept, StorageFailure } from '../failure.ts'
import type { NoticeStore } from '../notices/notice-store.ts'
import type { InvitationRow, PlanRow } from '../rows.ts'
import type { SyncStore } from '../sync/sync-store.ts'

export type KeptSecret = { ok: true; secret: Uint8Array } | { ok: false; reason: StorageFailure }

/** Reading rejects with a `StorageError` when the browser takes the database away for good; writing says so as a value. */
export type DeviceDatabase = {
  readPersonSecret(): Promise<Uint8Array | null>
  /** Stores `candidate` unless there is a secret already (another tab was first), reads it back, and answers with the one that counts. */
  keepPersonSecret(candidate: Uint8Array): Promise<KeptSecret>
  readSetting(name: string): Promise<string | null>
  saveSetting(name: string, value: string): Promise<Kept>
  /** The last opened first. */
  readPlans(): Promise<readonly PlanRow[]>
  savePlan(row: PlanRow): Promise<Kept>
  /** In one go, so that no other change in between is lost and a plan that was taken off stays off. */
  changePlan(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<Kept>
  /** Takes the plan off: its row, its invitations and all that sync kept and noticed of it. The document itself is local-copy.ts's. */
  removePlan(id: WorkspaceId): Promise<Kept>
  readInvitations(): Promise<readonly InvitationRow[]>
  saveInvitation(row: InvitationRow): Promise<Kept>
  removeInvitation(locator: Locator): Promise<Kept>
  syncStore(workspace: WorkspaceId): SyncStore
  noticeStore(workspace: WorkspaceId): NoticeStore
  /** Forgets this device: afterwards it is as on the first day. */
  erase(): Promise<Kept>
  close(): void
}
