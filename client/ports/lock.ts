/** The lock of this device, and the browser's own unlock that opens it, as screens see them. */
import type { StorageFailure } from '#storage/failure.ts'

/** `refused`: not unlocked this time; the person stopped it, or took too long. `not-here`: this browser cannot, or the credential is gone. */
export type UnlockFailure = 'refused' | 'not-here'
type Bytes = Uint8Array<ArrayBuffer>

/** The device's own unlock: a finger, a face, a code. Over WebAuthn with PRF (W3C WebAuthn 3, §10.1.4). */
export type Authenticator = {
  isOffered(): Promise<boolean>
  /** A new credential of this device, by its name. */
  enrol(): Promise<{ ok: true; credential: Bytes } | { ok: false; reason: UnlockFailure }>
  /** What the credential evaluates to for this salt, after the person has unlocked: 32 bytes, the same each time. */
  evaluate(
    credential: Bytes,
    salt: Bytes,
  ): Promise<{ ok: true; unlocked: Bytes } | { ok: false; reason: UnlockFailure }>
}

/** `settling`: not everything stands as it is to stand yet; it goes on at the next start at the latest. */
export type LockState = { readonly minutes: number; readonly settling: boolean }
export type LockChanged = { ok: true } | { ok: false; reason: UnlockFailure | StorageFailure }

export type DeviceLock = {
  isOffered(): Promise<boolean>
  /** `null`: none. */
  state(): LockState | null
  /** `minutes`: without use, until it locks itself. */
  turnOn(minutes: number): Promise<LockChanged>
  /** Locks the other tabs, which counted otherwise. */
  setMinutes(minutes: number): Promise<LockChanged>
  /** Asks for the unlock once more. */
  turnOff(): Promise<LockChanged>
  /** Starts anew, locked; in the other tabs too. Nothing without a lock. */
  lockNow(): void
  /** The same in the other tabs alone, at once. */
  lockOthers(): void
  /** The same in this tab alone. What the disk refused stays, behind the lock. */
  lockHere(): void
}

/** `other`: unlocked, and yet this is not the key of what is here. `not-loaded`: the code that opens it could not be fetched. */
export type DoorOpened = { ok: true } | { ok: false; reason: UnlockFailure | 'other' | 'not-loaded' }
/** What can be done with a locked device. */
export type LockedDoor = {
  open(): Promise<DoorOpened>
  /** Removes everything of this app from this device. Rejects when that failed. */
  forget(): Promise<void>
  /** As of the device that is behind it. */
  lockOthers(): void
}
