import { describe, expect, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { MAX_HELLO_BYTES, MAX_WRONG_HELLOS } from '#shared/protocol/limits.ts'
import { nextLogHash, firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { createMemoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'
import { createTestApp, type HelloChange, signedHello } from '../testing/app.ts'
import { createCircle, createTestRelay } from '../testing/circle.ts'
import {
  createTestInvitation,
  createTestPerson,
  createTestWorkspace,
  type TestInvitation,
  type TestPerson,
} from '../testing/people.ts'

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('the challenge is sent at once, with a different nonce for each connection', async () => {
  const { relay } = createTestRelay()
  const [a, b] = [createTestApp(relay), createTestApp(relay)]
  await a.connection.idle()
  expect(a.frames[0]).toMatchObject({ type: 'challenge', version: 1, limits: { itemBytes: 4 * 1024 * 1024 } })
  expect(a.frames[0]).not.toEqual(b.frames[0])
})

describe('[S1] every non-member gets the same answer', () => {
  const cases: Record<
    string,
    (circle: Awaited<ReturnType<typeof createCircle>>) => Promise<HelloChange & { as?: TestPerson | TestInvitation }>
  > = {
    'a stranger': async () => ({ as: await createTestPerson() }),
    'a workspace that does not exist': async ({ worker }) => ({ workspace: (await createTestWorkspace(worker)).id }),
    'a member, by another key': async () => ({ signer: await createTestPerson() }),
    'a member, for another relay': async () => ({ origin: 'https://evil.test' }),
    'an invitation that was never made': async () => ({ as: await createTestInvitation() }),
    'somebody who was removed, by another key': async ({ plan, worker, resident, connected }) => {
      await (await connected(worker)).append(await plan.epoch(worker, { persons: [resident.id] }))
      return { as: resident, signer: worker }
    },
  }
  for (const [name, make] of Object.entries(cases)) {
    test(name, async () => {
      const circle = await createCircle()
      const { as = circle.worker, workspace = circle.plan.id, ...change } = await make(circle)
      const app = createTestApp(circle.relay)
      await app.hello(as, workspace, change)
      expect([app.heard(), app.closed()]).toEqual([[], 'unknown'])
    })
  }
})

test('[S1] a hello is valid for one connection only', async () => {
  const { relay, plan, worker } = await createCircle()
  const [a, b] = [createTestApp(relay), createTestApp(relay)]
  await a.connection.idle()
  const hello = await signedHello(a.frames[0], worker, plan.id)
  b.connection.receive(hello)
  await b.connection.idle()
  expect(b.closed()).toBe('unknown')
  a.connection.receive(hello)
  await a.connection.idle()
  expect(a.closed()).toBeNull()
})

test('[S1] anything but one hello before admission ends the connection', async () => {
  const { relay, plan, worker } = await createCircle()
  const [big, early, twice] = [createTestApp(relay), createTestApp(relay), createTestApp(relay)]
  big.connection.receive(new Uint8Array(MAX_HELLO_BYTES + 1))
  await early.ping()
  await twice.hello(worker, plan.id)
  twice.connection.receive(await signedHello(twice.frames[0], worker, plan.id))
  expect([big.closed(), early.closed(), twice.closed()]).toEqual(['malformed', 'malformed', 'malformed'])
})

test('frames that arrive while the hello is checked are handled afterwards, in order', async () => {
  const { relay, plan, worker } = await createCircle()
  const app = createTestApp(relay)
  await app.connection.idle()
  const hello = await signedHello(app.frames[0], worker, plan.id)
  app.connection.receive(concatBytes(hello, encodeAppFrame({ type: 'append', item: plan.entry(worker) })))
  await app.connection.idle()
  expect(app.heard()).toEqual(['challenge', 'items 1-3', 'live 3', 'committed 4'])
})

test('[S11] another protocol version is told to update the app, whatever the layout of its hello', async () => {
  const { relay, plan, worker } = await createCircle()
  const [signed, strange] = [createTestApp(relay), createTestApp(relay)]
  await signed.hello(worker, plan.id, { version: 2 })
  strange.connection.receive(Uint8Array.of(0, 9, 1, 2, 3))
  expect([signed.closed(), strange.closed()]).toEqual(['outdatedApp', 'outdatedApp'])
})

test('a device continues from its head; one with another log, or a longer one, is told so (C3)', async () => {
  const { relay, plan, worker, store } = await createCircle()
  const items = await store.read(plan.id, { after: 0, maxItems: 9, maxBytes: 9_999, recordsOnly: false })
  const hash = items.slice(0, 2).reduce((before, { bytes }) => nextLogHash(before, bytes), firstLogHash(plan.id))
  const [same, other, more] = [createTestApp(relay), createTestApp(relay), createTestApp(relay)]
  await same.hello(worker, plan.id, { since: 2, logHash: shortHash(hash) })
  await other.hello(worker, plan.id, { since: 2, logHash: new Uint8Array(16) })
  await more.hello(worker, plan.id, { since: 4, logHash: shortHash(hash) })
  expect(same.heard()).toEqual(['items 3', 'live 3'])
  expect([same.closed(), other.closed(), more.closed()]).toEqual([null, 'logDiffers', 'logDiffers'])
})

test('[S6] wrong codes are counted in the store, concurrent ones too, and lock the invitation', async () => {
  const { relay, plan, worker, connected, store, clock } = await createCircle()
  const [link, guesser] = [await createTestInvitation(), await createTestPerson()]
  await (await connected(worker)).append(await plan.invite(worker, link))
  const guess = async (signer: typeof guesser | typeof link, at = relay) => {
    const app = createTestApp(at)
    await app.hello(link, plan.id, { signer })
    return app.closed()
  }
  const guesses = await Promise.all(Array.from({ length: MAX_WRONG_HELLOS + 1 }, () => guess(guesser)))
  expect(guesses.sort()).toEqual(['locked', ...Array.from({ length: MAX_WRONG_HELLOS }, () => 'wrongCode')])
  expect(await guess(link)).toBe('locked')
  const restarted = createTestRelay({ store, now: () => clock.now }).relay
  expect(await guess(link, restarted)).toBe('locked')
})

test('[S6] a used, cancelled or expired invitation says so, but only to its holder', async () => {
  const { relay, plan, worker, connected, clock } = await createCircle()
  const [used, cancelled, expired] = await Promise.all([1, 2, 3].map(createTestInvitation))
  const [owner, visitor] = [await connected(worker), await createTestPerson()]
  if (used === undefined || cancelled === undefined || expired === undefined) throw new Error('three were made')
  await owner.append(await plan.invite(worker, used), await plan.join(used, visitor))
  await owner.append(await plan.invite(worker, cancelled))
  await owner.append(await plan.epoch(worker, { invitations: [cancelled.locator] }))
  await owner.append(await plan.invite(worker, expired, { expiresAt: clock.now }))
  const closes = async (invitation: TestInvitation, change?: HelloChange) => {
    const app = createTestApp(relay)
    await app.hello(invitation, plan.id, change)
    return app.closed()
  }
  expect(await closes(used)).toBe('invitationUsed')
  expect(await closes(cancelled)).toBe('invitationCancelled')
  expect(await closes(expired)).toBe('invitationExpired')
  await owner.append(await plan.epoch(worker, { invitations: [expired.locator] }))
  expect(await closes(expired)).toBe('invitationExpired')
  expect(await closes(used, { signer: visitor })).toBe('wrongCode')
})

test("a new device asks for its person's workspaces, and may then only ping", async () => {
  const { relay, plan, worker, resident } = await createCircle()
  const home = await createTestWorkspace(resident)
  const first = createTestApp(relay)
  await first.hello(resident, home.id, { root: home.root })
  const app = createTestApp(relay)
  await app.hello(resident, null)
  await app.ping()
  expect(app.heard()).toEqual(['workspaces 2', 'pong'])
  expect(app.frames.at(-2)).toEqual({ type: 'workspaces', ids: [plan.id, home.id] })
  await app.append(plan.entry(resident))
  expect(app.closed()).toBe('malformed')

  const [stranger, thief] = [createTestApp(relay), createTestApp(relay)]
  await stranger.hello(await createTestPerson(), null)
  await thief.hello(worker, null, { signer: resident })
  expect([stranger.closed(), thief.closed()]).toEqual(['unknown', 'unknown'])
})

test('a hello with a root creates its workspace, once, and only for its own author', async () => {
  const { relay, store } = createTestRelay()
  const [anna, bilal] = [await createTestPerson(), await createTestPerson()]
  const [plan, other] = [await createTestWorkspace(anna), await createTestWorkspace(anna)]
  const begin = async (as: TestPerson, change: HelloChange) => {
    const app = createTestApp(relay)
    await app.hello(as, plan.id, change)
    return [app.heard(), app.closed()]
  }
  const forged = plan.root.slice()
  forged[forged.length - 1] = (forged[forged.length - 1] ?? 0) ^ 1
  const refused = [[], 'unknown']
  expect(await begin(bilal, { root: plan.root })).toEqual(refused)
  expect(await begin(anna, { root: other.root })).toEqual(refused)
  expect(await begin(anna, { root: forged })).toEqual(refused)
  expect(await begin(anna, { root: plan.root, signer: bilal })).toEqual(refused)
  expect(await store.head(plan.id)).toBeNull()
  const both = await Promise.all([begin(anna, { root: plan.root }), begin(anna, { root: plan.root })])
  expect(both).toEqual([[['items 1', 'live 1'], null], [['items 1', 'live 1'], null]]) // prettier-ignore
  expect((await store.head(plan.id))?.seq).toBe(1)
})

test('a hello for a workspace that is being created does not hide it from its creator', async () => {
  const store = createMemoryStore()
  const [gate, atGate, begun] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ]
  let isFirst = true
  const head: Store['head'] = async (workspace) => {
    const found = await store.head(workspace)
    if (isFirst) {
      isFirst = false
      atGate.resolve()
      await gate.promise
    }
    return found
  }
  const append: Store['append'] = (requests) => store.append(requests).finally(begun.resolve)
  const { relay } = createTestRelay({ store: { ...store, head, append } })
  const anna = await createTestPerson()
  const plan = await createTestWorkspace(anna)
  const [early, starter] = [createTestApp(relay), createTestApp(relay)]
  await starter.connection.idle()
  const root = await signedHello(starter.frames[0], anna, plan.id, { root: plan.root })
  const asking = early.hello(anna, plan.id)
  await atGate.promise
  starter.connection.receive(root)
  await begun.promise
  await new Promise((resolve) => setImmediate(resolve)) // and the creator has asked for the workspace as well
  gate.resolve()
  await asking
  expect([early.closed(), starter.heard()]).toEqual(['unknown', ['challenge', 'items 1', 'live 1']])
})

test('[S8] the workspaces that one address creates in an hour are limited; members are admitted all the same', async () => {
  const { relay, clock } = createTestRelay({ limits: { newWorkspaces: 3 } })
  const anna = await createTestPerson()
  const begin = async (address: string) => {
    const plan = await createTestWorkspace(anna)
    const app = createTestApp(relay, address)
    await app.hello(anna, plan.id, { root: plan.root })
    return app.closed()
  }
  for (let n = 0; n < 3; n += 1) expect(await begin('office')).toBeNull()
  expect(await begin('office')).toBe('overloaded')
  expect(await begin('elsewhere')).toBeNull()
  clock.now += 60 * 60_000
  expect(await begin('office')).toBeNull()
})

test('[R1] a person who reconnects gets their state back: the chain is read from the store', async () => {
  const { plan, worker, store, connected } = await createCircle()
  const app = await connected(worker)
  await app.append(plan.entry(worker))
  const { relay } = createTestRelay({ store })
  const again = createTestApp(relay)
  await again.hello(worker, plan.id)
  await again.append(plan.entry(worker))
  expect(again.heard()).toEqual(['items 1-4', 'live 4', 'committed 5'])
  expect(
    hexOf((again.frames.find((frame) => frame.type === 'live') ?? { logHash: new Uint8Array(0) }).logHash),
  ).toHaveLength(32)
})
