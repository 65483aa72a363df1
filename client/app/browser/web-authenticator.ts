/**
 * The device's own unlock, over WebAuthn with PRF (W3C WebAuthn 3, §10.1.4): a credential of this device alone evaluates a
 * salt to the same secret bytes each time, after it has verified its user. No server takes part: nothing is signed for anybody.
 */
import type { Authenticator, UnlockFailure } from '#ports/lock.ts'

type Bytes = Uint8Array<ArrayBuffer>
/** The parts of the browser that unlocking uses. */
export type WebAuthn = {
  readonly credentials: Pick<CredentialsContainer, 'create' | 'get'>
  readonly randomBytes: (length: number) => Bytes
  /** `undefined` where the browser tells nothing of what it can. */
  readonly capabilities: () => Promise<Readonly<Record<string, boolean | undefined>> | undefined>
  /** The name under which people find the credential in their device's own list. */
  readonly name: string
}

export const findWebAuthn = (name: string): WebAuthn => ({
  credentials: navigator.credentials,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  async capabilities() {
    if (typeof PublicKeyCredential === 'undefined' || !('getClientCapabilities' in PublicKeyCredential))
      return undefined
    return PublicKeyCredential.getClientCapabilities()
  },
  name,
})

/** In bytes; a challenge is for servers, and here checked by nobody. */
const CHALLENGE_BYTES = 32
const USER_BYTES = 16
/** ES256 and RS256 (IANA COSE Algorithms): each platform has one of them. */
const ALGORITHMS = [-7, -257]

/** By the browsers' names for them: the person stopped it, or the time is over (both `NotAllowedError`). */
const toFailure = (error: unknown): UnlockFailure =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name) ? 'refused' : 'not-here'

const attempt = async <Result>(
  work: () => Promise<Result | null>,
): Promise<{ ok: true; result: Result } | { ok: false; reason: UnlockFailure }> => {
  try {
    const result = await work()
    return result === null ? { ok: false, reason: 'not-here' } : { ok: true, result }
  } catch (error) {
    return { ok: false, reason: toFailure(error) }
  }
}

export const createWebAuthenticator = ({ credentials, randomBytes, capabilities, name }: WebAuthn): Authenticator => ({
  async isOffered() {
    const known = await capabilities().catch(() => undefined)
    return known?.['extension:prf'] === true && known['userVerifyingPlatformAuthenticator'] === true
  },
  async enrol() {
    const made = await attempt(async () => {
      const credential = await credentials.create({
        publicKey: {
          challenge: randomBytes(CHALLENGE_BYTES),
          rp: { name },
          user: { id: randomBytes(USER_BYTES), name, displayName: name },
          pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: {
            authenticatorAttachment: 'platform',
            residentKey: 'discouraged',
            userVerification: 'required',
          },
          extensions: { prf: {} },
        },
      })
      return isPublicKey(credential) && credential.getClientExtensionResults().prf?.enabled ? credential : null
    })
    return made.ok ? { ok: true, credential: new Uint8Array(made.result.rawId) } : made
  },
  async evaluate(credential, salt) {
    const evaluated = await attempt(async () => {
      const got = await credentials.get({
        publicKey: {
          challenge: randomBytes(CHALLENGE_BYTES),
          allowCredentials: [{ type: 'public-key', id: credential, transports: ['internal'] }],
          userVerification: 'required',
          extensions: { prf: { eval: { first: salt } } },
        },
      })
      const first = isPublicKey(got) ? got.getClientExtensionResults().prf?.results?.first : undefined
      return first === undefined ? null : toBytes(first)
    })
    return evaluated.ok ? { ok: true, unlocked: evaluated.result } : evaluated
  },
})

const toBytes = (source: BufferSource): Bytes =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))

const isPublicKey = (credential: Credential | null): credential is PublicKeyCredential =>
  credential !== null && 'getClientExtensionResults' in credential
