/** A browser that is killed between any two writes while its preview turns out to be false (K2, C4). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { storyOf } from '#domain/document/plan-doc.ts'
import type { InvitationLink } from '#keys/invitation-link.ts'
import { createCircle, secretOf } from '#keys/testing/circle.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { createLog } from '#sync/testing/log.ts'
import { holdBackLog } from '#e2e/testing/hold-back-log.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { openBrowser, read, startApp, write } from '#e2e/testing/real-device.ts'
import { createRelayRoom } from '#e2e/testing/relay-room.ts'
import {
  ALL,
  beginAgain,
  closeAll,
  end,
  expectKept,
  findOut,
  open,
  startTelling,
  world,
} from '#e2e/testing/killed-browser.ts'
import type { OpenedDevice } from './device.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
  await world.room.end()
  vi.unstubAllGlobals()
})

/** Inserts at the beginning: no text that turns out false surrounds it. */
const putFirst = (doc: OpenPlan['doc'], words: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  storyOf(doc).insert(0, [paragraph])
}
/** A log that says “waar”, with a checkpoint that says “onwaar” as well. */
const writeLies = async () => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for friend')
  const link: InvitationLink = {
    workspace: circle.chain().workspace,
    secret: secretOf('for friend'),
    needsCode: false,
    greeting: null,
  }
  const written = createLog(circle)
  const worker = await written.openDoc('worker')
  write(worker.doc as OpenPlan['doc'], 'waar')
  written.catchUp()
  await written.craft(worker, new Uint8Array(Y.encodeStateAsUpdate(worker.doc)))
  const falsified = new Y.Doc()
  Y.applyUpdate(falsified, Y.encodeStateAsUpdate(worker.doc))
  write(falsified as OpenPlan['doc'], 'onwaar')
  const update = new Uint8Array(Y.encodeStateAsUpdate(falsified))
  written.append(await written.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))
  return { link, written }
}
type Joined = { app: OpenedDevice; plan: WorkspaceId; link: InvitationLink; release(): void }
/** Joins: shows the checkpoint first, and the log once it is released. */
const join = async ({ link, written }: Awaited<ReturnType<typeof writeLies>>): Promise<Joined> => {
  await world.room.hold(written.workspace, written.items)
  const app = await startApp(world.room)
  expect(await world.room.during(app.device.join(link, { name: 'Nora', code: '' }))).toMatchObject({ ok: true })
  return { app, plan: written.workspace, link, release: holdBackLog(world.room.store) }
}
const sharingNow = () => {
  const state = world.handles.at(-1)?.state()
  return state?.name === 'open' ? state.plan.sharing() : undefined
}
const shown = (): string | null => {
  const state = world.handles.at(-1)?.state()
  return state?.name === 'open' && state.plan.sharing().shared.name === 'shared' ? read(state.plan.doc) : null
}

test('a newcomer is shown a false preview, writes on top of it, and receives the log', async () => {
  const lies = await writeLies()
  const { moments, saved, say } = startTelling()
  const { app, plan, link, release } = await join(lies)
  const { store } = world.room
  saved.add('')
  const opened = await open(app, plan)
  await world.room.until(() => read(opened.doc) === 'waar onwaar')
  expect(opened.sharing().checking, 'it is said that this is a copy').toBe(true)
  await say(opened, 'van mij', putFirst)
  release()
  await world.room.until(() => shown() === 'van mij waar')
  expect(sharingNow()?.checking).toBeUndefined()
  await closeAll()
  vi.restoreAllMocks()
  const log = (await store.read(plan, ALL)).map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)
  await world.room.end()
  for (let kept = 0; kept <= moments.length; kept++) {
    const told = moments.slice(0, kept)
    await beginAgain(plan, told, told.at(-1)?.items ?? lies.written.items.length, log)
    const words = told.at(-1)?.saved ?? []
    const ending = await findOut(plan, link)
    expect(ending?.all).toMatch(/^(van mij )?waar$/)
    if (ending !== null) expectKept(ending, words, `after ${kept} writes`)
    expect(new Set(ending?.alarms.map(({ name }) => name))).toEqual(
      new Set(ending?.alarms.length === 0 ? [] : ['bad-checkpoint']),
    )
    await end()
  }
})

describe('over a full disk', () => {
  const startAgain = async (plan: WorkspaceId): Promise<void> => {
    vi.restoreAllMocks()
    await closeAll()
    await open(await startApp(world.room), plan)
  }
  beforeEach(async () => {
    openBrowser()
    world.room = createRelayRoom()
  })

  test('that refuses to mark it as a preview, it is not shown: nobody would know that it is one', async () => {
    const { app, plan, release } = await join(await writeLies())
    fillDisk('cursors')
    const opened = await open(app, plan)
    await world.room.pass(3_000)
    expect(read(opened.doc)).toBe('')
    release()
    await world.room.until(() => shown() === 'waar')
    await startAgain(plan)
    await world.room.until(() => shown() === 'waar')
  })

  test('that cannot delete a false preview, the page shows the log all the same, says so, and tries once', async () => {
    const { app, plan, release } = await join(await writeLies())
    const opened = await open(app, plan)
    await world.room.until(() => read(opened.doc) === 'waar onwaar')
    putFirst(opened.doc, 'van mij')
    await world.room.until(() => opened.sharing().saved === 'saved')
    fillDisk('updates')
    release()
    await world.room.until(() => shown() === 'van mij waar')
    const state = world.handles.at(-1)?.state()
    expect(state?.name === 'open' && state.plan.sharing().saved).toEqual({ failed: 'full' })
    await world.room.pass(5_000)
    expect(world.handles.at(-1)?.state()).toBe(state) // it does not restart in a loop
    await startAgain(plan)
    await world.room.until(() => shown() === 'van mij waar')
  })
})
