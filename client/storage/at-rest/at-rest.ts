/**
 * How stored values stand on the disk: as they are, or sealed under this device's key while it has a lock. The one place
 * that knows; every store goes through it. Sealed and plain values stand beside each other while a lock is put on or taken
 * off, and each can be told from the other.
 */

/** It answers at once: an edit is stored in the moment in which it is made, and the page may be gone in the next. */
export type ValueCipher = {
  /** `place`: where it stands; it opens nowhere else. */
  seal(place: string, value: unknown): Uint8Array
  /** `undefined`: sealed under another key, for another place, or damaged. */
  open(place: string, sealed: Uint8Array): unknown
}

/** `plain`: no lock. `sealing`: every new value is sealed. `opening`: sealed values are read, and new ones are plain. */
export type Manner = { readonly name: 'plain' } | { readonly name: 'sealing' | 'opening'; readonly cipher: ValueCipher }

export type AtRest = {
  /** The form in which this value is stored. */
  seal(place: string, value: unknown): unknown
  /** The value; `undefined` where a sealed one does not open. Throws a `SealedError` without the key. */
  open(place: string, stored: unknown): unknown
  /** Whether it stands in the form that new values have. */
  isCurrent(stored: unknown): boolean
}
export type ChangingAtRest = AtRest & { change(manner: Manner): void }

/** A sealed value in a page that has no key: it was opened before the lock was put on. */
class SealedError extends Error {}

/** An object with this field alone, as no store and no document has one. */
type Sealed = { readonly sealed: Uint8Array }
export const isSealed = (stored: unknown): stored is Sealed =>
  typeof stored === 'object' && stored !== null && 'sealed' in stored && stored.sealed instanceof Uint8Array

export const createAtRest = (): ChangingAtRest => {
  let manner: Manner = { name: 'plain' }
  return {
    change(next) {
      manner = next
    },
    seal: (place, value) => (manner.name === 'sealing' ? { sealed: manner.cipher.seal(place, value) } : value),
    open(place, stored) {
      if (!isSealed(stored)) return stored
      if (manner.name === 'plain') throw new SealedError('This device has a lock, and this page has no key.')
      return manner.cipher.open(place, stored.sealed)
    },
    isCurrent: (stored) => isSealed(stored) === (manner.name === 'sealing'),
  }
}

/** For what no lock is about: tests of the stores alone, and documents in memory. */
export const PLAIN: AtRest = createAtRest()
