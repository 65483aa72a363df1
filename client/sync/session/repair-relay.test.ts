/** [C3] A relay that lost data, or was restored from a backup. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roleOf } from '#shared/chain/chain.ts'
import type { Role } from '#shared/chain/roles.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { type Circle, EXPIRES_AT, holderOf } from '#keys/testing/circle.ts'
import type { Here, Kept, RelayRoom } from '#e2e/testing/relay-room.ts'
import { insert } from '#e2e/testing/room-test.ts'
import type { Log } from '../testing/log.ts'
import { gatherThree, isWhole, RECORDS, states, stories } from '#e2e/testing/three-people.ts'

let circle: Circle
let log: Log
let room: RelayRoom
let worker: Here
let resident: Here
let neighbour: Here
let consent: (...all: readonly Here[]) => Promise<void>

beforeEach(async () => {
  const gathered = await gatherThree()
  ;({ circle, log, room, worker, resident, neighbour } = gathered)
  consent = gathered.consent
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

/** The worker changes what the neighbour may do. */
const raise = async (role: Role): Promise<void> => {
  const person = (await holderOf('neighbour')).id
  const record = await circle.forge({ by: 'worker', body: { kind: 'role', person, role } })
  const done = worker.session.append(async () => record)
  await room.settle()
  expect(await done).toBe('done')
}
/** The three devices hold the same. */
const thrice = <Value>(value: Value): readonly Value[] => [value, value, value]
const everybodyWrites = async (): Promise<void> => {
  insert(worker, ', you')
  await room.pass(1_000)
  insert(resident, ' and you')
  await room.pass(1_000)
  insert(neighbour, ' and me')
  await room.pass(3_000)
  expect(stories(worker, resident, neighbour)).toEqual(thrice('good morning, you and you and me'))
}

test('a relay restored from a backup is reported to everybody; those who agree give back their own work, and nothing is lost', async () => {
  await everybodyWrites()
  room.replace(await room.backup(log.workspace, RECORDS + 1))
  await room.pass(2_000)
  expect(states(worker, resident, neighbour)).toEqual(thrice({ refused: 'log-differs' }))
  expect(stories(worker, resident, neighbour)).toEqual(thrice('good morning, you and you and me'))
  // The last author returns first: edits that refer to the others' text must wait for it, and are not lost.
  await consent(neighbour)
  expect(neighbour.session.state()).toMatchObject({ connection: 'online', dirty: true })
  expect(new Set(neighbour.session.state().missingFromLog)).toEqual(
    new Set([(await holderOf('worker')).id, (await holderOf('resident')).id]),
  )
  await consent(resident, worker)
  await room.pass(5_000)
  expect([worker, resident, neighbour].every(isWhole)).toBe(true)
  expect(stories(worker, resident, neighbour)).toEqual(thrice('good morning, you and you and me'))
  expect(neighbour.session.state().missingFromLog).toEqual([])
  const newcomer = await room.open(circle, 'resident')
  await room.until(() => isWhole(newcomer))
  expect(newcomer.story()).toBe('good morning, you and you and me')
  expect([worker, resident, neighbour].flatMap(({ alarms }) => alarms)).toEqual([])
})

test('a relay that lost its database is begun again by the plan’s creator; the others come back after that', async () => {
  await everybodyWrites()
  room.replace(createMemoryStore())
  await room.pass(2_000)
  expect(states(worker, resident, neighbour)).toEqual(thrice({ refused: 'unknown' }))
  await resident.session.repair() // cannot begin it: only the author of the root can
  await room.pass(2_000)
  expect(states(resident)).toEqual([{ refused: 'unknown' }])
  await consent(worker, resident, neighbour)
  await room.pass(5_000)
  expect([worker, resident, neighbour].every(isWhole)).toBe(true)
  expect(stories(worker, resident, neighbour)).toEqual(thrice('good morning, you and you and me'))
})

test('a relay that lost records is given them back byte for byte, expired joins included', async () => {
  await everybodyWrites()
  const before = worker.session.state().chain!
  room.replace(await room.backup(log.workspace, 2))
  await room.pass(2_000)
  vi.advanceTimersByTime(EXPIRES_AT)
  await room.settle()
  await consent(worker)
  const after = worker.session.state().chain!
  expect(after.number).toBeGreaterThanOrEqual(before.number)
  for (const name of ['resident', 'neighbour']) expect(roleOf(after, (await holderOf(name)).id)).toBe('editor')
  await consent(resident, neighbour)
  await room.pass(5_000)
  expect(stories(worker, resident, neighbour)).toEqual(thrice('good morning, you and you and me'))
})

test('a device that is closed while giving back continues where it was, with a cursor of the new log', async () => {
  await everybodyWrites()
  await raise('reader') // a record after the entries gets another place when it is given back
  const stalled = await room.backup(log.workspace, 2)
  const { append } = stalled
  let taken = 0
  stalled.append = (requests) => ((taken += 1) > 2 ? new Promise(() => {}) : append(requests))
  room.replace(stalled)
  await room.pass(2_000)
  await worker.session.repair()
  await room.pass(2_000)
  const kept: Kept = await worker.leave()
  const backup = await room.backup(log.workspace, 4)
  room.replace(backup)
  worker = await room.open(circle, 'worker', kept)
  await room.pass(2_000)
  expect(states(worker)).toEqual([{ refused: 'log-differs' }])
  await consent(worker)
  await room.until(() => isWhole(worker))
  const { store, document } = await worker.leave()
  const records = await backup.read(log.workspace, { after: 0, maxItems: 1_000, maxBytes: 1e9, recordsOnly: true })
  expect((await store.load()).records.map(({ seq }) => seq)).toEqual(records.map(({ seq }) => seq))
  const again = await room.open(circle, 'worker', { store, document })
  await room.until(() => isWhole(again))
  expect(again.story()).toBe('good morning, you and you and me')
})

test('consent while the device’s own database is closed fails, changes nothing, and can be given again', async () => {
  await everybodyWrites()
  const { store, document } = await worker.leave()
  const device = { ...store }
  worker = await room.open(circle, 'worker', { store: device, document })
  room.replace(await room.backup(log.workspace, 2))
  await room.pass(2_000)
  device.load = () => Promise.reject(new Error('closed'))
  expect(await worker.session.repair()).toEqual({ ok: false })
  await room.pass(2_000)
  expect(states(worker)).toEqual([{ refused: 'log-differs' }])
  device.load = store.load
  expect(await Promise.all([worker.session.repair(), worker.session.repair()])).toEqual([{ ok: true }, { ok: true }])
  await room.until(() => isWhole(worker))
  expect(worker.story()).toBe('good morning, you and you and me')
})

test('a device without a cursor refuses a log with fewer records than it knows', async () => {
  await everybodyWrites()
  const { store, document } = await worker.leave()
  room.replace(await room.backup(log.workspace, 3))
  await store.saveCursor(new Uint8Array(0))
  const here = await room.open(circle, 'worker', { store, document })
  await room.pass(2_000)
  expect([states(here), here.story()]).toEqual([[{ refused: 'log-differs' }], 'good morning, you and you and me'])
})

test('text of a person who never returns stays where it is; edits that refer to it wait, and the rest is shared', async () => {
  const absent = await room.open(circle, 'resident')
  await room.until(() => isWhole(absent))
  insert(absent, ', from afar')
  await room.pass(3_000)
  await absent.leave()
  room.replace(await room.backup(log.workspace, RECORDS + 1))
  await room.pass(2_000)
  await consent(worker, neighbour)
  insert(worker, ' to you')
  neighbour.doc.getText('other').insert(0, 'elsewhere')
  await room.pass(5_000)
  expect(stories(worker, neighbour)).toEqual(['good morning, from afar to you', 'good morning, from afar'])
  expect(worker.session.state()).toMatchObject({ dirty: true, missingFromLog: [(await holderOf('resident')).id] })
  expect(worker.doc.getText('other').toJSON()).toBe('elsewhere')
  expect(isWhole(neighbour)).toBe(true)
  const newcomer = await room.open(circle, 'worker')
  await room.until(() => isWhole(newcomer))
  expect([newcomer.story(), newcomer.doc.getText('other').toJSON()]).toEqual(['good morning', 'elsewhere'])
})

test('text that a reader could not give back, and its writer did, is shared', async () => {
  await raise('reader')
  worker.doc.getText('story').delete(4, 8)
  await room.pass(3_000)
  expect(stories(worker, neighbour)).toEqual(['good', 'good'])
  room.replace(await room.backup(log.workspace, RECORDS + 2))
  await room.pass(2_000)
  await neighbour.session.repair()
  await room.pass(2_000)
  expect(neighbour.session.state()).toMatchObject({ dirty: true, connection: { refused: 'read-only' } })
  await consent(worker)
  await room.pass(3_000)
  expect([worker, neighbour].every(isWhole)).toBe(true)
})

test('lost text of an unknown author delays only the edits that refer to it', async () => {
  insert(resident, ', from afar')
  await room.pass(3_000)
  await resident.leave()
  const { store, document } = await worker.leave()
  room.replace(await room.backup(log.workspace, RECORDS + 1))
  await store.saveCursor(new Uint8Array(0))
  worker = await room.open(circle, 'worker', { store, document })
  await room.until(() => worker.session.state().connection === 'online')
  worker.doc.getText('other').insert(0, 'elsewhere')
  insert(worker, ' to you')
  await room.pass(5_000)
  expect(worker.session.state()).toMatchObject({ connection: 'online', dirty: true, missingFromLog: [null] })
  const newcomer = await room.open(circle, 'worker')
  await room.until(() => isWhole(newcomer))
  expect([newcomer.story(), newcomer.doc.getText('other').toJSON()]).toEqual(['good morning', 'elsewhere'])
})
