/**
 * Verification of ECDSA P-256 for hellos, equal to shared/chain/signatures.ts (its test compares the two), through Node's own
 * call: WebCrypto's key objects would stay behind in OpenSSL's memory for everybody who came in once.
 */
import { verify } from 'node:crypto'

/** What DER says before an uncompressed point of P-256 (RFC 5480 §2). */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')
const POINT_BYTES = 65
/** SEC 1 §2.3.3 */
const UNCOMPRESSED = 4

/** `publicKey` 65 bytes, `signature` 64 bytes r ‖ s. Any invalid input, a point off the curve included, is `false`. */
export const verifySignature = (publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    if (publicKey.length !== POINT_BYTES || publicKey[0] !== UNCOMPRESSED) {
      resolve(false)
      return
    }
    const key = {
      key: Buffer.concat([SPKI, publicKey]),
      format: 'der',
      type: 'spki',
      dsaEncoding: 'ieee-p1363',
    } as const
    try {
      verify('sha256', signed, key, signature, (error, holds) => resolve(error === null && holds))
    } catch {
      resolve(false)
    }
  })
