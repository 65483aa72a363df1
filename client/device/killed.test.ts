/**
 * A browser that is killed between any two writes. Each story runs once, and again for a kill after each of its writes:
 * what was reported as saved is there, and once online everybody has the same (C4).
 */
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { secretOf } from '#keys/testing/circle.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { DEVICE, startApp, write } from '#e2e/testing/real-device.ts'
import {
  ALL,
  beginAgain,
  closeAll,
  end,
  expectKept,
  findOut,
  type Moment,
  open,
  startTelling,
  world,
} from '#e2e/testing/killed-browser.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { joinWith } from './invitation/invitations.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
  await world.room.end()
  vi.unstubAllGlobals()
})

const isDocument = ({ write: { database } }: Moment): boolean => database !== 'weef'
const isReadAgain = ({ write: { changes } }: Moment): boolean =>
  changes.every(({ store }) => store === 'records' || store === 'cursors')

test('a person begins a plan, shares it, and writes offline', async () => {
  const { moments, store, saved, say } = startTelling()
  const app = await startApp(world.room)
  const plan = await app.device.startPlan({ title: 'Samen', name: 'Wanda', forWhom: 'me' })
  saved.add('')
  const opened = await open(app, plan)
  await say(opened, 'een')
  await world.room.until(() => opened.sharing().connection === 'online')
  const invited = await world.room.during(
    opened.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }),
  )
  const link = invited.ok ? parseInvitationLink(invited.link) : null
  if (link === null) throw new Error('There is an invitation.')
  const keys = await deriveKeyHolder(secretOf('friend'))
  const friendly = {
    database: withPlanStores(createMemoryDeviceDatabase()),
    environment: world.room.environmentOf('phone'),
    relay: RELAY,
    visits: new Map(),
    appUrl: 'https://weef.test/',
  }
  await world.room.during(joinWith(friendly, link, '', keys))
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  const friend = await world.room.openAs(plan, keys, 'phone', { store: friendly.database.syncStore(plan), document })
  await world.room.pass(4_000)
  write(friend.doc as OpenPlan['doc'], 'van Fien')
  await say(opened, 'twee')
  await world.room.pass(3_000)
  world.room.network.setOffline(DEVICE, true)
  await say(opened, 'drie')
  await world.room.pass(2_000)
  await closeAll()
  await say(await open(app, plan), 'vier')
  world.room.network.setOffline(DEVICE, false)
  await world.room.pass(8_000)
  await closeAll()
  vi.restoreAllMocks()
  const log = (await store.read(plan, ALL)).map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)
  await world.room.end()
  for (let kept = 0; kept <= moments.length; kept++) {
    const told = moments.slice(0, kept)
    await beginAgain(plan, told, told.at(-1)?.items ?? 0, log)
    const words = told.at(-1)?.saved ?? []
    const ending = await findOut(plan, null)
    if (ending === null) expect(words).toEqual([])
    else expectKept(ending, words, `after ${kept} writes`)
    expect(ending?.alarms ?? []).toEqual([])
    await end()
  }
  // Only what must not be lost waits for the disk: after a power cut other stores may miss their last writes.
  for (const isLost of [isDocument, isReadAgain])
    for (let lost = 1; lost <= moments.filter(isLost).length; lost++) {
      const gone = new Set(moments.filter(isLost).slice(-lost))
      await beginAgain(
        plan,
        moments.filter((moment) => !gone.has(moment)),
        log.length,
        log,
      )
      const ending = await findOut(plan, null)
      expect([ending?.all, ending?.alarms]).toEqual([ending?.others, []])
      for (const said of saved) expect(ending?.all, `without the last ${lost} of ${isLost.name}`).toContain(said)
      await end()
    }
})
