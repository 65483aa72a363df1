/**
 * The log hash of shared/protocol/log.ts, computed by Node's own hash in one call and without a copy, because every item of
 * everybody passes here. Its test compares the two.
 */
import { hash } from 'node:crypto'
import { HASH_BYTES } from '#shared/protocol/hash.ts'
import { itemHash, itemKind } from '#shared/protocol/log.ts'

/** A Uint8Array of its own: Node returns a Buffer, which does not compare equal to one. */
const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const { buffer, byteOffset, length } = hash('sha256', bytes, 'buffer')
  return new Uint8Array(buffer, byteOffset, length)
}
/** Input of the outer hash: the previous hash and the item's. Reused, and never returned. */
const pair = new Uint8Array(2 * HASH_BYTES)

/** `h(n) = SHA-256(h(n-1) ‖ SHA-256(item n))`. 32 bytes. */
export const nextLogHash = (previous: Uint8Array, item: Uint8Array): Uint8Array<ArrayBuffer> => {
  pair.set(previous)
  pair.set(itemKind(item) === 'erased' ? itemHash(item) : sha256(item), HASH_BYTES)
  return sha256(pair)
}
