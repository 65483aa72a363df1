import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { isShort, toMessage } from './short-messages.ts'

/** Around every step in the encoding of a frame's length, and the longest that counts as short. */
const CONTENTS = [0, 1, 125, 126, 127, 255, 256, 16 * 1024].map((length) => new Uint8Array(length).map((_, at) => at))

test('the longest of them still counts as short, and the next one does not', () => {
  const longest = CONTENTS.at(-1)?.length ?? 0
  expect([longest, longest + 1].map((length) => isShort(new Uint8Array(length)))).toEqual([true, false])
})

test('a WebSocket receives short messages whole and in order, also between those that ws sends itself', async () => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  server.on('upgrade', (request, raw, head) =>
    sockets.handleUpgrade(request, raw, head, (socket) => {
      for (const content of CONTENTS) {
        raw.write(toMessage(content))
        socket.send(content)
      }
      socket.close()
    }),
  )
  await new Promise((resolve) => server.once('listening', resolve))
  const heard: string[] = []
  const app = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  app.on('message', (data: Buffer, isBinary) => heard.push(`${isBinary} ${data.toString('hex')}`))
  await new Promise((resolve) => app.on('close', resolve))
  expect(heard).toEqual(CONTENTS.flatMap((content) => Array(2).fill(`true ${Buffer.from(content).toString('hex')}`)))
})
