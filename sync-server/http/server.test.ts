import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { MAX_HELLO_BYTES, MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import { createLog } from '../process/log.ts'
import { startServer } from './server.ts'
import { createSockets } from '../sockets/sockets.ts'
import { signedHello, TEST_ORIGIN } from '../testing/app.ts'
import { createTestRelay } from '../testing/circle.ts'
import { createTestPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../testing/people.ts'
import { freePort, openSocket, type SocketApp } from '../testing/socket-app.ts'

const { relay, errors } = createTestRelay({ nextTurn: setImmediate })
let port = 0
let stop = async (): Promise<void> => {}
let plan: TestWorkspace
let worker: TestPerson

beforeAll(async () => {
  port = await freePort()
  const log = createLog('silent')
  const sockets = createSockets(relay, [TEST_ORIGIN], log)
  const options = {
    port,
    host: '127.0.0.1',
    publicOrigin: 'http://localhost',
    site: new Map(),
    sockets,
    log,
    readiness: async () => 'ok' as const,
  }
  stop = await startServer(options)
  worker = await createTestPerson()
  plan = await createTestWorkspace(worker)
})
afterAll(() => stop())

const letIn = async (): Promise<SocketApp> => {
  const app = openSocket(port, TEST_ORIGIN)
  app.send(await signedHello(await app.first('challenge'), worker, plan.id, { root: plan.root }))
  await app.first('live')
  return app
}
const isWell = async (): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`)
  expect([response.status, response.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'"),
  ])
  const app = await letIn()
  app.send(encodeAppFrame({ type: 'ping' }))
  await app.first('pong')
  app.socket.close()
  expect(errors).toEqual([])
}

test('two devices write to each other over real sockets', async () => {
  const [a, b] = [await letIn(), await letIn()]
  const entry = plan.entry(worker, 'hello')
  a.send(encodeAppFrame({ type: 'append', item: entry }))
  const { seq } = await a.first('committed')
  await b.until(() => b.frames.some((frame) => frame.type === 'items' && frame.firstSeq === seq))
  const heard = b.frames.find((frame) => frame.type === 'items' && frame.firstSeq === seq)
  expect(heard?.type === 'items' && heard.items[0]?.bytes).toEqual(entry)
  for (const app of [a, b]) app.socket.close()
})

test('a page of another site, and any other path, get no socket', async () => {
  const elsewhere = openSocket(port, 'https://evil.test')
  await elsewhere.closed
  expect(elsewhere.frames).toEqual([])
  const answer = await new Promise<string>((resolve) => {
    const raw = connect(port, '127.0.0.1')
    raw.on('data', (data) => resolve(String(data)))
    raw.write('GET /other HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  })
  expect(answer).toMatch(/^HTTP\/1.1 404/)
})

test('[S1] a connection that sends more than a hello before the hello is cut off, even within one unfinished message', async () => {
  const app = openSocket(port)
  await app.first('challenge')
  app.socket.send(new Uint8Array(MAX_HELLO_BYTES), { fin: false })
  app.socket.send(new Uint8Array(MAX_HELLO_BYTES), { fin: false })
  expect(await app.closed).toBe(1006) // without a close handshake
})

test('[S8] a message larger than the largest item, or a text message, ends only its own socket', async () => {
  const [big, text, other] = [await letIn(), await letIn(), await letIn()]
  big.send(new Uint8Array(MAX_ITEM_BYTES + 1024 * 1024))
  text.socket.send('hello')
  expect(await big.closed).toBe(1009)
  expect(await text.closed).toBe(CLOSE.malformed)
  other.send(encodeAppFrame({ type: 'ping' }))
  await other.first('pong')
  other.socket.close()
})

const bytes = fc.uint8Array({ maxLength: 300 })
const nearly = fc.oneof(
  bytes,
  bytes.map((rest) => concatBytes(Uint8Array.of(0, 1), rest)),
  bytes.map((rest) => encodeAppFrame({ type: 'append', item: concatBytes(Uint8Array.of(0, 1), rest) })),
  bytes.map((rest) => encodeAppFrame({ type: 'append', item: concatBytes(Uint8Array.of(1, 1), rest) })),
  bytes.map((sealed) => encodeAppFrame({ type: 'presence', epoch: 0, sealed: concatBytes(sealed) })),
)

test('[S8] the relay survives anything that a stranger or a member sends', async () => {
  const story = fc.asyncProperty(
    fc.boolean(),
    fc.array(nearly, { minLength: 1, maxLength: 6 }),
    async (isMember, says) => {
      const app = isMember ? await letIn() : openSocket(port)
      await app.first('challenge')
      for (const message of says) app.send(message)
      if (!isMember) app.socket.close()
      else app.send(Uint8Array.of(9)) // an unknown frame type: the relay closes once it has parsed this far
      await app.closed
    },
  )
  await fc.assert(story, { numRuns: 60 })
  await isWell()
})

test('[S8] the relay survives anything that comes before or instead of a WebSocket handshake', async () => {
  const opening = 'GET /relay HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
  const keys = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  const story = fc.asyncProperty(
    fc.constantFrom('', opening, `${opening}\r\n`, opening + keys),
    bytes,
    async (text, rest) => {
      await new Promise<void>((resolve) => {
        const raw = connect(port, '127.0.0.1')
        raw.on('error', () => {})
        raw.on('close', () => resolve())
        raw.on('data', () => raw.destroy())
        raw.end(concatBytes(new TextEncoder().encode(text), rest))
      })
    },
  )
  await fc.assert(story, { numRuns: 60 })
  await isWell()
})
