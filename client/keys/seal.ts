/** AES-256-GCM with the context as associated data (NIST SP 800-38D). Bytes in, bytes out; no options. */
import { NONCE_BYTES, TAG_BYTES } from '#shared/protocol/limits.ts'

/** Returns the ciphertext with its 16-byte tag, without the nonce. `nonce`: 12 fresh random bytes. */
export const seal = async (
  key: CryptoKey,
  nonce: Uint8Array<ArrayBuffer>,
  context: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, plaintext))

/** `sealed`: nonce ‖ ciphertext. `null` when it was not sealed with this key in this context; the caller cannot and need not know which. */
export const open = async (
  key: CryptoKey,
  context: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, NONCE_BYTES), additionalData: context }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(NONCE_BYTES)))
  } catch {
    return null
  }
}
