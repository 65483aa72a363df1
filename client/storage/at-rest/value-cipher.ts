/** Values as bytes, for a cipher of bytes. Apart from at-rest.ts, because most devices have no lock. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ValueCipher } from './at-rest.ts'

export type Cipher = {
  /** `place`: where it stands; it opens nowhere else. */
  seal(place: string, bytes: Uint8Array): Uint8Array
  /** `null`: sealed under another key, for another place, or damaged. */
  open(place: string, sealed: Uint8Array): Uint8Array | null
}

type Any = Parameters<typeof encoding.writeAny>[1]
const toBytes = (value: unknown): Uint8Array => encoding.encode((encoder) => encoding.writeAny(encoder, value as Any))
const toValue = (bytes: Uint8Array | null): unknown => {
  try {
    return bytes === null ? undefined : decoding.readAny(decoding.createDecoder(bytes))
  } catch {
    return undefined
  }
}

export const createValueCipher = (cipher: Cipher): ValueCipher => ({
  seal: (place, value) => cipher.seal(place, toBytes(value)),
  open: (place, sealed) => toValue(cipher.open(place, sealed)),
})
