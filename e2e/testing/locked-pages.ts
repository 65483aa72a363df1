/** Pages of a device that may have a lock, with what they did about it, and a person's things in them. */
import { expect } from 'vitest'
import type { LockedDoor } from '#ports/lock.ts'
import '#device/lock/lock-cipher.ts' // here already when it is fetched: time passes in steps
import type { OpenedDevice } from '#device/device.ts'
import { planOf, read, write } from './real-device.ts'
import type { RelayRoom } from './relay-room.ts'
import type { Unlocking } from '#device/lock/pass-lock.ts'
import { createFakeAuthenticator } from '#device/lock/testing/fake-authenticator.ts'

export const NAMES = { title: 'Rustig wonen', name: 'Sevda', organisation: 'Buurtteam Oost' }
export const STORY = 'Ik slaap slecht.'
export const NOTE = 'Belt liever niet.'
export const MINUTES = 5

/** A page, with what it did about the lock. */
export const createPage = (own = createFakeAuthenticator()) => {
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
export type Page = ReturnType<typeof createPage>

/** Waits at the lock, and opens it. */
export const pass = async (room: RelayRoom, page: Page, opening: Promise<OpenedDevice>): Promise<OpenedDevice> => {
  await room.until(() => page.doors.length > 0)
  expect(await page.doors.at(-1)?.open()).toEqual({ ok: true })
  return room.during(opening)
}

export const openStory = async (room: RelayRoom, app: OpenedDevice): Promise<string> => {
  const [plan] = app.device.plans()
  if (plan === undefined) throw new Error('There is a plan.')
  const handle = app.device.openPlan(plan.id)
  const story = read((await planOf(room, handle)).doc)
  await room.during(handle.close())
  return story
}

/** Everything that a person has of theirs here. */
export const fill = async (room: RelayRoom, app: OpenedDevice): Promise<void> => {
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

export const isOfLock = ({ store }: { store: string }): boolean => store === 'weef lock'
