/** A page that locks while it holds what the disk refused: no word is lost. */
import { beforeEach, describe, expect, vi } from 'vitest'
import type { OpenedDevice } from '#device/device.ts'
import { isSealed } from '#storage/at-rest/at-rest.ts'
import { storedValues } from '#storage/lock/testing/sealing.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { DEVICE, planOf, read, startPage, write } from '#e2e/testing/real-device.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import { LONGEST_DRAFT } from '../store/drafts.ts'
import { createPage, fill, isOfLock, MINUTES, openStory, pass, STORY } from '#e2e/testing/locked-pages.ts'

beforeEach(() => {
  vi.stubGlobal('navigator', {}) // without Web Locks, which would outlive a page of a test
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
