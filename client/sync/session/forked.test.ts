/** [C3] A relay that showed people two logs of one workspace: what each device keeps, and how the logs come together again. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#shared/chain/roles.ts'
import { makeEpoch, makeRole } from '#keys/make-records.ts'
import { type Circle, createChance, holderOf } from '#keys/testing/circle.ts'
import type { Here, RelayRoom } from '#e2e/testing/relay-room.ts'
import { insert } from '#e2e/testing/room-test.ts'
import type { MakeRecord } from './make-record.ts'
import type { Log } from '../testing/log.ts'
import { gatherThree, isWhole, RECORDS, states, stories } from '#e2e/testing/three-people.ts'

let circle: Circle
let log: Log
let room: RelayRoom
let worker: Here
let resident: Here
let consent: (...all: readonly Here[]) => Promise<void>

beforeEach(async () => {
  const gathered = await gatherThree()
  ;({ circle, log, room, worker, resident, consent } = gathered)
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

const chance = createChance('forked')
const append = async (make: MakeRecord): Promise<void> => {
  const done = worker.session.append(make)
  await room.settle()
  expect(await done).toBe('done')
}
const setRole = async (role: Role): Promise<void> => {
  const [owner, { id }] = [await holderOf('worker'), await holderOf('neighbour')]
  await append((chain) => makeRole(chain, owner, id, role))
}
const renew = async (): Promise<void> => {
  const owner = await holderOf('worker')
  await append((chain, secret) => makeEpoch(chain, owner, secret, { endedPersons: [], endedInvitations: [] }, chance))
}

test('two people who were shown different logs come together once the relay shows one', async () => {
  const other = await room.backup(log.workspace, RECORDS + 1)
  insert(worker, ', you')
  await room.pass(3_000)
  const first = room.replace(other)
  await room.pass(2_000)
  const away = await room.open(circle, 'resident')
  await room.until(() => isWhole(away))
  insert(away, ', from here')
  await room.pass(3_000)
  expect(stories(worker, away)).toEqual(['good morning, you', 'good morning, from here'])
  room.replace(first)
  await room.pass(2_000)
  expect(states(away)).toEqual([{ refused: 'log-differs' }])
  await consent(away)
  await room.pass(3_000)
  const story = away.story()
  expect(story).toContain(', you')
  expect(story).toContain(', from here')
  const newcomer = await room.open(circle, 'neighbour')
  await room.until(() => isWhole(newcomer))
  expect(newcomer.story()).toBe(story)
})

test('two different chains of records are reported as such, and each device keeps its own', async () => {
  const other = await room.backup(log.workspace, RECORDS + 1)
  await setRole('reader')
  const kept = await resident.leave()
  room.replace(other)
  await worker.leave()
  worker = await room.open(circle, 'worker')
  await room.until(() => worker.session.state().connection === 'online')
  await setRole('owner')
  resident = await room.open(circle, 'resident', kept)
  await room.pass(2_000)
  await resident.session.repair()
  await room.pass(2_000)
  expect([states(resident), resident.story()]).toEqual([[{ refused: 'forked' }], 'good morning'])
  const knownRecords = (await kept.store.load()).records
  const again = await room.open(circle, 'resident', await resident.leave())
  await room.pass(2_000)
  expect(states(again)).toEqual([{ refused: 'log-differs' }]) // reading the other chain did not replace the stored one
  expect((await kept.store.load()).records).toEqual(knownRecords)
})

test('a device that was shown other keys under the same epoch numbers writes with the keys of the log it agreed to', async () => {
  const first = await room.backup(log.workspace, RECORDS + 1)
  const { store, document } = await worker.leave()
  const { records } = await store.load()
  worker = await room.open(circle, 'worker', { store, document })
  await room.until(() => isWhole(worker))
  await renew()
  const shown = worker
  await store.replaceRecords(records) // the disk was full, and did not take that record
  room.replace(first)
  worker = await room.open(circle, 'worker')
  await room.until(() => isWhole(worker))
  await renew()
  await room.until(() => typeof shown.session.state().connection === 'object')
  await consent(shown)
  insert(shown, ', again')
  await room.pass(3_000)
  expect(stories(shown, worker)).toEqual(['good morning, again', 'good morning, again'])
})
