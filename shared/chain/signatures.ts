/** ECDSA P-256 with SHA-256 over WebCrypto: the checking half. Signing is the app's (client/keys). */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Imported keys by the very bytes they came from: a chain keeps its key bytes, so importing happens once. */
const imported = new WeakMap<Uint8Array, Promise<CryptoKey>>()

const importKey = (publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const known = imported.get(publicKey)
  if (known !== undefined) return known
  const key = crypto.subtle.importKey('raw', publicKey, ALGORITHM, false, ['verify'])
  imported.set(publicKey, key)
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
