/** One event is one alarm: with a hostile member, the real relay, and devices that read its log from the start repeatedly. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isNew } from '#domain/plan/alarms.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { type Circle, createChance, createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import type { Alarm as SyncAlarm } from '#sync/log/follower.ts'
import { craftUpdate } from '#sync/testing/craft-update.ts'
import { createLog, type Log, type Writer } from '#sync/testing/log.ts'
import { createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { type AlarmBook, type Alarms, createAlarmBook, MAX_ALIKE, MAX_ITEM_BYTES_KEPT, QUIET_MS } from './alarm-book.ts'

let now = 10_000
let circle: Circle
let log: Log
let database: WholeDatabase
let book: AlarmBook
beforeEach(async () => {
  now = 10_000
  circle = await createCircleOfThree()
  log = createLog(circle)
  database = withPlanStores(createMemoryDeviceDatabase())
  book = createAlarmBook(database, () => now)
})
/** Restarts the device. */
const restart = (): void => void (book = createAlarmBook(database, () => now))
const open = async (): Promise<Alarms> => {
  const alarms = book.of(log.workspace)
  await alarms.load()
  return alarms
}

describe('a hostile member raises one alarm of each kind', () => {
  let room: RelayRoom
  let neighbour: Writer
  let resident: PersonId
  let hostile: PersonId
  beforeEach(async () => {
    room = createRelayRoom()
    neighbour = await log.openDoc('neighbour')
    hostile = (await holderOf('neighbour')).id
    resident = (await holderOf('resident')).id
    const worker = await log.openDoc('worker')
    const before = circle.secret()
    await circle.renew('worker')
    const good = decodeRecord(circle.records.at(-1) ?? new Uint8Array(0))?.body
    if (good?.kind !== 'epoch') throw new Error('The last record is an epoch.')
    const hello = (writer: Writer) =>
      craftUpdate([{ client: writer.client, clock: 0, structs: [{ text: 'hello', parent: 'story' }] }])
    await log.craft(neighbour, hello(neighbour), { header: { epoch: 1 }, secret: before })
    await log.craft(neighbour, hello(neighbour), { header: { epoch: 9 } }) // sealed with a key that nobody gets
    await log.craft(neighbour, hello(neighbour), { signer: 'stranger' })
    await log.craft(neighbour, hello(neighbour), { secret: createChance('another key')(32) })
    await log.craft(neighbour, hello(worker))
    await log.craft(
      neighbour,
      craftUpdate([{ client: neighbour.client, clock: 0, structs: [{ text: '!', origin: [worker.client, 50] }] }]),
    )
    await log.craft(neighbour, hello(neighbour), { header: { seen: { number: 1, hash: new Uint8Array(16) } } })
    await log.write(worker, (story) => story.insert(0, 'good morning'))
    // The same epoch again as the next record: its boxes are bound to another record number, so nobody can open them.
    await circle.give(await circle.forge({ by: 'neighbour', body: good }))
    log.catchUp()
    await room.hold(log.workspace, log.items)
  })
  afterEach(() => room.end())

  /** Reads the whole log on one person's device, and returns the alarms. */
  const hear = async (name: string): Promise<readonly SyncAlarm[]> => {
    const here = await room.open(circle, name)
    await room.until(() => here.session.state().connection === 'online')
    await room.pass(1_000)
    expect(here.story()).toContain('good morning')
    await here.leave()
    return here.alarms
  }

  test('each alarm names author, time and item; reading again, or after a restart, raises none twice', async () => {
    const alarms = await open()
    for (const alarm of await hear('resident')) alarms.add(alarm)
    const first = alarms.list()
    const seq = circle.records.length // the last record came after eight entries
    expect(first.map(({ name, person, place }) => [name, person, place])).toEqual([
      ['too-late', hostile, seq],
      ['too-late', hostile, seq + 1],
      ['unsigned', null, seq + 2],
      ['unreadable', hostile, seq + 3],
      ['not-own', hostile, seq + 4],
      ['incomplete', hostile, seq + 5],
      ['other-log', hostile, seq + 6],
      ['bad-key', hostile, 3],
    ])
    expect(first.every(({ at }) => at === 0)).toBe(true) // the relay's receive time
    expect(first.filter(isNew)).toHaveLength(6)
    expect(first.some(({ person }) => person === resident)).toBe(false)
    for (const alarm of await hear('resident')) alarms.add(alarm)
    expect(alarms.list()).toEqual(first)
    await alarms.written()

    restart()
    const again = await open()
    expect(again.list()).toEqual(first)
    for (const alarm of await hear('resident')) again.add(alarm)
    expect(again.list()).toEqual(first)
    const items = await again.items()
    for (const { id, name, place } of first)
      if (name !== 'bad-key') expect(items.get(id)).toBe(toBase64url(log.items[place - 1] ?? new Uint8Array(0)))
  })

  test('a dismissed alarm stays dismissed', async () => {
    const alarms = await open()
    for (const alarm of await hear('resident')) alarms.add(alarm)
    alarms.dismiss()
    await alarms.written()
    restart()
    now += 2 * QUIET_MS
    const again = await open()
    for (const alarm of await hear('resident')) again.add(alarm)
    expect([again.list().length, again.list().filter(isNew)]).toEqual([8, []])
  })

  test("an author's alarms are the same on every device", async () => {
    const told = async (name: string) =>
      (await hear(name)).map(({ kind, at: _at, item: _item, ...rest }) => ({ kind, ...rest }))
    const skipped = (all: Awaited<ReturnType<typeof told>>) => all.filter(({ kind }) => kind !== 'bad-key')
    expect(skipped(await told('worker'))).toEqual(skipped(await told('resident')))
  })
})

const skipped = (seq: number, changes: Partial<Extract<SyncAlarm, { kind: 'skipped' }>> = {}): SyncAlarm => ({
  kind: 'skipped',
  author: null,
  rule: 'E5',
  seq,
  at: 5_000,
  item: Uint8Array.of(seq),
  ...changes,
})

test('a flood is bounded, the rest only counted, once however often it is read; it hides nobody else’s', async () => {
  const [hostile, other] = [(await holderOf('neighbour')).id, (await holderOf('worker')).id]
  const flood = Array.from({ length: 3_000 }, (_, at) => skipped(at + 1, { author: hostile }))
  const alarms = await open()
  for (const alarm of [...flood, ...flood, skipped(3_001, { author: other })]) alarms.add(alarm)
  await alarms.written()
  restart()
  const again = await open()
  for (const alarm of flood) again.add(alarm)
  const by = (person: PersonId) => again.list().filter((alarm) => alarm.person === person)
  expect(by(hostile)).toHaveLength(MAX_ALIKE + 1)
  expect(by(hostile).reduce((sum, { count }) => sum + count, 0)).toBe(3_000)
  expect([by(other).length, (await again.items()).has(by(other)[0]?.id ?? '')]).toEqual([1, true])
})

test('more of the same kind is silent for a day after a dismissal, then it alerts', async () => {
  const alarms = await open()
  const fresh = () => alarms.list().filter(isNew).length
  alarms.add(skipped(1))
  alarms.dismiss()
  now += QUIET_MS - 1
  alarms.add(skipped(2))
  alarms.add(skipped(3, { rule: 'E4' }))
  expect(fresh()).toBe(1) // another kind alerts
  alarms.dismiss()
  now += QUIET_MS
  alarms.add(skipped(4))
  expect(fresh()).toBe(1)
})

test('items are kept up to a bound; further ones are only reported', async () => {
  const alarms = await open()
  const half = new Uint8Array(MAX_ITEM_BYTES_KEPT / 2)
  for (const seq of [1, 2, 3]) alarms.add(skipped(seq, { item: half }))
  await alarms.written()
  restart()
  const again = await open()
  again.add(skipped(4))
  await again.written()
  expect([again.list().length, (await again.items()).size]).toEqual([4, 2])
})

test('a loss of my own words is reported at once, however many alarms came before', async () => {
  const author = (await holderOf('neighbour')).id
  const bad = (seq: number, lost: string): SyncAlarm => ({
    kind: 'bad-checkpoint',
    author,
    seq,
    lost,
    at: null,
    item: null,
  })
  const alarms = await open()
  for (let seq = 1; seq <= 2 * MAX_ALIKE; seq++) alarms.add(bad(seq, ''))
  alarms.dismiss()
  for (const seq of [98, 99]) alarms.add(bad(seq, `mine ${seq}`))
  const fresh = alarms.list().filter(isNew)
  expect(fresh).toMatchObject([98, 99].map((seq) => ({ name: 'bad-checkpoint', lost: `mine ${seq}`, at: now })))
})

test('the relay’s time is capped at now: an impossible date would break the screen', async () => {
  const alarms = await open()
  alarms.add(skipped(1, { at: Number.MAX_SAFE_INTEGER }))
  expect(alarms.list().map(({ at }) => at)).toEqual([now])
})

test('a full or missing disk loses storage, but no alarm', async () => {
  const store = database.noticeStore(log.workspace)
  store.save = async () => ({ ok: false, reason: 'full' })
  store.load = () => Promise.reject(new Error('gone'))
  store.items = () => Promise.reject(new Error('gone'))
  const alarms = await open()
  alarms.add(skipped(1))
  await alarms.written()
  expect([(await open()).list().length, (await alarms.items()).size]).toEqual([1, 0])
})

test('a plan that was taken off this device leaves nothing behind', async () => {
  ;(await open()).add(skipped(1))
  book.forget(log.workspace)
  await database.removePlan(log.workspace)
  expect((await open()).list()).toEqual([])
})
