import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeEntry, encodeEntryHeader, ENTRY_TYPES, glanceAtEntry } from '#shared/protocol/entries.ts'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { readEntryHeader, standsAt } from './entry-header.ts'

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const NUMBER = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat())
const PLACE = fc.record({ number: NUMBER, hash: bytesOf(16) })
const ENTRY = fc
  .record({
    type: fc.constantFrom(...ENTRY_TYPES),
    workspace: bytesOf(16).map(toWorkspaceId),
    epoch: NUMBER,
    author: bytesOf(16).map(toPersonId),
    seen: PLACE,
    lastRecord: PLACE,
  })
  .chain((header) =>
    fc.record({
      headerBytes: fc.constant(encodeEntryHeader(header)),
      nonce: bytesOf(12),
      ciphertext: fc.uint8Array({ minLength: 0, maxLength: 200 }),
      signature: bytesOf(64),
    }),
  )
  .map(encodeEntry)

/** The same fields at the same places, or null for the same bytes. */
const expectAgreed = (bytes: Uint8Array): void => {
  const [agreed, ours] = [glanceAtEntry(bytes), readEntryHeader(bytes)]
  expect(ours === null).toBe(agreed === null)
  if (ours === null || agreed === null) return
  expect([ours.epoch, ours.seen]).toEqual([agreed.epoch, agreed.seen])
  expect(standsAt(bytes, ours.workspaceAt, agreed.workspace)).toBe(true)
  expect(standsAt(bytes, ours.authorAt, agreed.author)).toBe(true)
}

test('an entry is read as the protocol reads it', () => {
  fc.assert(fc.property(ENTRY, expectAgreed))
})

test('so is one that was changed, cut or made longer, and anything else', () => {
  fc.assert(
    fc.property(ENTRY, fc.nat(), fc.nat(255), (entry, at, byte) => {
      const changed = entry.slice()
      changed[at % Math.min(80, changed.length)] = byte // the header alone: behind it nothing is judged
      expectAgreed(changed)
      expectAgreed(entry.subarray(0, at % (entry.length + 1)))
      expectAgreed(Uint8Array.of(...entry, byte))
      expectAgreed(Uint8Array.of(...entry.subarray(0, at % 70), byte | 128, byte, ...entry.subarray(at % 70)))
    }),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectAgreed))
})

test('ids are compared to their last byte', () => {
  const bytes = Uint8Array.of(9, 1, 2, 3)
  expect(standsAt(bytes, 1, Uint8Array.of(1, 2, 3))).toBe(true)
  expect(standsAt(bytes, 1, Uint8Array.of(1, 2, 4))).toBe(false)
  expect(standsAt(bytes, 2, Uint8Array.of(2, 3, 0))).toBe(false)
})
