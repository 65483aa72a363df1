/** A new key card: every plan moves to new keys, over a real relay; whoever has the old card reads nothing newer. */
import { expect } from 'vitest'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { toKeyCard } from '#keys/key-card.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { currentEpoch, currentPerson, needsEpoch } from '#shared/chain/chain.ts'
import { parsePersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { startPage, planOf, read, startApp, write } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import type { OpenedDevice } from '../device.ts'
import { parseCardStage } from './new-card.ts'

const TITLES = ['Rustig wonen', 'Weer aan het werk']

const holderOfDevice = async ({ database }: OpenedDevice) =>
  deriveKeyHolder(new Uint8Array((await database.readPersonSecret())!))

type Mine = { readonly app: OpenedDevice; readonly plans: readonly WorkspaceId[]; readonly card: string }
const test = base.extend<{ mine: Mine }>({
  mine: async ({ room, browser }, use) => {
    const app = await browser.openApp()
    const plans: WorkspaceId[] = []
    for (const title of TITLES) {
      const id = await app.device.startPlan({ title, name: 'Ans', forWhom: 'me' })
      const handle = app.device.openPlan(id)
      write((await planOf(room, handle)).doc, `Dit staat in ${title}.`)
      await room.until(() => app.device.plans().every(({ unshared }) => !unshared))
      await room.during(handle.close())
      plans.push(id)
    }
    await use({ app, plans, card: (await app.device.keyCard()).characters })
  },
})
const isDone =
  ({ device }: OpenedDevice) =>
  (): boolean =>
    device.newCard().name === 'done'

test('all plans move: same words, same name, same role, and the old card opens nothing of the next epoch', async ({
  room,
  mine: { app, plans, card },
}) => {
  const old = await holderOfDevice(app)
  expect(await room.during(app.device.renewCard())).toEqual({ ok: true })
  expect((await app.device.keyCard()).characters).not.toBe(card)
  expect(app.device.newCard()).toMatchObject({ name: 'moving', ready: 0, total: 2 })
  app.background.start()
  await room.until(isDone(app))
  expect(app.device.newCard()).toEqual({ name: 'done', total: 2, stayed: [], elsewhere: false })
  expect(app.device.plans().map(({ asBefore, moving, unshared }) => [asBefore, moving, unshared])).toEqual(
    plans.map(() => [undefined, undefined, false]),
  )
  for (const [at, id] of plans.entries()) {
    const handle = app.device.openPlan(id)
    const plan = await planOf(room, handle)
    expect(read(plan.doc)).toBe(`Dit staat in ${TITLES[at]}.`)
    expect(plan.members().map(({ me, role, name }) => [me, role, name])).toEqual([[true, 'owner', 'Ans']])
    expect(plan.me).not.toBe(old.id)
    expect([...plan.doc.store.clients.keys()].map((client) => plan.personAt(client))).toContain(plan.me)
    expect([...plan.doc.store.clients.keys()].map((client) => plan.personAt(client))).not.toContain(old.id)
    await room.until(() => plan.sharing().connection === 'online')
    write(plan.doc, 'Dit leest de dief niet.')
    await room.pass(1_000)
    await room.until(() => app.device.plans().every(({ unshared }) => !unshared))
    await room.during(handle.close())
    const thief = await room.openAs(id, old, 'thief')
    await room.pass(2_000)
    expect(thief.session.state().connection).toEqual({ refused: 'removed' })
    // Nor with all that the relay has.
    const me = await holderOfDevice(app)
    const all = await room.openAs(id, me, 'another tablet')
    await room.pass(2_000)
    const { chain } = all.session.state()
    expect([chain && currentPerson(chain, old.id), chain && needsEpoch(chain, 0)]).toEqual([me.id, false])
    expect(chain?.boxes.get(old.id)?.epoch).toBeLessThan(currentEpoch(chain!).number)
  }
  await room.pass(20 * 60_000)
  expect(await app.database.readEarlierSecret(old.id)).toBeNull()
  await app.device.dismissNewCard()
  expect(app.device.newCard()).toEqual({ name: 'none' })
})

test('what was not shared is shared first', async ({ room, mine: { app, plans } }) => {
  room.network.setOffline('laptop', true)
  const handle = app.device.openPlan(plans[0]!)
  write((await planOf(room, handle)).doc, 'Nog niet gedeeld.')
  await room.pass(1_000)
  await room.during(handle.close())
  await room.during(app.device.renewCard())
  app.background.start()
  await room.pass(10_000)
  expect(app.device.newCard()).toMatchObject({ name: 'moving', ready: 0, total: 2, trouble: 'offline' })
  expect((await app.database.readPlans()).map(({ move }) => move?.stage)).toEqual(['waiting', 'waiting'])
  room.network.setOffline('laptop', false)
  window.dispatchEvent(new Event('online'))
  await room.until(isDone(app))
  const again = app.device.openPlan(plans[0]!)
  const plan = await planOf(room, again)
  const words = 'Dit staat in Rustig wonen. Nog niet gedeeld.'
  expect(read(plan.doc)).toBe(words)
  await room.until(() => plan.sharing().connection === 'online')
  expect(plan.sharing().missingFromLog).toBeUndefined()
  await room.during(again.close())
})

/** The browser of another device of mine that has all plans by the old card, and has written offline; then back to the first one. */
const writeElsewhere = async (
  { room, mine, browser }: { room: RelayRoom; mine: Mine; browser: { loseEverything(): Promise<void> } },
  words: string,
): Promise<IDBFactory> => {
  const first = globalThis.indexedDB
  await room.during(browser.loseEverything())
  const { device, background } = await startApp(room)
  await room.during(device.takeCard(mine.card))
  background.start()
  await room.until(() => device.restore().name === 'done')
  await room.during(device.dismissRestore())
  room.network.setOffline('laptop', true)
  const handle = device.openPlan(mine.plans[0]!)
  write((await planOf(room, handle)).doc, words)
  await room.pass(1_000)
  await room.during(handle.close())
  await room.during(background.giveWay())
  const second = globalThis.indexedDB
  startPage()
  globalThis.indexedDB = first
  room.network.setOffline('laptop', false)
  return second
}
/** The app in another browser of mine, which this page becomes. */
const openOn = (room: RelayRoom, browser: IDBFactory): Promise<OpenedDevice> => {
  startPage()
  globalThis.indexedDB = browser
  return startApp(room)
}
const moveAll = async (room: RelayRoom): Promise<OpenedDevice> => {
  const app = await startApp(room)
  await room.during(app.device.renewCard())
  app.background.start()
  await room.until(isDone(app))
  await room.during(app.background.giveWay())
  return app
}

test('another device of mine keeps what it had; with the new card its unshared words are shared once, as mine', async ({
  room,
  mine,
  browser,
}) => {
  const second = await writeElsewhere({ room, mine, browser }, 'Op mijn tablet geschreven.')
  const { characters } = await (await moveAll(room)).device.keyCard()
  const tablet = await openOn(room, second)
  const before = tablet.device.openPlan(mine.plans[0]!)
  const kept = await planOf(room, before)
  await room.until(() => typeof kept.sharing().connection === 'object')
  expect(read(kept.doc)).toBe('Dit staat in Rustig wonen. Op mijn tablet geschreven.')
  await room.during(before.close())

  expect(await room.during(tablet.device.takeCard(characters))).toEqual({ ok: true })
  tablet.background.start()
  await room.until(() => tablet.device.plans().every(({ asBefore, unshared }) => !asBefore && !unshared))
  const after = tablet.device.openPlan(mine.plans[0]!)
  const plan = await planOf(room, after)
  await room.until(() => plan.sharing().connection === 'online')
  expect(read(plan.doc)).toBe('Dit staat in Rustig wonen. Op mijn tablet geschreven.')
  expect([plan.alarms(), plan.sharing().missingFromLog]).toEqual([[], undefined])
  const other = await room.openAs(mine.plans[0]!, await holderOfDevice(tablet), 'phone')
  await room.pass(2_000)
  expect(read(other.doc as PlanDoc)).toBe(read(plan.doc))
  await room.during(after.close())
  await room.pass(20_000) // the round of visits ends
})

test('two devices that both make a new card: one is first, the other is told, and what it had stays', async ({
  room,
  mine,
  browser,
}) => {
  const second = await writeElsewhere({ room, mine, browser }, 'Op mijn tablet geschreven.')
  const { characters } = await (await moveAll(room)).device.keyCard()
  const tablet = await openOn(room, second)
  await room.during(tablet.device.renewCard())
  tablet.background.start()
  await room.until(isDone(tablet))
  expect(tablet.device.newCard()).toMatchObject({ name: 'done', total: 0, stayed: [{}, {}] })
  const handle = tablet.device.openPlan(mine.plans[0]!)
  expect(read((await planOf(room, handle)).doc)).toContain('Op mijn tablet geschreven.')
  await room.during(handle.close())
  // The card that was first opens them, and takes those words along.
  await room.during(tablet.device.takeCard(characters))
  await room.until(() => tablet.device.plans().every(({ asBefore, unshared }) => !asBefore && !unshared))
  const other = await room.openAs(mine.plans[0]!, await holderOfDevice(tablet), 'phone')
  await room.pass(2_000)
  expect(read(other.doc as PlanDoc)).toBe('Dit staat in Rustig wonen. Op mijn tablet geschreven.')
})

test('private notes go along into the home of the new card, each with its own end', async ({
  room,
  mine: { app, plans },
}) => {
  const { home } = app.device
  expect(await room.during(home.addNote({ kind: 'note', place: { plan: plans[0]! }, text: 'Bel eerst.' }))).toEqual({
    ok: true,
  })
  const [before] = home.notes()
  await room.pass(60_000)
  await room.during(app.device.renewCard())
  app.background.start()
  await room.until(isDone(app))
  await room.during(home.readNotes())
  expect(home.notes()).toEqual([before])
})

test('how far it is, is read from whatever is stored', () => {
  const before = parsePersonId('YmVmb3JlLWJlZm9yZS1iZQ')!
  expect(
    [
      null,
      'none',
      `begun ${before} 3`,
      `listing ${before} 3`,
      `moving ${before} 12`,
      `moving ${before}`,
      'moving x 3',
    ].map(parseCardStage),
  ).toEqual([
    { name: 'none' },
    { name: 'none' },
    { name: 'begun', before, total: 3 },
    { name: 'listing', before, total: 3 },
    { name: 'moving', before, total: 12 },
    { name: 'none' },
    { name: 'none' },
  ])
  expect(toKeyCard(new Uint8Array(16))).toHaveLength(34)
})
