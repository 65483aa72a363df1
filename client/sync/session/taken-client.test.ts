/**
 * Somebody whose clientID another person writes under (E4): their device goes on under another one. Real clientIDs have 53 bits;
 * here they are short, so that a second salt for one is found at once.
 */
import { expect, test, vi } from 'vitest'
import { createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { createRelayRoom } from '#e2e/testing/relay-room.ts'
import { insert } from '#e2e/testing/room-test.ts'
import type * as ClientIds from '../document/client-ids.ts'
import { deriveClientId } from '../document/client-ids.ts'
import { createLog } from '../testing/log.ts'

const SHORT = 4_096
vi.mock('../document/client-ids.ts', async (original) => {
  const real = await original<typeof ClientIds>()
  return {
    ...real,
    deriveClientId: (...from: Parameters<typeof real.deriveClientId>) => real.deriveClientId(...from) % SHORT,
  }
})

test('what they write afterwards is theirs, leaves, and survives a restart; the taker is named', async () => {
  const circle = await createCircleOfThree()
  const log = createLog(circle)
  log.catchUp()
  const room = createRelayRoom()
  const [worker, resident, neighbour] = await room.gather(circle, log.items, 'worker', 'resident', 'neighbour')
  const [me, taker] = [(await holderOf('worker')).id, (await holderOf('neighbour')).id]
  insert(worker, 'mine')
  await room.pass(3_000)
  const lost = worker.doc.clientID
  worker.session.awareness.setLocalState({ cursor: 1 })
  await room.pass(1_000)

  const kept = await neighbour.leave()
  const salt = new Uint8Array(8)
  const random = new DataView(salt.buffer)
  while (deriveClientId(log.workspace, taker, salt) !== lost) random.setUint32(0, random.getUint32(0) + 1)
  await kept.store.addSalt(salt)
  const again = await room.open(circle, 'neighbour', kept)
  await room.pass(1_000)
  again.doc.clientID = lost
  insert(again, ', I agree')
  await room.pass(3_000)
  expect(worker.alarms).toMatchObject([{ kind: 'taken-client', author: taker }])
  expect(worker.session.personAt(lost)).toBeNull()
  expect(resident.session.personAt(lost)).toBeNull()

  expect(worker.doc.clientID).not.toBe(lost)
  insert(worker, ' - only this is mine')
  await room.pass(8_000)
  expect(worker.session.state()).toMatchObject({ connection: 'online', dirty: false })
  expect(resident.story()).toContain('only this is mine')
  expect(resident.session.personAt(worker.doc.clientID)).toBe(me)
  expect(resident.session.awareness.getStates().get(worker.doc.clientID)).toEqual({ cursor: 1 })

  insert(worker, 'after')
  const reopened = await room.open(circle, 'worker', await worker.leave())
  await room.pass(8_000)
  expect(reopened.session.state()).toMatchObject({ connection: 'online', dirty: false })
  expect(resident.story()).toContain('after')
  await room.end()
  expect(room.errors).toEqual([])
})
