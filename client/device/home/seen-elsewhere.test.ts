/** What I have read on one device is no news on another, over a real relay. */
import * as Y from 'yjs'
import { addGoal } from '#domain/goals/goals.ts'
import { toHomeDoc } from '#domain/home/home-doc.ts'
import { addSeen } from '#domain/home/seen.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { markSeen } from '#domain/news/news.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { planOf } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import { joinWith } from '../invitation/invitations.ts'

test('news that I read on my tablet is none here any more', async ({ app, room }) => {
  const plan = await app.device.startPlan({ title: 'Samen', name: 'Wanda', forWhom: 'me' })
  const handle = app.device.openPlan(plan)
  const opened = await planOf(room, handle)
  await room.until(() => opened.sharing().connection === 'online')
  const asked = opened.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false })
  const invited = await room.during(asked)
  if (!invited.ok) throw new Error('There is no invitation.')
  const environment = room.environmentOf('phone')
  const database = withPlanStores(createMemoryDeviceDatabase())
  const ans = await deriveKeyHolder(new Uint8Array(16).fill(9))
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  await room.during(joinWith(context, parseInvitationLink(invited.link)!, '', ans))
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  const resident = await room.openAs(plan, ans, 'phone', { store: database.syncStore(plan), document })
  await room.until(() => opened.members().length === 2 && resident.session.state().connection === 'online')
  await room.pass(2_000) // the epoch after the join
  await room.during(handle.close())

  addGoal(resident.doc as PlanDoc, { title: 'Naar buiten' }, environment)
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => app.device.plans()[0]?.news.length === 1)
  await room.pass(10_000) // the home is founded

  const secret = new Uint8Array((await app.database.readPersonSecret())!)
  const tablet = await room.openAs((await deriveHome(secret)).id, await deriveKeyHolder(secret), 'tablet')
  await room.until(() => tablet.session.state().connection === 'online')
  addSeen(toHomeDoc(tablet.doc), plan, markSeen(resident.doc), environment)
  await room.until(() => !tablet.session.state().dirty)
  window.dispatchEvent(new Event('online'))
  await room.until(() => app.device.plans()[0]?.news.length === 0)
})
