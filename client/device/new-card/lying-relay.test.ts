/** A relay that denies, withholds or goes back while somebody moves: told, nothing half done, and gone on with later. */
import { expect } from 'vitest'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { planOf, read, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import type { OpenedDevice } from '../device.ts'

const WORDS = 'Dit staat in het plan.'

const test = base.extend<{ plan: WorkspaceId }>({
  plan: async ({ room, app: { device } }, use) => {
    const id = await device.startPlan({ title: 'Rustig wonen', name: 'Ans', forWhom: 'me' })
    const handle = device.openPlan(id)
    write((await planOf(room, handle)).doc, WORDS)
    await room.pass(1_000)
    await room.until(() => device.plans().every(({ unshared }) => !unshared))
    await room.during(handle.close())
    await use(id)
  },
})
const stateOf = ({ device }: OpenedDevice): string => device.newCard().name
const rowOf = async ({ database }: OpenedDevice) => (await database.readPlans())[0]!

test('one that denies everybody: the plan stays with the old card, is named, and moves once it is asked again', async ({
  room,
  app,
  plan,
}) => {
  const honest = room.replace(createMemoryStore())
  await room.during(app.device.renewCard())
  app.background.start()
  await room.until(() => stateOf(app) === 'done')
  expect(app.device.newCard()).toEqual({
    name: 'done',
    total: 0,
    stayed: [{ id: plan, title: 'Rustig wonen' }],
    elsewhere: false,
  })
  const handle = app.device.openPlan(plan)
  expect(read((await planOf(room, handle)).doc)).toBe(WORDS)
  await room.during(handle.close())
  room.replace(honest)
  await room.during(app.device.retryNewCard())
  await room.until(() => stateOf(app) === 'done' && app.device.plans()[0]?.asBefore !== true)
  expect(app.device.newCard()).toMatchObject({ total: 1, stayed: [] })
  expect((await rowOf(app)).person ?? null).toBeNull()
})

test('one that stands still: said, and gone on with by itself', async ({ room, app, plan }) => {
  room.freeze('laptop')
  const renewing = app.device.renewCard()
  await room.during(renewing)
  app.background.start()
  await room.pass(25_000)
  await room.until(() => {
    const state = app.device.newCard()
    return state.name === 'moving' && state.trouble === 'offline'
  })
  expect((await rowOf(app)).move).toMatchObject({ stage: 'waiting' })
  room.thaw('laptop')
  await room.pass(90_000)
  await room.until(() => stateOf(app) === 'done')
  expect([app.device.plans()[0]?.id, app.device.plans()[0]?.asBefore]).toEqual([plan, undefined])
})

test('one that went back: nothing moves by a log that differs, until its person has agreed', async ({
  room,
  app,
  plan,
}) => {
  const honest = room.replace(await room.backup(plan, 1))
  await room.during(app.device.renewCard())
  app.background.start()
  await room.pass(40_000)
  expect(app.device.newCard()).toMatchObject({ name: 'moving', ready: 0, waiting: [{ id: plan }] })
  const handle = app.device.openPlan(plan)
  const opened = await planOf(room, handle)
  await room.until(() => typeof opened.sharing().connection === 'object')
  expect([opened.sharing().connection, read(opened.doc)]).toEqual([{ refused: 'log-differs' }, WORDS])
  await room.during(handle.close())
  room.replace(honest)
  await room.pass(90_000)
  await room.until(() => stateOf(app) === 'done')
  expect(app.device.newCard()).toMatchObject({ total: 1, stayed: [] })
})

test('one that says that it has moved: the records say otherwise, and it stays with the old card', async ({
  room,
  app,
  plan,
}) => {
  room.network.setOffline('laptop', true)
  await room.during(app.device.renewCard())
  const { person: from } = await rowOf(app)
  // As after an answer that was none: here the plan counts as moved, and its log lacks the move.
  await app.database.changePlan(plan, (row) => ({ ...row, person: null, move: { ...row.move!, stage: 'carry' } }))
  room.network.setOffline('laptop', false)
  app.background.start()
  await room.pass(10_000)
  await room.until(() => app.device.newCard().name === 'done')
  expect(await rowOf(app)).toMatchObject({ person: from, move: { stage: 'gone' } })
  const handle = app.device.openPlan(plan)
  const opened = await planOf(room, handle)
  await room.until(() => opened.sharing().connection === 'online')
  expect([read(opened.doc), opened.me]).toEqual([WORDS, from])
  await room.during(handle.close())
})
