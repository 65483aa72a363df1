/** What a lock seals with, from what the device's own unlock evaluates to. Fetched where a lock is put on or opened. */
import { createDeviceCipher, DEVICE_KEY_BYTES, unwrapDeviceKey, wrapDeviceKey } from '#keys/device-lock.ts'
import type { ValueCipher } from '#storage/at-rest/at-rest.ts'
import { createValueCipher } from '#storage/at-rest/value-cipher.ts'
import type { Environment } from '#sync/environment.ts'

type Bytes = Uint8Array<ArrayBuffer>
type RandomBytes = Environment['randomBytes']

/** `wrapped`: the key of the cipher, which `unlocked` alone opens. */
export const makeCipher = async (
  unlocked: Bytes,
  randomBytes: RandomBytes,
): Promise<{ readonly wrapped: Bytes; readonly cipher: ValueCipher }> => {
  const key = randomBytes(DEVICE_KEY_BYTES)
  const wrapped = await wrapDeviceKey(key, unlocked, randomBytes)
  return { wrapped, cipher: createValueCipher(createDeviceCipher(key, randomBytes)) }
}

/** `null`: it was wrapped under another unlock, or is damaged. */
export const openCipher = async (
  wrapped: Uint8Array,
  unlocked: Bytes,
  randomBytes: RandomBytes,
): Promise<ValueCipher | null> => {
  const key = await unwrapDeviceKey(wrapped, unlocked, randomBytes)
  return key && createValueCipher(createDeviceCipher(key, randomBytes))
}
