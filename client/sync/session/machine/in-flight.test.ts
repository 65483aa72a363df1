/** Appends in flight are answered in order, and count as shared only for what is built on top of them. */
import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { holderOf, secretOf } from '#keys/testing/circle.ts'
import { craftUpdate } from '#sync/testing/craft-update.ts'
import { inspectUpdate } from '#sync/update/update.ts'
import { isOutdated, onTopOf, type SentEntry, type SentRecord } from './in-flight.ts'
import { putInFlight, takeInFlight } from './outcomes.ts'
import { drop } from './relay-link.ts'
import type { Live } from './state.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'

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
const record = (request: number): SentRecord => ({
  kind: 'record',
  bytes: new Uint8Array(1),
  purpose: { kind: 'request', request, key: 'current', tries: 1 },
})
const LIVE: Live = {
  name: 'live',
  socket: 1,
  inFlight: [],
  presence: { waiting: null, sentAt: -Infinity },
  greetedEpoch: null,
  settling: [],
}
const driveLive = (): Driver => drive(firstState({ connection: LIVE }))
const answers = (driver: Driver): readonly unknown[] =>
  driver
    .effects()
    .filter(({ type }) => type === 'answer-append' || type === 'answer-settle')
    .map((effect) => (effect.type === 'answer-append' ? [effect.request, effect.outcome] : effect.type))

test('the relay answers one connection’s appends in order: the oldest is taken first', () => {
  const driver = driveLive()
  const [first, second] = [entry(0, 0, 0), entry(0, 2, 1)]
  driver.take((turn) => {
    putInFlight(turn, first)
    putInFlight(turn, second)
    expect([takeInFlight(turn), takeInFlight(turn), takeInFlight(turn)]).toEqual([first, second, null])
  })
})

test('the next batch builds on the appends in flight, and the log state stays unchanged', () => {
  const snapshot = { clocks: new Map([[9, 5]]), deletes: new Map() }
  expect(onTopOf([entry(0, 0, 0), record(1), entry(0, 2, 2)], snapshot)).toEqual({
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

test('nothing is built on an entry of a past epoch, because the relay will refuse it', () => {
  expect(isOutdated([record(1)], 1)).toBe(false)
  const sent = [record(1), entry(1, 0, 0)]
  expect([isOutdated(sent, 1), isOutdated(sent, 2)]).toEqual([false, true])
})

test('a request to settle is answered once: at once, with the last answer, or when the connection ends', () => {
  const driver = driveLive()
  const settle = (): void => void driver.dispatch({ type: 'settle', request: 1 })
  settle()
  expect(answers(driver)).toHaveLength(1)
  driver.take((turn) => {
    putInFlight(turn, entry(0, 0, 0))
    putInFlight(turn, record(1))
  })
  settle()
  driver.take((turn) => void takeInFlight(turn))
  expect(answers(driver)).toHaveLength(1)
  driver.take((turn) => void takeInFlight(turn))
  expect(answers(driver)).toHaveLength(2)
  driver.take((turn) => putInFlight(turn, entry(0, 0, 0)))
  settle()
  driver.take(drop)
  driver.take(drop)
  expect(answers(driver)).toEqual(['answer-settle', 'answer-settle', 'answer-settle'])
})

test('when the connection ends, requesters of records are told and entries are sent again', () => {
  const driver = driveLive()
  driver.take((turn) => {
    putInFlight(turn, record(5))
    putInFlight(turn, entry(0, 0, 0))
  })
  driver.take(drop)
  driver.take(drop)
  expect([answers(driver), driver.state().connection.name]).toEqual([[[5, 'offline']], 'waiting'])
})
