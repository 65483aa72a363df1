import { expect, test } from 'vitest'
import { decodeRelayFrames } from '#shared/protocol/relay-frames.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { createSendBuffer } from './send-buffer.ts'

const { heldBytes: MAX_HELD_BYTES, unsentBytes: MAX_UNSENT_BYTES } = DEFAULT_LIMITS

const open = (unsent = 0) => {
  const events: string[] = []
  const sendBuffer = createSendBuffer(
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
  return { sendBuffer, events }
}

test('all frames of one turn are one message, and a held-back reader is told when it has left', async () => {
  const { sendBuffer, events } = open()
  sendBuffer.send({ type: 'pong' })
  sendBuffer.send({ type: 'committed', seq: 1, receivedAt: 2 })
  expect(events).toEqual([])
  await Promise.resolve()
  expect(events).toEqual(['sent pong committed', 'on sent'])
})

test('frames of this turn count as unsent', async () => {
  const { sendBuffer } = open()
  sendBuffer.sendEncoded(new Uint8Array(MAX_UNSENT_BYTES + 1))
  expect(sendBuffer.isFull()).toBe(true)
  await Promise.resolve()
  expect(sendBuffer.isFull()).toBe(false)
  expect(open(MAX_UNSENT_BYTES + 1).sendBuffer.isFull()).toBe(true)
})

test('frames before a close leave before it, none after it, and it closes once', async () => {
  const { sendBuffer, events } = open()
  sendBuffer.send({ type: 'pong' })
  sendBuffer.close(4403)
  sendBuffer.send({ type: 'pong' })
  sendBuffer.close(4400)
  sendBuffer.drop()
  await Promise.resolve()
  expect(events).toEqual(['sent pong', 'on sent', 'on closed', 'closed 4403 removed'])
  expect(sendBuffer.isOpen()).toBe(false)
})

test('[S8] a connection that never reads is dropped instead of buffered', async () => {
  const { sendBuffer, events } = open(MAX_HELD_BYTES)
  sendBuffer.send({ type: 'pong' })
  await Promise.resolve()
  expect(events).toEqual(['on closed', 'closed 4501 tooSlow'])
})
