/**
 * Entries, that is sealed content, as bytes (PROTOCOL.md §4). The header is readable by the relay; of the rest it sees only
 * the length.
 * `entry := header • nonce[12] • varBytes(ciphertext) • signature[64]`
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { concatBytes } from './bytes.ts'
import { decodeAll, MalformedError, readBytes, readNumber, readVarBytes, viewBytes, viewVarBytes } from './readers.ts'
import { labelBytes, sha256, SHORT_HASH_BYTES } from './hash.ts'
import { ID_BYTES, type PersonId, type WorkspaceId } from './ids.ts'
import { readPersonId, readWorkspaceId, writeId } from './id-codec.ts'
import { MAX_ITEM_BYTES, NONCE_BYTES, SIGNATURE_BYTES, SUITE, TAG_BYTES } from './limits.ts'

export const ENTRY_TYPES = ['update', 'checkpoint'] as const
export type EntryType = (typeof ENTRY_TYPES)[number]
/** A position in the log or in the chain: its number, and the first 16 bytes of the hash there. */
export type Place = { readonly number: number; readonly hash: Uint8Array<ArrayBuffer> }
export type EntryHeader = {
  readonly type: EntryType
  readonly workspace: WorkspaceId
  readonly epoch: number
  readonly author: PersonId
  /** The last item (seq, log hash) that the author had when sealing (E2). */
  readonly seen: Place
  /** The last record (number, record hash) that the author had. */
  readonly lastRecord: Place
}
export type Entry = {
  readonly header: EntryHeader
  /** The header's own bytes: associated data of the ciphertext. */
  readonly headerBytes: Uint8Array<ArrayBuffer>
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly ciphertext: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

const ENTRY_TAG = 1

const writePlace = (encoder: encoding.Encoder, place: Place): void => {
  encoding.writeVarUint(encoder, place.number)
  encoding.writeUint8Array(encoder, place.hash)
}
const readPlace = (decoder: decoding.Decoder): Place => ({
  number: readNumber(decoder),
  hash: readBytes(decoder, SHORT_HASH_BYTES),
})

export const encodeEntryHeader = (header: EntryHeader): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeUint8(encoder, ENTRY_TAG)
    encoding.writeVarUint(encoder, SUITE)
    encoding.writeVarUint(encoder, ENTRY_TYPES.indexOf(header.type))
    writeId(encoder, header.workspace)
    encoding.writeVarUint(encoder, header.epoch)
    writeId(encoder, header.author)
    writePlace(encoder, header.seen)
    writePlace(encoder, header.lastRecord)
  }) as Uint8Array<ArrayBuffer>

const readEntryType = (decoder: decoding.Decoder): EntryType => {
  if (decoding.readUint8(decoder) !== ENTRY_TAG) throw new MalformedError('not an entry')
  if (readNumber(decoder) !== SUITE) throw new MalformedError('unknown suite')
  const type = ENTRY_TYPES[readNumber(decoder)]
  if (type === undefined) throw new MalformedError('no such entry type')
  return type
}
const readHeader = (decoder: decoding.Decoder): EntryHeader => {
  const type = readEntryType(decoder)
  return {
    type,
    workspace: readWorkspaceId(decoder),
    epoch: readNumber(decoder),
    author: readPersonId(decoder),
    seen: readPlace(decoder),
    lastRecord: readPlace(decoder),
  }
}

/** Looks at the first bytes alone; `decodeEntry` decides whether the item is well formed. */
export const isCheckpoint = (item: Uint8Array): boolean =>
  item[0] === ENTRY_TAG && item[1] === SUITE && item[2] === ENTRY_TYPES.indexOf('checkpoint')

/**
 * The bytes that the author's signature covers: with a hash of the ciphertext, so that signing costs the same for any size.
 */
export const entryBytesToSign = (
  headerBytes: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array<ArrayBuffer> => concatBytes(labelBytes('weef/entry'), headerBytes, nonce, sha256(ciphertext))

export const encodeEntry = (entry: Omit<Entry, 'header'>): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, entry.headerBytes)
    encoding.writeUint8Array(encoder, entry.nonce)
    encoding.writeVarUint8Array(encoder, entry.ciphertext)
    encoding.writeUint8Array(encoder, entry.signature)
  }) as Uint8Array<ArrayBuffer>

/** `null` is a malformed entry. */
export const decodeEntry = (bytes: Uint8Array): Entry | null =>
  bytes.length > MAX_ITEM_BYTES
    ? null
    : decodeAll(bytes, (decoder) => {
        const header = readHeader(decoder)
        const headerBytes = bytes.slice(0, decoder.pos) as Uint8Array<ArrayBuffer>
        const nonce = readBytes(decoder, NONCE_BYTES)
        const ciphertext = readVarBytes(decoder, MAX_ITEM_BYTES)
        if (ciphertext.length < TAG_BYTES) throw new MalformedError('no tag')
        return { header, headerBytes, nonce, ciphertext, signature: readBytes(decoder, SIGNATURE_BYTES) }
      })

/** The fields of an entry that the relay checks (S2), as views. */
export type EntryGlance = {
  readonly workspace: Uint8Array
  readonly epoch: number
  readonly author: Uint8Array
  readonly seen: number
}

/** `null` exactly when `decodeEntry` returns it. Copies nothing: the relay does this for every entry. */
export const glanceAtEntry = (bytes: Uint8Array): EntryGlance | null =>
  bytes.length > MAX_ITEM_BYTES
    ? null
    : decodeAll(bytes, (decoder) => {
        readEntryType(decoder)
        const workspace = viewBytes(decoder, ID_BYTES)
        const epoch = readNumber(decoder)
        const author = viewBytes(decoder, ID_BYTES)
        const seen = readNumber(decoder)
        viewBytes(decoder, SHORT_HASH_BYTES)
        readNumber(decoder)
        viewBytes(decoder, SHORT_HASH_BYTES + NONCE_BYTES)
        if (viewVarBytes(decoder, MAX_ITEM_BYTES).length < TAG_BYTES) throw new MalformedError('no tag')
        viewBytes(decoder, SIGNATURE_BYTES)
        return { workspace, epoch, author, seen }
      })
