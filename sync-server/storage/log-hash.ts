/**
 * The log hash of shared/protocol/log.ts, computed by Node's own hash and without a copy of the item, because every item of
 * everybody passes here. Its test compares the two.
 */
import { hash } from 'node:crypto'
import { HASH_BYTES } from '#shared/protocol/hash.ts'
import { itemHash, itemKind } from '#shared/protocol/log.ts'

/** As text of one byte for each character: a digest as bytes costs Node three times as much as one that is written in place. */
const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary')
/** Input of the outer hash: the previous hash and the item's. Reused, as is its result. */
const pair = Buffer.alloc(2 * HASH_BYTES)
const reached = Buffer.alloc(HASH_BYTES)

/** `h(n) = SHA-256(h(n-1) ‖ SHA-256(item n))`. 32 bytes. */
export const nextLogHash = (previous: Uint8Array, item: Uint8Array): Uint8Array<ArrayBuffer> => {
  pair.set(previous)
  if (itemKind(item) === 'erased') pair.set(itemHash(item), HASH_BYTES)
  else pair.write(digestOf(item), HASH_BYTES, 'binary')
  reached.write(digestOf(pair), 'binary')
  const next = new Uint8Array(HASH_BYTES)
  next.set(reached)
  return next
}
