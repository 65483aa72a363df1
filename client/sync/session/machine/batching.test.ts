/** When a batch leaves (PROTOCOL.md §7), in a world where time passes when told to. */
import { beforeEach, expect, test } from 'vitest'
import { holdBatch, noteRemoteActivity, scheduleBatch, sendBatch } from './batching.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'

let driver: Driver
let start: number
/** ms since the start at which batches left. */
let sent: number[]
beforeEach(() => {
  driver = drive(firstState())
  start = driver.now()
  sent = []
})
const look = (): void => {
  const { sentAt } = driver.state().sharing.batching
  if (sentAt !== -Infinity && sentAt - start !== sent.at(-1)) sent.push(sentAt - start)
}
/** In steps that miss none. */
const pass = (ms: number): void => {
  for (let left = ms; left > 10; left -= 10) {
    driver.pass(10)
    look()
  }
  driver.pass(ms % 10 === 0 && ms > 0 ? 10 : ms % 10)
  look()
}
const edit = (): void => driver.take(scheduleBatch)
const hear = (): void => driver.take(noteRemoteActivity)

test('idle: a batch leaves two seconds after its first edit, and the next six seconds after that, however many follow', () => {
  for (let at = 0; at < 150; at++) {
    edit()
    pass(100)
  }
  expect(sent).toEqual([2_000, 8_000, 14_000])
})

test('interactive: the first edit leaves at once, then one batch per 150 ms', () => {
  hear()
  edit()
  pass(0)
  expect(sent).toEqual([0])
  for (let at = 0; at < 60; at++) {
    edit()
    pass(10)
  }
  expect(sent).toEqual([0, 150, 300, 450, 600])
  pass(1_000)
  edit()
  pass(0)
  expect(sent.at(-1)).toBe(1_600)
})

test('company lasts a minute after it was last heard of', () => {
  hear()
  pass(59_999)
  edit()
  pass(0)
  expect(sent).toEqual([59_999])
  pass(1)
  pass(6_000)
  edit()
  pass(1_999)
  expect(sent).toHaveLength(1)
  pass(1)
  expect(sent).toEqual([59_999, 68_000])
})

test('somebody comes while a batch waits: it waits no longer', () => {
  edit()
  pass(500)
  hear()
  pass(0)
  expect(sent).toEqual([500])
})

test('company that stays does not put a waiting batch off', () => {
  hear()
  edit()
  pass(0)
  edit()
  for (let at = 0; at < 15; at++) {
    pass(10)
    hear()
  }
  expect(sent).toEqual([0, 150])
})

test('the page hides: what waits leaves now, and once', () => {
  edit()
  pass(300)
  driver.take(sendBatch)
  look()
  expect(sent).toEqual([300])
  pass(10_000)
  expect(sent).toEqual([300])
})

test('what the relay would not take is tried again later, and edits meanwhile do not hurry it', () => {
  hear()
  driver.take((turn) => holdBatch(turn, 5_000))
  edit()
  pass(4_999)
  expect(sent).toEqual([])
  pass(1)
  expect(sent).toEqual([5_000])
  pass(1_000)
  driver.take((turn) => holdBatch(turn, 0))
  pass(0)
  expect(sent).toEqual([5_000, 6_000])
})

test('nor does somebody who comes meanwhile', () => {
  driver.take((turn) => holdBatch(turn, 5_000))
  pass(1_000)
  hear()
  pass(3_999)
  expect(sent).toEqual([])
  pass(1)
  expect(sent).toEqual([5_000])
})

test('a clock that is set back makes nobody wait longer than somebody alone', () => {
  hear()
  edit()
  pass(0)
  driver.setClock(driver.now() - 3_600_000)
  edit()
  pass(2_000)
  expect(sent).toHaveLength(2)
})

test('stopped, nothing leaves and no timer stays', () => {
  edit()
  driver.dispatch({ type: 'stop', people: 1 })
  pass(10_000)
  expect([sent, driver.running()]).toEqual([[], []])
})
