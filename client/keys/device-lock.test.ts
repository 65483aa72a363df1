import { describe, expect, test } from 'vitest'
import { createDeviceCipher, DEVICE_KEY_BYTES, UNLOCK_BYTES, unwrapDeviceKey, wrapDeviceKey } from './device-lock.ts'

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a device’s key', () => {
  test('opens under the unlock that wrapped it, and under no other', async () => {
    const [key, unlocked] = [randomBytes(DEVICE_KEY_BYTES), randomBytes(UNLOCK_BYTES)]
    const wrapped = await wrapDeviceKey(key, unlocked, randomBytes)
    expect(await unwrapDeviceKey(wrapped, unlocked, randomBytes)).toEqual(key)
    expect(await unwrapDeviceKey(wrapped, randomBytes(UNLOCK_BYTES), randomBytes)).toBeNull()
    for (let at = 0; at < wrapped.length; at++) {
      const damaged = wrapped.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(await unwrapDeviceKey(damaged, unlocked, randomBytes)).toBeNull()
    }
    expect(await unwrapDeviceKey(new Uint8Array(0), unlocked, randomBytes)).toBeNull()
  })
})

describe('what is sealed under it', () => {
  const cipher = createDeviceCipher(randomBytes(DEVICE_KEY_BYTES), randomBytes)

  test('opens at its own place alone', () => {
    const sealed = cipher.seal('plans a', bytes('Rustig wonen'))
    expect(cipher.open('plans a', sealed)).toEqual(bytes('Rustig wonen'))
    expect(cipher.open('plans b', sealed)).toBeNull()
  })

  test('looks different each time, and shows nothing of the words', () => {
    const [one, other] = [cipher.seal('a', bytes('Rustig')), cipher.seal('a', bytes('Rustig'))]
    expect(one).not.toEqual(other)
    expect(new TextDecoder('latin1').decode(one)).not.toContain('Rustig')
  })

  test('does not open when a byte is another, or the end is missing', () => {
    const sealed = cipher.seal('a', bytes('Rustig wonen'))
    for (let at = 0; at < sealed.length; at++) {
      expect(
        cipher.open(
          'a',
          sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)),
        ),
      ).toBeNull()
      expect(cipher.open('a', sealed.subarray(0, at))).toBeNull()
    }
  })
})
