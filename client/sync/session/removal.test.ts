/** Somebody is taken out of a plan while others write (R3): nothing of theirs or of anybody else's is lost. */
import { expect } from 'vitest'
import { currentEpoch } from '#shared/chain/chain.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { makeEpoch, makeInvite, makeJoin } from '#keys/make-records.ts'
import { createChance, holderOf, locatorFor } from '#keys/testing/circle.ts'
import { decodeEntry } from '#shared/protocol/entries.ts'
import { itemKind } from '#shared/protocol/log.ts'
import type { Here, RelayRoom } from '#e2e/testing/relay-room.ts'
import { insert, test } from '#e2e/testing/room-test.ts'

const chance = createChance('removal')

const remove = async (room: RelayRoom, worker: Here, name: string): Promise<void> => {
  const [owner, { id }] = [await holderOf('worker'), await holderOf(name)]
  const ended = { endedPersons: [id], endedInvitations: [] }
  const done = worker.session.append((chain, secret) => makeEpoch(chain, owner, secret, ended, chance), 'newest')
  await room.settle()
  expect(await done).toBe('done')
}
const epochsOf = async (room: RelayRoom, worker: Here): Promise<readonly number[]> => {
  const page = { after: 0, maxItems: 1_000, maxBytes: 1e6, recordsOnly: false }
  const items = await room.store.read(worker.session.state().chain!.workspace, page)
  return items.flatMap(({ bytes }) =>
    itemKind(bytes) === 'entry' ? [decodeEntry(new Uint8Array(bytes))!.header.epoch] : [],
  )
}

test('[R3] edits of others that are on their way are sealed anew: nothing later opens for the removed', async ({
  room,
  gather,
}) => {
  const [worker, resident, neighbour] = await gather('worker', 'resident', 'neighbour')
  room.freeze('neighbour')
  insert(neighbour, ', all')
  await room.pass(1_000) // sent for the epoch before, and not there yet
  await remove(room, worker, 'resident')
  const epoch = currentEpoch(worker.session.state().chain!).number
  room.thaw('neighbour')
  await room.until(() => worker.story() === 'good morning, all')
  expect((await epochsOf(room, worker)).at(-1)).toBe(epoch)
  expect(resident.session.state()).toMatchObject({ connection: { refused: 'removed' } })
  await room.pass(3_000)
  expect(resident.story()).toBe('good morning')
  expect([worker.alarms, resident.alarms, neighbour.alarms]).toEqual([[], [], []])
})

test('[C4] what the removed person had not shared stays with them, and is shared when they join again', async ({
  room,
  circle,
  gather,
}) => {
  const [worker, resident] = await gather('worker', 'resident')
  room.freeze('resident')
  insert(resident, ', mine')
  await remove(room, worker, 'resident')
  room.thaw('resident')
  await room.until(() => typeof resident.session.state().connection === 'object')
  expect(resident.session.state()).toMatchObject({ connection: { refused: 'removed' }, dirty: true })
  expect([resident.story(), worker.story()]).toEqual(['good morning, mine', 'good morning'])
  const writer = resident.doc.clientID
  const kept = await resident.leave()
  expect(kept.document.length).toBeGreaterThan(0)

  const [owner, invitation, me] = [await holderOf('worker'), await holderOf('again'), await holderOf('resident')]
  const options = { locator: locatorFor('again'), role: 'editor', expiresAt: 9e6, inviterBecomes: 'same' } as const
  const invited = worker.session.append((chain, secret) => makeInvite(chain, owner, invitation, secret, options))
  await room.settle()
  expect(await invited).toBe('done')
  const join = await makeJoin(worker.session.state().chain!, me, invitation, options.locator)
  const joined = worker.session.append(async () => join)
  await room.settle()
  expect(await joined).toBe('done')

  const again = await room.open(circle, 'resident', kept)
  await room.until(() => worker.story() === 'good morning, mine')
  expect(worker.session.personAt(writer)).toBe(me.id)
  insert(again, '!')
  await room.until(() => worker.story() === 'good morning, mine!')
  expect([worker.alarms, again.alarms]).toEqual([[], []])
})

test('[S7] somebody who was away hears that they were removed, and keeps the pen: the relay alone says so', async ({
  room,
  gather,
}) => {
  const [worker, resident] = await gather('worker', 'resident')
  room.network.setOffline('resident', true)
  await room.settle()
  await remove(room, worker, 'resident')
  room.network.setOffline('resident', false)
  await room.until(() => typeof resident.session.state().connection === 'object')
  const { connection, chain } = resident.session.state()
  expect(connection).toEqual({ refused: 'removed' })
  expect(chain?.members.has((await holderOf('resident')).id)).toBe(true)
})

test('a member whose key opens for nobody is made a reader or removed all the same', async ({ room, circle, log }) => {
  const chainBefore = circle.chain()
  const neighbour = await holderOf('neighbour')
  const nobody = { endedPersons: [], endedInvitations: [] }
  const wrong = await makeEpoch(chainBefore, neighbour, createChance('not the secret')(32), nobody, chance)
  const { body } = decodeRecord(wrong)!
  if (body.kind !== 'epoch') throw new Error('It is an epoch.')
  const personBoxes = body.personBoxes.map(({ person, box }) => ({ person, box: chance(box.length) }))
  expect(await circle.give(await circle.forge({ by: 'neighbour', body: { ...body, personBoxes } }))).toBe('valid')
  log.catchUp()
  const [worker] = await room.gather(circle, log.items, 'worker')
  await remove(room, worker, 'neighbour')
  expect(worker.session.state().chain?.members.has(neighbour.id)).toBe(false)
  insert(worker, '!')
  await room.until(() => !worker.session.state().dirty)
})
