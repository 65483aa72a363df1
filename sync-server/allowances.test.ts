/** What a relay shares out (S8), met by people who ask for more than that. */
import { expect, test } from 'vitest'
import type { LimitName } from './limits.ts'
import { createMemoryStore } from './storage/memory.ts'
import type { Store } from './storage/store.ts'
import { createTestApp } from './testing/app.ts'
import { createCircle, createTestRelay } from './testing/circle.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace } from './testing/people.ts'
import { NO_WATCH } from './watch/watch.ts'
import { HOLD_MS } from './workspace/intake.ts'

const countMet = () => {
  const met: LimitName[] = []
  return { met, watch: { ...NO_WATCH, met: (limit: LimitName) => void met.push(limit) } }
}
const many = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make)
/** The first and how many of each, as an app heard them. */
const inShort = (heard: readonly string[]): readonly string[] =>
  [...Map.groupBy(heard, (answer) => answer.replace(/ \d+$/, ''))].map(([answer, all]) => `${all.length} ${answer}`)

test('[S8] a person appends so many a second, over all their connections; others are not held up', async () => {
  const { met, watch } = countMet()
  const { plan, worker, resident, connected, clock } = await createCircle({ limits: { personAppends: 10 }, watch })
  clock.now += 60_000
  const [phone, laptop, other] = [await connected(worker), await connected(worker), await connected(resident)]
  await phone.append(...many(60, () => plan.entry(worker)))
  await laptop.append(...many(60, () => plan.entry(worker)))
  await other.append(plan.entry(resident))
  const own = laptop.heard().filter((answer) => !answer.startsWith('items'))
  expect(inShort(own)).toEqual(['40 committed', '20 refused rate'])
  expect(own.slice(40)).toEqual(many(20, () => 'refused rate'))
  expect(other.heard().at(-1)).toBe('committed 104')
  expect(new Set(met)).toEqual(new Set(['personAppends']))
})

test('[S8] once one is refused, so is all that follows, until apps come again: what follows may build on it', async () => {
  const { plan, worker, connected, clock } = await createCircle({ limits: { personAppends: 10 } })
  clock.now += 60_000
  const app = await connected(worker)
  await app.append(...many(101, () => plan.entry(worker)))
  app.heard()
  clock.now += HOLD_MS - 1
  await app.append(plan.entry(worker))
  clock.now += 1
  await app.append(plan.entry(worker))
  expect(app.heard()).toEqual(['refused rate', 'committed 104'])
})

test('[S8] a person appends so many bytes a second', async () => {
  const { plan, worker, connected, clock } = await createCircle({ limits: { personBytes: 1_000 } })
  clock.now += 60_000
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'x'.repeat(6_000)), plan.entry(worker, 'x'.repeat(6_000)))
  clock.now += 10_000
  await app.append(plan.entry(worker, 'x'.repeat(6_000)))
  expect(app.heard()).toEqual(['committed 4', 'refused rate', 'committed 5'])
})

test('[S8] a workspace takes so many a second, of all together; other workspaces are not held up', async () => {
  const { met, watch } = countMet()
  const { relay, plan, worker, resident, connected, clock } = await createCircle({
    limits: { workspaceAppends: 10 },
    watch,
  })
  clock.now += 60_000
  const [one, two] = [await connected(worker), await connected(resident)]
  await one.append(...many(60, () => plan.entry(worker)))
  await two.append(...many(60, () => plan.entry(resident)))
  const own = two.heard().filter((answer) => !answer.startsWith('items'))
  expect(inShort(own)).toEqual(['40 committed', '20 refused rate'])
  const elsewhere = await createTestWorkspace(resident)
  const third = createTestApp(relay)
  await third.hello(resident, elsewhere.id, { root: elsewhere.root })
  await third.append(elsewhere.entry(resident))
  expect(third.heard().at(-1)).toBe('committed 2')
  expect(new Set(met)).toEqual(new Set(['workspaceAppends']))
})

test('[S8] a month offline of 60 plans, sent at once, is within what one person may', async () => {
  const { relay } = createTestRelay()
  const worker = await createTestPerson()
  for (let number = 0; number < 60; number++) {
    const plan = await createTestWorkspace(worker)
    const app = createTestApp(relay)
    await app.hello(worker, plan.id, { root: plan.root })
    app.heard()
    await app.append(...many(8, () => plan.entry(worker, 'x'.repeat(10_000))))
    expect(inShort(app.heard())).toEqual(['8 committed'])
  }
})

test('[S8] what waits for its commit is bounded in bytes', async () => {
  const { plan, worker, connected } = await createCircle({ limits: { waitingBytes: 5_000 } })
  const app = await connected(worker)
  const [first, second] = [
    app.append(plan.entry(worker, 'x'.repeat(3_000))),
    app.append(plan.entry(worker, 'x'.repeat(3_000))),
  ]
  await Promise.all([first, second])
  expect(app.heard()).toEqual(['committed 4', 'refused rate'])
})

test('[S8] a person has so many connections, lists of workspaces included; one that ends makes room for another', async () => {
  const { met, watch } = countMet()
  const { relay, plan, worker, resident } = await createCircle({ limits: { personSockets: 2 }, watch })
  const come = async (as = worker, workspace: typeof plan.id | null = plan.id) => {
    const app = createTestApp(relay)
    await app.hello(as, workspace)
    return app
  }
  const [first] = [await come(), await come(worker, null)]
  expect([(await come()).closed(), (await come(worker, null)).closed()]).toEqual(['overloaded', 'overloaded'])
  expect((await come(resident)).closed()).toBeNull()
  first.connection.closed()
  first.connection.closed()
  expect([(await come()).closed(), (await come()).closed()]).toEqual([null, 'overloaded'])
  expect(met).toEqual(['personSockets', 'personSockets', 'personSockets'])
})

test('[S8] who is not who they say takes nobody a place', async () => {
  const { relay, plan, worker } = await createCircle({ limits: { personSockets: 1 } })
  for (let tries = 0; tries < 3; tries++) {
    const stranger = createTestApp(relay)
    await stranger.hello(worker, plan.id, { signer: await createTestPerson() })
    expect(stranger.closed()).toBe('unknown')
  }
  const app = createTestApp(relay)
  await app.hello(worker, plan.id)
  expect(app.closed()).toBeNull()
})

test('[S8] so many invitations wait for an answer; used, ended and expired ones are not counted', async () => {
  const { plan, worker, connected, clock } = await createCircle({ limits: { openInvitations: 2 } })
  const app = await connected(worker)
  const invite = async (expiresAt = clock.now + 1_000) => {
    const [link, before] = [await createTestInvitation(), plan.chain()]
    await app.append(await plan.invite(worker, link, { expiresAt }))
    const answer = app.heard().at(-1)
    if (answer === 'refused workspace-full') plan.goBackTo(before)
    return { link, answer }
  }
  const [one, two] = [await invite(), await invite()]
  expect([one.answer, two.answer]).toEqual(['committed 4', 'committed 5'])
  expect((await invite()).answer).toBe('refused workspace-full')
  await app.append(plan.entry(worker)) // and whoever writes goes on
  expect(app.heard()).toEqual(['committed 6'])

  const guest = await createTestPerson()
  await app.append(await plan.join(one.link, guest))
  expect([(await invite()).answer, (await invite()).answer]).toEqual(['committed 8', 'refused workspace-full'])
  await app.append(await plan.epoch(worker, { invitations: [two.link.locator] }))
  expect([(await invite()).answer, (await invite()).answer]).toEqual(['committed 10', 'refused workspace-full'])
  clock.now += 1_000
  expect((await invite()).answer).toBe('committed 11')
})

test('[S8] a workspace has so many items; records still find room', async () => {
  const { plan, worker, resident, connected } = await createCircle({ limits: { logItems: 5 } })
  const app = await connected(worker)
  await app.append(...many(4, () => plan.entry(worker)), await plan.epoch(worker, { persons: [resident.id] }))
  expect(app.heard()).toEqual([
    'committed 4',
    'committed 5',
    'refused workspace-full',
    'refused workspace-full',
    'committed 6',
  ])
})

test('[S8] a longer entry that found no room takes those with it that were sent behind it', async () => {
  const { plan, worker, connected } = await createCircle({ limits: { logBytes: 8_000 } })
  const app = await connected(worker)
  await app.append(plan.entry(worker), plan.entry(worker, 'x'.repeat(9_000)), plan.entry(worker))
  await app.append(plan.entry(worker))
  expect(app.heard()).toEqual(['committed 4', ...many(3, () => 'refused workspace-full')])
})

test('[S8] nor does a shorter one that waits while the disk has no room for a longer one', async () => {
  const store = createMemoryStore()
  const [gate, atGate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isSmall = false
  const append: Store['append'] = async (requests) => {
    if (!isSmall) return store.append(requests)
    atGate.resolve()
    await gate.promise
    const fits = requests.every(({ items }) => items.every(({ length }) => length < 5_000))
    return fits ? store.append(requests) : requests.map(() => ({ ok: false, reason: 'full' }))
  }
  const { plan, worker, connected } = await createCircle({ store: { ...store, append } })
  const app = await connected(worker)
  isSmall = true
  const longer = app.append(plan.entry(worker, 'x'.repeat(9_000)))
  await atGate.promise
  const shorter = app.append(plan.entry(worker))
  gate.resolve()
  await Promise.all([longer, shorter])
  expect(app.heard()).toEqual(['refused relay-full', 'refused relay-full'])
})

test('[S8] a relay without room reads on: records are taken, entries and new workspaces are not, and then all is as before', async () => {
  let isReadOnly = false
  const { relay, plan, worker, resident, connected, clock } = await createCircle({ isReadOnly: () => isReadOnly })
  const [app, other] = [await connected(worker), await connected(resident)]
  isReadOnly = true
  await app.append(plan.entry(worker))
  await app.append(await plan.role(worker, resident.id, 'reader'))
  await app.presence(0, 'hi')
  expect(app.heard()).toEqual(['refused relay-full', 'committed 4'])
  expect(other.heard()).toEqual(['items 4', 'presence hi'])
  const elsewhere = await createTestWorkspace(worker)
  const begin = async () => {
    const beginner = createTestApp(relay)
    await beginner.hello(worker, elsewhere.id, { root: elsewhere.root })
    return beginner.closed()
  }
  expect(await begin()).toBe('overloaded')
  isReadOnly = false
  clock.now += HOLD_MS
  await app.append(plan.entry(worker))
  expect([await begin(), app.heard()]).toEqual([null, ['committed 5']])
})
