/**
 * A browser that is killed between any two writes, and between any two answers of the relay, while a plan moves to a new card:
 * it goes on, and no word is lost or doubled (C4).
 */
import { afterEach, expect, test, vi } from 'vitest'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { roleOf } from '#shared/chain/chain.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { DEVICE, read, startApp, write } from '#e2e/testing/real-device.ts'
import { ALL, beginAgain, closeAll, end, open, startTelling, world } from '#e2e/testing/killed-browser.ts'
import type { OpenedDevice } from '../device.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
  await world.room.end()
  vi.unstubAllGlobals()
})

const WORDS = 'Dit is gedeeld. Dit nog niet.'
const isOver =
  ({ device }: OpenedDevice) =>
  (): boolean =>
    device.newCard().name !== 'moving' && device.plans().every(({ unshared, coming }) => !unshared && !coming)

/** What this device has in the end, and what the relay gives to its person. */
const findOut = async (plan: WorkspaceId) => {
  const app = await startApp(world.room)
  app.background.start()
  await world.room.pass(4_000)
  await world.room.until(isOver(app))
  await world.room.during(app.background.giveWay())
  const here = await open(app, plan)
  await world.room.pass(3_000)
  const me = await deriveKeyHolder(new Uint8Array((await app.database.readPersonSecret())!))
  const other = await world.room.openAs(plan, me, 'another device')
  await world.room.pass(3_000)
  const { chain } = other.session.state()
  const ending = {
    here: read(here.doc),
    there: read(other.doc as OpenPlan['doc']),
    me: [here.me, chain && roleOf(chain, me.id)],
    people: chain?.members.size,
    name: here.members().map(({ name }) => name),
    alarms: here.alarms(),
  }
  await closeAll()
  return { ending, me: me.id }
}

test('a plan moves with words that were not shared yet', async () => {
  const { moments, store } = startTelling()
  const app = await startApp(world.room)
  const plan = await app.device.startPlan({ title: 'Samen', name: 'Ans', forWhom: 'me' })
  write((await open(app, plan)).doc, 'Dit is gedeeld.')
  await world.room.until(() => app.device.plans().every(({ unshared }) => unshared))
  await world.room.until(() => app.device.plans().every(({ unshared }) => !unshared))
  world.room.network.setOffline(DEVICE, true)
  write((await open(app, plan)).doc, 'Dit nog niet.')
  await world.room.pass(2_000)
  await closeAll()
  world.room.network.setOffline(DEVICE, false)
  const begun = moments.length
  await world.room.during(app.device.renewCard())
  app.background.start()
  await world.room.until(isOver(app))
  await world.room.pass(5_000)
  vi.restoreAllMocks()
  const log = (await store.read(plan, ALL)).map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)
  await world.room.end()
  expect(moments.length - begun).toBeGreaterThan(8)
  const people = new Set<string>()
  for (let kept = begun; kept <= moments.length; kept++) {
    // The relay may have answered after the last write, and nobody heard it.
    const heard = [moments[kept - 1]?.items ?? 0, moments[kept]?.items ?? log.length]
    for (const items of new Set(heard)) {
      await beginAgain(plan, moments.slice(0, kept), items, log)
      const { ending, me } = await findOut(plan)
      people.add(me)
      expect(ending, `after ${kept} of ${moments.length} writes and ${items} items`).toEqual({
        here: WORDS,
        there: WORDS,
        me: [me, 'owner'],
        people: 1,
        name: ['Ans'],
        alarms: [],
      })
      await end()
    }
  }
  expect(people.size).toBe(2) // before the new secret was stored, and after
})
