/**
 * Background visits to plans that are not on screen (PROTOCOL.md §5): new items arrive, waiting edits leave, and opening a
 * plan interrupts its visit.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addGoal } from '#domain/goals/goals.ts'
import { setMyName } from '#domain/plan/people.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { setSectionTitle } from '#domain/plan/sections.ts'
import type { PlanSummary } from '#ports/device.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { DEVICE, openBrowser, planOf, read, startApp, type StartedApp, write } from '#e2e/testing/real-device.ts'
import { type Here, RELAY, createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { joinWith } from './invitation/invitations.ts'
import { toPlanLock } from './lifetime/tab-lock.ts'

const ROUND_MS = 16 * 60_000 // longer than the time until the next round

let room: RelayRoom
let app: StartedApp
let plan: WorkspaceId
let handles: OpenPlanHandle[]
/** A resident on another device, who can write at any time. */
let resident: Here
let residentKeys: KeyHolder

beforeEach(async () => {
  openBrowser()
  room = createRelayRoom()
  app = await startApp(room)
  handles = []
  plan = await app.device.startPlan({ title: 'Samen', name: 'Wanda', forWhom: 'me' })
  const opened = await open()
  await room.until(() => opened.sharing().connection === 'online')
  const invited = await room.during(
    opened.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }),
  )
  if (!invited.ok) throw new Error('There is an invitation.')
  resident = await joinAs('phone', invited.link)
  setMyName(resident.doc, residentKeys.id, 'Ans', room.environmentOf('phone'))
  await room.until(() => opened.members().some(({ name }) => name === 'Ans'))
  await room.pass(2_000) // the epoch after the join
  await close()
})
afterEach(async () => {
  for (const handle of handles) await room.during(handle.close())
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})

const joinAs = async (device: string, link: string): Promise<Here> => {
  const environment = room.environmentOf(device)
  const database = withPlanStores(createMemoryDeviceDatabase())
  residentKeys = await deriveKeyHolder(new Uint8Array(16).fill(9))
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  const joined = await room.during(joinWith(context, parseInvitationLink(link)!, '', residentKeys))
  expect(joined.ok).toBe(true)
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  const here = await room.openAs(plan, residentKeys, device, { store: database.syncStore(plan), document })
  await room.until(() => here.session.state().connection === 'online')
  return here
}
const open = async (id = plan, { device } = app): Promise<OpenPlan> => {
  const handle = device.openPlan(id)
  handles.push(handle)
  return planOf(room, handle)
}
const close = async (): Promise<void> => {
  const handle = handles.at(-1)
  if (handle !== undefined) await room.during(handle.close())
}
const summary = (id = plan): PlanSummary | undefined => app.device.plans().find((one) => one.id === id)
const goal = (title: string): void => void addGoal(resident.doc as PlanDoc, { title }, room.environmentOf('phone'))
/** Its connection is open, but nothing arrives. */
const startStuckVisit = async (): Promise<void> => {
  room.freeze(DEVICE)
  app.background.start()
  await room.until(() => wiresOf(DEVICE) === 1)
}
const wiresOf = (device: string): number => room.network.wires().filter((wire) => wire.device === device).length

test('news arrives before the plan is opened: author, part by its name there, amount, and nothing of mine', async () => {
  goal('Elke dag even naar buiten')
  setSectionTitle(resident.doc as PlanDoc, 'goals', 'Wat ik wil', room.environmentOf('phone'))
  write(resident.doc as PlanDoc, 'Het gaat beter.')
  await room.until(() => !resident.session.state().dirty)
  expect(summary()?.news).toEqual([])
  const here = [...resident.session.awareness.getStates().keys()]
  app.background.start()
  await room.until(() => summary()?.news.length !== 0)
  const [ans] = summary()?.news ?? []
  expect(summary()?.news).toHaveLength(1)
  expect(ans).toMatchObject({ name: 'Ans', at: expect.any(Number) })
  expect(ans?.parts).toMatchObject([
    { part: 'story', things: 0, letters: expect.any(Number) },
    { part: 'goals', title: 'Wat ik wil', things: 1, kinds: [{ kind: 'goal', count: 1 }] },
    { part: 'plan', things: 1, kinds: [{ kind: 'section', count: 1 }] },
  ])
  expect([...resident.session.awareness.getStates().keys()]).toEqual(here) // nobody saw a presence
  room.network.setOffline(DEVICE, true)
  const opened = await open()
  expect(read(opened.doc)).toBe('Het gaat beter.')
  expect(opened.news()).toMatchObject([{ person: residentKeys.id, name: 'Ans' }])
  await close()
  expect(summary()?.news).toEqual([]) // seen
  const again = await open()
  expect(again.news()).toEqual([])
})

test('my own edits on another device are no news', async () => {
  const me = await deriveKeyHolder(new Uint8Array((await app.database.readPersonSecret())!))
  const other = await room.openAs(plan, me, 'tablet')
  await room.until(() => other.session.state().connection === 'online')
  write(other.doc as PlanDoc, 'Van mijn tablet.')
  goal('Van Ans')
  await room.until(() => !other.session.state().dirty && !resident.session.state().dirty)
  app.background.start()
  await room.until(() => summary()?.news.length !== 0)
  expect(summary()?.news).toMatchObject([{ name: 'Ans', parts: [{ part: 'goals' }] }])
})

test('a visit draws no clientID: one each time would accumulate', async () => {
  const salts = async () => (await app.database.syncStore(plan).load()).salts.length
  const before = await salts()
  app.background.start()
  goal('Nieuw')
  await room.until(() => summary()?.news.length === 1)
  expect(await salts()).toBe(before)
})

test('items that waited at the relay when a plan opens count as news; items that arrive while it is open do not', async () => {
  goal('Vooraf')
  await room.until(() => !resident.session.state().dirty)
  const opened = await open()
  await room.until(() => opened.news().length === 1)
  goal('Erbij')
  write(resident.doc as PlanDoc, 'Terwijl je kijkt.')
  await room.until(() => read(opened.doc) !== '')
  expect(opened.news()[0]?.parts).toMatchObject([{ part: 'goals', things: 1 }])
})

test('work that waits leaves without opening the plan', async () => {
  room.network.setOffline(DEVICE, true)
  write((await open()).doc, 'Onderweg geschreven.')
  await close()
  expect(summary()?.unshared).toBe(true)
  app.background.start()
  await room.pass(20_000)
  expect(summary()?.unshared).toBe(true)
  room.network.setOffline(DEVICE, false)
  window.dispatchEvent(new Event('online'))
  await room.until(() => summary()?.unshared === false)
  await room.until(() => read(resident.doc as PlanDoc) === 'Onderweg geschreven.')
})

test('plans are visited one at a time, each of them, and again after some minutes', async () => {
  const others = await Promise.all(
    ['twee', 'drie', 'vier'].map((title) => app.device.startPlan({ title, name: '', forWhom: 'me' })),
  )
  expect(others.every((id) => summary(id)?.unshared)).toBe(true)
  const { openSocket } = room.network
  let [most, all] = [0, 0]
  vi.spyOn(room.network, 'openSocket').mockImplementation((device) => {
    const socket = openSocket(device)
    most = Math.max(most, wiresOf(DEVICE))
    all += 1
    return socket
  })
  app.background.start()
  await room.until(() => others.every((id) => summary(id)?.unshared === false))
  await room.until(() => all === 4 + 3) // the home: asked for, founded, and what was new in it sent
  expect(most).toBe(1)
  await room.pass(5_000)
  expect(wiresOf(DEVICE)).toBe(0)
  goal('Later')
  await room.pass(ROUND_MS)
  expect(summary()?.news).toMatchObject([{ name: 'Ans' }])
  expect(wiresOf(DEVICE)).toBe(0)
})

test('a plan that is being visited opens at once in this tab', async () => {
  await startStuckVisit()
  const opened = await open()
  expect(wiresOf(DEVICE)).toBeLessThanOrEqual(1)
  room.thaw(DEVICE)
  write(opened.doc, 'meteen')
  await room.until(() => read(resident.doc as PlanDoc) === 'meteen')
  await room.pass(10_000)
  expect(wiresOf(DEVICE)).toBe(1)
})

test('or in another tab, which does not report it as open elsewhere', async () => {
  await startStuckVisit()
  const tab = await startApp(room)
  const opened = await open(plan, tab)
  room.thaw(DEVICE)
  write(opened.doc, 'hier ook')
  await room.until(() => read(resident.doc as PlanDoc) === 'hier ook')
  await room.pass(10_000)
  expect(wiresOf(DEVICE)).toBe(1)
})

test('a plan that is live in another tab is left alone, and stays there', async () => {
  let letGo = (): void => {}
  const lost = vi.fn()
  const holding = navigator.locks
    .request(toPlanLock(plan), () => new Promise<void>((resolve) => (letGo = resolve)))
    .catch(lost)
  await room.settle()
  app.background.start()
  goal('Niet voor deze tab')
  await room.pass(10_000)
  expect(wiresOf(DEVICE)).toBe(0)
  expect(summary()?.news).toEqual([])
  letGo()
  await holding
  expect(lost).not.toHaveBeenCalled()
})

test('a plan that is taken off while it is visited does not come back', async () => {
  await startStuckVisit()
  await room.during(app.device.takeOff(plan))
  room.thaw(DEVICE)
  await room.pass(10_000)
  expect(app.device.plans()).toEqual([])
  expect(wiresOf(DEVICE)).toBe(0)
})

test('without a network one plan is tried, not all', async () => {
  for (const title of ['twee', 'drie']) await app.device.startPlan({ title, name: '', forWhom: 'me' })
  room.network.setOffline(DEVICE, true)
  app.background.start()
  await room.pass(5_000)
  let seen = 0
  const tries = vi.spyOn(app.database, 'changePlan').mockImplementation(async () => ((seen += 1), { ok: true }))
  await room.pass(40_000)
  expect(seen).toBeLessThanOrEqual(1)
  tries.mockRestore()
})
