/**
 * Hostile bytes, given to every decoder: it never throws, always returns, and takes memory in proportion to the bytes. Each
 * decoder has a thread of its own, which is ended when it does not answer, because a test that hangs shows nothing.
 */
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { HostileAnswer, HostileTask } from '#testing/hostile-bytes.ts'
import { READERS } from '#testing/hostile-readers.ts'

const SEED = 20261122
/** The timeout in ms. All decoders take a second or two; a busy machine takes longer. */
const PATIENCE_MS = 20_000
/** The memory limit of a thread, in MB: Yjs and the tests themselves need about 40. */
const MEMORY_MB = 128
/** The most memory that a count alone may cost, in bytes: reading a page of a log leaves as much behind. */
const COUNT_COSTS = 2 * 1024 * 1024

const noted = (last: SharedArrayBuffer): string => {
  const [low = 0, high = 0, ...bytes] = new Uint8Array(last)
  return Buffer.from(bytes.slice(0, low + high * 256)).toString('hex')
}
const run = (reader: string): Promise<HostileAnswer> => {
  const last = new SharedArrayBuffer(4_096)
  const worker = new Worker(new URL('../../testing/hostile-bytes.ts', import.meta.url), {
    workerData: { reader, seed: SEED, last } satisfies HostileTask,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}\nThe last bytes were ${noted(last)}`))
    const watchdog = setTimeout(() => {
      fail('It did not answer.')
      void worker.terminate()
    }, PATIENCE_MS)
    worker.once('message', resolve)
    worker.once('error', (error) => fail(String(error)))
    worker.once('exit', () => {
      clearTimeout(watchdog)
      fail('It ended without an answer.')
    })
  })
}

test.for(Object.keys(READERS))('[S8] %s', { timeout: 2 * PATIENCE_MS }, async (reader) => {
  const { runs, mostBytes } = await run(reader)
  expect(runs).toBeGreaterThan(100)
  expect(mostBytes).toBeLessThan(COUNT_COSTS)
})
