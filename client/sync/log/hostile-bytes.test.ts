/**
 * Bytes from outside, given to everything that reads them: it never throws, always answers, and takes no more memory than
 * the bytes are worth. Each reader has a thread of its own, which is ended when it does not answer: a test that hangs tells
 * nothing.
 */
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { HostileAnswer, HostileTask } from '#testing/hostile-bytes.ts'
import { READERS } from '#testing/hostile-readers.ts'

const SEED = 20261122
/** In ms. All of them take a second or two; a busy machine takes longer. */
const PATIENCE_MS = 20_000
/** What a thread may hold, in MB: Yjs and the tests themselves need about 40. */
const MEMORY_MB = 128
/** A count alone may cost this much, in bytes: reading a page of a log leaves as much behind. */
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
