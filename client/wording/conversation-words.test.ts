import { expect, test } from 'vitest'
import { isOpen } from './conversation-words.ts'

test('a goal or a step is open until people agree that it has ended', () => {
  const open = (...status: readonly string[]) => isOpen({ aside: null, status })
  for (const ended of ['completed', 'cancelled']) {
    expect(open(ended)).toBe(false)
    for (const other of ['active', 'completed', 'cancelled'].filter((one) => one !== ended)) {
      expect(open(ended, other)).toBe(true)
      expect(open(other, ended)).toBe(true)
    }
  }
  expect(open()).toBe(true)
  expect(isOpen({ aside: { client: 1, at: 0 }, status: ['active'] })).toBe(false)
})
