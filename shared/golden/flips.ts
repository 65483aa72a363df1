/** Mutations of bytes: each byte, in a few ways. */
export type Flipped = { readonly at: number; readonly mask: number; readonly bytes: Uint8Array<ArrayBuffer> }

/** Flips the lowest bit, the continuation bit of a varUint, a bit that moves along, or all bits. */
export const flipsOf = (bytes: Uint8Array<ArrayBuffer>): readonly Flipped[] =>
  Array.from(bytes, (byte, at) =>
    [...new Set([0x01, 0x80, 1 << (at % 8), 0xff])].map((mask) => {
      const flipped = bytes.slice()
      flipped[at] = byte ^ mask
      return { at, mask, bytes: flipped }
    }),
  ).flat()
