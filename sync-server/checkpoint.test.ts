/** [S5] What a new device receives when it asks to start from a checkpoint. */
import { expect, test } from 'vitest'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { createMemoryStore } from './storage/memory.ts'
import type { Store } from './storage/store.ts'
import { type TestApp, createTestApp } from './testing/app.ts'
import { type Circle, createCircle } from './testing/circle.ts'
import { createTestInvitation } from './testing/people.ts'

const place = (circle: Circle, number: number) => ({ number, hash: shortHash(firstLogHash(circle.plan.id)) })

/** Records 1–3, entries 4–6, a checkpoint (7) of what was seen at 5, entry 8, epoch 9, entry 10. */
const createLongPlan = async (): Promise<Circle> => {
  const circle = await createCircle()
  const { plan, worker, connected } = circle
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'a'), plan.entry(worker, 'b'), plan.entry(worker, 'c'))
  await app.append(plan.entry(worker, 'all of it', { type: 'checkpoint', seen: place(circle, 5) }))
  await app.append(plan.entry(worker, 'd'), await plan.epoch(worker), plan.entry(worker, 'e'))
  return circle
}
const asking = async ({ relay, plan, resident }: Circle, since = 0): Promise<TestApp> => {
  const app = createTestApp(relay)
  await app.hello(resident, plan.id, { start: 'checkpoint', since })
  return app
}

test('the records before the checkpoint, and everything after what it covers; then new items', async () => {
  const circle = await createLongPlan()
  const device = await asking(circle)
  expect(device.heard()).toEqual(['items 1-3', 'items 6-10', 'live 10'])
  await (await circle.connected(circle.worker)).append(circle.plan.entry(circle.worker, 'f'))
  expect(device.heard()).toEqual(['items 11'])
})

test('the newest of several, or the previous one for a device that could not open the newest', async () => {
  const circle = await createLongPlan()
  const { plan, worker, connected } = circle
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'newer', { type: 'checkpoint', seen: place(circle, 10) }))
  expect((await asking(circle)).heard()).toEqual(['items 1-3', 'items 9', 'items 11', 'live 11'])
  expect((await asking(circle, 11)).heard()).toEqual(['items 1-3', 'items 6-11', 'live 11'])
})

test('a checkpoint that another relay took, and that is not announced here, is not used yet', async () => {
  const store = createMemoryStore()
  let justBefore = async (): Promise<void> => {}
  const newestCheckpoint: Store['newestCheckpoint'] = async (...asked) => {
    await justBefore()
    return store.newestCheckpoint(...asked)
  }
  const circle = await createCircle({ store: { ...store, newestCheckpoint } })
  const { plan, worker, connected } = circle
  const author = await connected(worker)
  await author.append(plan.entry(worker, 'a'))
  const items = [
    await plan.invite(worker, await createTestInvitation()),
    plan.entry(worker, 'both', { type: 'checkpoint', seen: place(circle, 5) }),
  ]
  const foreign = { workspace: plan.id, expectedRecord: 2, receivedAt: 5, joined: [], ended: [] }
  justBefore = async () => void (await store.append([{ ...foreign, items }]))
  const device = await asking(circle)
  expect(device.heard()).toEqual(['items 1-3', 'live 4'])
  await author.append(plan.entry(worker, 'b'))
  expect(device.heard()).toEqual(['items 5-6', 'items 7'])
})

test('without a checkpoint, records alone: the device asks for the log itself next', async () => {
  const circle = await createCircle()
  await (await circle.connected(circle.worker)).append(circle.plan.entry(circle.worker, 'a'))
  expect((await asking(circle)).heard()).toEqual(['items 1-3', 'live 4'])
})

test('an invitation receives records only, whatever it asks for', async () => {
  const circle = await createLongPlan()
  const { plan, worker, relay, connected } = circle
  const link = await createTestInvitation()
  await (await connected(worker)).append(await plan.invite(worker, link))
  const guest = createTestApp(relay)
  await guest.hello(link, plan.id, { start: 'checkpoint' })
  expect(guest.heard()).toEqual(['items 1-3', 'items 9', 'items 11', 'live 11'])
})
