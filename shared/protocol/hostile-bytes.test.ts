/** Bytes from outside are input: every decoder returns a value or `null`, and never throws, hangs or guesses. */
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { RECORD_KINDS, decodeRecordBody } from '../chain/record-bodies.ts'
import { decodeRecord } from '../chain/records.ts'
import { fromHex, recordBytes, RECORD_NAMES, vectors } from '../golden/vectors.ts'
import { decodeAppFrames, encodeAppFrame } from './app-frames.ts'
import { fromBase64url, toBase64url } from './bytes.ts'
import { decodeAll, readBytes, readList, readNumber, readVarBytes } from './readers.ts'
import { decodeEntry } from './entries.ts'
import { parsePersonId } from './ids.ts'
import { MAX_APP_FRAMES, MAX_ITEM_BYTES, MAX_RELAY_FRAMES } from './limits.ts'
import { itemHash, itemKind } from './log.ts'
import { decodeRelayFrames, encodeRelayFrames } from './relay-frames.ts'

const { frames, content } = vectors
const DECODERS: Record<string, { decode: (bytes: Uint8Array) => unknown; examples: readonly string[] }> = {
  'frames of the app': { decode: decodeAppFrames, examples: [...Object.values(frames.app), frames.appTogether] },
  'frames of the relay': {
    decode: decodeRelayFrames,
    examples: [...Object.values(frames.relay), frames.relayTogether],
  },
  entries: { decode: decodeEntry, examples: [content.entry.bytes] },
  records: { decode: decodeRecord, examples: RECORD_NAMES.map((name) => vectors.records[name].bytes) },
  ...Object.fromEntries(
    RECORD_KINDS.map((kind) => [
      `the body of ${kind}`,
      {
        decode: (bytes: Uint8Array) => decodeRecordBody(kind, bytes),
        examples: kind === 'close' ? [] : [vectors.records[kind].body],
      },
    ]),
  ),
}

/** A valid message with some bytes changed, removed or inserted: this reaches deeper than random bytes. */
const mutated = (example: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.record({ at: fc.nat(example.length), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => {
      let bytes = Array.from(example)
      for (const { at, remove, insert } of changes) bytes = bytes.toSpliced(at, remove, ...insert)
      return Uint8Array.from(bytes)
    })

describe.each(Object.entries(DECODERS))('%s', (_, { decode, examples }) => {
  test('random bytes are decoded or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decode(bytes)),
      { numRuns: 300 },
    )
  })
  test('nearly valid bytes as well', () => {
    for (const example of examples)
      fc.assert(
        fc.property(mutated(fromHex(example)), (bytes) => void decode(bytes)),
        { numRuns: 100 },
      )
  })
  test('cut anywhere, or with an additional byte, it is no longer the same message', () => {
    for (const example of examples) {
      const bytes = fromHex(example)
      const whole = JSON.stringify(decode(bytes))
      expect(whole).not.toBe('null')
      for (let length = 0; length < bytes.length; length++)
        expect(JSON.stringify(decode(bytes.subarray(0, length)))).not.toBe(whole)
      expect(decode(Uint8Array.of(...bytes, 0xff))).toBeNull()
    }
  })
})

test('a truncated entry or record is always noticed', () => {
  const entry = fromHex(content.entry.bytes)
  for (let length = 0; length < entry.length; length++) expect(decodeEntry(entry.subarray(0, length))).toBeNull()
  for (const name of RECORD_NAMES) {
    const record = recordBytes(name)
    for (let length = 0; length < record.length; length++) expect(decodeRecord(record.subarray(0, length))).toBeNull()
    expect(decodeRecord(Uint8Array.of(...record, 0))).toBeNull()
  }
  expect(decodeEntry(Uint8Array.of(...entry, 0))).toBeNull()
})

test('a view into a larger buffer ends where the view ends', () => {
  const entry = fromHex(content.entry.bytes)
  const larger = new Uint8Array(entry.length + 100)
  larger.set(entry, 50)
  expect(decodeEntry(larger.subarray(50, 50 + entry.length))).toEqual(decodeEntry(entry))
  expect(decodeEntry(larger.subarray(50, 49 + entry.length))).toBeNull()
})

test('an entry larger than an item, or too short for its tag, is malformed', () => {
  expect(decodeEntry(new Uint8Array(MAX_ITEM_BYTES + 1).fill(1))).toBeNull()
  const { header, nonce } = content.entry
  const short = fromHex(`${header}${nonce}0f${'00'.repeat(15)}${'00'.repeat(64)}`)
  expect(decodeEntry(short)).toBeNull()
  expect(decodeEntry(fromHex(`${header}${nonce}10${'00'.repeat(16)}${'00'.repeat(64)}`))).not.toBeNull()
})

test.each([
  ['a suite that nobody knows', { at: 1, byte: 2 }],
  ['a type that nobody knows', { at: 2, byte: 9 }],
])('an entry of %s is refused: suites are not negotiated', (_, { at, byte }) => {
  const entry = fromHex(content.entry.bytes)
  entry[at] = byte
  expect(decodeEntry(entry)).toBeNull()
})

describe('numbers', () => {
  const read = (bytes: readonly number[], limit?: number) =>
    decodeAll(Uint8Array.from(bytes), (decoder) => readNumber(decoder, limit))

  test('have one encoding: the shortest', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = encoding.encode((encoder) => encoding.writeVarUint(encoder, value))
        expect(read([...bytes])).toBe(value)
        const longer = [...bytes.subarray(0, -1), (bytes.at(-1) ?? 0) | 128, 0]
        expect(read(longer)).toBeNull()
      }),
    )
    expect(read([0x80, 0x00])).toBeNull()
    expect(read([0xff, 0x80, 0x00])).toBeNull()
  })
  test('end at what JavaScript counts exactly, and at the given limit', () => {
    expect(read([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f])).toBe(Number.MAX_SAFE_INTEGER)
    expect(read([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10])).toBeNull()
    expect(read(Array.from({ length: 200 }, () => 0xff))).toBeNull()
    expect([read([5], 5), read([6], 5)]).toEqual([5, null])
  })
})

describe('lengths and counts', () => {
  test('a count that the remaining bytes cannot hold is refused before anything is allocated', () => {
    const huge = encoding.encode((encoder) => encoding.writeVarUint(encoder, 2 ** 20))
    let reads = 0
    const list = decodeAll(huge, (decoder) => readList(decoder, 1, () => (reads += 1)))
    expect([list, reads]).toEqual([null, 0])
  })
  test('a length past the end, or past the limit, is refused', () => {
    const bytes = Uint8Array.of(3, 1, 2, 3)
    const readWithin = (limit: number) => decodeAll(bytes, (decoder) => readVarBytes(decoder, limit))
    expect(readWithin(3)).toEqual(Uint8Array.of(1, 2, 3))
    expect(readWithin(2)).toBeNull()
    expect(decodeAll(bytes.subarray(0, 3), (decoder) => readVarBytes(decoder, 3))).toBeNull()
    const view = new Uint8Array(10).subarray(0, 2)
    expect(() => readBytes(decoding.createDecoder(view), 3)).toThrow('ends too early')
  })
  test('an items frame of 2^40 items, and a list of 2^50 workspaces', () => {
    for (const [type, extra] of [
      [1, [0]],
      [6, []],
    ] as const) {
      const bytes = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, type)
        for (const each of extra) encoding.writeVarUint(encoder, each)
        encoding.writeVarUint(encoder, 2 ** 50)
        encoding.writeUint8Array(encoder, new Uint8Array(1_000))
      })
      expect(decodeRelayFrames(bytes)).toBeNull()
    }
  })
})

test('ids have one encoding: their last character carries only two bits', () => {
  const id = toBase64url(Uint8Array.from({ length: 16 }, (_, index) => index))
  expect(parsePersonId(id)).toBe(id)
  const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map(
    (last) => id.slice(0, -1) + last,
  )
  expect(others.filter((other) => parsePersonId(other) !== null)).toHaveLength(4)
  for (const wrong of ['', 'A', `${id}=`, `${id}A`, id.slice(1), ` ${id.slice(1)}`, `${id.slice(0, -1)}+`])
    expect(parsePersonId(wrong)).toBeNull()
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void fromBase64url(text)))
})

test("the first byte decides an item's kind, and an erased one must have its exact length", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void [itemKind(bytes), itemHash(bytes)]))
  expect(itemHash(Uint8Array.of(2, ...new Uint8Array(31)))).not.toEqual(new Uint8Array(31))
  expect(itemHash(Uint8Array.of(2, ...new Uint8Array(32)))).toEqual(new Uint8Array(32))
})

test("an app's message holds a limited number of frames: a million empty ones would fit", () => {
  const [ping = 0] = encodeAppFrame({ type: 'ping' })
  expect(decodeAppFrames(new Uint8Array(MAX_APP_FRAMES).fill(ping))).toHaveLength(MAX_APP_FRAMES)
  expect(decodeAppFrames(new Uint8Array(MAX_APP_FRAMES + 1).fill(ping))).toBeNull()
})

test("so does a relay's", () => {
  const pong = encodeRelayFrames([{ type: 'pong' }])[0] ?? 0
  expect(decodeRelayFrames(new Uint8Array(MAX_RELAY_FRAMES).fill(pong))).toHaveLength(MAX_RELAY_FRAMES)
  expect(decodeRelayFrames(new Uint8Array(MAX_RELAY_FRAMES + 1).fill(pong))).toBeNull()
})
