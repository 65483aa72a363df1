/** The relay's limits (S8) as a writer meets them: reported in words, tried again, or met by sending in parts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeJoin } from '#keys/make-records.ts'
import { type Circle, createCircle, holderOf, locatorFor } from '#keys/testing/circle.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import type { RelayLimits } from '#relay/limits/limits.ts'
import { REFUSALS } from '#shared/protocol/relay-frames.ts'
import { createRelayRoom, type Here, RELAY, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { createLog, type Log } from '../testing/log.ts'
import { openVisit } from '../invitation/visit-invitation.ts'

let circle: Circle
let log: Log
let room: RelayRoom

beforeEach(async () => {
  circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  await circle.renew('worker')
  log = createLog(circle)
  log.catchUp()
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

const KEPT = { itemBytes: 4_000, logBytes: 20_000 }
const gather = async (limits: Partial<RelayLimits> = KEPT, store = createMemoryStore()): Promise<[Here, Here]> => {
  room = createRelayRoom(store, limits)
  return room.gather(circle, log.items, 'worker', 'resident')
}
const insert = ({ doc }: Here, text: string): void => doc.getText('story').insert(0, text)
const connectionOf = ({ session }: Here) => session.state().connection

describe('an update longer than an item of this relay', () => {
  test('leaves in parts and arrives unchanged', async () => {
    const [one, two] = await gather({ ...KEPT, logBytes: 1e9 })
    insert(one, 'a long letter 🧵 '.repeat(2_000))
    await room.pass(10_000)
    expect(two.story() === one.story()).toBe(true)
    expect([one.session.state().dirty, connectionOf(one)]).toEqual([false, 'online'])
  })

  test('that cannot be cut is reported, and does not stop others’ changes', async () => {
    const [one, two] = await gather()
    one.doc.getMap('values').set('name', 'x'.repeat(5_000))
    await room.pass(3_000)
    expect(connectionOf(one)).toEqual({ refused: 'too-large' })
    insert(two, 'theirs')
    await room.pass(3_000)
    expect([one.story(), one.session.state().dirty]).toEqual(['theirs', true])
  })
})

test('a full log is reported to its writers, who keep their text; everybody sees how full it is', async () => {
  const [one, two] = await gather()
  expect(two.session.state().fullness).toBeLessThan(0.2)
  for (let line = 0; line < 6; line++) {
    insert(one, 'x'.repeat(2_000))
    await room.pass(3_000)
  }
  const { bytes } = (await room.store.head(log.workspace)) ?? { bytes: 0 }
  expect(two.session.state().fullness).toBe(bytes / KEPT.logBytes)
  expect(two.session.state().fullness).toBeGreaterThan(0.6)
  const kept = await two.leave()
  const again = await room.open(circle, 'resident', kept)
  await room.until(() => connectionOf(again) === 'online')
  expect(again.session.state().fullness).toBe(bytes / KEPT.logBytes)
  for (let line = 0; line < 6; line++) {
    insert(one, 'y'.repeat(2_000))
    await room.pass(3_000)
  }
  expect(connectionOf(one)).toEqual({ refused: 'full' })
  expect([one.story().length, one.session.state().dirty]).toEqual([24_000, true])
})

test('a full disk of the relay is reported, and the relay is asked again until it has room', async () => {
  const store = createMemoryStore()
  const [one, two] = await gather(KEPT, store)
  const { append } = store
  store.append = async (requests) => requests.map(() => ({ ok: false, reason: 'full' }))
  insert(one, 'mine')
  await room.pass(20_000)
  expect(connectionOf(one)).toEqual({ refused: 'relay-full' })
  store.append = append
  await room.pass(20_000) // each wait is twice as long as the one before
  expect([connectionOf(one), one.session.state().dirty, two.story()]).toEqual(['online', false, 'mine'])
})

test('a relay whose disk is full is not asked repeatedly for the epoch that is due', async () => {
  const store = createMemoryStore()
  await circle.setRole('worker', 'resident', 'reader')
  await circle.invite('worker', 'for guest')
  await circle.join('guest', 'for guest')
  log.catchUp()
  const { append } = store
  const [one] = await gather(KEPT, store)
  store.append = async (requests) => requests.map(() => ({ ok: false, reason: 'full' }))
  await room.pass(30_000)
  expect(room.answers.length).toBeGreaterThan(1)
  expect(room.answers.length).toBeLessThan(8)
  store.append = append
  await room.pass(10_000)
  expect(one.session.state().chain?.rekeyDue).toBe(false)
})

test.each(REFUSALS)('“%s” is reported, or passes by itself', async (reason) => {
  const said: Partial<Record<(typeof REFUSALS)[number], string>> = {
    malformed: 'outdated-app',
    'too-large': 'too-large',
    'workspace-full': 'full',
    'relay-full': 'relay-full',
  }
  const [one, two] = await gather()
  room.freeze('worker')
  insert(one, 'mine')
  await room.pass(3_000)
  room.lie('worker', { type: 'refused', reason })
  await room.pass(100)
  expect(connectionOf(one)).toEqual(said[reason] === undefined ? 'online' : { refused: said[reason] })
  room.network.setOffline('worker', true) // the entry is lost with the connection
  room.thaw('worker')
  await room.pass(1_000)
  room.network.setOffline('worker', false)
  await room.pass(30_000)
  expect([two.story(), connectionOf(one)]).toEqual(['mine', 'online'])
})

describe('a person who writes faster than the relay allows', () => {
  test('has everything shared once they slow down, without a notice', async () => {
    const [one, two] = await gather({ personAppends: 1 })
    insert(two, 'company ')
    await room.pass(3_000)
    for (let word = 0; word < 60; word++) {
      insert(one, `${word} `)
      await room.pass(200)
    }
    expect(room.answers).toContain('rate')
    expect([connectionOf(one), one.session.state().dirty]).toEqual(['online', true])
    await room.until(() => !one.session.state().dirty)
    await room.settle()
    expect(two.story()).toBe(one.story())
    expect(one.story().split(' ')).toHaveLength(62)
    expect([one.alarms, two.alarms]).toEqual([[], []])
  })

  test('raises no alarm when entries sent before the refusal arrived are refused as well', async () => {
    const [one, two] = await gather({ personAppends: 0.5 })
    insert(two, 'company ')
    await room.pass(3_000)
    for (let word = 0; word < 5; word++) {
      insert(one, `${word} `)
      await room.pass(200)
    }
    const [wire] = room.network.wires().filter(({ device }) => device === 'worker')
    room.freeze('worker') // a slow network: all of it is under way before the first answer is back
    for (let word = 0; word < 6; word++) {
      insert(one, `more ${word} `)
      await room.pass(200)
    }
    expect(wire?.pending()).toBeGreaterThan(4)
    while (wire?.ways().includes('up')) {
      wire.deliver('up')
      await room.pass(600) // long enough that the relay takes one more now and then
    }
    room.thaw('worker')
    expect(room.answers).toContain('rate')
    await room.until(() => !one.session.state().dirty)
    await room.settle()
    expect(two.story()).toBe(one.story())
    expect([one.alarms, two.alarms]).toEqual([[], []])
  })
})

test('[C3] a device that gives back more records than may come at once continues later', async () => {
  const [one] = await gather({ personAppends: 0.2 })
  insert(one, 'mine')
  await room.pass(30_000)
  room.replace(createMemoryStore())
  await room.until(() => connectionOf(one) !== 'online' && typeof connectionOf(one) === 'object')
  await one.session.repair()
  await room.until(() => connectionOf(one) === 'online')
  expect(room.answers).toContain('rate')
  await room.pass(30_000)
  expect([one.session.state().dirty, await room.countEntries(log.workspace)]).toEqual([false, 1])
})

test('a device that finds no place reports it after a while, keeps its text, and gets in by itself', async () => {
  const [one, two] = await gather({ personSockets: 1 })
  const phone = await room.open(circle, 'worker')
  insert(phone, 'on the phone')
  await room.pass(30_000)
  expect([connectionOf(phone), phone.session.state().busy]).toEqual(['offline', false])
  await room.pass(60_000)
  expect(phone.session.state()).toMatchObject({ busy: true, dirty: true })
  expect(two.session.state().busy).toBe(false)
  await one.leave()
  await room.until(() => connectionOf(phone) === 'online')
  await room.pass(5_000)
  expect([phone.session.state().busy, phone.session.state().dirty, two.story()]).toEqual([false, false, 'on the phone'])
})

describe('a person with an invitation', () => {
  const visit = async () => {
    const guest = await holderOf('guest')
    const invitation = await holderOf('for guest')
    const locator = locatorFor('for guest')
    return room.during(
      openVisit({
        relay: RELAY,
        environment: room.environmentOf('guest'),
        workspace: log.workspace,
        locator,
        invitation,
      }).join((chain) => makeJoin(chain, guest, invitation, locator)),
    )
  }
  beforeEach(async () => {
    await circle.invite('worker', 'for guest')
    log.catchUp()
  })

  test('to a relay without a place for them, or with a full disk, is told that it is busy', async () => {
    const store = createMemoryStore()
    room = createRelayRoom(store, { personSockets: 0 })
    await room.hold(log.workspace, log.items)
    expect(await visit()).toEqual({ ok: false, reason: 'busy' })
    await room.end()
    const full = createMemoryStore()
    room = createRelayRoom(full)
    await room.hold(log.workspace, log.items)
    full.append = async (requests) => requests.map(() => ({ ok: false, reason: 'full' }))
    expect(await visit()).toEqual({ ok: false, reason: 'busy' })
  })
})

test('a member whose part of the log is used up reads that it is theirs; the owner goes on', async () => {
  const [owner, member] = await gather({ ...KEPT, logBytes: 30_000 })
  for (let line = 0; line < 8; line++) {
    insert(member, 'x'.repeat(2_000))
    await room.pass(3_000)
  }
  expect(connectionOf(member)).toEqual({ refused: 'share-full' })
  expect(member.session.state().dirty).toBe(true)
  insert(owner, 'the owner goes on')
  await room.pass(8_000)
  expect([connectionOf(owner), owner.session.state().dirty]).toEqual(['online', false])
})
