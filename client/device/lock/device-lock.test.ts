/** A device with a lock: nothing of it can be read on the disk, and nothing of it is lost, whenever it is interrupted. */
import { beforeEach, describe, expect, vi } from 'vitest'
import type { LockedDoor } from '#ports/lock.ts'
import type { OpenedDevice } from '#device/device.ts'
import { isSealed } from '#storage/at-rest/at-rest.ts'
import { storedValues } from '#storage/lock/testing/sealing.ts'
import { STORES } from '#storage/shape.ts'
import { LONGEST_DRAFT } from '../store/drafts.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { browserWith, type DiskWrite, keepJournal } from '#e2e/testing/disk-journal.ts'
import { DEVICE, openBrowser, planOf, read, startApp, startPage, write } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import '../person/forget-everything.ts' // here already when it is fetched: time passes in steps
import { createFakeAuthenticator } from './testing/fake-authenticator.ts'
import { createPages } from '../lifetime/pages.ts'
import type { Unlocking } from './pass-lock.ts'

const NAMES = { title: 'Rustig wonen', name: 'Sevda', organisation: 'Buurtteam Oost' }
const STORY = 'Ik slaap slecht.'
const NOTE = 'Belt liever niet.'
const MINUTES = 5

beforeEach(() => {
  vi.stubGlobal('navigator', {}) // without Web Locks, which would outlive a page of a test
})

/** A page, with what it did about the lock. */
const createPage = (own = createFakeAuthenticator()) => {
  const did = { shut: 0, covered: 0, uncovered: 0 }
  const doors: LockedDoor[] = []
  const unlocking: Unlocking = {
    authenticator: own.authenticator,
    showLocked: (door) => void doors.push(door),
    cover: () => void (did.covered += 1),
    uncover: () => void (did.uncovered += 1),
    startAnew: () => void (did.shut += 1),
  }
  return { own, did, doors, unlocking }
}
type Page = ReturnType<typeof createPage>

/** Waits at the lock, and opens it. */
const pass = async (room: RelayRoom, page: Page, opening: Promise<OpenedDevice>): Promise<OpenedDevice> => {
  await room.until(() => page.doors.length > 0)
  expect(await page.doors.at(-1)?.open()).toEqual({ ok: true })
  return room.during(opening)
}

const openStory = async (room: RelayRoom, app: OpenedDevice): Promise<string> => {
  const [plan] = app.device.plans()
  if (plan === undefined) throw new Error('There is a plan.')
  const handle = app.device.openPlan(plan.id)
  const story = read((await planOf(room, handle)).doc)
  await room.during(handle.close())
  return story
}

/** Everything that a person has of theirs here. */
const fill = async (room: RelayRoom, app: OpenedDevice): Promise<void> => {
  const id = await app.device.startPlan({ title: NAMES.title, name: NAMES.name, forWhom: 'me' })
  app.device.keepOrganisation(NAMES.organisation)
  const handle = app.device.openPlan(id)
  const plan = await planOf(room, handle)
  write(plan.doc, STORY)
  await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: true }))
  await app.device.home.addNote({ kind: 'note', place: { plan: id }, text: NOTE })
  await room.pass(4_000)
  await room.during(handle.close())
  await app.device.home.setMe({ name: NAMES.name })
  await room.pass(4_000)
}

const allBytes = (value: unknown): Uint8Array => {
  const words = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part,
  )
  return Buffer.from(words, 'latin1')
}
const isOfLock = ({ store }: { store: string }): boolean => store === 'weef lock'

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

describe('words that the disk refused', () => {
  /** Opens a locked page, without a connection, and fills the disk. */
  const openFull = async (room: RelayRoom, browser: { openApp(more: object): Promise<OpenedDevice> }) => {
    const page = createPage()
    const app = await browser.openApp({ unlocking: page.unlocking })
    await fill(room, app)
    await room.during(app.device.lock!.turnOn(MINUTES))
    room.network.setOffline(DEVICE, true)
    const handle = app.device.openPlan(app.device.plans()[0]!.id)
    const plan = await planOf(room, handle)
    fillDisk()
    return { page, app, handle, plan }
  }

  test('stay in their page, behind the lock, and go on from there', async ({ room, browser }) => {
    const { page, app, handle, plan } = await openFull(room, browser)
    write(plan.doc, 'Nergens anders.')
    app.device.lock?.lockNow()
    await room.until(() => page.doors.length === 1)
    expect(page.did).toEqual({ shut: 0, covered: 1, uncovered: 0 })
    app.device.lock?.lockNow() // again, while it is locked
    page.own.fail('refused')
    expect(await page.doors[0]?.open()).toEqual({ ok: false, reason: 'refused' })
    expect(page.did.uncovered).toBe(0)
    page.own.fail(null)
    expect(await page.doors[0]?.open()).toEqual({ ok: true })
    await room.until(() => page.did.uncovered === 1)
    expect(read(plan.doc)).toBe(`${STORY} Nergens anders.`)
    expect(app.device.lock?.state()).toEqual({ minutes: MINUTES, settling: false })

    await room.during(handle.close()) // nothing keeps them but the page
    app.device.lock?.lockNow()
    await room.until(() => page.doors.length === 2)
    await page.doors[1]?.open()
    await room.until(() => page.did.uncovered === 2)
    vi.restoreAllMocks()
    await openStory(room, app)
    app.device.lock?.lockNow()
    await room.until(() => page.did.shut === 1)
    startPage()
    const next = createPage()
    const again = await pass(room, next, browser.openApp({ unlocking: next.unlocking }))
    expect(await openStory(room, again)).toBe(`${STORY} Nergens anders.`)
  })

  test.for([
    ['half-typed', 'Bijna klaar met'],
    ['too long to be stored', 'boek '.repeat(LONGEST_DRAFT / 4)],
  ] as const)('stay there too where they are %s', async ([, text], { room, browser }) => {
    const { page, app, handle } = await openFull(room, browser)
    app.device.drafts.keep(null, 'start/title', text)
    app.device.lock?.lockNow()
    await room.until(() => page.doors.length === 1)
    await page.doors[0]?.open()
    await room.until(() => page.did.uncovered === 1)
    expect(app.device.drafts.read(null, 'start/title')).toBe(text)
    app.device.drafts.keep(null, 'start/title', null)
    app.device.lock?.lockNow()
    await room.until(() => page.did.shut === 1)
    await room.during(handle.close())
  })

  test('are not started anew by a lock that another page puts on, and are stored under it', async ({
    room,
    browser,
  }) => {
    const page = createPage()
    const app = await browser.openApp({ unlocking: page.unlocking })
    await fill(room, app)
    fillDisk()
    app.device.drafts.keep(null, 'start/title', 'Bijna klaar met')
    await room.pass(0)
    vi.restoreAllMocks()
    const other = await browser.openApp({ unlocking: createPage().unlocking })
    await room.during(other.device.lock!.turnOn(MINUTES))
    await room.until(() => page.doors.length === 1)
    await page.doors[0]?.open()
    await room.until(() => page.did.uncovered === 1)
    app.device.drafts.keep(null, 'start/title', 'Klaar.')
    await room.pass(0)
    const stored = (await storedValues()).filter((one) => !isOfLock(one))
    expect(stored.filter(({ value }) => !isSealed(value)).map(({ store, key }) => [store, key])).toEqual([])
    expect(app.device.lock?.state()?.minutes).toBe(MINUTES)
    expect(page.did.shut).toBe(0)
  })
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
