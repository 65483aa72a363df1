/** What is to come in a plan stands in its row of the list: kept by the screen that shows the plan, and by visits; there without a connection. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { addConversation, setConversation } from '#domain/conversations/conversations.ts'
import { toDay } from '#domain/document/days.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { parseWhen } from '#domain/document/when.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { addStep } from '#domain/goals/steps.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { DEVICE, planOf, startApp } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import { joinWith } from '../invitation/invitations.ts'

test('kept by a plan on screen and by visits, and there after a start without a connection', async ({ app, room }) => {
  const id = await app.device.startPlan({ title: 'Samen', name: 'Wanda', forWhom: 'me' })
  const handle = app.device.openPlan(id)
  const opened = await planOf(room, handle)
  await room.until(() => opened.sharing().connection === 'online')
  const asked = opened.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false })
  const invited = await room.during(asked)
  if (!invited.ok) throw new Error('There is no invitation.')
  const environment = room.environmentOf('phone')
  const when = parseWhen(toDay(environment.now() + 2 * 86_400_000), '14:30')!
  const goal = addGoal(opened.doc, { title: 'Post' }, environment)
  addStep(opened.doc, goal, { what: 'Bellen', when, who: { person: opened.me } }, environment)
  const agenda = () => app.device.plans()[0]?.agenda
  await room.until(() => agenda()?.length === 1)
  expect(agenda()).toMatchObject([{ kind: 'step', goal, when, words: 'Bellen', who: 'Wanda', mine: true }])

  const database = withPlanStores(createMemoryDeviceDatabase())
  const ans = await deriveKeyHolder(new Uint8Array(16).fill(9))
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  await room.during(joinWith(context, parseInvitationLink(invited.link)!, '', ans))
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  const resident = await room.openAs(id, ans, 'phone', { store: database.syncStore(id), document })
  await room.until(() => opened.members().length === 2 && resident.session.state().connection === 'online')
  await room.pass(2_000) // the epoch after the join
  await room.during(handle.close())

  const talk = addConversation(resident.doc as PlanDoc, environment.now(), environment)
  setConversation(resident.doc as PlanDoc, talk, { when, form: 'phone' }, environment)
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => agenda()?.length === 2)
  expect(agenda()?.[0]).toEqual({ kind: 'conversation', id: talk, when, form: 'phone', prepared: true })

  room.network.setOffline(DEVICE, true)
  const again = await startApp(room)
  expect(again.device.plans()[0]?.agenda).toEqual(agenda())
})
