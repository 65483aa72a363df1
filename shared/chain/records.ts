/**
 * Records as bytes (PROTOCOL.md §3): who may do what, readable by the relay. A codec; what is allowed is rules.ts.
 * `record := 0x00 • suite • workspace[16] • number • previous[32] • author[16] • kind • varBytes(body) • signature+`
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { decodeAll, MalformedError, readBytes, readNumber, readVarBytes } from '#shared/protocol/readers.ts'
import { HASH_BYTES, labelledHash, sha256 } from '#shared/protocol/hash.ts'
import { type PersonId, toPersonId, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { readPersonId, readWorkspaceId, writeId } from '#shared/protocol/id-codec.ts'
import { MAX_ITEM_BYTES, SIGNATURE_BYTES, SUITE } from '#shared/protocol/limits.ts'
import {
  decodeRecordBody,
  encodeRecordBody,
  type PublicKeys,
  RECORD_KINDS,
  type RecordBody,
  type RecordKind,
  type RootBody,
  writeRootIdentity,
} from './record-bodies.ts'

/** A kind of a later version: stored and hashed, but this version cannot judge it (R2). */
export type UnknownBody = { readonly kind: 'unknown'; readonly code: number }
export type RecordFields = {
  readonly workspace: WorkspaceId
  /** 0 for the root, then without gaps. */
  readonly number: number
  /** SHA-256 of the record before, all of its bytes; zeros for the root. */
  readonly previous: Uint8Array<ArrayBuffer>
  readonly author: PersonId
}
export type SignedRecord = RecordFields & {
  readonly body: RecordBody | UnknownBody
  /** The bytes that the signatures cover, as they were sent. */
  readonly signed: Uint8Array<ArrayBuffer>
  /** The author's; for a join also the invitation's, in this order. */
  readonly signatures: readonly Uint8Array<ArrayBuffer>[]
  /** SHA-256 of the whole record. */
  readonly hash: Uint8Array<ArrayBuffer>
}

const RECORD_TAG = 0
export const NO_RECORD_HASH = new Uint8Array(HASH_BYTES)
export const personIdOf = (keys: PublicKeys): PersonId => toPersonId(labelledHash('weef/person', keys.sign, keys.box))

/** Of the root's body without its box: the box is bound to the workspace id, so the id cannot cover it. */
export const workspaceIdOf = (root: Omit<RootBody, 'box'>): WorkspaceId =>
  toWorkspaceId(
    labelledHash(
      'weef/workspace',
      encoding.encode((encoder) => writeRootIdentity(encoder, root)),
    ),
  )

/** The bytes to sign: everything but the signatures. */
export const encodeRecordToSign = (fields: RecordFields, body: RecordBody): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeUint8(encoder, RECORD_TAG)
    encoding.writeVarUint(encoder, SUITE)
    writeId(encoder, fields.workspace)
    encoding.writeVarUint(encoder, fields.number)
    encoding.writeUint8Array(encoder, fields.previous)
    writeId(encoder, fields.author)
    encoding.writeVarUint(encoder, RECORD_KINDS.indexOf(body.kind))
    encoding.writeVarUint8Array(encoder, encodeRecordBody(body))
  }) as Uint8Array<ArrayBuffer>

export const withSignatures = (signed: Uint8Array, signatures: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  concatBytes(signed, ...signatures)

/** A kind of a later version may carry any number: it must decode, so that the app can ask for an update. */
const signatureCount = (kind: RecordKind | undefined, { arr, pos }: decoding.Decoder): number => {
  if (kind === undefined) return Math.max(1, Math.floor((arr.length - pos) / SIGNATURE_BYTES))
  return kind === 'join' ? 2 : 1
}

const readRecord = (decoder: decoding.Decoder): SignedRecord => {
  if (decoding.readUint8(decoder) !== RECORD_TAG) throw new MalformedError('not a record')
  if (readNumber(decoder) !== SUITE) throw new MalformedError('unknown suite')
  const workspace = readWorkspaceId(decoder)
  const number = readNumber(decoder)
  const previous = readBytes(decoder, HASH_BYTES)
  const author = readPersonId(decoder)
  const code = readNumber(decoder)
  const kind = RECORD_KINDS[code]
  const bodyBytes = readVarBytes(decoder, MAX_ITEM_BYTES)
  const body = kind === undefined ? null : decodeRecordBody(kind, bodyBytes)
  if (kind !== undefined && body === null) throw new MalformedError('body')
  const signed = decoder.arr.slice(0, decoder.pos) as Uint8Array<ArrayBuffer>
  const signatures = Array.from({ length: signatureCount(kind, decoder) }, () => readBytes(decoder, SIGNATURE_BYTES))
  const hash = sha256(decoder.arr)
  return { workspace, number, previous, author, body: body ?? { kind: 'unknown', code }, signed, signatures, hash }
}

/** `null` is a malformed record. A kind of a later version decodes to `unknown`. */
export const decodeRecord = (bytes: Uint8Array): SignedRecord | null => decodeAll(bytes, readRecord)
