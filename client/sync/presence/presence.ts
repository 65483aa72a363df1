/**
 * Presence: the people in the plan and their carets, sealed, forwarded and never stored (PROTOCOL.md §7). A message counts only
 * for clientIDs that derive from the author the relay has stamped on it.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { decodeAll, MalformedError, readBytes, readList, readNumber, readVarBytes } from '#shared/protocol/readers.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import { idBytes, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_PRESENCE_BYTES, NONCE_BYTES, SALT_BYTES } from '#shared/protocol/limits.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import type { RandomBytes } from '#keys/make-records.ts'
import { open, seal } from '#keys/seal.ts'
import { deriveClientId, type Salt } from '../document/client-ids.ts'
import { padme } from '../log/entry-content.ts'

/** The place a presence message is bound to; it opens for no other. */
export type PresencePlace = { readonly workspace: WorkspaceId; readonly epoch: number; readonly author: PersonId }
type AwarenessState = { readonly client: number; readonly clock: number; readonly json: string }

const contextOf = ({ workspace, epoch, author }: PresencePlace): Uint8Array<ArrayBuffer> =>
  concatBytes(
    labelBytes('weef/presence'),
    idBytes(workspace),
    idBytes(author),
    encoding.encode((encoder) => encoding.writeVarUint(encoder, epoch)),
  )

/** y-protocols' awareness update: `varUint(count) • (client • clock • varString(json))*`. */
const readStates = (decoder: decoding.Decoder): readonly AwarenessState[] =>
  readList(decoder, 3, (from) => ({
    client: readNumber(from),
    clock: readNumber(from),
    json: decoding.readVarString(from),
  }))

/** Whether the JSON is an object, or `null` for "gone". y-protocols parses it inside the provider, where anything else would throw. */
const isState = (json: string): boolean => {
  try {
    const state: unknown = JSON.parse(json)
    return typeof state === 'object' && !Array.isArray(state)
  } catch {
    return false
  }
}

/** This client's state alone, because the provider also repeats others'; `null` when it is not in the update. */
export const onlyClient = (update: Uint8Array, client: number): Uint8Array<ArrayBuffer> | null => {
  const own = decodeAll(update, readStates)?.find((state) => state.client === client)
  if (own === undefined || !isState(own.json)) return null
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, own.client)
    encoding.writeVarUint(encoder, own.clock)
    encoding.writeVarString(encoder, own.json)
  }) as Uint8Array<ArrayBuffer>
}

/** Seals a presence message; `null` when it is larger than presence may be. */
export const sealPresence = async (
  keys: EpochKeys,
  place: PresencePlace,
  salt: Salt,
  update: Uint8Array,
  randomBytes: RandomBytes,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const content = encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, salt)
    encoding.writeVarUint8Array(encoder, update)
  })
  const plaintext = new Uint8Array(padme(content.length))
  plaintext.set(content)
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = concatBytes(nonce, await seal(keys.presence, nonce, contextOf(place), plaintext))
  return sealed.length > MAX_PRESENCE_BYTES ? null : sealed
}

/** Opens a presence message: the author's own state as an awareness update, or `null`. */
export const openPresence = async (
  keys: EpochKeys,
  place: PresencePlace,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<{ client: number; update: Uint8Array<ArrayBuffer> } | null> => {
  const plaintext = await open(keys.presence, contextOf(place), sealed)
  const content = plaintext && decodeAll(plaintext, readPresence)
  if (!content) return null
  const client = deriveClientId(place.workspace, place.author, content.salt)
  const update = onlyClient(content.update, client)
  return update && { client, update }
}

const readPresence = (decoder: decoding.Decoder): { salt: Salt; update: Uint8Array<ArrayBuffer> } => {
  const salt = readBytes(decoder, SALT_BYTES)
  const update = readVarBytes(decoder, MAX_PRESENCE_BYTES)
  const padding = readBytes(decoder, decoder.arr.length - decoder.pos)
  if (padding.some((byte) => byte !== 0)) throw new MalformedError('padding')
  return { salt, update }
}
