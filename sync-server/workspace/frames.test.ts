import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { encodeCommitted, encodeRun, joinFrames } from './frames.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
/** Covers every length of a varUint, the longest included. */
const NUMBER = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat())
const ITEMS = fc.array(fc.record({ receivedAt: NUMBER, bytes: fc.uint8Array({ maxLength: 300 }) }), { minLength: 1 })

test('items, committed and both in one message match the shared encoder', () => {
  fc.assert(
    fc.property(NUMBER, NUMBER, ITEMS, (seq, receivedAt, logged) => {
      const items = logged.map((item, index) => ({ ...item, seq: seq + index }))
      const run: RelayFrame = { type: 'items', firstSeq: seq, items }
      const committed: RelayFrame = { type: 'committed', seq, receivedAt }
      const parts = [encodeRun(items), encodeCommitted(committed)]
      expect(parts.map(hex)).toEqual([run, committed].map((frame) => hex(encodeRelayFrames([frame]))))
      const size = parts.reduce((sum, { length }) => sum + length, 0)
      expect(hex(joinFrames(parts, size))).toBe(hex(encodeRelayFrames([run, committed])))
    }),
  )
})
