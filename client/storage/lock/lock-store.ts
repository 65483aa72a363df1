/** What a device keeps of its lock, beside what is sealed under it. It is stored as it is: nothing of it opens anything alone. */
import type { Kept } from '../failure.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

/**
 * `sealing`, `opening`: values are still to be stored anew, because the lock was put on, or is to be taken off. It counts in
 * all three.
 */
export type LockStage = 'sealing' | 'on' | 'opening'
export type StoredLock = {
  /** The name of the credential, and what is evaluated under it (W3C WebAuthn 3, §10.1.4); bytes. */
  readonly credential: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array<ArrayBuffer>
  /** The key of this device, wrapped under what the unlock evaluates to. */
  readonly wrapped: Uint8Array
  /** The minutes without use after which it locks itself. */
  readonly minutes: number
  readonly stage: LockStage
}

/** Whether both are the same lock, however far it is; `null`: none. */
export const isSameLock = (one: StoredLock | 'damaged' | null, other: StoredLock | 'damaged' | null): boolean =>
  one !== 'damaged' && other !== 'damaged' && one?.wrapped.join() === other?.wrapped.join()

/** `changed`: another page has put a lock on or taken it off meanwhile, and nothing was stored. */
export type LockKept = Kept | { ok: false; reason: 'changed' }

export type LockStore = {
  /** `damaged`: there is a lock, and nothing opens it. */
  read(): Promise<StoredLock | 'damaged' | null>
  /** Where there is none: what is sealed under a lock would be lost with it. */
  add(lock: StoredLock): Promise<LockKept>
  /** Of this lock, if it is still there. */
  change(lock: StoredLock, part: Partial<Pick<StoredLock, 'minutes' | 'stage'>>): Promise<LockKept>
  remove(): Promise<Kept>
  /** Stores every value beside the documents anew that stands in another form than new ones have. Rejects when the disk refuses. */
  rewrite(): Promise<void>
  /** The plans on this device, as far as a locked device tells. */
  planIds(): Promise<readonly WorkspaceId[]>
}
