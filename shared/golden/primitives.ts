/**
 * Primitives of the golden vectors: node:crypto, @noble/curves, and bytes concatenated by hand. It shares no line with our
 * own codecs, so that a mistake in those cannot also be in the vectors.
 */
// oxlint-disable no-restricted-imports -- other primitives than the app's, on purpose
import { createCipheriv, createECDH, createHash, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'

const fromHex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
/** `length` bytes that count up from `first`: easy to see in a dump. */
export const counting = (first: number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, index) => (first + index) & 0xff))
export const label = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf8')
export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()
export const hkdf = (key: Uint8Array, info: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, length))

/** LEB128: seven bits per byte, lowest first; the top bit says that more follow. */
export const varUint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = BigInt(value)
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Buffer.from([...bytes, Number(rest)])
}
export const varBytes = (bytes: Uint8Array): Buffer => Buffer.concat([varUint(bytes.length), bytes])
export const varString = (text: string): Buffer => varBytes(Buffer.from(text, 'utf8'))
export const list = (elements: readonly Uint8Array[]): Buffer => Buffer.concat([varUint(elements.length), ...elements])

/** Padmé as its paper writes it (Nikitin et al., 2019, algorithm 1), with bit masks. */
export const padme = (length: number): number => {
  const exponent = length.toString(2).length - 1
  const significant = exponent.toString(2).length
  const mask = 2 ** Math.max(0, exponent - significant) - 1
  return mask === 0 ? length : length + mask - ((length + mask) % (mask + 1))
}
export const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(padme(bytes.length) - bytes.length)])

/** FIPS 186-5 A.2.1: a scalar of P-256 from 48 bytes. */
const toScalar = (seed: Uint8Array): Buffer => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const scalar = (BigInt(`0x${Buffer.from(seed).toString('hex')}`) % (order - 1n)) + 1n
  return Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
}
export type Pair = { readonly scalar: Buffer; readonly point: Buffer }
const toPair = (scalar: Buffer): Pair => {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(scalar)
  return { scalar, point: ecdh.getPublicKey(null, 'uncompressed') }
}
export type Holder = { readonly secret: Buffer; readonly sign: Pair; readonly box: Pair; readonly id: Buffer }
export const deriveHolder = (secret: Buffer): Holder => {
  const sign = toPair(toScalar(hkdf(secret, label('weef/sign'), 48)))
  const box = toPair(toScalar(hkdf(secret, label('weef/box'), 48)))
  return { secret, sign, box, id: sha256(label('weef/person'), sign.point, box.point).subarray(0, 16) }
}

/** Deterministic signatures (RFC 6979) make the script repeatable; the app's are random, and both verify alike. */
export const sign = (holder: Holder, signed: Uint8Array): Buffer => {
  const signature = Buffer.from(p256.sign(signed, holder.sign.scalar, { prehash: true, lowS: false }))
  const coordinate = (start: number): string => holder.sign.point.subarray(start, start + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature))
    throw new Error('Node refuses the signature.')
  return signature
}

/** AES-256-GCM: ciphertext ‖ tag. */
export const gcm = (key: Uint8Array, nonce: Uint8Array, context: Uint8Array, plaintext: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(context)
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

// HPKE base mode, single shot (RFC 9180): KEM 0x0010, KDF 0x0001, AEAD 0x0002.
const KEM = Buffer.concat([Buffer.from('KEM'), fromHex('0010')])
const HPKE = Buffer.concat([Buffer.from('HPKE'), fromHex('0010 0001 0002')])
const EMPTY = Buffer.alloc(0)
const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest()
const labeledExtract = (suite: Buffer, salt: Buffer, name: string, key: Uint8Array): Buffer =>
  hmac(salt, Buffer.from('HPKE-v1'), suite, Buffer.from(name), key)
/** At most 32 bytes, so one block of HKDF-Expand is enough. */
const labeledExpand = (suite: Buffer, key: Buffer, name: string, info: Uint8Array, length: number): Buffer =>
  hmac(
    key,
    Buffer.from([0, length]),
    Buffer.from('HPKE-v1'),
    suite,
    Buffer.from(name),
    info,
    Buffer.from([1]),
  ).subarray(0, length)

/** Encapsulated key ‖ ciphertext. `ephemeralSeed` is fixed here, and never in the app. */
export const hpkeSeal = (recipient: Buffer, info: Buffer, plaintext: Buffer, ephemeralSeed: string): Buffer => {
  const ephemeral = toPair(toScalar(sha256(Buffer.from(ephemeralSeed))))
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(ephemeral.scalar)
  const agreed = labeledExtract(KEM, EMPTY, 'eae_prk', ecdh.computeSecret(recipient))
  const shared = labeledExpand(KEM, agreed, 'shared_secret', Buffer.concat([ephemeral.point, recipient]), 32)
  const context = Buffer.concat([
    Buffer.from([0]),
    labeledExtract(HPKE, EMPTY, 'psk_id_hash', EMPTY),
    labeledExtract(HPKE, EMPTY, 'info_hash', info),
  ])
  const secret = labeledExtract(HPKE, shared, 'secret', EMPTY)
  const key = labeledExpand(HPKE, secret, 'key', context, 32)
  const nonce = labeledExpand(HPKE, secret, 'base_nonce', context, 12)
  return Buffer.concat([ephemeral.point, gcm(key, nonce, EMPTY, plaintext)])
}
