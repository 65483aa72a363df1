/** ECDSA P-256 with SHA-256 over WebCrypto: the checking half. Signing is the app's (client/keys). */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Those who write in one plan at the same time, several times over. An imported key takes 5 kB outside of the heap (OpenSSL). */
const MAX_IMPORTED = 64

/** Imported keys by the very bytes they came from, which a chain keeps. The longest unused come first. */
const imported = new Map<Uint8Array, Promise<CryptoKey>>()

const importKey = (publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const key = imported.get(publicKey) ?? crypto.subtle.importKey('raw', publicKey, ALGORITHM, false, ['verify'])
  imported.delete(publicKey)
  imported.set(publicKey, key)
  const [oldest] = imported.keys()
  if (oldest !== undefined && imported.size > MAX_IMPORTED) imported.delete(oldest)
  return key
}

/** `publicKey` 65 bytes, `signature` 64 bytes r ‖ s. Anything wrong, a point off the curve included, is `false`. */
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
