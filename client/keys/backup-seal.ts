/**
 * A file that only a key card opens (PROTOCOL.md §11): chunks under AES-256-GCM, numbered and with the last one marked (the
 * STREAM construction; Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that none can be left out, moved or cut off. Bytes in,
 * bytes out; knows nothing of what is in it.
 */
import { concatBytes, equalBytes } from '#shared/protocol/bytes.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import { CONTENT_KEY_BYTES, NONCE_BYTES, TAG_BYTES } from '#shared/protocol/limits.ts'
import type { Secret } from './key-holder.ts'
import { open, seal } from './seal.ts'

/** `weefback` in ASCII: what the file is, whatever its name. */
const MAGIC = Uint8Array.of(0x77, 0x65, 0x65, 0x66, 0x62, 0x61, 0x63, 0x6b)
/** Raise it when the layout changes; an older app then says that a newer one is needed. */
const VERSION = 1
/** Random for each file, in bytes: two files never share a key, so that numbers can be nonces. */
export const BACKUP_SALT_BYTES = 32
/** AES-GCM commits to no key: without this, one file could open under two cards. In bytes. */
const COMMITMENT_BYTES = 32
export const BACKUP_HEADER_BYTES = MAGIC.length + 1 + BACKUP_SALT_BYTES + COMMITMENT_BYTES
/** The plaintext of a chunk, in bytes; only the last has fewer. A phone holds a few of them with ease. */
export const BACKUP_CHUNK_BYTES = 256 * 1024
/** A sealed chunk, in bytes; its nonce is its number. */
export const SEALED_CHUNK_BYTES = BACKUP_CHUNK_BYTES + TAG_BYTES
/** Chunk numbers have 32 bits. */
const NUMBER_AT = NONCE_BYTES - 5
const LAST_AT = NONCE_BYTES - 1

type Bytes = Uint8Array<ArrayBuffer>
export type BackupSealer = {
  readonly header: Bytes
  /** Each number once, from 0. */
  seal(chunk: Bytes, number: number, isLast: boolean): Promise<Bytes>
}
export type BackupOpener = {
  /** `null`: not this chunk of this file. */
  open(sealed: Bytes, number: number, isLast: boolean): Promise<Bytes | null>
}

/** `not-a-backup`: another kind of file. `newer`: made by a newer app. `other-card`: made under another card, or its first bytes have changed. */
export type BackupHeaderFault = 'not-a-backup' | 'newer' | 'other-card'

const derive = async (secret: Secret, salt: Bytes): Promise<{ key: CryptoKey; commitment: Bytes }> => {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: labelBytes('weef/backup') }
  const bits = await crypto.subtle.deriveBits(algorithm, from, (CONTENT_KEY_BYTES + COMMITMENT_BYTES) * 8)
  const usages = ['encrypt', 'decrypt'] as const
  const key = await crypto.subtle.importKey('raw', bits.slice(0, CONTENT_KEY_BYTES), 'AES-GCM', false, usages)
  return { key, commitment: new Uint8Array(bits.slice(CONTENT_KEY_BYTES)) }
}

const toNonce = (number: number, isLast: boolean): Bytes => {
  const nonce = new Uint8Array(NONCE_BYTES)
  new DataView(nonce.buffer).setUint32(NUMBER_AT, number)
  nonce[LAST_AT] = isLast ? 1 : 0
  return nonce
}

/** `salt`: 32 fresh random bytes. */
export const createBackupSealer = async (secret: Secret, salt: Bytes): Promise<BackupSealer> => {
  const { key, commitment } = await derive(secret, salt)
  const header = concatBytes(MAGIC, Uint8Array.of(VERSION), salt, commitment)
  return { header, seal: (chunk, number, isLast) => seal(key, toNonce(number, isLast), header, chunk) }
}

/** `header`: the first bytes of a file, as many as there are. */
export const openBackupHeader = async (
  secret: Secret,
  header: Bytes,
): Promise<{ ok: true; opener: BackupOpener } | { ok: false; reason: BackupHeaderFault }> => {
  const isOurs = header.length === BACKUP_HEADER_BYTES && equalBytes(header.subarray(0, MAGIC.length), MAGIC)
  const version = header[MAGIC.length] ?? 0
  if (!isOurs || version === 0) return { ok: false, reason: 'not-a-backup' }
  if (version > VERSION) return { ok: false, reason: 'newer' }
  const saltAt = MAGIC.length + 1
  const salt = header.slice(saltAt, saltAt + BACKUP_SALT_BYTES)
  const { key, commitment } = await derive(secret, salt)
  if (!equalBytes(commitment, header.subarray(saltAt + BACKUP_SALT_BYTES))) return { ok: false, reason: 'other-card' }
  return {
    ok: true,
    opener: {
      open: (sealed, number, isLast) => open(key, header, concatBytes(toNonce(number, isLast), sealed)),
    },
  }
}
