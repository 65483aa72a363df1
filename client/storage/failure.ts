/** Why a device could not keep something. Knows the browsers' own words for it, so that nobody else has to. */

export type StorageFailure = 'full' | 'unavailable'
export type Kept = { ok: true } | { ok: false; reason: StorageFailure }

/** Safari and Chromium abort the whole transaction with it; Firefox has a name of its own. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])

export const toFailure = (error: unknown): StorageFailure => (FULL.has(nameOf(error)) ? 'full' : 'unavailable')

/** The connection was closed under us: iOS does so to apps in the background. Opening it again helps. */
export const isClosed = (error: unknown): boolean => nameOf(error) === 'InvalidStateError'

/** A newer app has been here; this one cannot read what it left. */
export const isNewer = (error: unknown): boolean => nameOf(error) === 'VersionError'

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''

/** Something had to be kept and was not. Thrown where going on would lose it. */
export class StorageError extends Error {
  readonly reason: StorageFailure
  constructor(cause: unknown) {
    super('This device could not keep or read it.', { cause })
    this.reason = toFailure(cause)
  }
}

export const kept = async (write: Promise<unknown>): Promise<Kept> => {
  try {
    await write
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: toFailure(error instanceof StorageError ? error.cause : error) }
  }
}
