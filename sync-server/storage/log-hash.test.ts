import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eraseItem, nextLogHash as asAgreed } from '#shared/protocol/log.ts'
import { nextLogHash } from './log-hash.ts'

const HASH = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('the store computes the same log hash as the protocol, erased items included', () => {
  const item = fc.uint8Array({ maxLength: 500 })
  fc.assert(
    fc.property(HASH, item, fc.boolean(), (previous, bytes, erased) => {
      const one = erased ? eraseItem(bytes) : bytes
      expect(Buffer.from(nextLogHash(previous, one)).toString('hex')).toBe(
        Buffer.from(asAgreed(previous, one)).toString('hex'),
      )
    }),
  )
})

test('a returned hash is not changed by later calls', () => {
  const first = nextLogHash(new Uint8Array(32), Uint8Array.of(1))
  const before = first.slice()
  nextLogHash(first, Uint8Array.of(2))
  expect(first).toEqual(before)
})
