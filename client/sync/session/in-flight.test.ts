/** What was sent and not answered: answered in order, counted as shared only for what is built on top of it. */
import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { holderOf, secretOf } from '#keys/testing/circle.ts'
import { createInFlight, type RecordOutcome, type SentEntry } from './in-flight.ts'
import { craftUpdate } from '../testing/craft-update.ts'
import { inspectUpdate } from '../update/update.ts'

const hash = new Uint8Array(16)
const author = (await holderOf('worker')).id
const entry = (epoch: number, clock: number, deleted: number): SentEntry => {
  const update = craftUpdate([{ client: 7, clock, structs: [{ text: 'ab' }] }], [[7, deleted, 1]])
  const inspected = inspectUpdate(update)
  if (inspected === null) throw new Error('This is an update.')
  const place = { number: 0, hash }
  const workspace = toWorkspaceId(secretOf('plan'))
  const header = { type: 'update', workspace, epoch, author, seen: place, lastRecord: place } as const
  return { kind: 'entry', bytes: update, opened: { header, signed: true, content: null }, inspected }
}
const record = (outcomes: RecordOutcome[]) =>
  ({ kind: 'record', bytes: new Uint8Array(1), answered: (outcome: RecordOutcome) => outcomes.push(outcome) }) as const

test('the relay answers one connection’s appends in order: the oldest is taken first', () => {
  const inFlight = createInFlight()
  const [first, second] = [entry(0, 0, 0), entry(0, 2, 1)]
  inFlight.add(first)
  inFlight.add(second)
  expect([inFlight.size(), inFlight.take(), inFlight.take(), inFlight.take()]).toEqual([2, first, second, undefined])
})

test('the next batch stands on what is under way, and the log itself is not touched by it', () => {
  const inFlight = createInFlight()
  const snapshot = { clocks: new Map([[9, 5]]), deletes: new Map() }
  inFlight.add(entry(0, 0, 0))
  inFlight.add(record([]))
  inFlight.add(entry(0, 2, 2))
  expect(inFlight.onTopOf(snapshot)).toEqual({
    clocks: new Map([
      [9, 5],
      [7, 4],
    ]),
    deletes: new Map([
      [
        7,
        [
          [0, 1],
          [2, 3],
        ],
      ],
    ]),
  })
  expect(snapshot.clocks.size + snapshot.deletes.size).toBe(1)
})

test('an entry of an epoch that is over will be refused, so nothing is built on it', () => {
  const inFlight = createInFlight()
  inFlight.add(record([]))
  expect(inFlight.isOutdated(1)).toBe(false)
  inFlight.add(entry(1, 0, 0))
  expect([inFlight.isOutdated(1), inFlight.isOutdated(2)]).toEqual([false, true])
})

test('whoever waits for the last answer is told once: at once, when it comes, or when the connection goes', () => {
  const inFlight = createInFlight()
  let told = 0
  const wait = (): void => inFlight.whenEmpty(() => (told += 1))
  wait()
  expect(told).toBe(1)
  inFlight.add(entry(0, 0, 0))
  inFlight.add(record([]))
  wait()
  inFlight.take()
  expect(told).toBe(1)
  inFlight.take()
  expect(told).toBe(2)
  inFlight.add(entry(0, 0, 0))
  wait()
  inFlight.drop()
  inFlight.drop()
  expect(told).toBe(3)
})

test('the connection goes: records are told, and entries are asked for again', () => {
  const inFlight = createInFlight()
  const outcomes: RecordOutcome[] = []
  inFlight.add(record(outcomes))
  inFlight.add(entry(0, 0, 0))
  inFlight.drop()
  expect([outcomes, inFlight.size()]).toEqual([['offline'], 0])
  inFlight.drop()
  expect(outcomes).toEqual(['offline'])
})
