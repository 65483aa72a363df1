/** The body of each kind of record (PROTOCOL.md §3), as values and as bytes. Knows nothing of signatures and order. */
import * as encoding from 'lib0/encoding'
import type { Decoder } from 'lib0/decoding'
import { decodeAll, MalformedError, readBytes, readList, readNumber, writeList } from '#shared/protocol/readers.ts'
import { HASH_BYTES } from '#shared/protocol/hash.ts'
import { ID_BYTES, type Locator, type PersonId } from '#shared/protocol/ids.ts'
import { readLocator, readPersonId, writeId } from '#shared/protocol/id-codec.ts'
import { BOX_BYTES, MAX_CIRCLE, PUBLIC_KEY_BYTES, SEALED_KEY_BYTES } from '#shared/protocol/limits.ts'
import { type Role, roleOfRank, roleRank } from './roles.ts'

/** Two uncompressed P-256 points of 65 bytes. */
export type PublicKeys = { readonly sign: Uint8Array<ArrayBuffer>; readonly box: Uint8Array<ArrayBuffer> }
/** An epoch key of 32 bytes, sealed to one recipient by HPKE: 113 bytes. */
export type Box = Uint8Array<ArrayBuffer>
/** The index is the kind's number on the wire. */
export const WORKSPACE_KINDS = ['plan', 'codesign', 'home'] as const
export type WorkspaceKind = (typeof WORKSPACE_KINDS)[number]
/** The inviter's role after the invitation is used: unchanged, editor, or none. */
export const INVITER_BECOMES = ['same', 'editor', 'none'] as const
export type InviterBecomes = (typeof INVITER_BECOMES)[number]

export type RootBody = {
  readonly kind: 'root'
  readonly salt: Uint8Array<ArrayBuffer>
  readonly workspaceKind: WorkspaceKind
  readonly keys: PublicKeys
  readonly commitment: Uint8Array<ArrayBuffer>
  readonly box: Box
}
export type InviteBody = {
  readonly kind: 'invite'
  readonly locator: Locator
  readonly keys: PublicKeys
  readonly role: Role
  /** ms since 1970, by the relay's clock. */
  readonly expiresAt: number
  readonly inviterBecomes: InviterBecomes
  readonly box: Box
}
export type JoinBody = {
  readonly kind: 'join'
  readonly locator: Locator
  readonly keys: PublicKeys
  readonly box: Box
}
export type RoleBody = { readonly kind: 'role'; readonly person: PersonId; readonly role: Role | null }
export type EpochBody = {
  readonly kind: 'epoch'
  readonly endedPersons: readonly PersonId[]
  readonly endedInvitations: readonly Locator[]
  readonly commitment: Uint8Array<ArrayBuffer>
  readonly personBoxes: readonly { readonly person: PersonId; readonly box: Box }[]
  readonly invitationBoxes: readonly { readonly locator: Locator; readonly box: Box }[]
  readonly sealedPrevious: Uint8Array<ArrayBuffer>
}
export type CloseBody = { readonly kind: 'close' }
export type RecordBody = RootBody | InviteBody | JoinBody | RoleBody | EpochBody | CloseBody
/** The index is the kind's number on the wire. */
export const RECORD_KINDS = ['root', 'invite', 'join', 'role', 'epoch', 'close'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
/** The root's random salt, in bytes: it keeps two plans that one person begins on one day apart. */
export const ROOT_SALT_BYTES = 16

const writeKeys = (encoder: encoding.Encoder, keys: PublicKeys): void => {
  encoding.writeUint8Array(encoder, keys.sign)
  encoding.writeUint8Array(encoder, keys.box)
}
const readKeys = (decoder: Decoder): PublicKeys => ({
  sign: readBytes(decoder, PUBLIC_KEY_BYTES),
  box: readBytes(decoder, PUBLIC_KEY_BYTES),
})
const readCircle = <Element>(decoder: Decoder, bytesEach: number, readElement: (decoder: Decoder) => Element) => {
  const elements = readList(decoder, bytesEach, readElement)
  if (elements.length > MAX_CIRCLE) throw new MalformedError('circle too large')
  return elements
}
const readIndexed = <Value>(decoder: Decoder, values: readonly Value[]): Value => {
  const value = values[readNumber(decoder)]
  if (value === undefined) throw new MalformedError('no such value')
  return value
}
const readRole = (decoder: Decoder): Role | null => {
  const role = roleOfRank(readNumber(decoder))
  if (role === undefined) throw new MalformedError('no such role')
  return role
}
const readSomeRole = (decoder: Decoder): Role => {
  const role = readRole(decoder)
  if (role === null) throw new MalformedError('an invitation needs a role')
  return role
}

/** The root without its box: the bytes that the workspace id covers. */
export const writeRootIdentity = (encoder: encoding.Encoder, root: Omit<RootBody, 'box'>): void => {
  encoding.writeUint8Array(encoder, root.salt)
  encoding.writeVarUint(encoder, WORKSPACE_KINDS.indexOf(root.workspaceKind))
  writeKeys(encoder, root.keys)
  encoding.writeUint8Array(encoder, root.commitment)
}

const writeBody = (encoder: encoding.Encoder, body: RecordBody): void => {
  switch (body.kind) {
    case 'root':
      writeRootIdentity(encoder, body)
      encoding.writeUint8Array(encoder, body.box)
      return
    case 'invite':
      writeId(encoder, body.locator)
      writeKeys(encoder, body.keys)
      encoding.writeVarUint(encoder, roleRank(body.role))
      encoding.writeVarUint(encoder, body.expiresAt)
      encoding.writeVarUint(encoder, INVITER_BECOMES.indexOf(body.inviterBecomes))
      encoding.writeUint8Array(encoder, body.box)
      return
    case 'join':
      writeId(encoder, body.locator)
      writeKeys(encoder, body.keys)
      encoding.writeUint8Array(encoder, body.box)
      return
    case 'role':
      writeId(encoder, body.person)
      encoding.writeVarUint(encoder, roleRank(body.role))
      return
    case 'epoch':
      writeList(encoder, body.endedPersons, writeId)
      writeList(encoder, body.endedInvitations, writeId)
      encoding.writeUint8Array(encoder, body.commitment)
      writeList(encoder, body.personBoxes, (to, { person, box }) => {
        writeId(to, person)
        encoding.writeUint8Array(to, box)
      })
      writeList(encoder, body.invitationBoxes, (to, { locator, box }) => {
        writeId(to, locator)
        encoding.writeUint8Array(to, box)
      })
      encoding.writeUint8Array(encoder, body.sealedPrevious)
      return
    case 'close':
  }
}

const readBody = (kind: RecordKind, decoder: Decoder): RecordBody => {
  const readBox = (from: Decoder): Box => readBytes(from, BOX_BYTES)
  switch (kind) {
    case 'root':
      return {
        kind,
        salt: readBytes(decoder, ROOT_SALT_BYTES),
        workspaceKind: readIndexed(decoder, WORKSPACE_KINDS),
        keys: readKeys(decoder),
        commitment: readBytes(decoder, HASH_BYTES),
        box: readBox(decoder),
      }
    case 'invite':
      return {
        kind,
        locator: readLocator(decoder),
        keys: readKeys(decoder),
        role: readSomeRole(decoder),
        expiresAt: readNumber(decoder),
        inviterBecomes: readIndexed(decoder, INVITER_BECOMES),
        box: readBox(decoder),
      }
    case 'join':
      return { kind, locator: readLocator(decoder), keys: readKeys(decoder), box: readBox(decoder) }
    case 'role':
      return { kind, person: readPersonId(decoder), role: readRole(decoder) }
    case 'epoch':
      return {
        kind,
        endedPersons: readList(decoder, ID_BYTES, readPersonId),
        endedInvitations: readList(decoder, ID_BYTES, readLocator),
        commitment: readBytes(decoder, HASH_BYTES),
        personBoxes: readCircle(decoder, ID_BYTES + BOX_BYTES, (from) => ({
          person: readPersonId(from),
          box: readBox(from),
        })),
        invitationBoxes: readCircle(decoder, ID_BYTES + BOX_BYTES, (from) => ({
          locator: readLocator(from),
          box: readBox(from),
        })),
        sealedPrevious: readBytes(decoder, SEALED_KEY_BYTES),
      }
    case 'close':
      return { kind }
  }
}

export const encodeRecordBody = (body: RecordBody): Uint8Array => encoding.encode((encoder) => writeBody(encoder, body))
/** `null` is a malformed body. */
export const decodeRecordBody = (kind: RecordKind, bytes: Uint8Array): RecordBody | null =>
  decodeAll(bytes, (decoder) => readBody(kind, decoder))
