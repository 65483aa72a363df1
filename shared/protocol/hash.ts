/** SHA-256 (FIPS 180-4), and labels, which keep every hash and derivation of Weef apart (domain separation). */
import { digest } from 'lib0/hash/sha256'
import { concatBytes } from './bytes.ts'

export const HASH_BYTES = 32
/** A truncated hash that only names something: 16 bytes, 64 bits of collision resistance (NIST SP 800-107 §5.1). */
export const SHORT_HASH_BYTES = 16

/** Synchronous on purpose: items are small (3 µs), and a pure reducer cannot await. On Node, lib0 uses Node's own hash. */
export const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(digest(bytes))

export type Label =
  | 'weef/person'
  | 'weef/workspace'
  | 'weef/locator'
  | 'weef/sign'
  | 'weef/box'
  | 'weef/spoken-code'
  | 'weef/greeting'
  | 'weef/commitment'
  | 'weef/content'
  | 'weef/presence'
  | 'weef/previous'
  | 'weef/client'
  | 'weef/record'
  | 'weef/entry'
  | 'weef/hello'
  | 'weef/log'
  | 'weef/card'
  | 'weef/home'
  | 'weef/backup'
  | 'weef/lock'
  | 'weef/at-rest'

const utf8 = new TextEncoder()

/** The label's bytes and a zero byte, so that no label is a prefix of another. */
export const labelBytes = (label: Label): Uint8Array<ArrayBuffer> => utf8.encode(`${label}\0`)

export const labelledHash = (label: Label, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  sha256(concatBytes(labelBytes(label), ...parts))
