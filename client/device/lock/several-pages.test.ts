/** Several pages of one device, which put a lock on and take it off at once: there is one, or none. */
import { beforeEach, expect, vi } from 'vitest'
import type { OpenedDevice } from '#device/device.ts'
import { isSealed } from '#storage/at-rest/at-rest.ts'
import { storedValues } from '#storage/lock/testing/sealing.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { DEVICE, startPage } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import { createPages } from '../lifetime/pages.ts'
import { createPage, fill, isOfLock, MINUTES, openStory, type Page, pass, STORY } from '#e2e/testing/locked-pages.ts'

beforeEach(() => {
  vi.stubGlobal('navigator', {}) // without Web Locks, which would outlive a page of a test
})

const expectWholeAfter = async (room: RelayRoom, open: (page: Page) => Promise<OpenedDevice>): Promise<void> => {
  startPage()
  const page = createPage()
  const app = await pass(room, page, open(page))
  expect([app.device.plans().length, await openStory(room, app)]).toEqual([1, STORY])
}

test('of two pages that put a lock on at once, one does, and the other starts anew', async ({ room, browser }) => {
  const [first, second] = [createPage(), createPage()]
  const app = await browser.openApp({ unlocking: first.unlocking })
  await fill(room, app)
  const other = await browser.openApp({ unlocking: second.unlocking })
  const agree = second.own.wait()
  const late = other.device.lock!.turnOn(60)
  expect(await room.during(app.device.lock!.turnOn(MINUTES))).toEqual({ ok: true })
  agree()
  expect(await room.during(late)).toEqual({ ok: false, reason: 'unavailable' })
  await room.until(() => second.did.shut === 1)
  expect(other.device.lock?.state()).toBeNull()
  await expectWholeAfter(room, ({ unlocking }) => browser.openApp({ unlocking }))
})

test('a lock that is put on twice in one page is one lock', async ({ room, browser }) => {
  const page = createPage()
  const app = await browser.openApp({ unlocking: page.unlocking })
  await fill(room, app)
  const twice = [app.device.lock!.turnOn(MINUTES), app.device.lock!.turnOn(60)]
  expect(await room.during(Promise.all(twice))).toEqual([{ ok: true }, { ok: true }])
  expect([app.device.lock?.state()?.minutes, page.did.shut]).toEqual([MINUTES, 0])
  await expectWholeAfter(room, ({ unlocking }) => browser.openApp({ unlocking }))
})

test('a lock that is taken off before it is wholly on is off', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await fill(room, app)
  const on = app.device.lock!.turnOn(MINUTES)
  await room.until(() => app.device.lock?.state()?.settling === true)
  const off = app.device.lock!.turnOff()
  const longer = app.device.lock!.setMinutes(60)
  await room.during(Promise.all([on, off, longer]))
  expect(app.device.lock?.state()).toBeNull()
  expect((await storedValues()).filter((one) => isOfLock(one) || isSealed(one.value))).toEqual([])
})

test('a page does not bring back a lock that another has taken off, and starts anew', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await room.during(app.device.lock!.turnOn(MINUTES))
  const page = createPage()
  const other = await pass(room, page, browser.openApp({ unlocking: page.unlocking }))
  await room.during(app.device.lock!.turnOff())
  expect(await other.device.lock?.setMinutes(60)).toEqual({ ok: false, reason: 'unavailable' })
  await room.until(() => page.did.shut === 1)
  expect((await storedValues()).filter(isOfLock)).toEqual([])
})

test('other pages are told as soon as there is a lock, and those that wait at it when it is gone', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await fill(room, app)
  let told = 0
  createPages(room.environmentOf(DEVICE), () => void (told += 1))
  fillDisk('plans') // so that it gets no further
  const seen = room.errors.length
  await room.during(app.device.lock!.turnOn(MINUTES))
  expect(room.errors.splice(seen)).toHaveLength(1)
  await room.until(() => told === 1)
  vi.restoreAllMocks()
  await room.during(app.device.lock!.turnOff())
  await room.until(() => told === 3) // to lock, before the last values are stored anew
})

test('a page that is left fast while it waits at the lock locks the others', async ({ room, browser }) => {
  const [open, waiting] = [createPage(), createPage()]
  const app = await browser.openApp({ unlocking: open.unlocking })
  await room.during(app.device.lock!.turnOn(MINUTES))
  void browser.openApp({ unlocking: waiting.unlocking })
  await room.until(() => waiting.doors.length > 0)
  waiting.doors[0]?.lockOthers()
  await room.until(() => open.did.shut === 1)
})

test('a shorter time that is chosen counts in every page', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await room.during(app.device.lock!.turnOn(60))
  const page = createPage()
  await pass(room, page, browser.openApp({ unlocking: page.unlocking }))
  await app.device.lock!.setMinutes(1)
  await room.until(() => page.did.shut === 1)
})

test('a page that keeps nothing is not started anew by the lock of another: it would lose everything', async ({
  room,
  browser,
}) => {
  const [chosen, refused, heard] = [createPage(), createPage(), createPage()]
  const forNow = await browser.openApp({ unlocking: chosen.unlocking })
  await room.during(forNow.device.onlyForNow())
  fillDisk()
  const full = await browser.openApp({ unlocking: refused.unlocking })
  vi.restoreAllMocks()
  expect([forNow, full].map(({ device }) => device.storage().name)).toEqual(['memory', 'memory'])
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await browser.openApp({ unlocking: heard.unlocking })
  await room.during(app.device.lock!.turnOn(MINUTES))
  await room.until(() => heard.did.shut > 0)
  expect([chosen.did.shut, refused.did.shut]).toEqual([0, 0])
})
