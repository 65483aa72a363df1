/**
 * The log hash and the items of a log (PROTOCOL.md §1, §4). An item is a record, an entry, or the remains of an erased
 * entry.
 */
import { concatBytes } from './bytes.ts'
import { HASH_BYTES, labelledHash, sha256, SHORT_HASH_BYTES } from './hash.ts'
import { idBytes, type WorkspaceId } from './ids.ts'

/** After `close` the relay keeps of an entry only `0x02 • SHA-256(entry)`, so that the log hash still holds. */
const ERASED_TAG = 2
export type ItemKind = 'record' | 'entry' | 'erased'
const ITEM_KINDS: readonly ItemKind[] = ['record', 'entry', 'erased']

/** The kind that an item's first byte claims; `null` for a later version's. */
export const itemKind = (item: Uint8Array): ItemKind | null => ITEM_KINDS[item[0] ?? ITEM_KINDS.length] ?? null

export const eraseItem = (item: Uint8Array): Uint8Array<ArrayBuffer> =>
  concatBytes(Uint8Array.of(ERASED_TAG), itemHash(item))

/** SHA-256 of the item; an erased entry counts as the original. */
export const itemHash = (item: Uint8Array): Uint8Array<ArrayBuffer> =>
  itemKind(item) === 'erased' && item.length === 1 + HASH_BYTES
    ? (item.slice(1) as Uint8Array<ArrayBuffer>)
    : sha256(item)

/** `h(0) = SHA-256("weef/log" ‖ workspace id)`. 32 bytes. */
export const firstLogHash = (workspace: WorkspaceId): Uint8Array<ArrayBuffer> =>
  labelledHash('weef/log', idBytes(workspace))

/** `h(n) = SHA-256(h(n-1) ‖ SHA-256(item n))`. 32 bytes. */
export const nextLogHash = (previous: Uint8Array, item: Uint8Array): Uint8Array<ArrayBuffer> =>
  sha256(concatBytes(previous, itemHash(item)))

/** The first 16 bytes of a hash, as headers and hellos carry it. */
export const shortHash = (hash: Uint8Array): Uint8Array<ArrayBuffer> =>
  hash.slice(0, SHORT_HASH_BYTES) as Uint8Array<ArrayBuffer>
