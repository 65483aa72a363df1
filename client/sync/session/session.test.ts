/** One person's session beside others on a real relay: what it sends, what it reports, and how it recovers by itself. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { removeAwarenessStates } from 'y-protocols/awareness'
import { openInvitations } from '#shared/chain/chain.ts'
import { eraseItem } from '#shared/protocol/log.ts'
import { type Circle, createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { createRelayRoom, type Here, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { insert } from '#e2e/testing/room-test.ts'
import { createLog, type Log } from '../testing/log.ts'

let circle: Circle
let log: Log
let room: RelayRoom

/** The worker has written two words. */
beforeEach(async () => {
  circle = await createCircleOfThree()
  log = createLog(circle)
  await log.write(await log.openDoc('worker'), (story) => story.insert(0, 'good morning'))
  room = createRelayRoom()
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

const gather = <Names extends readonly string[]>(...names: Names) => room.gather(circle, log.items, ...names)
const written = (): Promise<number> => room.countEntries(log.workspace)

test('a person alone sends no caret', async () => {
  const [worker] = await gather('worker')
  await room.pass(1_000)
  const quiet = room.network.activity()
  for (let cursor = 0; cursor < 10; cursor++) {
    worker.session.awareness.setLocalState({ cursor })
    await room.pass(400)
  }
  expect(room.network.activity()).toBe(quiet)
})

test('presence is sent again under a new key, so that the newcomer it was made for sees the others at once', async () => {
  const [worker, resident] = await gather('worker', 'resident')
  const seen = (): unknown[] => [...resident.session.awareness.getStates()].filter(([id]) => id === worker.doc.clientID)
  worker.session.awareness.setLocalState({ cursor: 1 })
  await room.pass(1_000)
  expect(seen()).toHaveLength(1)
  removeAwarenessStates(resident.session.awareness, [worker.doc.clientID], 'missed it')
  resident.session.awareness.meta.delete(worker.doc.clientID)
  await circle.renew('worker')
  const epoch = circle.records.at(-1)!
  const done = resident.session.append(async () => epoch)
  await room.settle()
  expect(await done).toBe('done')
  await room.pass(1_000)
  expect(seen()).toHaveLength(1)
})

describe('a device that reports its network gone', () => {
  test('does not show itself as online, and shares as soon as there is a network, whatever it reports', async () => {
    const [worker, resident] = await gather('worker', 'resident')
    insert(worker, ', you')
    room.freeze('worker')
    room.sayOffline('worker')
    await room.settle()
    expect(worker.session.state()).toMatchObject({ connection: 'offline', dirty: true })
    room.thaw('worker')
    await room.pass(1_000)
    expect(resident.story()).toBe('good morning, you')
    expect(worker.session.state()).toMatchObject({ connection: 'online', dirty: false })
  })
})

test('a device’s wrong clock ends nobody’s invitation, and an expired invitation still ends', async () => {
  await circle.invite('worker', 'for friend', { expiresAt: 300_000 })
  log.catchUp()
  const [worker] = await gather('worker')
  const open = (): number => openInvitations(worker.session.state().chain!).length
  for (const clock of [Date.now() + 86_400_000, 0]) {
    vi.setSystemTime(clock)
    await room.pass(70_000)
    expect(open()).toBe(1)
  }
  await room.pass(180_000)
  expect(open()).toBe(0)
})

describe('erased entries', () => {
  test('in a plan closed meanwhile, the device’s copy stays and no alarm is raised', async () => {
    const [worker] = await gather('worker')
    const kept = await worker.leave()
    const close = await circle.forge({ by: 'worker', body: { kind: 'close' } })
    const resident = await room.open(circle, 'resident')
    insert(resident, ', you')
    await room.pass(3_000)
    expect(await written()).toBe(2)
    const closing = await room.open(circle, 'worker')
    await room.pass(1_000)
    const done = closing.session.append(async () => close)
    await room.settle()
    expect(await done).toBe('done')
    expect(await written()).toBe(0)
    const back = await room.open(circle, 'worker', kept)
    await room.pass(1_000)
    expect(back.story()).toBe('good morning')
    expect(back.session.state()).toMatchObject({ connection: 'online', dirty: false, chain: { closed: true } })
    expect(back.alarms).toEqual([])
  })

  test('in any other plan they raise an alarm, and the entries are read when the relay shows them later', async () => {
    await room.hold(log.workspace, log.items)
    const shown = room.store.read
    room.store.read = vi.fn(async (workspace, options) =>
      (await shown(workspace, options)).map((item) =>
        item.bytes[0] === 1 ? { ...item, bytes: eraseItem(item.bytes) } : item,
      ),
    )
    const resident = await room.open(circle, 'resident')
    await room.pass(1_000)
    expect(resident.session.state().connection).toEqual({ refused: 'log-differs' })
    const kept = await resident.leave()
    room.store.read = shown
    const again = await room.open(circle, 'resident', kept)
    await room.pass(1_000)
    expect(again.story()).toBe('good morning')
    expect(again.session.state()).toMatchObject({ connection: 'online', dirty: false })
  })

  test('raise the alarm too when the relay first shows everything and keeps back later entries', async () => {
    const [resident] = await gather('resident')
    const erased = { receivedAt: 0, bytes: eraseItem(Uint8Array.of(1)) }
    room.lie('resident', { type: 'items', firstSeq: log.items.length + 1, items: [erased] })
    await room.pass(1_000)
    expect(resident.session.state().connection).toEqual({ refused: 'log-differs' })
  })
})

describe('authorship', () => {
  const writersIn = ({ doc }: Here): readonly number[] => [...doc.store.clients.keys()]

  test('is known from the log alone, also of absent people, and after a reload without a network', async () => {
    const [resident, neighbour] = await gather('resident', 'neighbour')
    insert(neighbour, ', neighbours')
    await room.until(() => resident.story() === 'good morning, neighbours')
    const people = [(await holderOf('worker')).id, (await holderOf('neighbour')).id].toSorted()
    const shown = (here: Here) => writersIn(here).map((client) => here.session.personAt(client))
    expect(shown(resident).toSorted()).toEqual(people)
    await neighbour.leave()
    await room.pass(1_500) // the cursor is written
    const kept = await resident.leave()
    room.freeze('resident')
    const again = await room.open(circle, 'resident', kept)
    expect(shown(again).toSorted()).toEqual(people)
    const edits = writersIn(again).map((client) => again.session.lastEditAt(client))
    expect(edits.every((at) => at !== null)).toBe(true)
  })

  test('an edit that its author dates in a later year is one of now, by the relay’s clock', async () => {
    const writer = await log.openDoc('neighbour')
    const content = { firstEdit: Number.MAX_SAFE_INTEGER, lastEdit: Number.MAX_SAFE_INTEGER }
    await log.write(writer, (story) => story.insert(0, 'later'), { content })
    const [resident] = await gather('resident')
    await room.until(() => resident.story().includes('later'))
    expect(resident.session.lastEditAt(writer.client)).toBeGreaterThan(0)
    expect(resident.session.lastEditAt(writer.client)).toBeLessThanOrEqual(resident.session.relayNow())
  })

  test('an own edit that waits to be shared is later than the log knows', async () => {
    const [resident] = await gather('resident')
    insert(resident, 'first')
    await room.until(() => !resident.session.state().dirty)
    const own = resident.doc.clientID
    expect(resident.session.lastEditAt(own)).not.toBe(null)
    room.freeze('resident')
    insert(resident, ' second')
    expect(resident.session.lastEditAt(own)).toBe(null)
  })

  test('is known for own text under every clientID that this person has had, before any of it is shared', async () => {
    const [resident] = await gather('resident')
    room.freeze('resident')
    insert(resident, ' mine')
    const again = await room.open(circle, 'resident', await resident.leave())
    insert(again, ' too')
    const me = (await holderOf('resident')).id
    const mine = writersIn(again).filter((client) => again.session.personAt(client) === me)
    expect(mine).toHaveLength(2)
  })
})
