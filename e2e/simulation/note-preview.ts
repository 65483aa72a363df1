/** Counts when a device begins with a checkpoint, and when the log turns out to say the same. */
import { decodeCursor } from '#sync/log/cursor.ts'
import type { Disk } from './disk.ts'

export const notePreview =
  (disk: Pick<Disk, 'preview'>, count: (what: string) => void) =>
  (cursor: Uint8Array): void => {
    const before = disk.preview()
    const now = decodeCursor(cursor)?.preview ?? null
    if (before === null && now !== null) count('K2: begun with a checkpoint')
    if (before !== null && now === null) count('K2: the log says the same as its checkpoint')
  }
