/** [K1] The moment a checkpoint is due; checkpoints.test.ts shows what people see of it. */
import { expect, test } from 'vitest'
import { isCheckpointDue } from './checkpoint-due.ts'

test.each([
  [{ items: 5, bytes: 3_000, size: 0 }, false],
  [{ items: 1_100, bytes: 300_000, size: 0 }, true],
  [{ items: 3, bytes: 600_000, size: 0 }, true],
  [{ items: 3, bytes: 600_000, size: 2_000_000 }, false],
  [{ items: 9_000, bytes: 1_900_000, size: 2_000_000 }, false],
  [{ items: 9_000, bytes: 2_100_000, size: 2_000_000 }, true],
])('after %o is due: %s', (since, due) => {
  expect(isCheckpointDue(since, 0)).toBe(due)
})
