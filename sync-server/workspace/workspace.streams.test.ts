import { expect, test } from 'vitest'
import { createTestApp } from '../testing/app.ts'
import { createCircle } from '../testing/circle.ts'
import { createTestInvitation, createTestPerson } from '../testing/people.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'

test('[S4] everybody starts behind, reads pages in order, and is told once that they are live', async () => {
  const { plan, worker, resident, relay, connected } = await createCircle()
  const author = await connected(worker)
  const long = 'x'.repeat(200_000)
  await author.append(plan.entry(worker, long), plan.entry(worker, long), plan.entry(worker))
  const app = createTestApp(relay)
  await app.hello(resident, plan.id)
  expect(app.heard()).toEqual(['items 1-4', 'items 5-6', 'live 6'])
  await author.append(plan.entry(worker))
  expect(app.heard()).toEqual(['items 7'])
})

test('[S4] a slow device falls back to "behind", misses nothing, and holds nobody up', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [author, slow, quick] = [await connected(worker), await connected(resident), await connected(resident)]
  slow.holdBack(DEFAULT_LIMITS.unsentBytes + 1)
  await author.presence(0, 'here')
  await author.append(plan.entry(worker))
  await author.append(plan.entry(worker), plan.entry(worker))
  expect(slow.heard()).toEqual([])
  expect(quick.heard()).toEqual(['presence here', 'items 4', 'items 5-6'])
  slow.holdBack(0)
  await slow.connection.idle()
  expect(slow.heard()).toEqual(['items 4-6'])
  await author.append(plan.entry(worker))
  expect(slow.heard()).toEqual(['items 7'])
})

test('[S4] replies to a device that is behind keep their places in its stream', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [author, slow] = [await connected(worker), await connected(resident)]
  slow.holdBack(DEFAULT_LIMITS.unsentBytes + 1)
  await author.append(plan.entry(worker))
  await slow.append(plan.entry(resident), Uint8Array.of(1), plan.entry(resident))
  await author.append(plan.entry(worker))
  expect(slow.heard()).toEqual([])
  slow.holdBack(0)
  await slow.connection.idle()
  expect(slow.heard()).toEqual(['items 4', 'committed 5', 'refused malformed', 'committed 6', 'items 7'])
})

test('[S7] a removed member receives the record that says so, and nothing after it', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [owner, live, slow] = [await connected(worker), await connected(resident), await connected(resident)]
  slow.holdBack(DEFAULT_LIMITS.unsentBytes + 1)
  await owner.append(plan.entry(worker), await plan.epoch(worker, { persons: [resident.id] }), plan.entry(worker))
  expect([live.heard(), live.closed()]).toEqual([['items 4', 'items 5'], 'removed'])
  expect(slow.closed()).toBeNull()
  await slow.append(plan.entry(resident, '', { epoch: 0 }))
  slow.holdBack(0)
  await slow.connection.idle()
  expect([slow.heard(), slow.closed()]).toEqual([['items 4-5'], 'removed'])
})

test('[S7] a member who leaves is answered first', async () => {
  const { plan, resident, connected } = await createCircle()
  const app = await connected(resident)
  await app.append(await plan.role(resident, resident.id, null))
  expect([app.heard(), app.closed()]).toEqual([['committed 4'], 'removed'])
})

test('[S6] an invitation reads records only, and appends nothing but its own join', async () => {
  const { plan, worker, resident, relay, connected } = await createCircle()
  const [owner, link, visitor] = [await connected(worker), await createTestInvitation(), await createTestPerson()]
  await owner.append(plan.entry(worker), await plan.invite(worker, link))
  const app = createTestApp(relay)
  await app.hello(link, plan.id)
  expect(app.heard()).toEqual(['items 1-3', 'items 5', 'live 5'])
  await owner.append(plan.entry(worker))
  await owner.presence(0, 'cursor')
  await app.presence(0, 'peeping')
  expect(app.heard()).toEqual([])
  const before = plan.chain()
  await app.append(plan.entry(resident), await plan.epoch(worker))
  plan.goBackTo(before)
  expect(app.heard()).toEqual(['refused not-allowed', 'refused not-allowed'])
  owner.heard()
  await app.append(await plan.join(link, visitor))
  expect([app.heard(), app.closed()]).toEqual([['committed 7'], 'invitationUsed'])
  expect(owner.heard()).toEqual(['items 7'])
})

test('[S6] a cancelled or expired invitation admits nobody', async () => {
  const { plan, worker, relay, connected, clock } = await createCircle()
  const [owner, cancelled, short] = [
    await connected(worker),
    await createTestInvitation(),
    await createTestInvitation(),
  ]
  await owner.append(await plan.invite(worker, cancelled))
  await owner.append(await plan.invite(worker, short, { expiresAt: clock.now + 1_000 }))
  const [first, second] = [createTestApp(relay), createTestApp(relay)]
  await first.hello(cancelled, plan.id)
  await second.hello(short, plan.id)
  const before = plan.chain()
  await owner.append(await plan.epoch(worker, { invitations: [cancelled.locator] }))
  expect(first.closed()).toBe('invitationCancelled')
  expect(before.number).toBe(4)
  clock.now += 1_000
  second.heard()
  await second.append(await plan.join(short, await createTestPerson()))
  expect(second.heard()).toEqual(['refused expired'])
})

test('presence goes to live members only, stamped with its author, and only for the current epoch', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [a, b] = [await connected(worker), await connected(resident)]
  await a.presence(0, 'typing')
  await a.presence(1, 'from the future')
  expect(a.heard()).toEqual([])
  expect(b.heard()).toEqual(['presence typing'])
  expect(b.frames.at(-1)).toMatchObject({ author: worker.id, epoch: 0 })
  await b.append(await plan.epoch(resident))
  await a.presence(0, 'with an old key')
  expect(b.heard()).toEqual(['committed 4'])
})
