/**
 * The two key pairs of a person, or of an invitation (a temporary person), derived from one secret (PROTOCOL.md §2). Knows
 * no workspace and no storage.
 */
import { toBase64url } from '#shared/protocol/bytes.ts'
import { type Label, labelBytes } from '#shared/protocol/hash.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { PublicKeys } from '#shared/chain/record-bodies.ts'
import { personIdOf } from '#shared/chain/records.ts'
import { derivePoint } from './public-point.ts'

/** FIPS 186-5 A.2.1: 64 bits more than the group order, so that the reduction has negligible bias. */
const SCALAR_SEED_BYTES = 48
const COORDINATE_BYTES = 32
/** Of P-256 (SP 800-186 §3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

export type Secret = Uint8Array<ArrayBuffer>
export type BoxKeyPair = { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }
export type KeyHolder = {
  readonly id: PersonId
  readonly keys: PublicKeys
  readonly boxKeys: BoxKeyPair
  /** ECDSA P-256/SHA-256 as 64 bytes r ‖ s over exactly these bytes; the caller prepends the label. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

/** The private scalar as 32 bytes, and its point as 65. */
type ScalarAndPoint = { readonly scalar: Uint8Array<ArrayBuffer>; readonly point: Uint8Array<ArrayBuffer> }

const bytesToNumber = (bytes: Uint8Array): bigint => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
const numberToBytes = (number: bigint): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: COORDINATE_BYTES }, (_, index) =>
    Number((number >> BigInt(8 * (COORDINATE_BYTES - 1 - index))) & 0xffn),
  )

const deriveScalar = async (secret: Secret, label: Label): Promise<ScalarAndPoint> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: labelBytes(label) }
  const seed = new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, SCALAR_SEED_BYTES * 8))
  const scalar = numberToBytes((bytesToNumber(seed) % (ORDER - 1n)) + 1n)
  return { scalar, point: await derivePoint(scalar) }
}

const toJwk = ({ scalar, point }: ScalarAndPoint): JsonWebKey => ({
  kty: 'EC',
  crv: 'P-256',
  d: toBase64url(scalar),
  x: toBase64url(point.subarray(1, 1 + COORDINATE_BYTES)),
  y: toBase64url(point.subarray(1 + COORDINATE_BYTES)),
})

/**
 * `secret`: 16 bytes of a person or an invitation, or 32 of an invitation with a spoken code. Throws only when WebCrypto is
 * missing.
 */
export const deriveKeyHolder = async (secret: Secret): Promise<KeyHolder> => {
  const [sign, box] = await Promise.all([deriveScalar(secret, 'weef/sign'), deriveScalar(secret, 'weef/box')])
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
  const [signKey, privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', toJwk(sign), ecdsa, false, ['sign']),
    crypto.subtle.importKey('jwk', toJwk(box), ecdh, false, ['deriveBits']),
    crypto.subtle.importKey('raw', box.point, ecdh, true, []),
  ])
  const keys = { sign: sign.point, box: box.point }
  return {
    id: personIdOf(keys),
    keys,
    boxKeys: { privateKey, publicKey },
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, signKey, bytes)),
  }
}
