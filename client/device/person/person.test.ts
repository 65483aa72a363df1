/** Whose a device is: it becomes another person, is told so in other tabs, and forgets everybody. */
import { expect, vi } from 'vitest'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { toKeyCard } from '#keys/key-card.ts'
import { createForNow } from '#app/browser/only-for-now.ts'
import { planOf, read, storedRows, write } from '#e2e/testing/real-device.ts'
import { test } from '#e2e/testing/room-test.ts'
import { createTabLock, toPlanLock } from '../lifetime/tab-lock.ts'
import './forget-everything.ts' // here already when it is fetched: time passes in steps

const begin = { title: 'Rustig wonen', name: 'Ans', forWhom: 'me' } as const
const OTHER = toKeyCard(new Uint8Array(16).fill(5))

test('a plan stays with the person who opened it: the edit that was not shared yet is shared as theirs', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  const first = app.device.openPlan(id)
  const me = (await planOf(room, first)).me
  await room.until(() => app.device.plans()[0]?.unshared === false)
  room.network.setOffline('laptop', true)
  write((await planOf(room, first)).doc, 'Nog niet gedeeld.')
  await room.pass(1_000)
  await room.during(first.close())
  const before = await app.device.keyCard()
  expect(await app.device.checkCard(OTHER)).toEqual({ ok: true, device: 'other' })
  expect(await room.during(app.device.takeCard(OTHER))).toEqual({ ok: true })
  expect((await app.device.keyCard()).characters).toBe(OTHER)
  expect(app.device.plans()).toMatchObject([{ id, title: 'Rustig wonen', asBefore: true, unshared: true }])

  room.network.setOffline('laptop', false)
  const again = app.device.openPlan(id)
  const plan = await planOf(room, again)
  expect([plan.me, read(plan.doc)]).toEqual([me, 'Nog niet gedeeld.'])
  await room.until(() => plan.sharing().connection === 'online' && app.device.plans()[0]?.unshared === false)
  expect(plan.members().map((member) => member.me)).toEqual([true])
  await room.during(again.close())

  const mine = await app.device.startPlan({ ...begin, title: 'Van een ander' })
  const handle = app.device.openPlan(mine)
  expect((await planOf(room, handle)).me).not.toBe(me)
  await room.during(handle.close())
  // And back: each plan is still its person's.
  await room.during(app.device.takeCard(before.characters))
  expect(app.device.plans().map(({ title, asBefore }) => [title, asBefore])).toContainEqual(['Van een ander', true])
  const last = app.device.openPlan(id)
  expect((await planOf(room, last)).me).toBe(me)
  await room.during(last.close())
})

test('other tabs are told, and start anew', async ({ room, browser }) => {
  let started = 0
  const app = await browser.openApp()
  await browser.openApp({ startAnew: () => void (started += 1) })
  room.network.setOffline('laptop', true)
  await room.during(app.device.takeCard(OTHER))
  await room.until(() => started === 1)
})

test('forgetting leaves nothing, also of a plan that another tab had open', async ({ room, browser }) => {
  const happened: string[] = []
  const app = await browser.openApp({
    startAnew: () => void happened.push('started anew'),
    removeSettings: () => void happened.push('settings removed'),
  })
  const id = await app.device.startPlan(begin)
  const handle = app.device.openPlan(id)
  write((await planOf(room, handle)).doc, 'Dit mag weg.')
  app.device.keepHomeView('all name')
  await room.pass(1_000)
  await room.during(handle.close())
  const otherTab = { lost: 0 }
  await createTabLock(toPlanLock(id)).take(() => void (otherTab.lost += 1))
  expect((await storedRows()).length).toBeGreaterThan(3)
  await room.during(app.device.forgetDevice())
  expect(await storedRows()).toEqual([])
  expect([otherTab.lost, ...happened]).toEqual([1, 'settings removed', 'started anew'])
})

test('forgetting leaves nothing of a plan that another tab has made since, and writes in', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  await app.device.startPlan(begin)
  const other = await browser.openApp()
  const id = await other.device.startPlan({ ...begin, title: 'In het andere tabblad' })
  const handle = other.device.openPlan(id)
  write((await planOf(room, handle)).doc, 'Dit mag ook weg.')
  await room.pass(3_000)
  expect(app.device.plans().map((plan) => plan.id)).not.toContain(id)
  await room.during(app.device.forgetDevice())
  await room.pass(5_000)
  expect(handle.state()).toEqual({ name: 'elsewhere' })
  expect(await storedRows()).toEqual([])
  await room.during(handle.close())
})

test('forgetting leaves nothing of what another tab writes before it starts anew', async ({ room, browser }) => {
  const app = await browser.openApp()
  let wrote = 0
  const other = await browser.openApp({
    startAnew() {
      wrote += 1
      other.device.drafts.keep(null, 'start/title', 'Nog een woord')
    },
  })
  await room.during(app.device.forgetDevice())
  expect([wrote, await storedRows()]).toEqual([1, []])
})

test('only for now: what was kept of nobody’s plan is gone, and nothing is kept from there on', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  app.device.keepHomeView('all name')
  expect(app.device.storage()).toEqual({ name: 'ready' })
  await room.during(app.device.onlyForNow())
  expect(app.device.storage()).toEqual({ name: 'memory', reason: 'chosen' })
  const id = await app.device.startPlan(begin)
  const handle = app.device.openPlan(id)
  const plan = await planOf(room, handle)
  write(plan.doc, 'Dit blijft nergens.')
  await room.until(() => app.device.plans()[0]?.unshared === false)
  expect(plan.sharing().saved).toEqual({ failed: 'unavailable' })
  await room.during(handle.close())
  const again = app.device.openPlan(id)
  expect(read((await planOf(room, again)).doc)).toBe('Dit blijft nergens.')
  await room.during(again.close())
  expect(await storedRows()).toEqual([])
})

test('only for now, on a device with plans of somebody: they stay, and are not shown', async ({ room, browser }) => {
  const app = await browser.openApp()
  await app.device.startPlan(begin)
  const card = await app.device.keyCard()
  await room.during(app.device.onlyForNow())
  expect(app.device.plans()).toEqual([])
  expect(await app.device.keyCard()).not.toEqual(card)
  const next = await browser.openApp()
  expect([await next.device.keyCard(), next.device.plans().length]).toEqual([card, 1])
})

test('only for now lasts through a reload: whoever begins once more leaves nothing either', async ({
  room,
  browser,
}) => {
  const session = new Map<string, string>()
  const tab = {
    forNow: createForNow(() => ({
      getItem: (name) => session.get(name) ?? null,
      setItem: (name, value) => void session.set(name, value),
    })),
  }
  const app = await browser.openApp(tab)
  expect(app.device.storage()).toEqual({ name: 'ready' })
  await room.during(app.device.onlyForNow())
  const again = await browser.openApp(tab)
  expect(again.device.storage()).toEqual({ name: 'memory', reason: 'chosen' })
  await room.during(again.device.startPlan(begin))
  expect(await storedRows()).toEqual([])
  expect((await browser.openApp()).device.storage()).toEqual({ name: 'ready' })
})

test('a device whose code for keeping nothing cannot be fetched stays as it was', async ({ room, browser }) => {
  const app = await browser.openApp()
  app.device.keepHomeView('all name')
  vi.doMock('#storage/device/memory-device-database.ts', () => Promise.reject(new TypeError('Failed to fetch.')))
  await expect(app.device.onlyForNow()).rejects.toThrow() // in its own time: code is fetched by no clock of ours
  vi.doUnmock('#storage/device/memory-device-database.ts')
  expect([app.device.storage().name, app.device.homeView()]).toEqual(['ready', 'all name'])
  await room.during(app.device.startPlan(begin))
  expect((await browser.openApp()).device.plans()).toHaveLength(1)
})

test('the used link of a plan that was taken off asks before it comes back', async ({ room, browser }) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  const handle = app.device.openPlan(id)
  const plan = await planOf(room, handle)
  await room.until(() => plan.sharing().connection === 'online')
  const invited = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  if (!invited.ok) throw new Error('There is an invitation.')
  const link = parseInvitationLink(invited.link)!
  await room.during(handle.close())

  await browser.loseEverything()
  const guest = await browser.openApp()
  expect(await room.during(guest.device.join(link, { name: 'Bas', code: '' }))).toEqual({ ok: true, workspace: id })
  expect(await room.during(guest.device.previewInvitation(link))).toEqual({ ok: true, kind: 'mine', workspace: id })
  await room.during(guest.device.takeOff(id))
  expect(await room.during(guest.device.previewInvitation(link))).toEqual({
    ok: true,
    kind: 'taken-off',
    workspace: id,
  })
  expect(guest.device.plans()).toEqual([])
  await guest.device.bringBack(id)
  expect(guest.device.plans().map((one) => one.id)).toEqual([id])
})
