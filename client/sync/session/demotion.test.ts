/** A person who may not write any more: their unshared work stays on their device, and they are told (C1, C4). */
import { expect } from 'vitest'
import type { Role } from '#shared/chain/roles.ts'
import { makeRole } from '#keys/make-records.ts'
import { holderOf } from '#keys/testing/circle.ts'
import type { Here, RelayRoom } from '#e2e/testing/relay-room.ts'
import { insert, test } from '#e2e/testing/room-test.ts'

const setRole = async (room: RelayRoom, by: Here, name: string, role: Role): Promise<void> => {
  const [owner, { id }] = [await holderOf('worker'), await holderOf(name)]
  const done = by.session.append((chain) => makeRole(chain, owner, id, role))
  await room.settle()
  expect(await done).toBe('done')
}
/** `name` goes offline, is made a reader meanwhile, and comes back. */
const demoteWhileAway = async (room: RelayRoom, worker: Here, name: string, meanwhile: () => void): Promise<void> => {
  room.network.setOffline(name, true)
  await room.settle()
  meanwhile()
  await setRole(room, worker, name, 'reader')
  room.network.setOffline(name, false)
  await room.pass(3_000)
}

test('text written offline stays on the device and its author is told; others’ changes still arrive', async ({
  room,
  log,
  gather,
}) => {
  const [worker, resident] = await gather('worker', 'resident')
  const before = await room.countEntries(log.workspace)
  await demoteWhileAway(room, worker, 'resident', () => insert(resident, ', neighbour'))
  expect(resident.session.state()).toMatchObject({ connection: { refused: 'read-only' }, dirty: true })
  insert(worker, '!')
  await room.pass(3_000)
  expect(resident.story()).toContain('!')
  expect(resident.story()).toContain(', neighbour')
  expect(worker.story()).toBe('good morning!')
  expect(await room.countEntries(log.workspace)).toBe(before + 1)
  expect([worker.alarms, resident.alarms]).toEqual([[], []])
})

test('a deletion by a person who never wrote a word is treated the same', async ({ room, gather }) => {
  const [worker, resident] = await gather('worker', 'resident')
  await demoteWhileAway(room, worker, 'resident', () => resident.doc.getText('story').delete(0, 5))
  expect(resident.session.state()).toMatchObject({ connection: { refused: 'read-only' }, dirty: true })
  expect([worker.story(), resident.story()]).toEqual(['good morning', 'morning'])
})

test('a demotion in the middle of typing is told at once', async ({ room, gather }) => {
  const [worker, resident] = await gather('worker', 'resident')
  room.freeze('resident')
  insert(resident, '?')
  await setRole(room, worker, 'resident', 'reader')
  room.thaw('resident')
  await room.settle()
  expect(resident.session.state()).toMatchObject({ connection: { refused: 'read-only' }, dirty: true })
  expect(worker.story()).toBe('good morning')
})

test('a person who had shared everything is told nothing, also after a restart without a cursor', async ({
  room,
  circle,
  gather,
}) => {
  const [worker, resident, neighbour] = await gather('worker', 'resident', 'neighbour')
  for (const each of [worker, resident, neighbour]) {
    each.doc.getMap('values').set('title', `by ${each.doc.clientID}`) // merging deletes all but one
    insert(each, 'x')
  }
  await room.pass(3_000)
  await setRole(room, worker, 'resident', 'reader')
  const { store, document } = await resident.leave()
  const { records, salts } = await store.load()
  const lost = { ...store, load: async () => ({ records, salts, cursor: null }) }
  const again = await room.open(circle, 'resident', { store: lost, document })
  await room.until(() => again.session.state().connection === 'online')
  expect(again.session.state()).toMatchObject({ connection: 'online', dirty: false })
})

test('the text leaves by itself once they may write again', async ({ room, gather }) => {
  const [worker, resident] = await gather('worker', 'resident')
  await demoteWhileAway(room, worker, 'resident', () => insert(resident, ', neighbour'))
  await setRole(room, worker, 'resident', 'editor')
  await room.pass(3_000)
  expect(worker.story()).toBe('good morning, neighbour')
  expect(resident.session.state()).toMatchObject({ connection: 'online', dirty: false })
})
