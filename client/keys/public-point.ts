/**
 * The point of a private scalar on P-256. Most browsers compute it when they read a key that comes without one; others, and any
 * that answers wrongly, leave it to a library, which is fetched only then: it is large, and slow on old phones.
 */
import { fromBase64url } from '#shared/protocol/bytes.ts'

const COORDINATE_BYTES = 32
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A P-256 key in PKCS #8 up to its scalar, without the optional point (RFC 5958, RFC 5915). */
const BEFORE_SCALAR = [
  [0x30, 0x41, 0x02, 0x01, 0x00], // version 0
  [0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01], // an elliptic curve
  [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07], // P-256
  [0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20], // version 1, 32 bytes
].flat()

type Bytes = Uint8Array<ArrayBuffer>

/** The uncompressed point as the browser computes it; `null`: it cannot, or its answer does not fit. */
const askBrowser = async (scalar: Bytes): Promise<Bytes | null> => {
  try {
    const { subtle } = crypto
    const pkcs8 = Uint8Array.of(...BEFORE_SCALAR, ...scalar)
    const privateKey = await subtle.importKey('pkcs8', pkcs8, ECDSA, true, ['sign'])
    const { x, y } = await subtle.exportKey('jwk', privateKey)
    const [first, second] = [fromBase64url(x ?? ''), fromBase64url(y ?? '')]
    if (first?.length !== COORDINATE_BYTES || second?.length !== COORDINATE_BYTES) return null
    const point = Uint8Array.of(0x04, ...first, ...second)
    const publicKey = await subtle.importKey('raw', point, ECDSA, false, ['verify'])
    const signature = await subtle.sign(SIGNATURE, privateKey, point)
    return (await subtle.verify(SIGNATURE, publicKey, signature, point)) ? point : null
  } catch {
    return null
  }
}

/** `scalar`: 32 bytes, from 1 to below the order of the curve. */
export const derivePoint = async (scalar: Bytes): Promise<Bytes> => {
  const point = await askBrowser(scalar)
  if (point !== null) return point
  const { computePoint } = await import('./library-point.ts')
  return computePoint(scalar)
}
