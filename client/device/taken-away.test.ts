/** History on a real device: what somebody took away is told at home, in the plan, and in its list of changes, until I have dealt with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addSeen } from '#domain/home/seen.ts'
import { markSeen } from '#domain/news/news.ts'
import { setMyName } from '#domain/plan/people.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { openBrowser, planOf, read, startApp, storedRows, write } from '#e2e/testing/real-device.ts'
import { type Here, RELAY, createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import type { OpenedDevice } from './device.ts'
import { joinWith } from './invitation/invitations.ts'

let room: RelayRoom
let app: OpenedDevice
let plan: WorkspaceId
let handle: OpenPlanHandle
let resident: Here
let residentKeys: KeyHolder

beforeEach(async () => {
  openBrowser()
  room = createRelayRoom()
  app = await startApp(room)
  plan = await app.device.startPlan({ title: 'Samen', name: 'Wanda', forWhom: 'me' })
  const opened = await open()
  await room.until(() => opened.sharing().connection === 'online')
  const invited = await room.during(
    opened.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }),
  )
  const link = invited.ok ? parseInvitationLink(invited.link) : null
  if (link === null) throw new Error('There is an invitation.')
  residentKeys = await deriveKeyHolder(new Uint8Array(16).fill(9))
  const [environment, database] = [room.environmentOf('phone'), withPlanStores(createMemoryDeviceDatabase())]
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  await room.during(joinWith(context, link, '', residentKeys))
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  resident = await room.openAs(plan, residentKeys, 'phone', { store: database.syncStore(plan), document })
  await room.until(() => resident.session.state().connection === 'online')
  setMyName(resident.doc, residentKeys.id, 'Ans', environment)
  await room.until(() => opened.members().some(({ name }) => name === 'Ans'))
  await room.pass(2_000) // the epoch after the join
  await close()
})
afterEach(async () => {
  await close()
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})

const open = (): Promise<OpenPlan> => {
  handle = app.device.openPlan(plan)
  return planOf(room, handle)
}
const close = (): Promise<void> => room.during(handle.close())
const summary = () => app.device.plans().find((one) => one.id === plan)

test('that somebody took the story away is news at home and in the plan, and can be looked at there', async () => {
  write((await open()).doc, 'Ik woon hier al elf jaar.')
  await room.until(() => read(resident.doc as PlanDoc).includes('elf jaar'))
  await close()
  const story = (resident.doc as PlanDoc).getXmlFragment('story')
  story.delete(0, story.length)
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => summary()?.news.length !== 0)
  expect(summary()?.news).toMatchObject([
    { name: 'Ans', parts: [{ part: 'story', taken: { letters: expect.any(Number), from: expect.any(Number) } }] },
  ])
  const opened = await open()
  await room.until(() => opened.news().length !== 0)
  expect(opened.news()[0]?.parts[0]?.taken?.letters).toBeGreaterThan(20)
  const history = await room.during(opened.history())
  const { lines } = await room.during(history.page(history.entries))
  expect(lines.find(({ act }) => act === 'took-away')).toMatchObject({ person: residentKeys.id, part: 'story' })
  expect(lines.map(({ act }) => act)).toContain('joined')
  expect(history.beginsAt).toBe('start')
  await close()
  expect(summary()?.news).toMatchObject([{ name: 'Ans', parts: [{ part: 'story', letters: 0 }] }])
  const again = await open()
  const [news] = again.news()
  again.dismissTaken(residentKeys.id, (news?.parts[0]?.taken?.to ?? 0) - 1)
  expect(again.news()).toHaveLength(1) // somebody dealt with less than there is
  again.dismissTaken(residentKeys.id, news?.parts[0]?.taken?.to ?? 0)
  expect(again.news()).toEqual([])
  await close()
  expect(summary()?.news).toEqual([])
  expect((await open()).news()).toEqual([])
})

const takeStory = async (): Promise<void> => {
  const story = (resident.doc as PlanDoc).getXmlFragment('story')
  story.delete(0, story.length)
  await room.until(() => !resident.session.state().dirty)
}

test('words that went while the plan was on the screen are news all the same, there and at home', async () => {
  const opened = await open()
  write(opened.doc, 'Dat schreef ik net.') // nothing of it was here at my last look
  await room.until(() => read(resident.doc as PlanDoc).includes('net.'))
  await takeStory()
  for (const words of ['Ik schrijf', 'nog even', 'door.']) {
    write(opened.doc, words)
    await room.pass(3_000)
  }
  expect(opened.news()).toEqual([]) // never between two letters
  await room.until(() => opened.news().length > 0)
  expect(opened.news()).toMatchObject([
    { name: 'Ans', parts: [{ part: 'story', taken: { letters: expect.any(Number) } }] },
  ])
  await close()
  expect(summary()?.news).toMatchObject([
    { name: 'Ans', parts: [{ part: 'story', taken: { letters: expect.any(Number) } }] },
  ])
})

test('what stands there again is no news any more, whoever put it back: there, at home, and as long as it is not looked at', async () => {
  const opened = await open()
  write(opened.doc, 'Dat schreef ik net.')
  await room.until(() => read(resident.doc as PlanDoc).includes('net.'))
  await takeStory()
  await room.until(() => opened.news().length > 0)
  write(resident.doc as PlanDoc, 'Iets heel anders.')
  await room.pass(10_000)
  expect(opened.news()).toHaveLength(1)
  write(resident.doc as PlanDoc, 'Dat schreef ik net.') // as who undoes it, or another who puts it back
  await room.until(() => opened.news().length === 0)
  write(opened.doc, 'Nog iets van mij.')
  await room.until(() => read(resident.doc as PlanDoc).includes('van mij.'))
  await takeStory()
  await room.until(() => opened.news().length > 0)
  await close()
  expect(summary()?.news[0]?.parts[0]?.taken).toBeDefined()
  for (const words of ['Iets heel anders.', 'Dat schreef ik net.', 'Nog iets van mij.'])
    write(resident.doc as PlanDoc, words)
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => summary()?.news.every(({ parts }) => parts.every(({ taken }) => taken === undefined)) === true)
})

test('what comes while the plan is on the screen was seen to come, and is no news beside what was taken', async () => {
  const opened = await open()
  write(opened.doc, 'Dat schreef ik net.')
  await room.until(() => read(resident.doc as PlanDoc).includes('net.'))
  write(resident.doc as PlanDoc, 'En dit schrijft Ans, terwijl ik kijk.')
  await takeStory()
  write(resident.doc as PlanDoc, 'En dit daarna.')
  await room.until(() => opened.news().length > 0)
  expect(opened.news()).toMatchObject([{ parts: [{ part: 'story', letters: 0, things: 0 }] }])
})

test('words that went just before the plan was closed are news when it opens again', async () => {
  const opened = await open()
  write(opened.doc, 'Dat schreef ik net.')
  await room.until(() => read(resident.doc as PlanDoc).includes('net.'))
  await takeStory()
  setMyName(resident.doc, residentKeys.id, 'Ans B.', room.environmentOf('phone'))
  await room.until(() => read(opened.doc) === '' && opened.members().some(({ name }) => name === 'Ans B.'))
  await close()
  expect(summary()?.news).toEqual([]) // her name is, and was seen
  const again = await open()
  await room.until(() => again.news().length > 0)
  expect(again.news()).toMatchObject([
    { name: 'Ans B.', parts: [{ part: 'story', taken: { letters: expect.any(Number) } }] },
  ])
})

test('a first opening that ends without a word, as when a phone stops the app, counts as a look', async () => {
  openBrowser()
  const phone = await startApp(room)
  const mine = phone.device.openPlan(await phone.device.startPlan({ title: 'Van mij', name: 'Sam', forWhom: 'me' }))
  const { sharing } = await planOf(room, mine)
  await room.until(() => sharing().connection === 'online')
  await room.pass(1_000)
  const rows = (await storedRows()).filter((row): row is { seen: unknown } => row instanceof Object && 'seen' in row)
  expect(rows.map(({ seen }) => seen)).toEqual([expect.any(Uint8Array)])
  await room.during(mine.close())
})

test('whoever parts a paragraph in two, and so writes half of it again, took nothing away', async () => {
  write((await open()).doc, 'Ik woon hier al elf jaar. Morgen komt de buurvrouw.')
  await room.until(() => read(resident.doc as PlanDoc).includes('buurvrouw'))
  await close()
  const doc = resident.doc as PlanDoc
  doc.transact(() => {
    const [first] = doc.getXmlFragment('story').toArray()
    const words = first instanceof Y.XmlElement ? first.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('There is a paragraph.')
    words.delete(25, words.length - 25)
    write(doc, 'Morgen komt de buurvrouw.')
  })
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => summary()?.news.length !== 0)
  expect(summary()?.news[0]?.parts.map(({ taken }) => taken)).toEqual([undefined])
  const opened = await open()
  await room.pass(10_000)
  expect(opened.news()[0]?.parts.map(({ taken }) => taken)).toEqual([undefined])
})

test('what I read on another device is no news here from the moment that this device hears so', async () => {
  write(resident.doc as PlanDoc, 'Het gaat beter.')
  await room.until(() => !resident.session.state().dirty)
  app.background.start()
  await room.until(() => summary()?.news.length !== 0)
  await room.pass(10_000) // the round is over, and the next is far away
  const secret = new Uint8Array((await app.database.readPersonSecret())!)
  const [{ id: home }, me] = await Promise.all([deriveHome(secret), deriveKeyHolder(secret)])
  const tablet = await room.openAs(home, me, 'tablet')
  await room.until(() => tablet.session.state().connection === 'online')
  addSeen(tablet.doc, plan, markSeen(resident.doc), room.environmentOf('tablet'))
  await room.until(() => !tablet.session.state().dirty)
  await app.device.home.setMe({ textSize: 'large' }) // goes to the home some seconds later
  await room.pass(20_000)
  expect(summary()?.news).toEqual([])
})

test('[privacy] what was last seen of a plan is painted no more once a visit has heard of a change', async () => {
  await app.database.keepSeenLast(plan, 'gezien')
  app.background.start()
  await room.pass(10_000)
  expect(await app.database.readSeenLast(plan)).toBe('gezien')
  write(resident.doc as PlanDoc, 'Het gaat beter.')
  await room.until(() => !resident.session.state().dirty)
  app.background.now()
  await room.until(() => summary()?.news.length !== 0)
  expect(await app.database.readSeenLast(plan)).toBeNull()
})
