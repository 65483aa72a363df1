/** Bytes with one byte changed: every byte, a few ways each. */
export type Flipped = { readonly at: number; readonly mask: number; readonly bytes: Uint8Array<ArrayBuffer> }

/** The lowest bit, the one that makes a number longer, a bit that moves along, and all at once. */
export const flipsOf = (bytes: Uint8Array<ArrayBuffer>): readonly Flipped[] =>
  Array.from(bytes, (byte, at) =>
    [...new Set([0x01, 0x80, 1 << (at % 8), 0xff])].map((mask) => {
      const flipped = bytes.slice()
      flipped[at] = byte ^ mask
      return { at, mask, bytes: flipped }
    }),
  ).flat()
