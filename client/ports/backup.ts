/** Everything of mine in one file, for screens. Types only: client/device/backup makes and reads it. */
import type { CardFault } from '#keys/key-card.ts'
import type { StorageFailure } from '#storage/failure.ts'

/** Hears which part is done, from 0 to 1. */
export type Progress = (part: number) => void

/** `missing`: titles of plans whose copy on this device is damaged; they are not in the file. */
export type BackupSaved = {
  readonly file: Blob
  readonly plans: number
  readonly missing: readonly string[]
}

export type BackupFault = 'not-a-backup' | 'newer' | 'other-card' | 'damaged'

/** Whatever the reason, nothing has changed. */
export type BackupOpened =
  | { readonly ok: true; readonly backup: OpenedBackup }
  | { readonly ok: false; readonly reason: BackupFault }
  | { readonly ok: false; readonly reason: 'not-a-card'; readonly fault: CardFault }

/** A file that was read to its end, and is whole. */
export type OpenedBackup = {
  /** ms since epoch */
  readonly savedAt: number
  /** Whose file it is: of the person of this device, or another's, which this device would become. */
  readonly device: 'free' | 'same' | 'other'
  /** `here`: it is on this device too, and both are put together. */
  readonly plans: readonly { readonly title: string; readonly here: boolean }[]
  putBack(progress: Progress): Promise<PutBack>
}

/** `skipped`: titles of plans that stay as they are here. `done`: plans that were put back before it stopped; each is whole. */
export type PutBack =
  | { readonly ok: true; readonly skipped: readonly string[] }
  | { readonly ok: false; readonly reason: StorageFailure | 'damaged' | 'open-elsewhere'; readonly done: number }
