/**
 * The keys of a device with a lock: what the device's own unlock evaluates to (WebAuthn, PRF) wraps a random key, and that
 * one seals what stands on the disk. XChaCha20-Poly1305: its nonces are long enough to be drawn at random for each value,
 * and it answers at once, as WebCrypto does not. Loaded only on a device with a lock.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { labelBytes } from '#shared/protocol/hash.ts'

/** What an unlock evaluates to (W3C WebAuthn 3, §10.1.4), and a key; in bytes. */
export const UNLOCK_BYTES = 32
export const DEVICE_KEY_BYTES = 32
const NONCE_BYTES = 24
const KEY_PLACE = 'key'

type Bytes = Uint8Array<ArrayBuffer>
type RandomBytes = (length: number) => Bytes
export type DeviceCipher = {
  /** `place`: where it stands; it opens nowhere else. */
  seal(place: string, bytes: Uint8Array): Bytes
  /** `null`: sealed under another key, for another place, or damaged. */
  open(place: string, sealed: Uint8Array): Uint8Array | null
}

/** `key`: 32 bytes. */
export const createDeviceCipher = (key: Uint8Array, randomBytes: RandomBytes): DeviceCipher => {
  const at = (place: string, nonce: Uint8Array) =>
    xchacha20poly1305(key, nonce, concatBytes(labelBytes('weef/at-rest'), new TextEncoder().encode(place)))
  return {
    seal(place, bytes) {
      const nonce = randomBytes(NONCE_BYTES)
      return concatBytes(nonce, at(place, nonce).encrypt(bytes))
    },
    open(place, sealed) {
      try {
        return at(place, sealed.subarray(0, NONCE_BYTES)).decrypt(sealed.subarray(NONCE_BYTES))
      } catch {
        return null
      }
    },
  }
}

const wrapperOf = async (unlocked: Bytes, randomBytes: RandomBytes): Promise<DeviceCipher> => {
  const from = await crypto.subtle.importKey('raw', unlocked, 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: labelBytes('weef/lock') }
  return createDeviceCipher(
    new Uint8Array(await crypto.subtle.deriveBits(algorithm, from, DEVICE_KEY_BYTES * 8)),
    randomBytes,
  )
}

/** `unlocked`: what the unlock evaluated to. */
export const wrapDeviceKey = async (key: Uint8Array, unlocked: Bytes, randomBytes: RandomBytes): Promise<Bytes> =>
  (await wrapperOf(unlocked, randomBytes)).seal(KEY_PLACE, key)

/** `null`: another unlock, or a damaged key. */
export const unwrapDeviceKey = async (
  wrapped: Uint8Array,
  unlocked: Bytes,
  randomBytes: RandomBytes,
): Promise<Uint8Array | null> => (await wrapperOf(unlocked, randomBytes)).open(KEY_PLACE, wrapped)
