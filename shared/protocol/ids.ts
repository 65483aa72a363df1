/** Ids in the code: 22 characters of base64url for 16 bytes. Branded where they enter. */
import { type Brand, fromBase64url, toBase64url } from './bytes.ts'

export type WorkspaceId = Brand<string, 'WorkspaceId'>
export type PersonId = Brand<string, 'PersonId'>
/** Identifies an invitation without revealing its secret. */
export type Locator = Brand<string, 'Locator'>
export type Id = WorkspaceId | PersonId | Locator

export const ID_BYTES = 16

const parseId = (text: string): string | null => (fromBase64url(text)?.length === ID_BYTES ? text : null)
export const parseWorkspaceId = (text: string): WorkspaceId | null => parseId(text) as WorkspaceId | null
export const parsePersonId = (text: string): PersonId | null => parseId(text) as PersonId | null
export const parseLocator = (text: string): Locator | null => parseId(text) as Locator | null

/** The first 16 bytes of a hash, as an id. */
export const toWorkspaceId = (hash: Uint8Array): WorkspaceId => toBase64url(hash.subarray(0, ID_BYTES)) as WorkspaceId
export const toPersonId = (hash: Uint8Array): PersonId => toBase64url(hash.subarray(0, ID_BYTES)) as PersonId
export const toLocator = (hash: Uint8Array): Locator => toBase64url(hash.subarray(0, ID_BYTES)) as Locator

export const idBytes = (id: Id): Uint8Array<ArrayBuffer> => {
  const bytes = fromBase64url(id)
  if (bytes === null) throw new RangeError('An id was branded without being parsed.')
  return bytes
}
