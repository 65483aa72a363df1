/**
 * A disk that refuses writes for a while: no word is lost while the page lasts, and each is shared under its author (C1,
 * C4).
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { isFull } from '#reactive/use-device.ts'
import { DEVICE, openBrowser, planOf, read, startApp, write } from '#e2e/testing/real-device.ts'
import { createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import type { OpenedDevice } from './device.ts'

let room: RelayRoom
let app: OpenedDevice
let plan: WorkspaceId
let handles: OpenPlanHandle[]

beforeEach(async () => {
  openBrowser()
  room = createRelayRoom()
  app = await startApp(room)
  plan = await app.device.startPlan({ title: 'Plan', name: '', forWhom: 'me' })
  handles = []
  const { doc } = await open()
  write(doc, 'eerst')
  await room.pass(3_000)
  await close()
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const handle of handles) await room.during(handle.close())
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})

const open = async ({ device } = app): Promise<OpenPlan> => {
  const handle = device.openPlan(plan)
  handles.push(handle)
  return planOf(room, handle)
}
/** Closes the plan on this page. */
const close = async (): Promise<void> => {
  const handle = handles.at(-1)
  if (handle !== undefined) await room.during(handle.close())
}
/** The plan on a new page that knows only the disk, offline. */
const readFromDisk = async (): Promise<string> => {
  await close()
  room.network.setOffline(DEVICE, true)
  const story = read((await open(await startApp(room))).doc) // a new page: the previous one is closed
  await close()
  return story
}
/** The relay's content, as another device of the same person reads it. */
const readFromRelay = async (): Promise<string> => {
  const person = await deriveKeyHolder(new Uint8Array((await app.database.readPersonSecret())!))
  const { doc } = await room.openAs(plan, person, 'another device')
  await room.pass(1_000)
  return read(doc as OpenPlan['doc'])
}

describe('words written over a full disk', () => {
  test('are there when the plan is opened again on this page, however often, and on the disk once it has room', async () => {
    room.network.setOffline(DEVICE, true)
    const { doc, sharing } = await open()
    fillDisk()
    write(doc, 'vol')
    await room.until(() => typeof sharing().saved === 'object')
    expect(sharing().saved).toEqual({ failed: 'full' })
    await close()
    const again = await open()
    expect(read(again.doc)).toBe('eerst vol')
    write(again.doc, 'nog vol')
    await close()
    vi.restoreAllMocks()
    const kept = await open()
    expect(read(kept.doc)).toBe('eerst vol nog vol')
    await room.until(() => kept.sharing().saved === 'saved')
    expect(await readFromDisk()).toBe('eerst vol nog vol')
  })

  test('are removed with a plan that is taken off this device', async () => {
    const { doc } = await open()
    fillDisk()
    write(doc, 'vol')
    await close()
    vi.restoreAllMocks()
    const [row] = await app.database.readPlans()
    await app.device.takeOff(plan)
    room.network.setOffline(DEVICE, true)
    await app.database.savePlan(row!)
    await app.device.setArchived(plan, false) // the page reads its list of plans anew
    expect(read((await open()).doc)).toBe('')
  })
})

describe('a salt that the disk refuses', () => {
  test("keeps this load's words off the disk and says so; they are shared all the same", async () => {
    fillDisk('salts')
    const { doc, sharing } = await open()
    expect(read(doc)).toBe('eerst')
    expect(sharing().saved).toEqual({ failed: 'full' })
    write(doc, 'van mij')
    await room.pass(3_000)
    expect(sharing()).toMatchObject({ connection: 'online', saved: { failed: 'full' } })
    expect(await readFromRelay()).toBe('eerst van mij')
    vi.restoreAllMocks()
    expect(await readFromDisk()).toBe('eerst')
  })

  test('is stored later, so that offline words leave once the plan is opened again on this page', async () => {
    room.network.setOffline(DEVICE, true)
    fillDisk('salts')
    const { doc } = await open()
    write(doc, 'van mij')
    await close()
    const second = await open()
    expect(read(second.doc)).toBe('eerst van mij')
    write(second.doc, 'en dit')
    await close()
    vi.restoreAllMocks()
    const third = await open()
    await room.until(() => third.sharing().saved === 'saved')
    expect(await readFromDisk()).toBe('eerst van mij en dit')
    room.network.setOffline(DEVICE, false)
    await open(await startApp(room))
    await room.pass(3_000)
    expect(await readFromRelay()).toBe('eerst van mij en dit')
  })

  test('that is refused again: no word is stored before it, and this page shares them all the same', async () => {
    room.network.setOffline(DEVICE, true)
    fillDisk('salts')
    const { doc } = await open()
    write(doc, 'van mij')
    await close()
    const again = await open()
    await close()
    expect(read(again.doc)).toBe('eerst van mij')
    room.network.setOffline(DEVICE, false)
    await open()
    await room.pass(3_000)
    expect(await readFromRelay()).toBe('eerst van mij')
    vi.restoreAllMocks()
    expect(await readFromDisk()).toBe('eerst')
  })
})

test('a name written into a plan whose salt is not stored lasts as long as the page', async () => {
  room.network.setOffline(DEVICE, true)
  fillDisk('salts')
  const begun = await app.device.startPlan({ title: 'Nog een', name: 'Sam', forWhom: 'me' })
  const handle = app.device.openPlan(begun)
  handles.push(handle)
  const { members, sharing } = await planOf(room, handle)
  expect([members()[0]?.name, sharing().saved]).toEqual(['Sam', { failed: 'full' }])
})

describe('a plan over a full disk', () => {
  const begin = () => app.device.startPlan({ title: 'Nog een', name: 'Sam', forWhom: 'me' })
  const titles = () => app.device.plans().map(({ title }) => title)

  test('is not created, with that reason, and nothing of it remains', async () => {
    fillDisk()
    expect(await begin().catch(isFull)).toBe(true)
    vi.restoreAllMocks()
    expect([titles(), (await app.database.readPlans()).length]).toEqual([['Plan'], 1])
    await begin()
    expect(titles()).toEqual(['Nog een', 'Plan'])
  })

  test('that no longer fits on the list stays there while the page lasts, and is stored once there is room', async () => {
    fillDisk('plans')
    const id = await begin()
    await app.device.setArchived(id, true)
    expect([titles(), app.device.plans()[0]?.archived]).toEqual([['Nog een', 'Plan'], true])
    vi.restoreAllMocks()
    await app.device.setArchived(plan, false)
    app = await startApp(room) // a new page
    expect([titles().toSorted(), app.device.plans().filter(({ archived }) => archived).length]).toEqual([
      ['Nog een', 'Plan'],
      1,
    ])
  })
})

test('a device whose disk is full on the first day says so, instead of blaming the browser', async () => {
  openBrowser()
  fillDisk()
  const { device } = await startApp(room)
  expect(device.storage()).toEqual({ name: 'memory', reason: 'full' })
})

test('joining over a full disk is refused before the invitation is used', async () => {
  const { invite, sharing } = await open()
  await room.until(() => sharing().connection === 'online')
  const invited = await room.during(invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  const link = invited.ok ? parseInvitationLink(invited.link) : null
  if (link === null) throw new Error('There is an invitation.')
  await close()
  openBrowser()
  const friend = await startApp(room)
  fillDisk()
  expect(await room.during(friend.device.join(link, { name: 'Sam', code: '' }))).toEqual({ ok: false, reason: 'full' })
  vi.restoreAllMocks()
  expect(await room.during(friend.device.join(link, { name: 'Sam', code: '' }))).toMatchObject({ ok: true })
})
