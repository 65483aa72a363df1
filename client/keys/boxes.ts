/**
 * Epoch keys sealed to one recipient: HPKE base mode, DHKEM(P-256)/HKDF-SHA256/AES-256-GCM (RFC 9180), single-shot only.
 * Loaded when first needed: a device that only reads its plan offline opens one box, at start.
 */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import * as encoding from 'lib0/encoding'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import { idBytes, type Locator, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { BOX_BYTES, CONTENT_KEY_BYTES, PUBLIC_KEY_BYTES } from '#shared/protocol/limits.ts'
import type { Box } from '#shared/chain/record-bodies.ts'
import type { EpochSecret } from './content-keys.ts'
import type { BoxKeyPair } from './key-holder.ts'

/** The context that a box is bound to: it opens nowhere else. */
export type BoxPlace = {
  readonly workspace: WorkspaceId
  /** The number of the record that carries the box. */
  readonly record: number
  readonly epoch: number
  readonly recipient: PersonId | Locator
}

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

const infoOf = (place: BoxPlace): Uint8Array<ArrayBuffer> =>
  concatBytes(
    labelBytes('weef/box'),
    idBytes(place.workspace),
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, place.record)
      encoding.writeVarUint(encoder, place.epoch)
    }),
    idBytes(place.recipient),
  )

/** `publicKey`: 65 bytes. `null` when it is not a point on the curve: a member may have joined with such a key. */
export const sealBox = async (
  publicKey: Uint8Array<ArrayBuffer>,
  place: BoxPlace,
  secret: EpochSecret,
): Promise<Box | null> => {
  try {
    const key = await suite.DeserializePublicKey(publicKey)
    const { encapsulatedSecret, ciphertext } = await suite.Seal(key, secret, { info: infoOf(place) })
    return concatBytes(encapsulatedSecret, ciphertext)
  } catch {
    return null
  }
}

/** `null` when the box is not for this key in this place. */
export const openBox = async (keyPair: BoxKeyPair, place: BoxPlace, box: Box): Promise<EpochSecret | null> => {
  if (box.length !== BOX_BYTES) return null
  try {
    const encapsulated = box.subarray(0, PUBLIC_KEY_BYTES)
    const plaintext = await suite.Open(keyPair, encapsulated, box.subarray(PUBLIC_KEY_BYTES), { info: infoOf(place) })
    return plaintext.length === CONTENT_KEY_BYTES ? new Uint8Array(plaintext) : null
  } catch {
    return null
  }
}
