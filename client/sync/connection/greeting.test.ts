/** Presence when people come and go: a person alone sends none, a newcomer is seen all the same, and a leaving person says so. */
import { expect, vi } from 'vitest'
import { makeEpoch } from '#keys/make-records.ts'
import { createChance, holderOf } from '#keys/testing/circle.ts'
import { test } from '#e2e/testing/room-test.ts'

test('two people who sent presence while the key changed see each other under the new key', async ({
  room,
  circle,
  gather,
}) => {
  const [worker] = await gather('worker')
  await room.pass(5_000)
  const resident = await room.open(circle, 'resident')
  await room.until(() => resident.session.state().connection === 'online')
  room.freeze('resident') // presence that it sends now arrives after the key has changed
  await room.pass(1_000)
  const owner = await holderOf('worker')
  const renewed = worker.session.append((chain, secret) =>
    makeEpoch(chain, owner, secret, { endedPersons: [], endedInvitations: [] }, createChance('new key')),
  )
  await room.settle()
  expect(await renewed).toBe('done')
  room.thaw('resident')
  await room.pass(2_000)
  expect([worker, resident].map(({ session }) => session.awareness.getStates().size)).toEqual([2, 2])
})

test('a person who leaves is no longer shown to the others as present', async ({ room, gather }) => {
  const { openSocket } = room.network
  vi.spyOn(room.network, 'openSocket').mockImplementation((device) => {
    const socket = openSocket(device)
    const wire = room.network.wires().at(-1)
    const { close } = socket
    socket.close = () => {
      while (wire?.ways().includes('up')) wire.deliver('up') // a browser also delivers what was sent before it closes the connection
      close()
    }
    return socket
  })
  const [worker, resident] = await gather('worker', 'resident')
  await room.pass(2_000)
  expect(worker.session.awareness.getStates().size).toBe(2)
  await resident.leave()
  await room.settle()
  expect([...worker.session.awareness.getStates().keys()]).toEqual([worker.doc.clientID])
})
