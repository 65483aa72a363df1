/** A device's own unlock, which cannot be had outside a browser: its evaluations are as fixed and as unlike each other. */
import { sha256 } from '#shared/protocol/hash.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import type { Authenticator, UnlockFailure } from '#ports/lock.ts'

export const createFakeAuthenticator = (device = 'laptop') => {
  const asked = { enrolled: 0, evaluated: 0 }
  let failure: UnlockFailure | null = null
  let second: UnlockFailure | null = null
  let agreed: Promise<void> = Promise.resolve()
  const authenticator: Authenticator = {
    isOffered: async () => true,
    async enrol() {
      asked.enrolled += 1
      return failure === null ? { ok: true, credential: Uint8Array.of(asked.enrolled) } : { ok: false, reason: failure }
    },
    async evaluate(credential, salt) {
      asked.evaluated += 1
      await agreed
      const reason = failure ?? second
      if (reason !== null) return { ok: false, reason }
      return { ok: true, unlocked: sha256(concatBytes(new TextEncoder().encode(device), credential, salt)) }
    },
  }
  return {
    authenticator,
    asked,
    fail: (reason: UnlockFailure | null) => void (failure = reason),
    /** The second question alone fails. */
    failSecond: (reason: UnlockFailure | null) => void (second = reason),
    /** The person looks at their device's question until the result is called. */
    wait(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      agreed = promise
      return resolve
    },
  }
}
