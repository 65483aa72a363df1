/** A visit that makes no progress holds up no other plan, and visits go on. */
import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { toPersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { DEVICE, planOf, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { createBackgroundVisits } from '../background-visits.ts'
import type { OpenedDevice } from '../device.ts'

type VisitBoth = (change: (doc: PlanDoc) => void, then?: (id: WorkspaceId) => Promise<void>) => Promise<void>

const start = ({ device }: OpenedDevice, title: string): Promise<WorkspaceId> =>
  device.startPlan({ title, name: '', forWhom: 'me' })

const test = base.extend<{ visitBoth: VisitBoth }>({
  /** Two plans have waiting edits. The one that was opened last is visited first. */
  visitBoth: async ({ app, room }, use) => {
    const isUnshared = (id: WorkspaceId) => app.device.plans().find((one) => one.id === id)?.unshared
    /** Opens the plan, changes it, and closes it again. */
    const open = async (id: WorkspaceId, change: (doc: PlanDoc) => Promise<void> | void): Promise<void> => {
      const handle = app.device.openPlan(id)
      await change((await planOf(room, handle)).doc)
      await room.during(handle.close())
    }
    await use(async (change, then = async () => {}) => {
      const first = await start(app, 'Eerst')
      await open(first, () => room.until(() => isUnshared(first) === false))
      const second = await start(app, 'Daarna')
      room.network.setOffline(DEVICE, true)
      await open(first, change)
      await then(first)
      room.network.setOffline(DEVICE, false)
      expect([first, second].map(isUnshared)).toEqual([true, true])
      app.background.start()
      await room.pass(40_000)
      expect([first, second].map(isUnshared)).toEqual([true, false])
    })
  },
})

test('a copy that the log does not confirm', async ({ app, visitBoth }) => {
  const preview = { seq: 1, digest: new Uint8Array(32), author: toPersonId(new Uint8Array(16)) }
  await visitBoth(
    (doc) => write(doc, 'Wacht.'),
    (id) => app.database.syncStore(id).saveCursor(encodeCursor({ ...startOfLog(id), preview, records: 0 })),
  )
})

test('words within text that the relay has lost', async ({ visitBoth }) => {
  await visitBoth((doc) => {
    const lost = new Y.Doc() as PlanDoc
    write(lost, 'Van iemand anders.')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(lost))
    const paragraph = storyOf(doc).get(0)
    if (paragraph instanceof Y.XmlElement) paragraph.push([new Y.XmlText('Van mij.')])
  })
})

test('code of visits that could not be fetched: it is tried again', async ({ app, room }) => {
  const errors: unknown[] = []
  const environment = { ...room.environmentOf(DEVICE), report: (error: unknown) => void errors.push(error) }
  const id = await start(app, 'Eerst')
  const visit = vi.fn().mockRejectedValue(new Error('no network'))
  createBackgroundVisits({ environment, plans: () => [id], visit }).start()
  await room.pass(2 * 60_000)
  expect([visit.mock.calls.length, errors.length]).toEqual([2, 2])
})
