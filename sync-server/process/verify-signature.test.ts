import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifySignature as asAgreed } from '#shared/chain/signatures.ts'
import { createTestPerson } from '../testing/people.ts'
import { verifySignature } from './verify-signature.ts'

type Bytes = Uint8Array<ArrayBuffer>
const changed = (bytes: Bytes, at: number, bit: number): Bytes => {
  const copy = bytes.slice()
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit)
  return copy
}

test('a hello is verified exactly as devices verify: every changed, cut or longer input is refused', async () => {
  const person = await createTestPerson()
  const signed = new TextEncoder().encode('what is signed')
  const signature = await person.sign(signed)
  const key = person.keys.sign
  expect(await verifySignature(key, signed, signature)).toBe(true)
  const other = await createTestPerson()
  expect(await verifySignature(other.keys.sign, signed, signature)).toBe(false)
  const off = key.slice()
  off.fill(7, 1)
  const zero = new Uint8Array(64)
  for (const [point, proof] of [
    [off, signature],
    [key, zero],
    [new Uint8Array(0), signature],
    [key.slice(0, 64), signature],
    [Uint8Array.of(...key, 0), signature],
    [key, signature.slice(0, 63)],
    [key, Uint8Array.of(...signature, 0)],
    [key, new Uint8Array(0)],
  ] as const) {
    expect([await asAgreed(point, signed, proof), await verifySignature(point, signed, proof)]).toEqual([false, false])
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('key', 'signed', 'signature'), fc.nat(), fc.nat(7), async (what, at, bit) => {
      const one = { key, signed, signature }
      one[what] = changed(one[what], at, bit)
      const [ours, agreed] = await Promise.all([
        verifySignature(one.key, one.signed, one.signature),
        asAgreed(one.key, one.signed, one.signature),
      ])
      expect([ours, agreed]).toEqual([false, false])
    }),
    { numRuns: 60 },
  )
})
