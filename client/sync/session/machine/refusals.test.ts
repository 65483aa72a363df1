/** A relay that refuses, or does not answer: how often it is asked, and what ends the waiting. */
import { describe, expect, test } from 'vitest'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { type Refusal, REFUSALS } from '#shared/protocol/relay-frames.ts'
import { putInFlight } from './outcomes.ts'
import { forgetRefusals, noteRefused, refusalMs } from './refusals.ts'
import { type Driver, drive } from './testing/drive.ts'
import { RECORD, stateNamed, worker } from './testing/samples.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'

const TICKET: Ticket = { what: 'connection', generation: 0, sequence: 1 }
const MINUTE_MS = 60_000

const driveIn = (name: 'live' | 'repairing' | 'looking', part: Partial<State> = {}): Driver =>
  drive({ ...stateNamed(name), timers: {}, ...part })
const say = (driver: Driver, ...frames: readonly RelayFrame[]): void =>
  void driver.dispatch({ type: 'message', ticket: TICKET, frames })
const sends = (driver: Driver): number =>
  driver.effects().filter((effect) => effect.type === 'send' && effect.frame.type === 'append').length
/** A relay that says this ten times a second, and gives up no connection. */
const hear = (driver: Driver, ms: number, frame: RelayFrame, meanwhile: () => void = () => {}): void => {
  for (let passed = 0; passed < ms; passed += 10) {
    driver.pass(10)
    meanwhile()
    if (passed % 100 === 0) say(driver, frame)
  }
}

describe('a relay that refuses whatever it is sent', () => {
  test.each(['not-allowed', 'stale', 'rate', 'relay-full'] as const)(
    'is asked a few times at once, then less and less (%s)',
    (reason) => {
      const driver = driveIn('live')
      let pushes = 0
      driver.dispatch({ type: 'edited' })
      hear(driver, 5 * MINUTE_MS, { type: 'refused', reason }, () => {
        const { task } = driver.state()
        if (task?.kind !== 'diffing') return
        pushes += 1
        driver.dispatch({ type: 'diffed', ticket: task.ticket, answer: null })
      })
      expect(pushes).toBeGreaterThan(8)
      expect(pushes).toBeLessThan(45)
    },
  )

  test('is given back a record as rarely (C3)', () => {
    const state = stateNamed('repairing')
    const driver = driveIn('repairing', { log: { ...state.log, recordHashes: [] } })
    hear(driver, 5 * MINUTE_MS, { type: 'refused', reason: 'invalid' })
    expect(sends(driver)).toBeGreaterThan(8)
    expect(sends(driver)).toBeLessThan(45)
    expect(driver.state().connection.name).toBe('repairing')
  })
})

test('what is refused within one wait makes it no longer; what the relay takes ends it', () => {
  const driver = driveIn('live')
  const wait = (): number => {
    let ms = 0
    driver.take((turn) => void (ms = refusalMs(turn.state, turn.at.elapsed)))
    return ms
  }
  const refuse = (reason: Refusal, times: number): void => {
    for (let time = 0; time < times; time++) driver.take((turn) => noteRefused(turn, reason))
  }
  refuse('stale', 16)
  expect(wait()).toBe(0) // races, such as all that was under way when a new key came
  for (const expected of [5_000, 10_000, 20_000, 30_000, 30_000]) {
    refuse('stale', 8)
    expect(wait()).toBe(expected)
    driver.pass(expected)
  }
  refuse('rate', 1)
  expect(wait()).toBe(30_000)
  driver.take(forgetRefusals)
  expect(wait()).toBe(0)
  for (const reason of REFUSALS) {
    driver.take(forgetRefusals)
    refuse(reason, 1)
    expect(wait()).toBe(['not-allowed', 'stale', 'invalid'].includes(reason) ? 0 : 5_000)
  }
})

test('an append that is never answered ends the connection, though the relay answers pings', () => {
  const driver = driveIn('live')
  const { connection } = driver.state()
  if (connection.name !== 'live') throw new Error('Not live.')
  driver.take((turn) => putInFlight(turn, { kind: 'record', bytes: RECORD, purpose: { kind: 'repair' } }))
  hear(driver, 59_000, { type: 'pong' })
  expect(driver.state().connection.name).toBe('live')
  hear(driver, 2_000, { type: 'pong' })
  expect(driver.state().connection.name).toBe('waiting')
})

describe('a checkpoint that is never opened or stored', () => {
  const preview = { seq: 3, digest: new Uint8Array(32), author: worker.id }
  const LOOKED = { what: 'task', generation: 0, sequence: 9 } as const
  const items = [{ seq: 1, bytes: RECORD }]
  /** A device that has just been served everything. */
  const served = (): Driver => {
    const state = stateNamed('looking')
    const { connection } = state
    if (connection.name !== 'looking') throw new Error('Not looking.')
    const driver = driveIn('looking', { connection: { ...connection, items } })
    say(driver, { type: 'live', head: 1, logHash: new Uint8Array(16), now: 0 })
    return driver
  }
  const isReading = (driver: Driver): boolean => driver.effects().some(({ type }) => type === 'provider-connect')

  test('is left, and the log is read', () => {
    const driver = served()
    expect(driver.state().task?.kind).toBe('opening-checkpoint')
    driver.pass(19_000)
    expect(isReading(driver)).toBe(false)
    driver.pass(2_000)
    expect([isReading(driver), driver.state().task, driver.state().connection.name]).toEqual([true, null, 'waiting'])
  })

  test('and nothing waits for it to be compared with the log', () => {
    const driver = served()
    const ticket = driver.state().task?.ticket ?? LOOKED
    driver.dispatch({ type: 'checkpoint-opened', ticket, opened: { ok: true, preview, updates: [] } })
    expect([driver.state().task?.kind, driver.state().log.preview]).toEqual(['keeping-checkpoint', preview])
    driver.pass(21_000)
    expect([isReading(driver), driver.state().log.preview]).toEqual([true, null])
  })
})
