/** Reads numbers where they lie, as shared/protocol/bytes.ts does, but without a decoder and an error for what is malformed. */

/** Seven bits per byte, lowest first; numbers go up to 2^53, beyond what shifts can do. */
const SEVEN_BITS = 128
export const MALFORMED = -1

export class Cursor {
  at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
  /** A varUint in its shortest encoding; `MALFORMED` when it is none. */
  number(): number {
    const { bytes } = this
    let [value, weight] = [0, 1]
    for (const start = this.at; this.at < bytes.length;) {
      const byte = bytes[this.at++] ?? 0
      value += (byte % SEVEN_BITS) * weight
      if (value > Number.MAX_SAFE_INTEGER) return MALFORMED
      weight *= SEVEN_BITS
      if (byte < SEVEN_BITS) return byte === 0 && this.at - start > 1 ? MALFORMED : value
    }
    return MALFORMED
  }
  /** Where the next `length` bytes begin, which need not be there: compare `at` with the length at the end. */
  skip(length: number): number {
    const from = this.at
    this.at += length
    return from
  }
}
