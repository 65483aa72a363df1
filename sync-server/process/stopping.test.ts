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
/** Resolves after all settled promises have run their handlers. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('after one signal, it finishes and exits with 0', async () => {
  const { stopper, seen } = setUp(async () => {})
  expect(stopper.isStopping()).toBe(false)
  stopper.ask()
  expect(stopper.isStopping()).toBe(true)
  await settled()
  expect(seen).toEqual(['stop', 0])
})

test('after a second signal, it exits at once', () => {
  const { stopper, seen } = setUp(never)
  stopper.ask()
  expect(seen).toEqual(['stop'])
  stopper.ask()
  expect(seen).toEqual(['stop', 'asked twice', 1])
})

test('a stop that takes too long or fails still exits', async () => {
  const slow = setUp(never)
  slow.stopper.ask()
  slow.late()
  expect(slow.seen).toEqual(['stop', 'late', 1])
  const broken = setUp(() => Promise.reject(new Error('broken')))
  broken.stopper.ask()
  await settled()
  expect(broken.seen).toEqual(['stop', 'failed', 1])
})
