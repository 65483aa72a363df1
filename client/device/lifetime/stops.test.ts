/** Stops run in reverse order, and none keeps the others from running. */
import { expect, test } from 'vitest'
import { createStops } from './stops.ts'

const createWorld = () => {
  const reported: unknown[] = []
  const timers = new Set<() => void>()
  const after = (_ms: number, run: () => void) => {
    timers.add(run)
    return () => void timers.delete(run)
  }
  return { stops: createStops(after, (error) => reported.push(error)), reported, timers }
}

test('stops run in reverse order, each once', async () => {
  const { stops, timers } = createWorld()
  const told: string[] = []
  stops.add(() => void told.push('lock'))
  stops.add(async () => void told.push('session'))
  await stops.stopAll()
  await stops.stopAll()
  expect(told).toEqual(['session', 'lock'])
  expect(timers.size).toBe(0)
})

test('a failing stop is reported, and the lock is still released', async () => {
  const { stops, reported } = createWorld()
  let released = false
  stops.add(() => void (released = true))
  stops.add(() => {
    throw new Error('no database')
  })
  stops.add(() => Promise.reject(new Error('no disk')))
  await stops.stopAll()
  expect(released).toBe(true)
  expect(reported).toHaveLength(2)
})

test('a stop that never ends is abandoned after its time', async () => {
  const { stops, timers } = createWorld()
  let released = false
  stops.add(() => void (released = true))
  stops.add(() => new Promise<void>(() => {}))
  const stopped = stops.stopAll()
  await Promise.resolve()
  for (const run of timers) run()
  await stopped
  expect(released).toBe(true)
})
