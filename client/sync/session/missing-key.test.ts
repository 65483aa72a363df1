/** Found by the simulation: a newcomer reads the log before they have its keys, and a hostile member exploits that. */
import { describe, expect } from 'vitest'
import * as Y from 'yjs'
import type { EpochBody } from '#shared/chain/record-bodies.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { makeEpoch } from '#keys/make-records.ts'
import { type Circle, createChance, createCircle, holderOf } from '#keys/testing/circle.ts'
import type { Here } from '#e2e/testing/relay-room.ts'
import { keepRecords, test } from '#e2e/testing/room-test.ts'
import { craftUpdate } from '../testing/craft-update.ts'
import { createLog } from '../testing/log.ts'

test('an entry accepted only because a key is missing is never shown', async ({ room }) => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for neighbour')
  await circle.join('neighbour', 'for neighbour')
  const log = createLog(circle)
  const writer = await log.openDoc('neighbour')
  await circle.invite('worker', 'for friend', { role: 'reader' })
  await log.write(writer, (story) => story.insert(0, 'true'))
  await circle.join('friend', 'for friend')
  await log.craft(writer, craftUpdate([{ client: writer.client, clock: 0, structs: [{ text: 'FALSE' }] }]))
  expect((await log.readAs('worker')).verdicts.at(-1)).toBe('E5')
  const [friend] = await room.gather(circle, log.items, 'friend')
  await room.pass(1_000)
  expect(friend.story()).toBe('true')
})

describe('an epoch whose key some members lack', () => {
  /** The epoch's key, as the neighbour and those they gave it to have it. */
  const makeUnevenEpoch = async (circle: Circle, without: readonly string[]) => {
    const chance = createChance('uneven')
    const [author, ...left] = await Promise.all(['neighbour', ...without].map(holderOf))
    const nobody = { endedPersons: [], endedInvitations: [] }
    const even = await makeEpoch(circle.chain(), author!, circle.secret(), nobody, chance)
    const body = decodeRecord(even)?.body as EpochBody
    const personBoxes = body.personBoxes.map(({ person, box }) => ({
      person,
      box: left.some(({ id }) => id === person) ? chance(box.length) : box,
    }))
    expect(await circle.give(await circle.forge({ by: 'neighbour', body: { ...body, personBoxes } }))).toBe('valid')
    return createChance('uneven')(32)
  }
  const LONG = 'a long letter '.repeat(60_000)

  test('[K1] a device that could not read all of the log writes no checkpoint: it would be false to those who can', async ({
    room,
    circle,
  }) => {
    const log = createLog(circle)
    const writer = await log.openDoc('neighbour')
    const secret = await makeUnevenEpoch(circle, ['worker'])
    await log.write(writer, (story) => story.insert(0, 'for some'), { secret })
    await circle.renew('worker')
    await log.write(await log.openDoc('resident'), (story) => story.insert(0, LONG))
    const [worker] = await room.gather(circle, log.items, 'worker')
    await room.pass(70_000)
    expect(worker.story()).toBe(LONG)
    const all = await room.store.read(log.workspace, { after: 0, maxItems: 100, maxBytes: 1e9, recordsOnly: false })
    expect(all.some(({ bytes }) => isCheckpoint(bytes))).toBe(false)
  })

  test.for<[what: string, without: readonly string[], given: number]>([
    ['says the same without it is true', ['worker', 'resident'], 0],
    ['says more than somebody new can read gives way, and accuses nobody', ['resident'], 1],
  ])('[K2] a checkpoint that %s', async ([, without, given], { room, circle }) => {
    const log = createLog(circle)
    const secret = await makeUnevenEpoch(circle, without)
    await log.write(await log.openDoc('neighbour'), (story) => story.insert(0, 'for some'), { secret })
    await circle.renew('worker')
    await log.write(await log.openDoc('worker'), (story) => story.insert(0, 'for all'))
    const { doc } = await log.readAs('worker')
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc))
    log.append(await log.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))
    await room.hold(log.workspace, log.items)
    const here = await room.open(circle, 'resident', await keepRecords(log.items))
    await room.pass(5_000)
    const { id } = await holderOf('worker')
    expect(here.alarms.some((alarm) => 'author' in alarm && alarm.author === id)).toBe(false)
    expect(here.rejectedFor).toHaveLength(given)
    expect(here.story()).toContain('for all')
  })

  test.for<[what: string, others: number]>([
    ['fewer records than it showed before', 0],
    ['other records than it showed before', 2],
  ])(
    '[C3] a relay that shows %s, once the key has come and the log is read again',
    async ([, others], { room, circle }) => {
      const log = createLog(circle)
      const secret = await makeUnevenEpoch(circle, ['worker'])
      await log.write(await log.openDoc('neighbour'), (story) => story.insert(0, 'for some'), { secret })
      const [worker, resident] = await room.gather(circle, log.items, 'worker', 'resident')
      const before = await room.backup(log.workspace, log.items.length)
      const nobody = { endedPersons: [], endedInvitations: [] }
      const renew = async (name: string, { session }: Here): Promise<void> => {
        const holder = await holderOf(name)
        const renewed = session.append((chain, key) => makeEpoch(chain, holder, key, nobody, createChance(name)))
        await room.settle()
        expect(await renewed).toBe('done')
      }
      await renew('resident', resident) // the worker now has the key, and is about to read the log again
      room.replace(before)
      room.freeze('worker')
      const neighbour = await room.open(circle, 'neighbour')
      await room.until(() => neighbour.session.state().connection === 'online')
      for (let written = 0; written < others; written++) await renew('neighbour', neighbour)
      room.thaw('worker')
      await room.pass(3_000)
      expect(worker.session.state()).toMatchObject({
        connection: { refused: 'log-differs' },
        chain: { number: circle.chain().number + 1 },
      })
    },
  )
})
