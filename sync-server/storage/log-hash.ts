/**
 * The log hash of shared/protocol/log.ts, by Node's own hash in one call and without a copy: every item of everybody goes
 * through here. What it says is the same; its test compares the two.
 */
import { hash } from 'node:crypto'
import { HASH_BYTES } from '#shared/protocol/hash.ts'
import { itemHash, itemKind } from '#shared/protocol/log.ts'

/** Node gives a Buffer, which is not what others compare with. */
const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const { buffer, byteOffset, length } = hash('sha256', bytes, 'buffer')
  return new Uint8Array(buffer, byteOffset, length)
}
/** What is hashed last: the hash before, and the item's. Written anew each time, and never handed out. */
const pair = new Uint8Array(2 * HASH_BYTES)

/** `h(n) = SHA-256(h(n-1) ‖ SHA-256(item n))`. 32 bytes. */
export const nextLogHash = (previous: Uint8Array, item: Uint8Array): Uint8Array<ArrayBuffer> => {
  pair.set(previous)
  pair.set(itemKind(item) === 'erased' ? itemHash(item) : sha256(item), HASH_BYTES)
  return sha256(pair)
}
