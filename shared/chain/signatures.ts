/** Verification of ECDSA P-256 with SHA-256 by WebCrypto. Signing is in the app (client/keys). */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Several times the people who write in one plan at the same time. An imported key takes 5 kB outside the heap (OpenSSL). */
const MAX_IMPORTED = 64

/** Imported keys by the byte array they came from, which a chain keeps. Least recently used first. */
const imported = new Map<Uint8Array, Promise<CryptoKey>>()

const importKey = (publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const key = imported.get(publicKey) ?? crypto.subtle.importKey('raw', publicKey, ALGORITHM, false, ['verify'])
  imported.delete(publicKey)
  imported.set(publicKey, key)
  const [oldest] = imported.keys()
  if (oldest !== undefined && imported.size > MAX_IMPORTED) imported.delete(oldest)
  return key
}

/** `publicKey` 65 bytes, `signature` 64 bytes r ‖ s. Any invalid input, a point off the curve included, is `false`. */
export const verifySignature = async (
  publicKey: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  try {
    return await crypto.subtle.verify(SIGNATURE, await importKey(publicKey), signature, signed)
  } catch {
    return false
  }
}
