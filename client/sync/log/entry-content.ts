/**
 * The content of an opened entry (PROTOCOL.md §4), padded so that its size reveals little.
 * `content := list(salt[8]) • firstEdit • lastEdit-firstEdit • schema • varBytes(update) • 0x00*`
 */
import * as encoding from 'lib0/encoding'
import {
  decodeAll,
  MalformedError,
  readBytes,
  readList,
  readNumber,
  readVarBytes,
  writeList,
} from '#shared/protocol/readers.ts'
import { MAX_ITEM_BYTES, SALT_BYTES } from '#shared/protocol/limits.ts'
import type { Salt } from '../document/client-ids.ts'

export type EntryContent = {
  /** The salts of the clientIDs whose structs are in the update. */
  readonly salts: readonly Salt[]
  /** The first and the last edit, in ms since 1970 by the author's clock. */
  readonly firstEdit: number
  readonly lastEdit: number
  /** The schema version of the document that the author's app wrote. */
  readonly schema: number
  /** A Yjs V1 update. */
  readonly update: Uint8Array<ArrayBuffer>
}

/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019 §4): at most 12 % longer, and
 * only O(log log) of the length is left to see.
 */
export const padme = (length: number): number => {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(length / step) * step
}

const padded = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(padme(bytes.length))
  all.set(bytes)
  return all
}

export const encodeEntryContent = (content: EntryContent): Uint8Array<ArrayBuffer> =>
  padded(
    encoding.encode((encoder) => {
      writeList(encoder, content.salts, encoding.writeUint8Array)
      encoding.writeVarUint(encoder, content.firstEdit)
      encoding.writeVarUint(encoder, content.lastEdit - content.firstEdit)
      encoding.writeVarUint(encoder, content.schema)
      encoding.writeVarUint8Array(encoder, content.update)
    }),
  )

/** Decodes the content; `null` when it is malformed, which includes padding that is not zeros. */
export const decodeEntryContent = (bytes: Uint8Array): EntryContent | null =>
  decodeAll(bytes, (decoder) => {
    const salts = readList(decoder, SALT_BYTES, (from) => readBytes(from, SALT_BYTES))
    const firstEdit = readNumber(decoder)
    const lastEdit = firstEdit + readNumber(decoder)
    const schema = readNumber(decoder)
    const update = readVarBytes(decoder, MAX_ITEM_BYTES)
    const padding = readBytes(decoder, bytes.length - decoder.pos)
    if (bytes.length !== padme(bytes.length - padding.length) || padding.some((byte) => byte !== 0))
      throw new MalformedError('padding')
    return { salts, firstEdit, lastEdit, schema, update }
  })
