/** The home of a person over a real relay: made when it is needed, met by their other devices, and nobody's plan. */
import { expect } from 'vitest'
import { setMyDetails, readMyDetails } from '#domain/home/my-details.ts'
import { type HomeDoc, toHomeDoc } from '#domain/home/home-doc.ts'
import { readMyPlan, setMyPlan } from '#domain/home/my-plans.ts'
import { addNote, NOTE_MS, readNotes } from '#domain/home/notes.ts'
import { readSeen } from '#domain/home/seen.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { planOf, startApp, storedRows, write } from '#e2e/testing/real-device.ts'
import type { Here, RelayRoom } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import type { OpenedDevice } from '../device.ts'

/** The network comes back: the next round begins. */
const nextRound = async (room: RelayRoom): Promise<void> => {
  window.dispatchEvent(new Event('online'))
  await room.pass(8_000)
}

type Person = { readonly home: WorkspaceId; readonly isFounded: () => boolean; openTablet(): Promise<Tablet> }
type Tablet = Here & { readonly home: HomeDoc }
const test = base.extend<{ person: Person }>({
  /** The person of `app`, who can open their home on a tablet too. */
  person: async ({ app, room }, use) => {
    await app.device.keyCard() // fetches the engine, in time that no test lets pass
    const secret = new Uint8Array((await app.database.readPersonSecret())!)
    const { id } = await deriveHome(secret)
    const holder = await deriveKeyHolder(secret)
    const known = { ids: [] as readonly WorkspaceId[] }
    await use({
      home: id,
      isFounded() {
        void room.store.workspacesOf(holder.id).then((ids) => (known.ids = ids))
        return known.ids.includes(id)
      },
      async openTablet() {
        const here = await room.openAs(id, holder, 'tablet')
        await room.until(() => here.session.state().connection === 'online')
        return { ...here, home: toHomeDoc(here.doc) }
      },
    })
  },
})
const startPlan = ({ device }: OpenedDevice, title = 'Rustig wonen') =>
  device.startPlan({ title, name: 'Ans', forWhom: 'me' })

test('H2 nobody who has nothing yet gets a home', async ({ app, room, person }) => {
  app.background.start()
  await app.device.home.setMe({ language: 'en', textSize: 'large' })
  await room.pass(30_000)
  expect(person.isFounded()).toBe(false)
  expect(room.network.wires()).toEqual([])
})

test('a home is founded with the first plan, and holds what this device has to say', async ({ app, room, person }) => {
  const plan = await startPlan(app)
  await app.device.setArchived(plan, true)
  await app.device.home.setMe({ textSize: 'large' })
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(10_000)
  const { home } = await person.openTablet()
  expect(readMyPlan(home, plan)).toEqual({ id: plan, title: 'Rustig wonen', archived: true })
  expect(readMyDetails(home)).toEqual({ name: 'Ans', colour: null, language: null, textSize: 'large' })
  expect(app.device.plans().map(({ id }) => id)).toEqual([plan])
})

test('what another device of mine changes comes here, and what I change here goes there', async ({
  app,
  room,
  person,
}) => {
  const plan = await startPlan(app)
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(10_000)
  const tablet = await person.openTablet()
  const environment = room.environmentOf('tablet')
  setMyDetails(tablet.home, { name: 'Ans B', language: 'en' }, Date.now(), environment)
  setMyPlan(tablet.home, plan, { archived: true }, Date.now(), environment)
  addNote(tablet.home, { kind: 'note', place: { plan }, text: 'sleutel bij de buren' }, Date.now(), environment)
  await room.until(() => !tablet.session.state().dirty)
  await app.device.home.readNotes()
  await nextRound(room)
  expect(app.device.home.me()).toMatchObject({ name: 'Ans B', language: 'en' })
  expect(app.device.plans()).toMatchObject([{ id: plan, archived: true }])
  expect(app.device.home.notes()).toMatchObject([{ text: 'sleutel bij de buren', place: { plan } }])

  await app.device.setArchived(plan, false)
  await app.device.home.setMe({ language: 'nl' })
  const [note] = app.device.home.notes()
  expect(await room.during(app.device.home.setNoteText(note!.id, 'sleutel bij Ria'))).toEqual({ ok: true })
  await room.until(() => readNotes(tablet.home, Date.now())[0]?.text === 'sleutel bij Ria')
  await room.until(() => readMyPlan(tablet.home, plan).archived === false)
  expect(readMyDetails(tablet.home)).toMatchObject({ name: 'Ans B', language: 'nl' })
})

test('what I have looked at here is no news on my other devices', async ({ app, room, person }) => {
  const plan = await startPlan(app)
  const handle = app.device.openPlan(plan)
  write((await planOf(room, handle)).doc, 'Het gaat beter.')
  await room.until(() => app.device.plans().every(({ unshared }) => !unshared))
  await room.during(handle.close())
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(10_000)
  const tablet = await person.openTablet()
  const [row] = await app.database.readPlans()
  expect(readSeen(tablet.home, plan)).toEqual(row!.seen)
})

test('a plan that another device of mine has stands here by its title; one that was taken off here does not', async ({
  app,
  room,
  person,
}) => {
  await startPlan(app)
  const gone = await startPlan(app, 'Weg ermee')
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(10_000)
  await room.during(app.device.takeOff(gone))
  await nextRound(room)
  const tablet = await person.openTablet()
  const elsewhere = `${'B'.repeat(21)}A` as WorkspaceId
  setMyPlan(tablet.home, elsewhere, { title: 'Samen eten' }, Date.now(), room.environmentOf('tablet'))
  await room.until(() => !tablet.session.state().dirty)
  const titles: string[] = []
  window.dispatchEvent(new Event('online'))
  for (let steps = 0; steps < 80; steps += 1) {
    await room.pass(100)
    titles.push(...app.device.plans().map(({ title }) => title))
  }
  expect(new Set(titles)).toEqual(new Set(['Rustig wonen', 'Samen eten']))
})

test('without a connection a note is kept at once, and founds the home when there is one', async ({
  app,
  room,
  person,
}) => {
  room.network.setOffline('laptop', true)
  const place = { plan: 'A'.repeat(22) as WorkspaceId }
  await room.during(app.device.home.addNote({ kind: 'note', place, text: 'bel Ria' }))
  const { device } = await startApp(room)
  await room.during(device.home.readNotes())
  expect(device.home.notes()).toMatchObject([{ text: 'bel Ria', expires: device.home.notes()[0]!.writtenAt + NOTE_MS }])
  app.background.start()
  await room.pass(10_000)
  room.network.setOffline('laptop', false)
  window.dispatchEvent(new Event('online'))
  await room.until(person.isFounded)
  await room.pass(5_000)
  const tablet = await person.openTablet()
  expect(readNotes(tablet.home, Date.now())).toMatchObject([{ text: 'bel Ria' }])
})

test('H1 two devices that found a home at the same moment end in one, with what both wrote', async ({
  app,
  room,
  person,
}) => {
  const { workspacesOf } = room.store
  room.store.workspacesOf = async (who) => (await workspacesOf(who)).filter((id) => id !== person.home)
  // Another device founds it, which this one cannot know when it asks.
  const secret = new Uint8Array((await app.database.readPersonSecret())!)
  const root = await (await deriveHome(secret)).makeRoot()
  await room.hold(person.home, [root])
  const plan = await startPlan(app)
  app.background.start()
  await room.pass(10_000)
  room.store.workspacesOf = workspacesOf
  const tablet = await person.openTablet()
  await nextRound(room)
  expect(readMyPlan(tablet.home, plan).title).toBe('Rustig wonen')
  expect(app.device.plans()).toHaveLength(1)
})

test('a new device with the card knows my name, titles and what was archived before it has any plan', async ({
  app,
  room,
  browser,
  person,
}) => {
  const plans = [await startPlan(app, 'Rustig wonen'), await startPlan(app, 'Weer aan het werk')] as const
  await app.device.setArchived(plans[1], true)
  const { characters } = await app.device.keyCard()
  app.background.start()
  await room.until(person.isFounded)
  await room.until(() => app.device.plans().every(({ unshared }) => !unshared))
  await room.pass(5_000)
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  await room.during(found.device.takeCard(characters))
  expect(
    found.device
      .plans()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...plans].toSorted())
  found.background.start()
  await room.until(() => found.device.home.me().name === 'Ans')
  expect(
    found.device
      .plans()
      .map(({ title, archived, coming }) => [title, archived, coming])
      .toSorted(),
  ).toEqual([
    ['Rustig wonen', false, 'content'],
    ['Weer aan het werk', true, 'content'],
  ])
  await room.until(() => found.device.restore().name === 'done')
  expect(found.device.restore()).toEqual({ name: 'done', total: 2, refused: 0 })
})

test('[only for now] a home is used in memory, and nothing of it is stored', async ({ app, room, browser, person }) => {
  const plan = await startPlan(app)
  const { characters } = await app.device.keyCard()
  const note = { kind: 'note', place: { plan }, text: 'sleutel bij Ria' } as const
  await room.during(app.device.home.addNote(note))
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(5_000)
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  await room.during(found.device.onlyForNow())
  await room.during(found.device.takeCard(characters))
  found.background.start()
  await room.until(() => found.device.home.me().name === 'Ans')
  await room.during(found.device.home.readNotes())
  expect(found.device.home.notes()).toMatchObject([note])
  await room.during(found.device.home.addNote({ ...note, text: 'bel Ria' }))
  expect(found.device.home.notes().map(({ text }) => text)).toEqual(['bel Ria', 'sleutel bij Ria'])
  await nextRound(room)
  expect(found.device.home.notes()).toHaveLength(2)
  expect(await storedRows()).toEqual([])
})

test('H3 a relay that lost everything gets the home back', async ({ app, room, person }) => {
  const plan = await startPlan(app)
  app.background.start()
  await room.until(person.isFounded)
  await room.pass(10_000)
  room.replace(await room.backup(person.home, 1))
  for (let round = 0; round < 3; round += 1) await nextRound(room)
  const tablet = await person.openTablet()
  expect(readMyPlan(tablet.home, plan).title).toBe('Rustig wonen')
})
