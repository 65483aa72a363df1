/** Names in a link are what somebody wants to be read: nothing unseen, nothing that reaches its surroundings. */
import { expect, test } from 'vitest'
import { toClaims } from './claims.ts'

const claimOf = (inviter: string): string =>
  toClaims({ inviter, organisation: '', whose: { name: 'not-said' } }).inviter

test.each([
  ['Wanda', 'Wanda'],
  ['  Wanda\nde  Vries ', 'Wanda de Vries'],
  ['An\u200bs\u202e', 'Ans'],
  ['\u3164\u115f\u2800', ''],
  [`e${'\u0301'.repeat(40)}`, 'é\u0301\u0301\u0301'],
  ['W'.repeat(90), 'W'.repeat(40)],
  ['\ud800Sam', 'Sam'],
  ['ضياء', 'ضياء'],
])('%j reads %j', (text, read) => {
  expect(claimOf(text)).toBe(read)
})

test('somebody without a readable name has no plan', () => {
  const { whose } = toClaims({ inviter: '', organisation: '', whose: { name: 'of', person: '\u200d' } })
  expect(whose).toEqual({ name: 'not-said' })
})
