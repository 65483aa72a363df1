/** One connection: challenge, hello, frames in order, and noticing that nobody answers any more. */
import { beforeEach, describe, expect, test } from 'vitest'
import { verifySignature } from '#shared/chain/signatures.ts'
import { type AppFrame, decodeAppFrames, helloBytesToSign } from '#shared/protocol/app-frames.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { PING_INTERVAL_MS, PONG_TIMEOUT_MS } from '#shared/protocol/limits.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { holderOf, secretOf } from '#keys/testing/circle.ts'
import { NETWORK_LOST } from './backoff.ts'
import { type Connection, openConnection } from './connection.ts'
import { createQueue, type Queue } from '../session/queue.ts'
import { createFakeEnvironment, type FakeEnvironment, type FakeSocket } from '../testing/fake-environment.ts'

const RELAY = { url: 'wss://relay.weef.test/relay', origin: 'https://weef.test' }
const NONCE = new Uint8Array(32).fill(7)
const worker = await holderOf('worker')
const HELLO = {
  identity: { kind: 'person', person: worker.id },
  workspace: toWorkspaceId(secretOf('plan')),
  since: 4,
  logHash: new Uint8Array(16),
  start: 'log',
  root: null,
} as const
const challenge = (version = 1): RelayFrame => ({
  type: 'challenge',
  version,
  nonce: NONCE,
  limits: { itemBytes: 1, logBytes: 1 },
})

let environment: FakeEnvironment
let queue: Queue
let connection: Connection
let socket: FakeSocket
let heard: string[]
let slow: Promise<void> | null
let onFrame: () => void

beforeEach(() => {
  environment = createFakeEnvironment()
  queue = createQueue((error) => heard.push(String(error)))
  heard = []
  slow = null
  onFrame = () => {}
  connection = openConnection(RELAY, worker, environment, queue, {
    hello: () => HELLO,
    async frame(frame) {
      await slow
      heard.push(frame.type)
      onFrame()
    },
    closed: (code) => heard.push(`closed ${code}`),
  })
  socket = environment.sockets[0] as FakeSocket
})
const say = async (...frames: RelayFrame[]): Promise<void> => {
  socket.hear(encodeRelayFrames(frames).buffer)
  await queue.idle()
}
const sent = (): readonly AppFrame[] => socket.sent.flatMap((bytes) => decodeAppFrames(bytes) ?? [])
const pass = async (ms: number): Promise<void> => {
  environment.pass(ms)
  await queue.idle()
}

describe('the hello', () => {
  test('answers the challenge, signed for this relay and this connection', async () => {
    expect([socket.url, socket.binaryType, socket.sent.length]).toEqual([RELAY.url, 'arraybuffer', 0])
    await say(challenge())
    const [hello] = sent()
    if (hello?.type !== 'hello') throw new Error('A hello comes first.')
    expect(hello).toMatchObject({ version: 1, ...HELLO })
    const check = (origin: string, nonce: Uint8Array) =>
      verifySignature(worker.keys.sign, helloBytesToSign(origin, nonce, hello), hello.signature)
    expect(await check(RELAY.origin, NONCE)).toBe(true)
    expect(await check('https://elsewhere.test', NONCE)).toBe(false)
    expect(await check(RELAY.origin, new Uint8Array(32))).toBe(false)
  })
  test('a relay of an older version is not spoken to: it will be updated, so come back', async () => {
    await say(challenge(0))
    expect([sent(), heard]).toEqual([[], ['closed 4503']])
  })
  test('a relay of a later version decides for itself whether it still speaks this one', async () => {
    await say(challenge(2))
    expect(sent()).toMatchObject([{ type: 'hello', version: 1 }])
  })
})

describe('frames', () => {
  test('are handled in order, one message after another, however long one takes', async () => {
    const turn = Promise.withResolvers<void>()
    slow = turn.promise
    const first = say({ type: 'pong' }, { type: 'refused', reason: 'rate' })
    const second = say({ type: 'committed', seq: 1, receivedAt: 1 })
    expect(heard).toEqual([])
    turn.resolve()
    await Promise.all([first, second])
    expect(heard).toEqual(['pong', 'refused', 'committed'])
  })
  test.each([[new ArrayBuffer(0)], [Uint8Array.of(99).buffer], ['text'], [null]])(
    'a message that is none (%j) ends the connection',
    async (data) => {
      socket.hear(data)
      await queue.idle()
      expect([heard, socket.ended()]).toEqual([[`closed ${NETWORK_LOST}`], true])
    },
  )
  test('nor is the rest of a message, when a frame of it ends the connection', async () => {
    onFrame = () => connection.close()
    await say({ type: 'pong' }, { type: 'refused', reason: 'rate' })
    expect(heard).toEqual(['pong'])
  })
  test('nothing is handled after it was closed here, and nobody is told', async () => {
    const waiting = say({ type: 'pong' })
    connection.close()
    await waiting
    socket.lose(1006)
    await queue.idle()
    connection.send({ type: 'ping' })
    expect([heard, socket.ended(), socket.sent.length, environment.waiting()]).toEqual([[], true, 0, 0])
  })
  test('the end comes after every frame that came before it, with its code, once', async () => {
    const last = say({ type: 'pong' })
    socket.lose(4403)
    await last
    socket.lose(1006)
    await pass(60_000)
    expect(heard).toEqual(['pong', 'closed 4403'])
  })
})

describe('a device that says its network is gone', () => {
  test('is believed at once: nobody waits for a ping that cannot come back', async () => {
    await say({ type: 'pong' })
    environment.goOffline()
    await queue.idle()
    expect([heard, socket.ended()]).toEqual([['pong', `closed ${NETWORK_LOST}`], true])
    expect([environment.listening(), environment.waiting()]).toEqual([0, 0])
  })
  test('a connection that was closed here no longer listens', () => {
    expect(environment.listening()).toBe(1)
    connection.close()
    expect(environment.listening()).toBe(0)
  })
})

describe('silence', () => {
  test('a relay that never says a word is given the time of one pong', async () => {
    await pass(PONG_TIMEOUT_MS - 1)
    expect(heard).toEqual([])
    await pass(1)
    expect([heard, socket.ended(), socket.sent.length]).toEqual([[`closed ${NETWORK_LOST}`], true, 0])
  })
  test('after 12 s without a message a ping; 10 s without an answer, and the connection is gone', async () => {
    await say({ type: 'pong' })
    await pass(PING_INTERVAL_MS - 1)
    expect(sent()).toEqual([])
    await pass(1)
    expect(sent()).toEqual([{ type: 'ping' }])
    await pass(PONG_TIMEOUT_MS - 1)
    expect(heard).toEqual(['pong'])
    await pass(1)
    expect(heard).toEqual(['pong', `closed ${NETWORK_LOST}`])
  })
  test('any message counts as an answer, and starts the time anew', async () => {
    await say({ type: 'pong' })
    for (let at = 0; at < 5; at++) {
      await pass(PING_INTERVAL_MS + PONG_TIMEOUT_MS - 1)
      await say({ type: 'pong' })
    }
    expect(sent()).toHaveLength(5)
    expect(heard).not.toContain(`closed ${NETWORK_LOST}`)
    await pass(PING_INTERVAL_MS - 1)
    await say({ type: 'pong' })
    await pass(PING_INTERVAL_MS - 1)
    expect(sent()).toHaveLength(5)
  })
})
