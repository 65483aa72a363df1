/** One connection: challenge, hello, frames in order, and the detection of a silent relay. */
import { beforeEach, describe, expect, test } from 'vitest'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { PING_INTERVAL_MS, PONG_TIMEOUT_MS } from '#shared/protocol/limits.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'
import type { Ticket } from './ticket.ts'

const NONCE = new Uint8Array(32).fill(7)
const SIGNATURE = new Uint8Array(64)
const LIMITS = { itemBytes: 1_000, logBytes: 2_000 }
const challenge = (version = 1): RelayFrame => ({ type: 'challenge', version, nonce: NONCE, limits: LIMITS })
const LIVE = { type: 'live', head: 1, logHash: new Uint8Array(16), now: 0 } as const

let driver: Driver
let connection: Ticket
beforeEach(() => {
  driver = drive(firstState())
  driver.dispatch({ type: 'socket-asked', socket: 1 })
  driver.pass(0)
  connection = driver.connection()
})
const say = (...frames: readonly RelayFrame[]): void =>
  void driver.dispatch({ type: 'message', ticket: connection, frames })
const sign = (): void => {
  const { task } = driver.state()
  if (task?.kind !== 'signing') throw new Error('Nothing is being signed.')
  driver.dispatch({ type: 'hello-signed', ticket: task.ticket, signature: SIGNATURE })
}
const sent = () => driver.effects().flatMap((effect) => (effect.type === 'send' ? [effect.frame] : []))
const closed = () => driver.effects().flatMap((effect) => (effect.type === 'end-socket' ? [effect.code] : []))
const name = () => driver.state().connection.name

describe('the hello', () => {
  test('answers the challenge with its nonce and this device’s place in the log, and notes the relay’s limits', () => {
    expect([name(), sent()]).toEqual(['greeting', []])
    say(challenge())
    const asked = driver.effects().find(({ type }) => type === 'sign-hello')
    const { workspace, me } = driver.state().setup
    const hello = {
      version: 1,
      identity: { kind: 'person', person: me },
      workspace,
      since: 0,
      start: 'log',
      root: null,
    }
    expect(asked).toMatchObject({ nonce: NONCE, hello })
    sign()
    expect(sent()).toMatchObject([{ type: 'hello', ...hello, signature: SIGNATURE }])
    expect([name(), driver.state().limits]).toEqual(['pulling', LIMITS])
  })
  test('carries the root only while nothing of the log is here yet', () => {
    const root = Uint8Array.of(1)
    for (const seq of [0, 1]) {
      const state = firstState()
      driver = drive({ ...state, setup: { ...state.setup, root }, log: { ...startOfLog(state.setup.workspace), seq } })
      driver.dispatch({ type: 'socket-asked', socket: 1 })
      driver.pass(0)
      connection = driver.connection()
      say(challenge())
      sign()
      expect(sent()).toMatchObject([{ root: seq === 0 ? root : null }])
    }
  })
  test('a relay of an older version is left, and tried again later: it will be updated', () => {
    say(challenge(0))
    expect([sent(), closed(), name()]).toEqual([[], [CLOSE.overloaded], 'waiting'])
  })
  test('a relay of a later version decides for itself whether it still speaks this one', () => {
    say(challenge(2))
    sign()
    expect(sent()).toMatchObject([{ type: 'hello', version: 1 }])
  })
})

describe('frames', () => {
  test('wait for the current task and are handled in order', () => {
    say(challenge(), { type: 'refused', reason: 'too-large' })
    say({ type: 'refused', reason: 'workspace-full' })
    expect(driver.state().sharing.blocked).toBeNull()
    sign()
    expect([sent().length, driver.state().sharing.blocked]).toEqual([1, 'full'])
  })
  test('a malformed message ends the connection', () => {
    driver.dispatch({ type: 'message', ticket: connection, frames: null })
    expect([closed(), name()]).toEqual([[1006], 'waiting'])
  })
  test('the rest of a message is not handled when a frame of it ends the connection', () => {
    say(challenge(), LIVE, { type: 'refused', reason: 'too-large' })
    sign() // the relay's head is another, so the log differs
    expect([driver.state().connection, driver.state().sharing.blocked]).toEqual([
      { name: 'refused', reason: 'log-differs' },
      null,
    ])
  })
  test('no frame of an ended connection is handled', () => {
    driver.dispatch({ type: 'socket-left', socket: 1 })
    const before = driver.state()
    say(challenge())
    driver.dispatch({ type: 'closed', ticket: connection, code: CLOSE.removed })
    driver.dispatch({ type: 'network-lost', ticket: connection })
    expect(driver.state()).toEqual(before)
  })
  test('the close is handled once, with its code, after all frames before it', () => {
    say(challenge())
    driver.dispatch({ type: 'closed', ticket: connection, code: CLOSE.removed })
    expect(name()).toBe('greeting')
    sign()
    driver.dispatch({ type: 'closed', ticket: connection, code: 1006 })
    driver.pass(60_000)
    expect([sent().length, closed(), driver.state().connection]).toEqual([
      1,
      [CLOSE.removed],
      { name: 'refused', reason: 'removed' },
    ])
  })
})

test('a device that reports its network gone is believed, without waiting for a pong', () => {
  say({ type: 'pong' })
  driver.dispatch({ type: 'network-lost', ticket: connection })
  expect([closed(), name(), driver.running()]).toEqual([[1006], 'waiting', []])
})

test('a device turned away for a minute reports it until the relay admits it', () => {
  say({ type: 'pong' })
  driver.dispatch({ type: 'closed', ticket: connection, code: CLOSE.overloaded })
  expect(driver.state().turnedAwaySince).toBe(0)
})

describe('silence', () => {
  const greet = (): void => {
    say(challenge())
    sign()
  }
  const pings = (): number => sent().filter(({ type }) => type === 'ping').length
  test('a relay that never sends a message is given the time of one pong', () => {
    driver.pass(PONG_TIMEOUT_MS - 1)
    expect(closed()).toEqual([])
    driver.pass(1)
    expect([closed(), sent()]).toEqual([[1006], []])
  })
  test('no frame is sent before the hello, however long signing takes', () => {
    say(challenge())
    driver.pass(60_000)
    expect([sent(), closed()]).toEqual([[], []])
  })
  test('a ping is sent after 12 s without a message; the connection is lost 10 s later without an answer', () => {
    greet()
    driver.pass(PING_INTERVAL_MS - 1)
    expect(pings()).toBe(0)
    driver.pass(1)
    expect(pings()).toBe(1)
    driver.pass(PONG_TIMEOUT_MS - 1)
    expect(closed()).toEqual([])
    driver.pass(1)
    expect(closed()).toEqual([1006])
  })
  test('any message counts as an answer and restarts the timer', () => {
    greet()
    for (let at = 0; at < 5; at++) {
      driver.pass(PING_INTERVAL_MS + PONG_TIMEOUT_MS - 1)
      say({ type: 'pong' })
    }
    expect([pings(), closed()]).toEqual([5, []])
    driver.pass(PING_INTERVAL_MS - 1)
    say({ type: 'pong' })
    driver.pass(PING_INTERVAL_MS - 1)
    expect(pings()).toBe(5)
  })
})

test('a message is one thing to do, however many frames a relay puts into it', () => {
  const pongs = Array.from({ length: 5_000 }, (): RelayFrame => ({ type: 'pong' }))
  say(challenge(), ...pongs)
  expect([driver.state().task?.kind, driver.state().inbox.length]).toEqual(['signing', 2])
  say(...pongs)
  expect(driver.state().inbox).toHaveLength(3)
  sign()
  expect([name(), driver.state().inbox]).toEqual(['pulling', []])
})
