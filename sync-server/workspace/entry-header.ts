/**
 * An entry's header, read where it lies: what `glanceAtEntry` (shared/protocol/entries.ts) says, without a view of each field.
 * Its test compares the two.
 */
import { ENTRY_TYPES } from '#shared/protocol/entries.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { ID_BYTES } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { MAX_ITEM_BYTES, NONCE_BYTES, SIGNATURE_BYTES, SUITE, TAG_BYTES } from '#shared/protocol/limits.ts'
import { Cursor, MALFORMED } from './cursor.ts'

export type EntryHeader = {
  /** Where the ids begin. */
  readonly workspaceAt: number
  readonly authorAt: number
  readonly epoch: number
  readonly seen: number
}

/** `null` exactly when `glanceAtEntry` returns it. */
export const readEntryHeader = (bytes: Uint8Array): EntryHeader | null => {
  if (bytes.length > MAX_ITEM_BYTES || itemKind(bytes) !== 'entry') return null
  const cursor = new Cursor(bytes)
  cursor.skip(1)
  if (cursor.number() !== SUITE) return null
  const type = cursor.number()
  if (type === MALFORMED || type >= ENTRY_TYPES.length) return null
  const workspaceAt = cursor.skip(ID_BYTES)
  const epoch = cursor.number()
  const authorAt = cursor.skip(ID_BYTES)
  const seen = cursor.number()
  cursor.skip(SHORT_HASH_BYTES)
  const lastRecord = cursor.number()
  cursor.skip(SHORT_HASH_BYTES + NONCE_BYTES)
  const sealed = cursor.number()
  if (epoch === MALFORMED || seen === MALFORMED || lastRecord === MALFORMED || sealed < TAG_BYTES) return null
  cursor.skip(sealed + SIGNATURE_BYTES)
  return cursor.at === bytes.length ? { workspaceAt, authorAt, epoch, seen } : null
}

/** Whether these bytes stand there. */
export const standsAt = (bytes: Uint8Array, at: number, expected: Uint8Array): boolean => {
  for (let index = 0; index < expected.length; index += 1) if (bytes[at + index] !== expected[index]) return false
  return true
}
