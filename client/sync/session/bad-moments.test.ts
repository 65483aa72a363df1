/** Events at unlucky moments: they stop nobody's sharing and raise no alarm. */
import { describe, expect, vi } from 'vitest'
import * as Y from 'yjs'
import { roleOf } from '#shared/chain/chain.ts'
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { makeEpoch } from '#keys/make-records.ts'
import { createChance, holderOf } from '#keys/testing/circle.ts'
import { holdBackLog } from '#e2e/testing/hold-back-log.ts'
import type { Here, Kept } from '#e2e/testing/relay-room.ts'
import { insert, keepRecords, test as base } from '#e2e/testing/room-test.ts'

const test = base.extend<{ joined: { kept: Kept; release(): void } }>({
  /** The device of a person who has joined. The test decides when the relay finds its checkpoint. */
  joined: async ({ room, log, writer }, use) => {
    const update = new Uint8Array(Y.encodeStateAsUpdate(writer.doc))
    log.append(await log.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))
    await room.hold(log.workspace, log.items)
    const { newestCheckpoint } = room.store
    let release = (): void => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    room.store.newestCheckpoint = (...asked) => released.then(() => newestCheckpoint(...asked))
    await use({ release, kept: await keepRecords(log.items) })
  },
})

const isOnline = ({ session }: Here): boolean => session.state().connection === 'online'

test('a browser that fails to open a socket is asked again', async ({ room, circle, log }) => {
  await room.hold(log.workspace, log.items)
  vi.spyOn(room.network, 'openSocket').mockImplementationOnce(() => {
    throw new Error('no socket')
  })
  const worker = await room.open(circle, 'worker')
  await room.until(() => room.errors.length > 0)
  expect(room.errors.splice(0)).toMatchObject([{ message: 'no socket' }])
  await room.until(() => isOnline(worker))
})

test('a relay that closes with an unknown code is tried again', async ({ room, gather }) => {
  const [worker] = await gather('worker')
  room.network.wires()[0]?.tamper((messages) => [...messages, { close: 4_499 }])
  await room.until(() => !isOnline(worker))
  await room.until(() => isOnline(worker))
})

test('[K1] a checkpoint that comes after its epoch has ended does not delay later entries', async ({
  room,
  log,
  writer,
  gather,
}) => {
  await log.write(writer, (story) => story.insert(0, 'a long letter '.repeat(60_000)))
  const [here] = await gather('worker')
  const [wire] = room.network.wires()
  room.freeze('worker')
  for (let waited = 0; waited < 70_000; waited += 10_000) {
    await room.pass(10_000)
    room.lie('worker', { type: 'pong' })
  }
  const owner = await holderOf('worker')
  const tablet = await room.openAs(log.workspace, owner, 'tablet')
  await room.until(() => isOnline(tablet))
  const renewed = tablet.session.append((chain, secret) =>
    makeEpoch(chain, owner, secret, { endedPersons: [], endedInvitations: [] }, createChance('new key')),
  )
  expect(await room.during(renewed)).toBe('done')
  while (wire?.ways().includes('down')) wire.deliver('down')
  await room.settle()
  insert(here, ', you')
  await room.pass(3_000)
  room.thaw('worker')
  await room.until(() => room.answers.includes('not-allowed'))
  await room.pass(5_000)
  expect(here.session.state().dirty).toBe(false)
  const all = await room.store.read(log.workspace, { after: 0, maxItems: 100, maxBytes: 1e9, recordsOnly: false })
  expect(all.some(({ bytes }) => isCheckpoint(bytes))).toBe(false)
})

test('a device that reads the log again from its start keeps its role meanwhile', async ({ room, circle, log }) => {
  await room.hold(log.workspace, log.items)
  const release = holdBackLog(room.store, 2)
  const here = await room.open(circle, 'resident', await keepRecords(log.items))
  const { id } = await holderOf('resident')
  const roles = new Set<unknown>()
  for (let step = 0; step < 20; step++) {
    roles.add(roleOf(here.session.state().chain!, id))
    await room.pass(50)
  }
  release()
  await room.until(() => isOnline(here))
  expect([...roles, roleOf(here.session.state().chain!, id)]).toEqual(['editor', 'editor'])
})

describe('[K2] a new device that asks for a copy', () => {
  test('and is shown again meanwhile begins with the copy', async ({ room, circle, joined }) => {
    const { release, kept } = joined
    const here = await room.open(circle, 'resident', kept)
    here.session.reconnect()
    await room.pass(1_000)
    release()
    const other = await room.open(circle, 'worker')
    await room.until(() => [here, other].every(isOnline))
    insert(other, ', you')
    await room.until(() => !other.session.state().dirty)
    room.network.wires().forEach((each) => each.reset())
    await room.pass(20_000)
    expect([here.story(), here.alarms, here.rejectedFor]).toEqual(['good morning, you', [], []])
  })

  test('and is closed before it has one stops asking, and asks again when it is reopened', async ({
    room,
    circle,
    joined,
  }) => {
    const { release, kept } = joined
    const here = await room.open(circle, 'resident', kept)
    await here.session.flush()
    const left = await here.leave()
    await room.settle()
    expect(room.network.wires()).toEqual([])
    release()
    holdBackLog(room.store)
    const again = await room.open(circle, 'resident', left)
    await room.until(() => again.story() === 'good morning')
    expect(isOnline(again)).toBe(false)
  })
})
