/** Limits on sockets (S8), with real ones. */
import { get } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { DEFAULT_LIMITS, type LimitName, type RelayLimits } from '../limits/limits.ts'
import { createLog } from '../process/log.ts'
import { startServer } from '../http/server.ts'
import { createSockets, MAX_LATE_MESSAGES, type SocketsOptions } from './sockets.ts'
import { TEST_ORIGIN } from '../testing/app.ts'
import type { Relay } from '../relay/relay.ts'
import { createTestRelay } from '../testing/circle.ts'
import { freePort } from '../testing/socket-app.ts'
import { NO_OBSERVER } from '../workspace/relay-observer.ts'

const setUp = async (limits: Partial<RelayLimits>, options: Omit<SocketsOptions, 'limits'> = {}) => {
  const { relay } = createTestRelay({ nextTurn: setImmediate })
  const [port, log] = [await freePort(), createLog('silent')]
  const met: LimitName[] = []
  const observer = { ...NO_OBSERVER, met: (limit: LimitName) => void met.push(limit) }
  const sockets = createSockets(relay, [TEST_ORIGIN], log, observer, {
    limits: { ...DEFAULT_LIMITS, ...limits },
    ...options,
  })
  const served = { publicOrigin: 'http://localhost', site: new Map(), readiness: async () => 'ok' as const }
  const stop = await startServer({ port, host: '127.0.0.1', sockets, log, ...served })
  onTestFinished(stop)
  /** A socket, or the status and Retry-After that came instead. */
  const come = (address?: string): Promise<WebSocket | readonly [number | undefined, string | undefined]> =>
    new Promise((resolve) => {
      const headers = address === undefined ? {} : { 'X-Forwarded-For': address }
      const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`, { headers })
      socket.on('error', () => {})
      socket.on('open', () => resolve(socket))
      socket.on('unexpected-response', (_request, { statusCode, headers: told }) =>
        resolve([statusCode, told['retry-after']]),
      )
    })
  const leave = async (socket: Awaited<ReturnType<typeof come>>): Promise<void> => {
    if (!(socket instanceof WebSocket)) throw new Error('It is no socket.')
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.close()
    await closed
  }
  return { port, met, come, leave, stop }
}
const TURNED_AWAY = [503, '10']
/** 429 and not 503: a proxy must not take it for an outage of the relay. */
const TOO_MANY = [429, '10']

test("[S8] an address's sockets are limited; other addresses are independent, and this machine itself is not counted", async () => {
  const { met, come, leave } = await setUp({ addressSockets: 2 })
  const [first] = [await come('203.0.113.7'), await come('203.0.113.7')]
  expect(await come('203.0.113.7')).toEqual(TOO_MANY)
  for (const other of ['203.0.113.8', '2001:db8:1:2::1', '2001:db8:1:2::2', undefined, undefined, undefined])
    expect(await come(other)).toBeInstanceOf(WebSocket)
  expect(await come('2001:db8:1:2::3')).toEqual(TOO_MANY)
  await leave(first)
  expect(await come('203.0.113.7')).toBeInstanceOf(WebSocket)
  expect(met).toEqual(['addressSockets', 'addressSockets'])
})

test('[S8] a request that never becomes a socket keeps no place', async () => {
  const { port, come } = await setUp({ addressSockets: 1 })
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'X-Forwarded-For': '203.0.113.7' }
  for (let tries = 0; tries < 3; tries++) {
    const status = await new Promise((resolve) =>
      get({ port, path: '/relay', headers }, ({ statusCode }) => resolve(statusCode)),
    )
    expect(status).toBe(400) // a handshake without a key
  }
  expect(await come('203.0.113.7')).toBeInstanceOf(WebSocket)
})

test('[S8] a refused client holds nothing, even if it never hangs up', async () => {
  const { port, come, stop } = await setUp({ addressSockets: 1 })
  await come('203.0.113.7')
  const tries = [
    ['/nowhere', ''],
    ['/relay', 'Origin: https://elsewhere.example\r\n'],
    ['/relay', 'X-Forwarded-For: 203.0.113.7\r\n'],
  ] as const
  for (const [path, header] of tries) {
    const raw = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    onTestFinished(() => void raw.destroy())
    raw.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${header}\r\n`)
    await new Promise((resolve) => raw.once('data', resolve))
  }
  await stop() // which waits until every connection has ended
}, 10_000)

test('[S8] a client that goes on sending after the relay has closed is cut off', async () => {
  const { port } = await setUp({})
  const raw = connect(port, '127.0.0.1')
  const closed = new Promise((resolve) => raw.on('close', resolve))
  raw.on('error', () => {})
  raw.on('data', () => {})
  const keys = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
  raw.write(`GET /relay HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${keys}\r\n`)
  const empty = Uint8Array.of(0x82, 0x80, 0, 0, 0, 0) // an empty message contains no frame: malformed
  for (let count = 0; count <= 2 * MAX_LATE_MESSAGES; count++) raw.write(empty)
  await closed
}, 10_000)

test('[S8] one address may hold only a part of the places for sockets without a hello', async () => {
  const { met, come } = await setUp({ strangerSockets: 5, addressStrangers: 2 })
  for (let count = 0; count < 2; count++) await come('203.0.113.7')
  expect(await come('203.0.113.7')).toEqual(TOO_MANY)
  expect(await come('203.0.113.8')).toBeInstanceOf(WebSocket)
  expect(met).toEqual(['addressStrangers'])
})

test('[S8] the sockets that one address opens per second are limited, however soon each one ends', async () => {
  let now = 0
  const { met, come, leave } = await setUp({ addressOpenings: 1 }, { now: () => now })
  for (let count = 0; count < 10; count++) await leave(await come('203.0.113.7'))
  expect(await come('203.0.113.7')).toEqual(TOO_MANY)
  for (const other of ['203.0.113.8', undefined]) expect(await come(other)).toBeInstanceOf(WebSocket)
  now += 1_000
  expect(await come('203.0.113.7')).toBeInstanceOf(WebSocket)
  expect(met).toEqual(['addressOpenings'])
})

test("[S8] the relay's sockets are limited, and more tightly those without a hello; one that ends makes room", async () => {
  const few = await setUp({ sockets: 2 })
  const [first] = [await few.come(), await few.come()]
  expect(await few.come()).toEqual(TURNED_AWAY)
  await few.leave(first)
  await expect.poll(() => few.come()).toBeInstanceOf(WebSocket)
  const strangers = await setUp({ strangerSockets: 2 })
  for (let count = 0; count < 2; count++) await strangers.come()
  expect(await strangers.come()).toEqual(TURNED_AWAY)
  expect([new Set(few.met), strangers.met]).toEqual([new Set(['sockets']), ['strangerSockets']])
})

test('[S8] an overloaded relay keeps its connections and admits nobody new until it has caught up', async () => {
  let busy = false
  const { met, come } = await setUp({}, { isBusy: () => busy })
  const inside = await come()
  busy = true
  expect(await come()).toEqual(TURNED_AWAY)
  expect(inside instanceof WebSocket && inside.readyState).toBe(WebSocket.OPEN)
  busy = false
  expect(await come()).toBeInstanceOf(WebSocket)
  expect(met).toEqual(['lag'])
})

test('[S4] a connection that short messages have filled is told when they have left', async () => {
  let [held, drained] = [0, 0]
  const relay: Relay = {
    connect: (send, _close, bufferedAmount) => {
      for (let sent = 0; sent < 1_000; sent += 1) send(new Uint8Array(10_000)) // more than two kernels buffer
      held = bufferedAmount()
      const told = (): void => void (drained = bufferedAmount() === 0 ? drained + 1 : drained)
      return { receive: () => {}, closed: () => {}, drained: told, greeted: () => true, idle: async () => {} }
    },
    workspaces: () => 0,
    stop: async () => {},
  }
  const [port, log] = [await freePort(), createLog('silent')]
  const sockets = createSockets(relay, [TEST_ORIGIN], log)
  const served = { publicOrigin: 'http://localhost', site: new Map(), readiness: async () => 'ok' as const }
  onTestFinished(await startServer({ port, host: '127.0.0.1', sockets, log, ...served }))
  const slow = new WebSocket(`ws://127.0.0.1:${port}/relay`)
  onTestFinished(() => slow.terminate())
  await new Promise((resolve) => slow.once('message', resolve))
  slow.pause()
  expect([held > 1_000_000, drained]).toEqual([true, 0])
  slow.resume()
  await expect.poll(() => drained, { interval: 5 }).toBe(1)
})
