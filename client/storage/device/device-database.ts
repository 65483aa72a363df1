/** The device's database beside the documents: this person's secret, plans, invitations, settings, and the data of sync. */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Kept, StorageFailure } from '../failure.ts'
import type { ChangingAtRest } from '../at-rest/at-rest.ts'
import type { LockStore } from '../lock/lock-store.ts'
import type { DraftStore } from '../drafts/draft-store.ts'
import type { JournalStore } from '../journal/journal-store.ts'
import type { NoticeStore } from '../notices/notice-store.ts'
import type { Connection } from '../indexeddb.ts'
import type { InvitationRow, PlanRow } from '../rows.ts'
import type { SyncStore } from '../sync/sync-store.ts'

export type KeptSecret = { ok: true; secret: Uint8Array } | { ok: false; reason: StorageFailure }

/** `movesTo`: the plans of the person so far are to move to this one, who is the same human being. */
export type ChangeOfPerson = { readonly movesTo?: PersonId }

/** `added`: false where the plan was in the list. */
export type AddedPlan = { ok: true; added: boolean } | { ok: false; reason: StorageFailure }

/** Reads reject with a `StorageError` when the browser takes the database away for good; writes return that as a value. */
export type DeviceDatabase = {
  readPersonSecret(): Promise<Uint8Array | null>
  /** Stores `candidate` unless there is a secret already (another tab was first), reads the secret back, and returns the one that counts. */
  keepPersonSecret(candidate: Uint8Array): Promise<KeptSecret>
  /** The secret of a person that this device was before. */
  readEarlierSecret(person: PersonId): Promise<Uint8Array | null>
  keepEarlierSecret(person: PersonId, secret: Uint8Array): Promise<Kept>
  /**
   * Makes this device another person's, in one transaction. The secret so far stays as that of `before`, and so do the plans
   * that have no person of their own.
   */
  changePerson(secret: Uint8Array, before: PersonId, how?: ChangeOfPerson): Promise<Kept>
  /** Forgets the secret of a person that this device was before. */
  removeEarlierSecret(person: PersonId): Promise<Kept>
  readSetting(name: string): Promise<string | null>
  saveSetting(name: string, value: string): Promise<Kept>
  /** All plans, the last opened first. */
  readPlans(): Promise<readonly PlanRow[]>
  savePlan(row: PlanRow): Promise<Kept>
  /** Stores it unless there is one already, in one transaction: whoever listed it first knows more of it. */
  addPlan(row: PlanRow): Promise<AddedPlan>
  /** Changes a row in one transaction, so that no other change is lost and a plan that was taken off stays off. */
  changePlan(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<Kept>
  /** What was last seen of a plan, as text. */
  readSeenLast(id: WorkspaceId): Promise<string | null>
  /** `null`: nothing of it stays. In one transaction: of a plan that was taken off nothing is kept. */
  keepSeenLast(id: WorkspaceId, text: string | null): Promise<Kept>
  /** Takes the plan off: its row, what was last seen of it, its invitations, its sync data, its journal, its notices and its drafts. local-copy.ts removes the document. */
  removePlan(id: WorkspaceId): Promise<Kept>
  readInvitations(): Promise<readonly InvitationRow[]>
  saveInvitation(row: InvitationRow): Promise<Kept>
  removeInvitation(locator: Locator): Promise<Kept>
  /** Where the stores of plans stand, which plan-stores.ts opens. */
  readonly plansAt: Connection | StoresInMemory
  readonly drafts: DraftStore
  /** How values stand on the disk, also those of documents. */
  readonly atRest: ChangingAtRest
  /** `null`: a device that keeps nothing has nothing to lock. */
  readonly lock: LockStore | null
  /** Forgets this device: afterwards the database is as on the first day. */
  erase(): Promise<Kept>
  close(): void
}

/** They last as long as the device's database, over which they may be opened more than once. */
export type StoresInMemory = {
  readonly sync: Map<WorkspaceId, SyncStore>
  readonly notices: Map<WorkspaceId, NoticeStore>
  readonly journals: Map<WorkspaceId, JournalStore>
}

/** What sync, alarms and the history keep of each plan. */
export type PlanStores = {
  syncStore(workspace: WorkspaceId): SyncStore
  noticeStore(workspace: WorkspaceId): NoticeStore
  journalStore(workspace: WorkspaceId): JournalStore
}
export type WholeDatabase = DeviceDatabase & PlanStores
