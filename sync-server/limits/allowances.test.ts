/** Limits that all connections share (S8), met by people who ask for more. */
import { expect, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { MAX_PRESENCE_BYTES } from '#shared/protocol/limits.ts'
import type { LimitName } from './limits.ts'
import { createTestApp, type TestApp } from '../testing/app.ts'
import { createCircle, createTestRelay } from '../testing/circle.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace } from '../testing/people.ts'
import { NO_OBSERVER } from '../workspace/relay-observer.ts'
import { HOLD_MS } from '../workspace/intake.ts'

const countMet = () => {
  const met: LimitName[] = []
  return { met, observer: { ...NO_OBSERVER, met: (limit: LimitName) => void met.push(limit) } }
}
const many = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make)
/** The first answer, and how often each occurred. */
const inShort = (heard: readonly string[]): readonly string[] =>
  [...Map.groupBy(heard, (answer) => answer.replace(/ \d+$/, ''))].map(([answer, all]) => `${all.length} ${answer}`)

test("[S8] a person's append rate is limited over all their connections; others are not held up", async () => {
  const { met, observer } = countMet()
  const { plan, worker, resident, connected, clock } = await createCircle({ limits: { personAppends: 10 }, observer })
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

test('[S8] after one refusal everything that follows is refused until apps retry: it may build on what was refused', async () => {
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

test('[S8] a clock that is set back makes nobody wait', async () => {
  const { plan, worker, connected, clock } = await createCircle({ limits: { personAppends: 10 } })
  clock.now += 60_000
  const app = await connected(worker)
  await app.append(...many(101, () => plan.entry(worker)))
  app.heard()
  clock.now -= 50_000
  await app.append(plan.entry(worker))
  clock.now += HOLD_MS
  await app.append(plan.entry(worker))
  expect(app.heard()).toEqual(['refused rate', 'committed 104'])
})

test("[S8] a person's appended bytes per second are limited", async () => {
  const { plan, worker, connected, clock } = await createCircle({ limits: { personBytes: 1_000 } })
  clock.now += 60_000
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'x'.repeat(6_000)), plan.entry(worker, 'x'.repeat(6_000)))
  clock.now += 10_000
  await app.append(plan.entry(worker, 'x'.repeat(6_000)))
  expect(app.heard()).toEqual(['committed 4', 'refused rate', 'committed 5'])
})

test("[S8] a workspace's append rate is limited for all members together; other workspaces are not held up", async () => {
  const { met, observer } = countMet()
  const { relay, plan, worker, resident, connected, clock } = await createCircle({
    limits: { workspaceAppends: 10 },
    observer,
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

test("[S8] a month offline in 60 plans, sent at once, is within one person's limits", async () => {
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

test('[S8] the bytes that wait for a commit are bounded', async () => {
  const { plan, worker, connected } = await createCircle({ limits: { waitingBytes: 5_000 } })
  const app = await connected(worker)
  const [first, second] = [
    app.append(plan.entry(worker, 'x'.repeat(3_000))),
    app.append(plan.entry(worker, 'x'.repeat(3_000))),
  ]
  await Promise.all([first, second])
  expect(app.heard()).toEqual(['committed 4', 'refused rate'])
})

test("[S8] a person's connections are limited, lists of workspaces included; one that ends makes room", async () => {
  const { met, observer } = countMet()
  const { relay, plan, worker, resident } = await createCircle({ limits: { personSockets: 2 }, observer })
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

test("[S8] a person's frames per second are limited over all connections, whatever they say; beyond that the connection ends", async () => {
  const { met, observer } = countMet()
  const { plan, worker, resident, relay, connected, clock } = await createCircle({
    limits: { personFrames: 100 },
    observer,
  })
  clock.now += 60_000
  const [app, other] = [await connected(worker), await connected(resident)]
  const say = (to: TestApp, count: number) =>
    to.connection.receive(concatBytes(...many(count, () => encodeAppFrame({ type: 'ping' }))))
  say(app, 600)
  say(app, 400)
  clock.now += 1_000
  say(app, 100)
  expect(app.closed()).toBeNull()
  const list = createTestApp(relay)
  await list.hello(worker, null)
  say(list, 1)
  say(app, 1)
  expect([app.closed(), list.closed(), met]).toEqual(['overloaded', 'overloaded', ['personFrames', 'personFrames']])
  await other.append(plan.entry(resident))
  expect(other.heard()).toEqual(['committed 4'])
})

test("[S8] a connection with a false identity takes nobody's place", async () => {
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

test('[S8] presence and pings are limited in rate and size; excess is dropped and costs nobody anything', async () => {
  const { plan, worker, resident, connected, clock } = await createCircle({ limits: { presence: 4 } })
  const [app, other] = [await connected(worker), await connected(resident)]
  for (let times = 0; times < 20; times++) await app.presence(0, 'here')
  expect(other.heard()).toEqual(many(8, () => 'presence here'))
  clock.now += 1_000
  for (let times = 0; times < 20; times++) await app.presence(0, 'x'.repeat(MAX_PRESENCE_BYTES))
  expect(other.heard()).toHaveLength(4)
  for (let times = 0; times < 50; times++) await app.ping()
  expect(app.heard()).toEqual(many(20, () => 'pong'))
  await app.append(plan.entry(worker))
  expect([app.heard(), app.closed()]).toEqual([['committed 4'], null])
  await app.presence(0, 'x'.repeat(MAX_PRESENCE_BYTES + 1))
  expect([app.closed(), other.closed()]).toEqual(['malformed', null])
})

test('[S4] [S8] a slow reader is paused at a bound of unsent bytes; one that never reads is disconnected', async () => {
  const limits = { unsentBytes: 1_000, heldBytes: 5_000 }
  const { plan, worker, resident, connected } = await createCircle({ limits })
  const [app, slow] = [await connected(worker), await connected(resident)]
  slow.holdBack(1_001)
  await app.append(plan.entry(worker))
  expect(slow.heard()).toEqual([])
  slow.holdBack(1_000)
  await app.connection.idle()
  expect(slow.heard()).toEqual(['items 4'])
  slow.holdBack(5_000)
  await slow.ping()
  expect([slow.closed(), app.closed()]).toEqual(['tooSlow', null])
})

test('[S8] open invitations are limited; used, ended and expired ones do not count', async () => {
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
  await app.append(plan.entry(worker)) // and entries are still accepted
  expect(app.heard()).toEqual(['committed 6'])

  const guest = await createTestPerson()
  await app.append(await plan.join(one.link, guest))
  expect([(await invite()).answer, (await invite()).answer]).toEqual(['committed 8', 'refused workspace-full'])
  await app.append(await plan.epoch(worker, { invitations: [two.link.locator] }))
  expect([(await invite()).answer, (await invite()).answer]).toEqual(['committed 10', 'refused workspace-full'])
  clock.now += 1_000
  expect((await invite()).answer).toBe('committed 11')
})

test('[S8] the invitations that one workspace ever has are limited; its members go on', async () => {
  const { plan, worker, connected } = await createCircle({ limits: { invitations: 3 } }) // the resident's own invitation was the first
  const app = await connected(worker)
  const links = [await createTestInvitation(), await createTestInvitation(), await createTestInvitation()] as const
  for (const link of links.slice(0, 2)) {
    await app.append(await plan.invite(worker, link), await plan.epoch(worker, { invitations: [link.locator] }))
  }
  const before = plan.chain()
  await app.append(await plan.invite(worker, links[2]))
  plan.goBackTo(before)
  await app.append(await plan.epoch(worker), plan.entry(worker))
  expect(app.heard().slice(-3)).toEqual(['refused workspace-full', 'committed 8', 'committed 9'])
})
