/** [S8] Bounds on presence: how much one person can make others remember. */
import { expect } from 'vitest'
import { currentEpoch } from '#shared/chain/chain.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { createChance, holderOf } from '#keys/testing/circle.ts'
import { test } from '#e2e/testing/room-test.ts'
import { deriveClientId } from '../document/client-ids.ts'
import { sealPresence } from './presence.ts'
import { craftAwareness } from '../testing/craft-awareness.ts'

test('a person with ever new clientIDs is remembered by the latest, and displaces nobody else', async ({
  room,
  circle,
  log,
  gather,
}) => {
  const [worker, neighbour] = await gather('worker', 'neighbour')
  await room.pass(1_000)
  const { awareness, personAt } = worker.session
  const { id: author } = await holderOf('resident')
  const { workspace } = log
  const epoch = currentEpoch(circle.chain()).number
  const keys = await deriveEpochKeys(circle.secret(), workspace)
  const chance = createChance('flood')
  const clients: number[] = []
  for (let count = 0; count < 100; count++) {
    const salt = chance(8)
    const client = deriveClientId(workspace, author, salt)
    const update = craftAwareness({ client, json: '{}' })
    const sealed = await sealPresence(keys, { workspace, epoch, author }, salt, update, chance)
    room.lie('worker', { type: 'presence', author, epoch, sealed: sealed! })
    clients.push(client)
  }
  await worker.session.idle()
  expect([...awareness.getStates().keys()]).toEqual(
    expect.arrayContaining([worker.doc.clientID, neighbour.doc.clientID]),
  )
  expect(awareness.meta.size).toBeLessThan(25)
  expect(awareness.getStates().size).toBe(awareness.meta.size)
  expect(clients.filter((client) => personAt(client) !== null)).toEqual(clients.slice(2 - awareness.meta.size))
})
