/** A phone is lost, and its person comes back with the key card: on another phone, over a real relay. */
import { expect } from 'vitest'
import { toKeyCard } from '#keys/key-card.ts'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { planOf, read, storedRows, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import type { OpenedDevice } from '../device.ts'
import { parseStage } from './restore.ts'

const TITLES = ['Rustig wonen', 'Weer aan het werk', 'Minder piekeren']

type Lost = { readonly card: string; readonly plans: readonly WorkspaceId[] }
/** The card of a phone that wrote three plans and is gone; `app` is a new one, in a new browser. */
const test = base.extend<{ lost: Lost; found: OpenedDevice }>({
  lost: async ({ room, browser }, use) => {
    const { device } = await browser.openApp()
    const plans: WorkspaceId[] = []
    for (const title of TITLES) {
      const id = await device.startPlan({ title, name: 'Ans', forWhom: 'me' })
      const handle = device.openPlan(id)
      const plan = await planOf(room, handle)
      write(plan.doc, `Dit staat in ${title}.`)
      await room.until(() => device.plans().every(({ unshared }) => !unshared))
      await room.during(handle.close())
      plans.push(id)
    }
    const { characters } = await device.keyCard()
    await use({ card: characters, plans })
  },
  found: async ({ room, lost, browser }, use) => {
    expect(lost.plans).toHaveLength(3)
    await room.during(browser.loseEverything())
    await use(await browser.openApp())
  },
})
const titles = ({ device }: OpenedDevice): readonly string[] =>
  device
    .plans()
    .map(({ title }) => title)
    .toSorted()
const isDone =
  ({ device }: OpenedDevice) =>
  (): boolean =>
    device.restore().name === 'done'
const take = async ({ device }: OpenedDevice, card: string) => device.takeCard(card)

test('all plans come back: they stand there at once, with their titles before their content', async ({
  room,
  lost,
  found,
}) => {
  const seen: string[] = []
  expect(await found.device.checkCard(lost.card)).toEqual({ ok: true, device: 'free' })
  expect(await room.during(take(found, lost.card))).toEqual({ ok: true })
  expect(
    found.device
      .plans()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(lost.plans.toSorted())
  found.background.start()
  await room.until(() => {
    seen.push(JSON.stringify(found.device.restore()))
    return isDone(found)()
  })
  expect(found.device.restore()).toEqual({ name: 'done', total: 3, refused: 0 })
  expect(seen.some((state) => state.includes('"ready":0'))).toBe(true)
  expect(titles(found)).toEqual(TITLES.toSorted())
  for (const [at, id] of lost.plans.entries()) {
    room.network.setOffline('laptop', true) // from the device alone
    const handle = found.device.openPlan(id)
    const plan = await planOf(room, handle)
    expect(read(plan.doc)).toBe(`Dit staat in ${TITLES[at]}.`)
    expect(plan.members().map(({ me, role }) => [me, role])).toEqual([[true, 'owner']])
    await room.during(handle.close())
  }
  await found.device.dismissRestore()
  expect(found.device.restore()).toEqual({ name: 'none' })
  expect(await found.device.checkCard(lost.card)).toEqual({ ok: true, device: 'same' })
  room.network.setOffline('laptop', false)
  await room.during(found.device.takeOff(lost.plans[1]!))
  expect(titles(found)).toHaveLength(2)
  expect(await room.during(take(found, lost.card))).toEqual({ ok: true })
  await room.until(isDone(found))
  expect(titles(found)).toEqual(TITLES.toSorted())
  expect(found.device.restore()).toEqual({ name: 'done', total: 3, refused: 0 }) // those that were here are found too
})

test('a reload in the middle goes on with what is missing', async ({ room, lost, found, browser }) => {
  await room.during(take(found, lost.card))
  await room.during(found.background.giveWay())
  const again = await browser.openApp()
  expect(again.device.restore()).toMatchObject({ name: 'fetching', total: 3 })
  expect(again.device.plans()).toHaveLength(3)
  again.background.start()
  await room.until(isDone(again))
  expect(titles(again)).toEqual(TITLES.toSorted())
})

test('without a connection the card is taken, and the plans come once there is one', async ({ room, lost, found }) => {
  room.network.setOffline('laptop', true)
  expect(await room.during(take(found, lost.card))).toEqual({ ok: true })
  expect(found.device.restore()).toEqual({ name: 'listing', trouble: 'offline' })
  found.background.start()
  await room.pass(5_000)
  expect(found.device.restore()).toEqual({ name: 'listing', trouble: 'offline' })
  room.network.setOffline('laptop', false)
  window.dispatchEvent(new Event('online'))
  await room.until(isDone(found))
  expect(titles(found)).toEqual(TITLES.toSorted())
})

test('a card that is none, or of which the relay knows nothing, changes nothing', async ({ room, lost, found }) => {
  const before = await found.device.keyCard()
  const typo = lost.card.replace(/^./, (first) => (first === '7' ? '8' : '7'))
  expect(await found.device.checkCard(typo)).toEqual({ ok: false, fault: { name: 'check' } })
  expect(await room.during(take(found, typo))).toEqual({ ok: false, reason: 'not-a-card' })
  const foreign = toKeyCard(new Uint8Array(16).fill(3))
  expect(await room.during(take(found, foreign))).toEqual({ ok: false, reason: 'no-plans' })
  expect(await found.device.keyCard()).toEqual(before)
  expect([found.device.plans(), found.device.restore()]).toEqual([[], { name: 'none' }])
})

test('a relay that never gives the list: said, and the plans that are here are visited all the same', async ({
  room,
  lost,
  browser,
}) => {
  const app = await browser.openApp() // the phone was only mislaid, and has become another person's
  room.network.setOffline('laptop', true)
  await room.during(take(app, toKeyCard(new Uint8Array(16).fill(3))))
  const handle = app.device.openPlan(lost.plans[0]!)
  write((await planOf(room, handle)).doc, 'Nog niet gedeeld.')
  await room.pass(1_000)
  await room.during(handle.close())
  expect(app.device.plans().filter(({ unshared }) => unshared)).toHaveLength(1)
  room.network.setOffline('laptop', false)
  room.store.workspacesOf = () => new Promise(() => {})
  app.background.start()
  await room.pass(25_000)
  await room.until(() => app.device.plans().every(({ unshared }) => !unshared))
  expect(app.device.restore()).toEqual({ name: 'listing', trouble: 'offline' })
})

test('a relay that names plans of nobody: the real ones come, and the others are told and can be put away', async ({
  room,
  lost,
  found,
}) => {
  const lie = parseWorkspaceId('A'.repeat(22))!
  const { workspacesOf } = room.store
  room.store.workspacesOf = async (person) => [...(await workspacesOf(person)), lie]
  await room.during(take(found, lost.card))
  found.background.start()
  await room.until(isDone(found))
  expect(found.device.restore()).toEqual({ name: 'done', total: 3, refused: 1 })
  expect(titles(found)).toEqual(TITLES.toSorted())
  await room.during(found.device.dismissRestore())
  expect((await found.database.readPlans()).map(({ id }) => id)).not.toContain(lie)
})

test('[only for now] a card on a computer of others: the plans are there, and nothing of them is stored', async ({
  room,
  lost,
  found,
}) => {
  await room.during(found.device.onlyForNow())
  await room.during(take(found, lost.card))
  found.background.start()
  await room.until(isDone(found))
  expect(titles(found)).toEqual(TITLES.toSorted())
  const handle = found.device.openPlan(lost.plans[0]!)
  const plan = await planOf(room, handle)
  expect(read(plan.doc)).toBe(`Dit staat in ${TITLES[0]}.`)
  await room.during(handle.close())
  expect(await storedRows()).toEqual([])
})

test('how far it is, is read from whatever is stored', () => {
  expect([null, '', 'listing', 'listed 12', 'listed', 'listed -1', 'listed 99999999', '{}'].map(parseStage)).toEqual([
    { name: 'none' },
    { name: 'none' },
    { name: 'listing' },
    { name: 'listed', total: 12 },
    { name: 'none' },
    { name: 'none' },
    { name: 'none' },
    { name: 'none' },
  ])
})
