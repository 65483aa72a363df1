/** The reasons why a device could not store something, recognised by the browsers' names for them, which no other file knows. */

export type StorageFailure = 'full' | 'unavailable'
export type Kept = { ok: true } | { ok: false; reason: StorageFailure }

/** The error names for a full disk. Safari and Chromium abort the whole transaction with the first; Firefox has a name of its own. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])

export const toFailure = (error: unknown): StorageFailure => (FULL.has(nameOf(error)) ? 'full' : 'unavailable')

/** Whether the browser closed the connection, as iOS does to apps in the background. Opening it again helps. */
export const isClosed = (error: unknown): boolean => nameOf(error) === 'InvalidStateError'

/** Whether a newer app has upgraded the database, so that this one cannot read it. */
export const isNewer = (error: unknown): boolean => nameOf(error) === 'VersionError'

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''

/** Thrown when required data could not be stored and continuing would lose it. */
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
