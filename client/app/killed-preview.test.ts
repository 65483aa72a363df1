/** A browser that is killed between any two writes while the copy it was shown turns out to be false (K2, C4). */
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { storyOf } from '#domain/plan-doc.ts'
import type { InvitationLink } from '#keys/invitation-link.ts'
import { createCircle, secretOf } from '#keys/testing/circle.ts'
import type { OpenPlan } from '#reactive/workspace.ts'
import { createLog } from '#sync/testing/log.ts'
import { holdBackLog } from '#testing/hold-back-log.ts'
import { read, startApp, write } from '#testing/real-device.ts'
import {
  ALL,
  beginAgain,
  closeAll,
  end,
  expectKept,
  findOut,
  LONG_MS,
  open,
  startTelling,
  world,
} from '#testing/killed-browser.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
  await world.room.end()
  vi.unstubAllGlobals()
})

/** Before what is there: nothing that turns out never to have been stands around it. */
const putFirst = (doc: OpenPlan['doc'], words: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  storyOf(doc).insert(0, [paragraph])
}
test('who joins, is shown a false copy, writes on top of it, and is given the log', { timeout: LONG_MS }, async () => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for friend')
  const link: InvitationLink = { workspace: circle.chain().workspace, secret: secretOf('for friend'), needsCode: false }
  const written = createLog(circle)
  const worker = await written.openDoc('worker')
  write(worker.doc as OpenPlan['doc'], 'waar')
  written.catchUp()
  await written.craft(worker, new Uint8Array(Y.encodeStateAsUpdate(worker.doc)))
  const liar = new Y.Doc()
  Y.applyUpdate(liar, Y.encodeStateAsUpdate(worker.doc))
  write(liar as OpenPlan['doc'], 'onwaar')
  const update = new Uint8Array(Y.encodeStateAsUpdate(liar))
  written.append(await written.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))

  const { moments, store, saved, say } = startTelling()
  const plan = written.workspace
  await world.room.hold(plan, written.items)
  const app = await startApp(world.room)
  expect(await world.room.during(app.device.join(link, { name: 'Nora', code: '' }))).toMatchObject({ ok: true })
  saved.add('')
  const release = holdBackLog(store)
  const opened = await open(app, plan)
  await world.room.until(() => read(opened.doc) === 'waar onwaar')
  await say(opened, 'van mij', putFirst)
  release()
  const isTold = (): boolean => {
    const state = world.handles.at(-1)?.state()
    return (
      state?.name === 'open' && state.plan.sharing().shared.name === 'shared' && read(state.plan.doc) === 'van mij waar'
    )
  }
  await world.room.until(isTold)
  await closeAll()
  vi.restoreAllMocks()
  const log = (await store.read(plan, ALL)).map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)
  await world.room.end()
  for (let kept = 0; kept <= moments.length; kept++) {
    const told = moments.slice(0, kept)
    await beginAgain(plan, told, told.at(-1)?.items ?? written.items.length, log)
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
