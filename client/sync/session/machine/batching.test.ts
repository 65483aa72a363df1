/** The moments at which batches leave (PROTOCOL.md §7), in a world where time passes when told to. */
import { beforeEach, expect, test } from 'vitest'
import { holdBatch, noteRemoteActivity, scheduleBatch, sendBatch } from './batching.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'

let driver: Driver
let start: number
/** The moments at which batches left, in ms since the start. */
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
/** Passes time in steps small enough to fire every timer. */
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

test('interactive batching lasts a minute after another person was last heard', () => {
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

test('a waiting batch leaves when another person comes', () => {
  edit()
  pass(500)
  hear()
  pass(0)
  expect(sent).toEqual([500])
})

test('another person’s further activity does not delay a waiting batch', () => {
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

test('a waiting batch leaves at once when the page hides, and only once', () => {
  edit()
  pass(300)
  driver.take(sendBatch)
  look()
  expect(sent).toEqual([300])
  pass(10_000)
  expect(sent).toEqual([300])
})

test('a refused batch is tried again later, and edits meanwhile do not hurry it', () => {
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

test('another person who comes meanwhile does not hurry it either', () => {
  driver.take((turn) => holdBatch(turn, 5_000))
  pass(1_000)
  hear()
  pass(3_999)
  expect(sent).toEqual([])
  pass(1)
  expect(sent).toEqual([5_000])
})

test('a clock that is set back makes no batch wait longer than idle batching', () => {
  hear()
  edit()
  pass(0)
  driver.setClock(driver.now() - 3_600_000)
  edit()
  pass(2_000)
  expect(sent).toHaveLength(2)
})

test('after the stop nothing leaves and no timer runs', () => {
  edit()
  driver.dispatch({ type: 'stop', people: 1 })
  pass(10_000)
  expect([sent, driver.running()]).toEqual([[], []])
})
