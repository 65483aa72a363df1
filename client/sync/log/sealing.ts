/** Sealing and opening entries: keys, header and content together (PROTOCOL.md §4). accept.ts gives the verdict on them. */
import type { Chain } from '#shared/chain/chain.ts'
import { verifySignature } from '#shared/chain/signatures.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import {
  decodeEntry,
  encodeEntry,
  encodeEntryHeader,
  entryBytesToSign,
  type EntryHeader,
} from '#shared/protocol/entries.ts'
import { NONCE_BYTES } from '#shared/protocol/limits.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import type { RandomBytes } from '#keys/make-records.ts'
import { open, seal } from '#keys/seal.ts'
import type { OpenedEntry } from './accept.ts'
import { decodeEntryContent, encodeEntryContent, type EntryContent } from './entry-content.ts'

/** The bytes of an item that only members can read. */
export const sealEntry = async (
  author: KeyHolder,
  keys: EpochKeys,
  header: EntryHeader,
  content: EntryContent,
  randomBytes: RandomBytes,
): Promise<Uint8Array<ArrayBuffer>> => {
  const headerBytes = encodeEntryHeader(header)
  const nonce = randomBytes(NONCE_BYTES)
  const ciphertext = await seal(keys.content, nonce, headerBytes, encodeEntryContent(content))
  const signature = await author.sign(entryBytesToSign(headerBytes, nonce, ciphertext))
  return encodeEntry({ headerBytes, nonce, ciphertext, signature })
}

export type OpenResult =
  | { readonly ok: true; readonly entry: OpenedEntry; readonly missedEpoch: number | null }
  /** The item has no valid header, so its author is unknown. */
  | { readonly ok: false }

export const openEntry = async (bytes: Uint8Array, chain: Chain | null, ring: KeyRing): Promise<OpenResult> => {
  const entry = decodeEntry(bytes)
  if (entry === null) return { ok: false }
  const { header, headerBytes, nonce, ciphertext, signature } = entry
  const publicKey = chain?.members.get(header.author)?.keys.sign
  const keys = ring.keys.get(header.epoch)
  const signed =
    publicKey !== undefined &&
    (await verifySignature(publicKey, entryBytesToSign(headerBytes, nonce, ciphertext), signature))
  if (!signed) return { ok: true, entry: { header, signed: false, content: null }, missedEpoch: null }
  const plaintext = keys === undefined ? null : await open(keys.content, headerBytes, concatBytes(nonce, ciphertext))
  const content = plaintext === null ? null : decodeEntryContent(plaintext)
  return { ok: true, entry: { header, signed, content }, missedEpoch: keys === undefined ? header.epoch : null }
}
