/** Ids in messages: 16 bytes. */
import type { Decoder } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  type Id,
  ID_BYTES,
  idBytes,
  type Locator,
  type PersonId,
  toLocator,
  toPersonId,
  toWorkspaceId,
  type WorkspaceId,
} from './ids.ts'
import { readBytes } from './readers.ts'

export const writeId = (encoder: encoding.Encoder, id: Id): void => encoding.writeUint8Array(encoder, idBytes(id))
export const readWorkspaceId = (decoder: Decoder): WorkspaceId => toWorkspaceId(readBytes(decoder, ID_BYTES))
export const readPersonId = (decoder: Decoder): PersonId => toPersonId(readBytes(decoder, ID_BYTES))
export const readLocator = (decoder: Decoder): Locator => toLocator(readBytes(decoder, ID_BYTES))
