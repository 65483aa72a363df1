import { expect, test } from 'vitest'
import { decodeRelayFrames } from '#shared/protocol/relay-frames.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { createOutlet } from './outlet.ts'

const { heldBytes: MAX_HELD_BYTES, unsentBytes: MAX_UNSENT_BYTES } = DEFAULT_LIMITS

const open = (unsent = 0) => {
  const events: string[] = []
  const outlet = createOutlet(
    {
      send: (bytes) =>
        events.push(
          `sent ${
            decodeRelayFrames(bytes)
              ?.map(({ type }) => type)
              .join(' ') ?? bytes.length
          }`,
        ),
      close: (code, reason) => events.push(`closed ${code} ${reason}`),
      bufferedAmount: () => unsent,
    },
    DEFAULT_LIMITS,
    { onSent: () => events.push('on sent'), onClosed: () => events.push('on closed') },
  )
  return { outlet, events }
}

test('all frames of a moment are one message, and whoever was held back by them is told', async () => {
  const { outlet, events } = open()
  outlet.send({ type: 'pong' })
  outlet.send({ type: 'committed', seq: 1, receivedAt: 2 })
  expect(events).toEqual([])
  await Promise.resolve()
  expect(events).toEqual(['sent pong committed', 'on sent'])
})

test('frames of this moment count as unsent', async () => {
  const { outlet } = open()
  outlet.sendEncoded(new Uint8Array(MAX_UNSENT_BYTES + 1))
  expect(outlet.crowded()).toBe(true)
  await Promise.resolve()
  expect(outlet.crowded()).toBe(false)
  expect(open(MAX_UNSENT_BYTES + 1).outlet.crowded()).toBe(true)
})

test('what was said before a close leaves before it; afterwards nothing does, and it closes once', async () => {
  const { outlet, events } = open()
  outlet.send({ type: 'pong' })
  outlet.close(4403)
  outlet.send({ type: 'pong' })
  outlet.close(4400)
  outlet.drop()
  await Promise.resolve()
  expect(events).toEqual(['sent pong', 'on sent', 'on closed', 'closed 4403 removed'])
  expect(outlet.isOpen()).toBe(false)
})

test('[S8] who asks and never reads is not kept in memory', async () => {
  const { outlet, events } = open(MAX_HELD_BYTES)
  outlet.send({ type: 'pong' })
  await Promise.resolve()
  expect(events).toEqual(['on closed', 'closed 4501 tooSlow'])
})
