/** One live tab per plan (PROTOCOL.md §5): lost to another tab at any moment, taken back, and nothing left running. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { openBrowser, planOf, read, startApp, write } from '#e2e/testing/real-device.ts'
import { createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { nextTurn } from '#e2e/testing/time.ts'
import type { OpenedDevice } from '../device.ts'
import { createPlansOnScreen } from '../plans-on-screen.ts'

let room: RelayRoom
let app: OpenedDevice
let plan: WorkspaceId
/** Timers running while no plan is open. */
let timers: number
let handles: OpenPlanHandle[]

beforeEach(async () => {
  openBrowser()
  room = createRelayRoom()
  app = await startApp(room)
  plan = await app.device.startPlan({ title: 'Plan', name: 'Sam', forWhom: 'me' })
  timers = vi.getTimerCount()
  handles = []
})
afterEach(async () => {
  for (const handle of handles) await room.during(handle.close())
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})

const open = ({ device } = app): OpenPlanHandle => {
  const handle = device.openPlan(plan)
  handles.push(handle)
  return handle
}
/** Another tab takes the plan; resolves once it has it. */
const takeInAnotherTab = (): Promise<{ letGo(): void }> =>
  new Promise((resolve) => {
    const hold = () => new Promise<void>((letGo) => resolve({ letGo }))
    navigator.locks.request(`weef-plan-${plan}`, { steal: true }, hold).catch(() => {}) // taken back
  })
const isHeld = async (): Promise<boolean> =>
  ((await navigator.locks.query()).held ?? []).some(({ name }) => name === `weef-plan-${plan}`)
const expectNothingRuns = (): void => {
  expect(room.network.wires()).toEqual([])
  expect(vi.getTimerCount()).toBe(timers)
}

test('lost to another tab while still opening, after any number of turns: it says so, and nothing keeps running', async () => {
  let opened = false
  let lostWhileOpening = 0
  for (let turns = 0; !opened; turns += 3) {
    const handle = open()
    for (let turn = 0; turn < turns; turn++) await nextTurn()
    opened = handle.state().name === 'open'
    if (!opened && (await isHeld())) lostWhileOpening += 1
    const other = await takeInAnotherTab()
    await room.settle()
    expect(handle.state()).toEqual({ name: 'elsewhere' })
    await room.pass(500)
    expect(handle.state()).toEqual({ name: 'elsewhere' })
    expectNothingRuns()
    other.letGo()
    await room.during(handle.close())
  }
  expect(lostWhileOpening).toBeGreaterThan(3)
})

test('"use it here" takes it back, from the moment it was lost', async () => {
  const handle = open()
  while (!(await isHeld())) await nextTurn()
  expect(handle.state().name).toBe('opening')
  await takeInAnotherTab()
  while (handle.state().name === 'opening') await nextTurn()
  handle.useHere()
  const { doc, sharing } = await planOf(room, handle)
  handle.useHere()
  expect(handle.state().name).toBe('open')
  write(doc, 'hier verder')
  await room.until(() => sharing().connection === 'online' && sharing().saved === 'saved')
  expect(room.network.wires()).toHaveLength(1)
  await room.during(handle.close())
  expect(await isHeld()).toBe(false)
  await room.pass(500)
  expectNothingRuns()
  expect(read((await planOf(room, open())).doc)).toBe('hier verder')
})

test('lost while it is open: typed text is there for the other tab', async () => {
  const handle = open()
  const { doc } = await planOf(room, handle)
  write(doc, 'net getypt')
  const other = await takeInAnotherTab()
  await room.settle()
  expect(handle.state()).toEqual({ name: 'elsewhere' })
  await room.pass(500)
  expectNothingRuns()
  other.letGo()
  const tab = await startApp(room)
  expect(read((await planOf(room, open(tab))).doc)).toBe('net getypt')
})

test('taken back while it stops: the new run waits for the end of the old one', async () => {
  const handle = open()
  const before = await planOf(room, handle)
  write(before.doc, 'een')
  await takeInAnotherTab()
  while (handle.state().name === 'open') await nextTurn()
  handle.useHere()
  handle.useHere()
  const after = await planOf(room, handle)
  expect(after.doc).not.toBe(before.doc)
  expect(read(after.doc)).toBe('een')
  await room.pass(1_000)
  expect(room.network.wires()).toHaveLength(1)
})

test('a part of the app that cannot be had says nothing about the plan, and is asked for again', async () => {
  const reported: unknown[] = []
  const environment = { ...room.environmentOf('laptop'), report: (error: unknown) => void reported.push(error) }
  const shown = createPlansOnScreen({
    environment,
    engine: () => Promise.reject(new TypeError('Failed to fetch.')),
    row: () => null,
    keeps: () => true,
    atRest: () => app.database.atRest,
    giveWay: async () => {},
    drafts: { refresh: async () => {}, remove: async () => {} },
    closed: () => {},
  })
  const handle = shown.open(plan)
  handles.push(handle)
  const missing = { name: 'failed', reason: 'not-fetched' }
  await room.until(() => handle.state().name === 'failed')
  expect(handle.state()).toEqual(missing)
  handle.again()
  expect(handle.state()).toEqual({ name: 'opening' })
  await room.until(() => handle.state().name === 'failed')
  expect([handle.state(), reported.length, await isHeld()]).toEqual([missing, 2, false])
})
