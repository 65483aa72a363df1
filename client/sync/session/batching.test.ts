/** When a batch leaves (PROTOCOL.md §7), in a world where time passes when told to. */
import { beforeEach, expect, test } from 'vitest'
import { type Batching, createBatching } from './batching.ts'
import { createFakeEnvironment, type FakeEnvironment } from '../testing/fake-environment.ts'

let environment: FakeEnvironment
let batching: Batching
let start: number
let sent: number[]
/** ms since the start at which batches left. */
beforeEach(() => {
  environment = createFakeEnvironment()
  start = environment.now()
  sent = []
  batching = createBatching(environment, () => sent.push(environment.now() - start))
})

test('alone, a batch leaves two seconds after its first edit, and the next six seconds after that, however many follow', () => {
  for (let at = 0; at < 150; at++) {
    batching.ring()
    environment.pass(100)
  }
  expect(sent).toEqual([2_000, 8_000, 14_000])
})

test('in company the first edit leaves at once, then one batch per 150 ms', () => {
  batching.company()
  batching.ring()
  environment.pass(0)
  expect(sent).toEqual([0])
  for (let at = 0; at < 60; at++) {
    batching.ring()
    environment.pass(10)
  }
  expect(sent).toEqual([0, 150, 300, 450, 600])
  environment.pass(1_000)
  batching.ring()
  environment.pass(0)
  expect(sent.at(-1)).toBe(1_600)
})

test('company lasts a minute after it was last heard of', () => {
  batching.company()
  environment.pass(59_999)
  batching.ring()
  environment.pass(0)
  expect(sent).toEqual([59_999])
  environment.pass(1)
  environment.pass(6_000)
  batching.ring()
  environment.pass(1_999)
  expect(sent).toHaveLength(1)
  environment.pass(1)
  expect(sent).toEqual([59_999, 68_000])
})

test('somebody comes while a batch waits: it waits no longer', () => {
  batching.ring()
  environment.pass(500)
  batching.company()
  environment.pass(0)
  expect(sent).toEqual([500])
})

test('company that stays does not put a waiting batch off', () => {
  batching.company()
  batching.ring()
  environment.pass(0)
  batching.ring()
  for (let at = 0; at < 15; at++) {
    environment.pass(10)
    batching.company()
  }
  expect(sent).toEqual([0, 150])
})

test('the page hides: what waits leaves now, and once', () => {
  batching.ring()
  environment.pass(300)
  batching.flush()
  expect(sent).toEqual([300])
  environment.pass(10_000)
  expect(sent).toEqual([300])
})

test('what the relay would not take is tried again later, and edits meanwhile do not hurry it', () => {
  batching.company()
  batching.later(5_000)
  batching.ring()
  environment.pass(4_999)
  expect(sent).toEqual([])
  environment.pass(1)
  expect(sent).toEqual([5_000])
  environment.pass(1_000)
  batching.later(0)
  environment.pass(0)
  expect(sent).toEqual([5_000, 6_000])
})

test('nor does somebody who comes meanwhile', () => {
  batching.later(5_000)
  environment.pass(1_000)
  batching.company()
  environment.pass(3_999)
  expect(sent).toEqual([])
  environment.pass(1)
  expect(sent).toEqual([5_000])
})

test('a clock that is set back makes nobody wait longer than somebody alone', () => {
  batching.company()
  batching.ring()
  environment.pass(0)
  environment.setClock(environment.now() - 3_600_000)
  batching.ring()
  environment.pass(2_000)
  expect(sent).toHaveLength(2)
})

test('stopped, nothing leaves and no timer stays', () => {
  batching.ring()
  batching.stop()
  environment.pass(10_000)
  expect([sent, environment.waiting()]).toEqual([[], 0])
})
