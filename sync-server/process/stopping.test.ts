import { expect, test } from 'vitest'
import { createStopper } from './stopping.ts'

const setUp = (stop: () => Promise<void>) => {
  const seen: unknown[] = []
  let late = (): void => {}
  const stopper = createStopper({
    stop: () => {
      seen.push('stop')
      return stop()
    },
    exit: (code) => seen.push(code),
    after: (_ms, run) => (late = run),
    onTrouble: (what) => seen.push(what),
  })
  return { stopper, seen, late: () => late() }
}
const never = (): Promise<void> => new Promise(() => {})
/** Promises that are settled have been heard of. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('asked once, it finishes and ends well', async () => {
  const { stopper, seen } = setUp(async () => {})
  expect(stopper.isStopping()).toBe(false)
  stopper.ask()
  expect(stopper.isStopping()).toBe(true)
  await settled()
  expect(seen).toEqual(['stop', 0])
})

test('asked again, it ends at once', () => {
  const { stopper, seen } = setUp(never)
  stopper.ask()
  expect(seen).toEqual(['stop'])
  stopper.ask()
  expect(seen).toEqual(['stop', 'asked twice', 1])
})

test('what takes too long, or fails, ends all the same', async () => {
  const slow = setUp(never)
  slow.stopper.ask()
  slow.late()
  expect(slow.seen).toEqual(['stop', 'late', 1])
  const broken = setUp(() => Promise.reject(new Error('broken')))
  broken.stopper.ask()
  await settled()
  expect(broken.seen).toEqual(['stop', 'failed', 1])
})
