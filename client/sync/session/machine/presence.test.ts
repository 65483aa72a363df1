/** This person's presence leaves at once, then only the newest, three times a second; never over a connection that has ended. */
import { beforeEach, expect, test } from 'vitest'
import { GrowingMap } from '#shared/chain/growing-map.ts'
import { currentEpoch } from '#shared/chain/chain.ts'
import { type PersonId, toPersonId } from '#shared/protocol/ids.ts'
import { PRESENCE_INTERVAL_MS } from '#shared/protocol/limits.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { craftAwareness } from '#sync/testing/craft-awareness.ts'
import { takePresence } from './presence.ts'
import { drop } from './relay-link.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'

const circle = await createCircleOfThree()
const chain = circle.chain()
const epoch = currentEpoch(chain).number
const keys = await deriveEpochKeys(circle.secret(), chain.workspace)
const worker = await holderOf('worker')
let driver: Driver

beforeEach(() => {
  driver = drive(
    firstState({
      connection: {
        name: 'live',
        socket: 1,
        inFlight: [],
        presence: { waiting: null, sentAt: -Infinity },
        greetedEpoch: null,
        settling: [],
      },
      log: { ...startOfLog(chain.workspace), chain },
      ring: { keys: GrowingMap.of([[epoch, keys]]), faults: [] },
    }),
  )
})
const offer = (value: number, people = 2): void =>
  void driver.dispatch({
    type: 'awareness',
    update: craftAwareness({ client: 1, clock: value, json: '{}' }, { client: 2, json: '{}' }),
    people,
  })
/** WebCrypto answers at once. */
const pass = (ms: number): void => {
  driver.pass(ms)
  const ticket = driver.state().task?.ticket
  if (ticket !== undefined) driver.dispatch({ type: 'presence-sealed', ticket, sealed: Uint8Array.of(1) })
}
/** The awareness clocks of the sealed messages. */
const sent = (): readonly unknown[] =>
  driver.effects().flatMap((effect) => (effect.type === 'seal-presence' ? [effect.update[2]] : []))

test('the first message leaves at once, then only the newest, three times a second, and only this person’s', () => {
  for (let value = 1; value <= 100; value++) {
    offer(value)
    pass(10)
  }
  pass(1_000)
  expect([sent()[0], sent().at(-1)]).toEqual([1, 100])
  expect(sent()).toHaveLength(1 + Math.ceil(990 / PRESENCE_INTERVAL_MS))
})

test('a message after a pause leaves at once', () => {
  offer(1)
  pass(0)
  pass(PRESENCE_INTERVAL_MS)
  offer(2)
  pass(0)
  expect(sent()).toEqual([1, 2])
})

test('one message is enough where nobody else is present', () => {
  offer(1, 1)
  pass(0)
  offer(2, 1)
  pass(1_000)
  expect(sent()).toEqual([1])
})

test('presence that waited for an ended connection is not sent', () => {
  offer(1)
  driver.take(drop)
  pass(1_000)
  expect([sent(), driver.running()]).toEqual([[], []])
})

test('presence of a past epoch, or of whoever takes part no more, is not even opened', () => {
  const open = drive({ ...driver.state(), task: null, timers: {}, inbox: [] })
  const isOpened = (frame: { readonly epoch: number; readonly author: PersonId }): boolean => {
    const before = open.effects().length
    const sealed = new Uint8Array(64)
    open.take((turn) => takePresence(turn, { type: 'presence', sealed, ...frame }))
    return open
      .effects()
      .slice(before)
      .some(({ type }) => type === 'open-presence')
  }
  const stranger = toPersonId(new Uint8Array(16).fill(9))
  expect(isOpened({ epoch: epoch - 1, author: worker.id })).toBe(false)
  expect(isOpened({ epoch, author: stranger })).toBe(false)
  expect(isOpened({ epoch, author: worker.id })).toBe(true)
})
