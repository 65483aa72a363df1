/** Readers that refuse where lib0 would read past the end. Knows no message. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Thrown by readers; a codec's outermost function turns it into `null`. */
export class MalformedError extends Error {}

/** Exactly `length` bytes as a view. lib0 alone would read past the end of a view. */
export const viewBytes = (decoder: decoding.Decoder, length: number): Uint8Array<ArrayBuffer> => {
  if (decoder.arr.length - decoder.pos < length) throw new MalformedError('ends too early')
  return decoding.readUint8Array(decoder, length) as Uint8Array<ArrayBuffer> // messages are never shared between threads
}

/** The same, copied: what is kept must not retain the whole message. */
export const readBytes = (decoder: decoding.Decoder, length: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(viewBytes(decoder, length))

/** A varUint in its shortest encoding, below `limit`: signed and hashed bytes have no second form. */
export const readNumber = (decoder: decoding.Decoder, limit: number = Number.MAX_SAFE_INTEGER): number => {
  const start = decoder.pos
  const value = decoding.readVarUint(decoder)
  if (value > limit) throw new MalformedError('number too large')
  if (decoder.pos - start > 1 && decoder.arr[decoder.pos - 1] === 0) throw new MalformedError('not the shortest form')
  return value
}

/** `varUint(length) • bytes`, at most `limit` bytes, copied. */
export const readVarBytes = (decoder: decoding.Decoder, limit: number): Uint8Array<ArrayBuffer> =>
  readBytes(decoder, readNumber(decoder, limit))

/** The same, as a view. */
export const viewVarBytes = (decoder: decoding.Decoder, limit: number): Uint8Array<ArrayBuffer> =>
  viewBytes(decoder, readNumber(decoder, limit))

/**
 * `varUint(count) • element*`. The count is bounded by the bytes that remain, at `bytesEach` each, before anything is
 * allocated.
 */
export const readList = <Element>(
  decoder: decoding.Decoder,
  bytesEach: number,
  readElement: (decoder: decoding.Decoder) => Element,
): readonly Element[] => {
  const count = readNumber(decoder)
  if (count * bytesEach > decoder.arr.length - decoder.pos) throw new MalformedError('list longer than its bytes')
  return Array.from({ length: count }, () => readElement(decoder))
}

export const writeList = <Element>(
  encoder: encoding.Encoder,
  elements: readonly Element[],
  writeElement: (encoder: encoding.Encoder, element: Element) => void,
): void => {
  encoding.writeVarUint(encoder, elements.length)
  for (const element of elements) writeElement(encoder, element)
}

/** Runs a reader over all of `bytes`. `null` when they are malformed or when bytes remain. */
export const decodeAll = <Value>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => Value): Value | null => {
  try {
    const decoder = decoding.createDecoder(bytes)
    const value = read(decoder)
    return decoding.hasContent(decoder) ? null : value
  } catch {
    return null
  }
}

/**
 * Reads one value after another until the end of `bytes`, at least one. `null` when any is malformed, or there are more
 * than `most`.
 */
export const decodeEvery = <Value>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => Value,
  most = Infinity,
): readonly Value[] | null =>
  decodeAll(bytes, (decoder) => {
    const values: Value[] = []
    do values.push(read(decoder))
    while (decoding.hasContent(decoder) && values.length < most)
    return values
  })
