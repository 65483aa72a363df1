/** A device with a lock: nothing of it can be read on the disk, and nothing of it is lost, whenever it is interrupted. */
import { beforeEach, describe, expect, vi } from 'vitest'
import { isSealed } from '#storage/at-rest/at-rest.ts'
import { storedValues } from '#storage/lock/testing/sealing.ts'
import { STORES } from '#storage/shape.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { browserWith, type DiskWrite, keepJournal } from '#e2e/testing/disk-journal.ts'
import { DEVICE, openBrowser, planOf, startApp, startPage, write } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import '../person/forget-everything.ts' // here already when it is fetched: time passes in steps
import { createFakeAuthenticator } from './testing/fake-authenticator.ts'
import { createPage, fill, isOfLock, MINUTES, NAMES, NOTE, openStory, pass, STORY } from '#e2e/testing/locked-pages.ts'

beforeEach(() => {
  vi.stubGlobal('navigator', {}) // without Web Locks, which would outlive a page of a test
})

const allBytes = (value: unknown): Uint8Array => {
  const words = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part,
  )
  return Buffer.from(words, 'latin1')
}
test('everything on the disk is sealed while there is a lock, and the next page waits for its unlock', async ({
  room,
  browser,
}) => {
  const first = createPage()
  const app = await browser.openApp({ unlocking: first.unlocking })
  await fill(room, app)
  const secret = await app.database.readPersonSecret()
  if (secret === null) throw new Error('There is a secret.')
  const hidden = [...Object.values(NAMES), STORY, NOTE].map((words) => Buffer.from(words))
  const before = Buffer.concat((await storedValues()).map(({ value }) => allBytes(value)))
  for (const words of hidden) expect(before.includes(words.toString('latin1'), 0, 'latin1')).toBe(true)

  expect(await room.during(app.device.lock!.turnOn(MINUTES))).toEqual({ ok: true })
  expect(app.device.lock?.state()).toEqual({ minutes: MINUTES, settling: false })
  await fill(room, app) // and what is written from now on
  const stored = (await storedValues()).filter((one) => !isOfLock(one))
  expect(stored.filter(({ value }) => !isSealed(value)).map(({ store, key }) => [store, key])).toEqual([])
  const after = Buffer.concat((await storedValues()).map(({ value }) => allBytes(value)))
  for (const words of [...hidden, Buffer.from(secret)])
    expect(after.includes(words.toString('latin1'), 0, 'latin1')).toBe(false)

  startPage()
  const next = createPage()
  const opening = browser.openApp({ unlocking: next.unlocking })
  await room.until(() => next.doors.length > 0)
  next.own.fail('refused')
  expect(await next.doors[0]?.open()).toEqual({ ok: false, reason: 'refused' })
  next.own.fail(null)
  const again = await pass(room, next, opening)
  expect(again.device.plans()).toHaveLength(2)
  expect(await openStory(room, again)).toBe(STORY)
  expect(await again.database.readPersonSecret()).toEqual(secret)
  expect(again.device.lock?.state()).toEqual({ minutes: MINUTES, settling: false })
})

test('another device’s unlock opens nothing', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await room.during(app.device.lock!.turnOn(MINUTES))
  startPage()
  const page = createPage(createFakeAuthenticator('another'))
  void browser.openApp({ unlocking: page.unlocking })
  await room.until(() => page.doors.length > 0)
  expect(await page.doors[0]?.open()).toEqual({ ok: false, reason: 'other' })
})

test('a page whose code cannot be fetched says so, and opens once it can', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await room.during(app.device.lock!.turnOn(MINUTES))
  startPage()
  const page = createPage()
  const opening = browser.openApp({ unlocking: page.unlocking })
  await room.until(() => page.doors.length > 0)
  vi.doMock('./lock-cipher.ts', () => Promise.reject(new TypeError('Failed to fetch.')))
  expect(await page.doors[0]?.open()).toEqual({ ok: false, reason: 'not-loaded' })
  vi.doUnmock('./lock-cipher.ts')
  await pass(room, page, opening)
})

test('a lock that is taken off leaves everything as it was before, and asks for the unlock once more', async ({
  room,
  browser,
}) => {
  const page = createPage()
  const app = await browser.openApp({ unlocking: page.unlocking })
  await fill(room, app)
  await room.during(app.device.lock!.turnOn(MINUTES))
  page.own.fail('refused')
  expect(await app.device.lock?.turnOff()).toEqual({ ok: false, reason: 'refused' })
  expect(app.device.lock?.state()).not.toBeNull()
  page.own.fail(null)
  expect(await room.during(app.device.lock!.turnOff())).toEqual({ ok: true })
  expect(app.device.lock?.state()).toBeNull()
  expect((await storedValues()).filter((one) => isOfLock(one) || isSealed(one.value))).toEqual([])
  startPage()
  const next = createPage()
  expect(await openStory(room, await browser.openApp({ unlocking: next.unlocking }))).toBe(STORY)
  expect(next.doors).toEqual([])
})

test('a second question that was closed is asked again alone, and once: then everything begins anew', async ({
  room,
  browser,
}) => {
  const { own, unlocking } = createPage()
  const app = await browser.openApp({ unlocking })
  const tryIt = () => room.during(app.device.lock!.turnOn(MINUTES))
  own.failSecond('refused')
  for (const enrolled of [1, 1, 2]) {
    expect(await tryIt()).toEqual({ ok: false, reason: 'refused' })
    expect(own.asked.enrolled).toBe(enrolled)
  }
  own.failSecond(null)
  expect(await tryIt()).toEqual({ ok: true })
  expect(own.asked.enrolled).toBe(2)
})

test('nothing changes when the unlock fails, or the lock does not fit on the disk', async ({ room, browser }) => {
  const page = createPage()
  const app = await browser.openApp({ unlocking: page.unlocking })
  await fill(room, app)
  page.own.fail('not-here')
  expect(await app.device.lock?.turnOn(MINUTES)).toEqual({ ok: false, reason: 'not-here' })
  page.own.fail(null)
  fillDisk('lock')
  expect(await room.during(app.device.lock!.turnOn(MINUTES))).toEqual({ ok: false, reason: 'full' })
  vi.restoreAllMocks()
  expect(app.device.lock?.state()).toBeNull()
  expect((await storedValues()).filter((one) => isOfLock(one) || isSealed(one.value))).toEqual([])
})

test('a page that locks has the last word on the disk already', async ({ room, browser }) => {
  const page = createPage()
  const app = await browser.openApp({ unlocking: page.unlocking })
  await fill(room, app)
  await room.during(app.device.lock!.turnOn(MINUTES))
  const [plan] = app.device.plans()
  const handle = app.device.openPlan(plan!.id)
  write((await planOf(room, handle)).doc, 'Laatste woord.')
  await room.pass(0)
  app.device.lock?.lockNow()
  expect(page.did.covered).toBe(1)
  await room.until(() => page.did.shut === 1)
  startPage()
  const next = createPage()
  const again = await pass(room, next, browser.openApp({ unlocking: next.unlocking }))
  expect(await openStory(room, again)).toContain('Laatste woord.')
  await room.during(handle.close())
})

test('a lock that nobody opens can be given up with everything that is here', async ({ room, browser }) => {
  const app = await browser.openApp({ unlocking: createPage().unlocking })
  await fill(room, app)
  await room.during(app.device.lock!.turnOn(MINUTES))
  startPage()
  const page = createPage()
  let begun = 0
  void browser.openApp({ unlocking: page.unlocking, startAnew: () => void (begun += 1) })
  await room.until(() => page.doors.length > 0)
  await room.during(page.doors[0]!.forget())
  expect([await storedValues(), begun]).toEqual([[], 1])
  const fresh = await browser.openApp({ unlocking: page.unlocking })
  expect(fresh.device.plans()).toEqual([])
})

describe('a browser that is killed after any write', () => {
  /** Each state of the disk from here on. */
  const follow = async (room: RelayRoom, work: Promise<unknown>, until: readonly DiskWrite[]) => {
    const writes = [...until]
    keepJournal((kept) => writes.push(kept))
    await room.during(work)
    vi.restoreAllMocks()
    return writes
  }
  const restoreDisk = async (writes: readonly DiskWrite[]): Promise<void> => {
    openBrowser()
    vi.stubGlobal('navigator', {})
    globalThis.indexedDB = await browserWith(writes, (name, opened) => {
      if (name === 'weef') for (const store of STORES) opened.createObjectStore(store)
      else {
        opened.createObjectStore('updates', { autoIncrement: true })
        opened.createObjectStore('custom')
      }
    })
  }
  const expectWhole = async (room: RelayRoom, isLocked: boolean | null): Promise<void> => {
    room.network.setOffline(DEVICE, true)
    const page = createPage()
    const opening = startApp(room, { unlocking: page.unlocking })
    const progress = { done: false }
    opening.then(
      () => (progress.done = true),
      () => {},
    )
    await room.until(() => progress.done || page.doors.length > 0)
    const wasLocked = page.doors.length > 0
    if (isLocked !== null) expect(wasLocked).toBe(isLocked)
    const app = wasLocked ? await pass(room, page, opening) : await opening
    expect(await openStory(room, app)).toBe(STORY)
    app.background.start()
    await room.until(() => app.device.lock?.state()?.settling !== true)
    const kinds = new Set((await storedValues()).filter((one) => !isOfLock(one)).map(({ value }) => isSealed(value)))
    expect([...kinds]).toEqual([app.device.lock?.state() !== null])
    expect(await openStory(room, app)).toBe(STORY)
  }

  test('while a lock is put on, and while it is taken off', async ({ room }) => {
    openBrowser()
    const writes: DiskWrite[] = []
    keepJournal((kept) => writes.push(kept))
    const page = createPage()
    const app = await startApp(room, { unlocking: page.unlocking })
    await fill(room, app)
    vi.restoreAllMocks()
    const plain = [...writes]
    const on = await follow(room, app.device.lock!.turnOn(MINUTES), plain)
    const off = await follow(room, app.device.lock!.turnOff(), on)
    expect(Math.min(on.length - plain.length, off.length - on.length)).toBeGreaterThan(8)
    for (let kept = plain.length; kept <= off.length; kept++) {
      await restoreDisk(off.slice(0, kept))
      await expectWhole(room, kept === plain.length || kept === off.length ? false : null)
    }
  })
})
