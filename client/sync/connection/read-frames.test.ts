import { expect, test } from 'vitest'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { createFakeEnvironment } from '../testing/fake-environment.ts'
import { readFrames } from './read-frames.ts'

const live: RelayFrame = { type: 'live', head: 1, logHash: new Uint8Array(16), now: 1_795_000_000_000 }

test('the device hears the relay’s time as soon as a message tells it, and of nonsense it hears none', () => {
  const environment = createFakeEnvironment()
  const { buffer } = encodeRelayFrames([{ type: 'items', firstSeq: 1, items: [] }, live])
  expect(readFrames(environment, buffer, environment.elapsed())).toHaveLength(2)
  expect(environment.heardTimes).toEqual([live.now])
  for (const nonsense of [new Uint8Array([99, 1]).buffer, 'live', null])
    expect(readFrames(environment, nonsense, 0)).toBe(null)
  expect(environment.heardTimes).toHaveLength(1)
})
