/** Everything in one file: a phone is lost while the relay is down, and its person reads and writes on from the file. */
import { expect, vi } from 'vitest'
import { toKeyCard } from '#keys/key-card.ts'
import type { OpenedBackup } from '#ports/backup.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { planOf, read, write } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { fillDisk } from '#testing/full-disk.ts'
import type { OpenedDevice } from '../device.ts'
import { createTabLock, toPlanLock } from '../lifetime/tab-lock.ts'
import './open-backup.ts' // here already when it is fetched: time passes in steps
import './save-all.ts'

const quiet = (): void => {}
const SHARED = 'Dit is gedeeld.'
const UNSHARED = 'Dit nog niet.'
const OTHER = toKeyCard(new Uint8Array(16).fill(5))

type Saved = { readonly card: string; readonly file: Blob; readonly plan: WorkspaceId; readonly other: WorkspaceId }

const begin = async (room: RelayRoom, { device }: OpenedDevice, title: string, words: string): Promise<WorkspaceId> => {
  const id = await device.startPlan({ title, name: 'Ans', forWhom: 'me' })
  await writeIn(room, device, id, words)
  return id
}
const writeIn = async (
  room: RelayRoom,
  device: OpenedDevice['device'],
  id: WorkspaceId,
  words: string,
): Promise<void> => {
  const handle = device.openPlan(id)
  write((await planOf(room, handle)).doc, words)
  await room.pass(2_000)
  await room.during(handle.close())
}
const readIn = async (room: RelayRoom, { device }: OpenedDevice, id: WorkspaceId): Promise<string> => {
  const handle = device.openPlan(id)
  const words = read((await planOf(room, handle)).doc)
  await room.during(handle.close())
  return words
}
const opened = async (room: RelayRoom, { device }: OpenedDevice, { file, card }: Saved): Promise<OpenedBackup> => {
  const backup = await room.during(device.openBackup(file, card, quiet))
  if (!backup.ok) throw new Error(backup.reason)
  return backup.backup
}
const titles = ({ device }: OpenedDevice): readonly string[] =>
  device
    .plans()
    .map(({ title }) => title)
    .toSorted()
const allShared =
  ({ device }: OpenedDevice) =>
  (): boolean =>
    device.plans().every(({ unshared }) => !unshared)

/** `saved`: the file of a phone with two plans, one of them with words that nobody else has; the relay is down. */
const test = base.extend<{ saved: Saved }>({
  saved: async ({ room, app }, use) => {
    const plan = await begin(room, app, 'Rustig wonen', SHARED)
    const other = await begin(room, app, 'Weer aan het werk', 'Helemaal gedeeld.')
    await room.until(allShared(app))
    room.network.setOffline('laptop', true)
    await writeIn(room, app.device, plan, UNSHARED)
    const { file, plans, missing } = await room.during(app.device.saveAll(quiet))
    expect([plans, missing]).toEqual([2, []])
    await use({ card: (await app.device.keyCard()).characters, file, plan, other })
  },
})

test('without the relay everything is read, and with it again what was not shared is shared', async ({
  room,
  saved,
  browser,
}) => {
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  const backup = await opened(room, found, saved)
  expect(backup).toMatchObject({ device: 'free', savedAt: expect.any(Number) })
  expect(backup.plans.map(({ title, here }) => [title, here]).toSorted()).toEqual([
    ['Rustig wonen', false],
    ['Weer aan het werk', false],
  ])
  expect(titles(found)).toEqual([])
  const heard: number[] = []
  expect(await room.during(backup.putBack((part) => heard.push(part)))).toEqual({ ok: true, skipped: [] })
  expect(heard.at(-1)).toBe(1)
  expect(titles(found)).toEqual(['Rustig wonen', 'Weer aan het werk'])
  expect(found.device.wasProposed('card-with-content')).toBe(true) // they have just typed it
  expect(await readIn(room, found, saved.plan)).toBe(`${SHARED} ${UNSHARED}`)
  const handle = found.device.openPlan(saved.plan)
  const plan = await planOf(room, handle)
  expect(plan.members().map(({ me, role, name }) => [me, role, name])).toEqual([[true, 'owner', 'Ans']])
  await room.during(handle.close())
  expect((await found.database.journalStore(saved.plan).load())?.entries.length).toBeGreaterThan(0)

  room.network.setOffline('laptop', false)
  found.background.start()
  await room.until(() => found.device.restore().name === 'done' && allShared(found)())
  await room.during(found.background.giveWay())
  // Somebody who has only the card gets it from the relay by now.
  await room.during(browser.loseEverything())
  const third = await browser.openApp()
  await room.during(third.device.takeCard(saved.card))
  third.background.start()
  await room.until(() => third.device.restore().name === 'done')
  expect(await readIn(room, third, saved.plan)).toBe(`${SHARED} ${UNSHARED}`)
})

test('on the same device it adds what is missing, doubles nothing and takes nothing away', async ({
  room,
  app,
  saved,
}) => {
  await writeIn(room, app.device, saved.plan, 'Van na het bestand.')
  await room.during(app.device.takeOff(saved.other))
  const younger = await begin(room, app, 'Jonger', 'Niet in het bestand.')
  const backup = await opened(room, app, saved)
  expect([backup.device, backup.plans.filter(({ here }) => here).map(({ title }) => title)]).toEqual([
    'same',
    ['Rustig wonen'],
  ])
  for (let time = 0; time < 2; time += 1)
    expect(await room.during(backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  expect(titles(app)).toEqual(['Jonger', 'Rustig wonen', 'Weer aan het werk'])
  const all = `${SHARED} ${UNSHARED} Van na het bestand.`
  expect(await readIn(room, app, saved.plan)).toBe(all)
  expect(await readIn(room, app, younger)).toBe('Niet in het bestand.')
  expect(app.device.restore()).toEqual({ name: 'none' })
  room.network.setOffline('laptop', false)
  const handle = app.device.openPlan(saved.plan)
  const plan = await planOf(room, handle)
  await room.until(() => plan.sharing().connection === 'online' && allShared(app)())
  expect([read(plan.doc), plan.alarms()]).toEqual([all, []])
  await room.during(handle.close())
})

test('my home comes along: private notes, details, and how I view my plans', async ({ room, app, browser }) => {
  const plan = await begin(room, app, 'Rustig wonen', SHARED)
  await app.device.home.setMe({ name: 'Ans', colour: 3 })
  await room.during(app.device.home.addNote({ kind: 'note', place: { plan }, text: 'Vraag naar het huis.' }))
  app.device.keepHomeView('all name')
  await room.pass(1_000)
  room.network.setOffline('laptop', true)
  const { file } = await room.during(app.device.saveAll(quiet))
  const card = (await app.device.keyCard()).characters
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  const opening = await room.during(found.device.openBackup(file, card, quiet))
  if (!opening.ok) throw new Error(opening.reason)
  expect(opening.backup.plans).toHaveLength(1)
  expect(await room.during(opening.backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  const next = await browser.openApp()
  await room.during(next.device.home.readNotes())
  expect(next.device.home.notes().map(({ text }) => text)).toEqual(['Vraag naar het huis.'])
  expect([next.device.home.me().name, next.device.homeView()]).toEqual(['Ans', 'all name'])
})

test('its own device needs no card, and another card opens nothing', async ({ room, app, saved, browser }) => {
  expect(await room.during(app.device.openBackup(saved.file, null, quiet))).toMatchObject({ ok: true })
  expect(await app.device.openBackup(saved.file, OTHER, quiet)).toEqual({ ok: false, reason: 'other-card' })
  expect(await app.device.openBackup(saved.file, OTHER.slice(1), quiet)).toMatchObject({ reason: 'not-a-card' })
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  expect(await found.device.openBackup(saved.file, null, quiet)).toEqual({ ok: false, reason: 'other-card' })
})

test('a device with plans of somebody else becomes the person of the file, and both keep what is theirs', async ({
  room,
  saved,
  browser,
}) => {
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  const theirs = await begin(room, found, 'Van een ander', 'Niet van Ans.')
  const backup = await opened(room, found, saved)
  expect(backup.device).toBe('other')
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  expect(
    found.device
      .plans()
      .map(({ title, asBefore }) => [title, asBefore ?? false])
      .toSorted(),
  ).toEqual([
    ['Rustig wonen', false],
    ['Van een ander', true],
    ['Weer aan het werk', false],
  ])
  expect(await readIn(room, found, theirs)).toBe('Niet van Ans.')
  // The file of a device that was two persons opens the plans of both.
  const both = await room.during(found.device.saveAll(quiet))
  await room.during(browser.loseEverything())
  const third = await browser.openApp()
  const again = await opened(room, third, { ...saved, file: both.file })
  expect(await room.during(again.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  const handle = third.device.openPlan(theirs)
  const plan = await planOf(room, handle)
  expect([read(plan.doc), plan.members().map(({ me }) => me)]).toEqual(['Niet van Ans.', [true]])
  room.network.setOffline('laptop', false)
  const isShared = (): boolean => third.device.plans().find(({ id }) => id === theirs)?.unshared === false
  await room.until(() => plan.sharing().connection === 'online' && isShared())
  await room.during(handle.close())
})

test('a plan that is open in another tab: nothing changes before it is closed there', async ({ room, app, saved }) => {
  await room.during(app.device.takeOff(saved.other))
  const backup = await opened(room, app, saved)
  const otherTab = createTabLock(toPlanLock(saved.plan))
  await otherTab.take(quiet)
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: false, reason: 'open-elsewhere', done: 0 })
  expect(titles(app)).toEqual(['Rustig wonen'])
  otherTab.release()
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
})

test('a full disk: what is there is whole, the rest comes when there is room', async ({ room, saved, browser }) => {
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  const backup = await opened(room, found, saved)
  fillDisk('updates')
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: false, reason: 'full', done: 0 })
  expect(titles(found)).toEqual([])
  vi.restoreAllMocks()
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  expect(await readIn(room, found, saved.plan)).toBe(`${SHARED} ${UNSHARED}`)
})

test('[only for now] from a file, and nothing stays', async ({ room, saved, browser }) => {
  await room.during(browser.loseEverything())
  const found = await browser.openApp()
  await room.during(found.device.onlyForNow())
  const backup = await opened(room, found, saved)
  expect(await room.during(backup.putBack(quiet))).toEqual({ ok: true, skipped: [] })
  expect(await readIn(room, found, saved.plan)).toBe(`${SHARED} ${UNSHARED}`)
  const next = await browser.openApp()
  expect(titles(next)).toEqual([])
})
