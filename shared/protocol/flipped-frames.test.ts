/**
 * Frames with a byte changed in transit. The relay's frames and an append's wrapping are not signed: TLS protects them.
 * What is promised is that a changed frame is malformed or means something else in canonical encoding, never the same in a
 * second way. The contents detect the change themselves: items, sealed presence and hellos are authenticated, and numbers
 * are checked against the log hash (S4, C3).
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flipsOf } from '../golden/flips.ts'
import { fromHex, RECORD_NAMES, toHex, vectors } from '../golden/vectors.ts'
import { decodeRecordBody, encodeRecordBody, type RecordKind } from '../chain/record-bodies.ts'
import { decodeRecord, encodeRecordToSign, withSignatures } from '../chain/records.ts'
import { verifySignature } from '../chain/signatures.ts'
import { decodeAppFrames, encodeAppFrame, helloBytesToSign } from './app-frames.ts'
import { concatBytes } from './bytes.ts'
import { decodeEntry, encodeEntry, encodeEntryHeader } from './entries.ts'
import { decodeRelayFrames, encodeRelayFrames } from './relay-frames.ts'

type Bytes = Uint8Array<ArrayBuffer>
/** The decoded value, encoded again; `null` when the bytes are malformed. */
type Again = (bytes: Bytes) => Uint8Array | null

const appAgain: Again = (bytes) => {
  const frames = decodeAppFrames(bytes)
  return frames && concatBytes(...frames.map(encodeAppFrame))
}
const relayAgain: Again = (bytes) => {
  const frames = decodeRelayFrames(bytes)
  return frames && encodeRelayFrames(frames)
}
const entryAgain: Again = (bytes) => {
  const entry = decodeEntry(bytes)
  return entry && encodeEntry({ ...entry, headerBytes: encodeEntryHeader(entry.header) })
}
/** The body of a later version's kind cannot be encoded here. */
const recordAgain: Again = (bytes) => {
  const record = decodeRecord(bytes)
  if (record === null || record.body.kind === 'unknown') return record && bytes
  return withSignatures(encodeRecordToSign(record, record.body), record.signatures)
}
const bodyAgain = (kind: RecordKind): Again => {
  return (bytes) => {
    const body = decodeRecordBody(kind, bytes)
    return body && encodeRecordBody(body)
  }
}

const { frames, content, keys } = vectors
const MESSAGES: readonly (readonly [string, Again, string])[] = [
  ...Object.entries({ ...frames.app, together: frames.appTogether }).map(
    ([name, hex]) => [`${name}, from the app`, appAgain, hex] as const,
  ),
  ...Object.entries({ ...frames.relay, together: frames.relayTogether }).map(
    ([name, hex]) => [`${name}, from the relay`, relayAgain, hex] as const,
  ),
  ['entry', entryAgain, content.entry.bytes],
  ...RECORD_NAMES.map((name) => [`record ${name}`, recordAgain, vectors.records[name].bytes] as const),
  ...(['root', 'invite', 'join', 'role', 'epoch'] as const).map(
    (kind) => [`body of ${kind}`, bodyAgain(kind), vectors.records[kind].body] as const,
  ),
]

describe('decoding is canonical', () => {
  test.each(MESSAGES)(
    '%s, with any byte changed: malformed, or different and encoded again to the same bytes',
    (_, again, hex) => {
      const bytes = fromHex(hex)
      expect(toHex(again(bytes) ?? new Uint8Array(0))).toBe(hex)
      const second = flipsOf(bytes).filter((flipped) => {
        const written = again(flipped.bytes)
        return written !== null && toHex(written) !== toHex(flipped.bytes)
      })
      expect(second.map(({ at, mask }) => [at, mask])).toEqual([])
    },
  )

  /** A number in canonical and in other encodings. */
  const SPELLINGS: number[][] = [[0], [1], [8], [127], [128, 1], [255, 255, 3], [128, 0], [129, 128, 0], [255, 0]]
  const numbers = fc.constantFrom(...SPELLINGS)
  const bytes = fc.uint8Array({ maxLength: 9 }).map((each) => [each.length, ...each])
  const PARTS: Record<string, readonly (readonly fc.Arbitrary<number[]>[])[]> = {
    app: [[fc.constant([3])], [fc.constant([2]), numbers, bytes], [fc.constant([1]), bytes]],
    relay: [
      [fc.constant([7])],
      [fc.constant([3]), numbers, numbers],
      [fc.constant([4]), numbers],
      [fc.constant([1]), numbers, fc.constant([1]), numbers, bytes],
      [fc.constant([6, 0])],
    ],
  }
  test.each([
    ['app', appAgain],
    ['relay', relayAgain],
  ] as const)('frames of the %s decode canonically, or not at all', (side, again) => {
    const frame = fc.oneof(...(PARTS[side] ?? []).map((parts) => fc.tuple(...parts).map((each) => each.flat())))
    const message = fc.array(frame, { minLength: 1, maxLength: 3 }).map((each) => Uint8Array.from(each.flat()))
    let [read, refused] = [0, 0]
    const check = (said: Bytes): void => {
      const written = again(said)
      if (written === null) refused += 1
      else expect(toHex(written)).toBe(toHex(said))
      if (written !== null) read += 1
    }
    fc.assert(fc.property(message, check), { seed: 20261122, numRuns: 2_000 })
    expect(Math.min(read, refused)).toBeGreaterThan(200)
  })
})

describe('[S1] a hello with any byte changed', () => {
  test.each(['helloPerson', 'helloInvitation'] as const)('%s: malformed, or its signature is invalid', async (name) => {
    const challenge = fromHex(frames.challenge)
    const key = fromHex(name === 'helloPerson' ? keys.resident.signPoint : keys.invitation.signPoint)
    const isTaken = async (bytes: Bytes): Promise<boolean> => {
      const hellos = decodeAppFrames(bytes) ?? []
      const signed = hellos.map(
        (hello) =>
          hello.type === 'hello' &&
          verifySignature(key, helloBytesToSign(frames.origin, challenge, hello), hello.signature),
      )
      return (await Promise.all(signed)).includes(true)
    }
    const bytes = fromHex(frames.app[name])
    expect(await isTaken(bytes)).toBe(true)
    const flips = flipsOf(bytes)
    const taken = await Promise.all(flips.map((flipped) => isTaken(flipped.bytes)))
    expect(flips.filter((_, index) => taken[index])).toEqual([])
  })
  test('is also invalid for another challenge or another relay', async () => {
    const [hello] = decodeAppFrames(fromHex(frames.app.helloPerson)) ?? []
    if (hello?.type !== 'hello') throw new Error('The vector is a hello.')
    const isGood = (origin: string, challenge: Bytes): Promise<boolean> =>
      verifySignature(fromHex(keys.resident.signPoint), helloBytesToSign(origin, challenge, hello), hello.signature)
    const challenge = fromHex(frames.challenge)
    expect(await isGood(frames.origin, challenge)).toBe(true)
    const others = flipsOf(challenge).map(({ bytes }) => isGood(frames.origin, bytes))
    const origins = [`${frames.origin}.evil.test`, frames.origin.slice(0, -1), ''].map((each) =>
      isGood(each, challenge),
    )
    expect(await Promise.all([...others, ...origins])).not.toContain(true)
  })
})
