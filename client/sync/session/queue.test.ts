/** One thing after another, whatever takes how long. */
import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

test('tasks run in the order they came, each when the one before is done; one that throws holds up nobody', async () => {
  const failures: unknown[] = []
  const done: number[] = []
  const queue = createQueue((error) => failures.push(error))
  const first = Promise.withResolvers<void>()
  queue.add(async () => {
    await first.promise
    done.push(1)
  })
  queue.add(() => void done.push(2))
  queue.add(() => {
    throw new Error('third')
  })
  queue.add(() => {
    done.push(4)
    queue.add(() => void done.push(5))
  })
  const idle = queue.idle()
  expect(done).toEqual([])
  first.resolve()
  await idle
  expect(done).toEqual([1, 2, 4, 5])
  expect(failures.map(String)).toEqual(['Error: third'])
})
