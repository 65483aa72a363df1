/** Two relays on one PostgreSQL, as two processes have them: each with a store of its own, and nothing else shared. */
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { MAX_WRONG_HELLOS } from '#shared/protocol/limits.ts'
import { openPostgresStore } from './storage/postgres/open-postgres.ts'
import type { Store } from './storage/store.ts'
import { createTestApp, type TestApp } from './testing/app.ts'
import { createCircle, createTestRelay } from './testing/circle.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace, type TestPerson } from './testing/people.ts'
import { type PostgresServer, startPostgres } from './testing/postgres.ts'
import { describeShares } from './workspace/shares.contract.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  return () => server.remove()
})

const openStore = async () => {
  const store = await openPostgresStore(url)
  onTestFinished(() => store.close())
  return store
}
describeShares('PostgreSQL', async () => {
  const store = await openPostgresStore(await server.createDatabase())
  onTestFinished(() => store.close())
  return store
})

/** A worker on relay A and a resident on relay B, in the same plan. */
const setUp = async (change: Partial<Store> = {}) => {
  const a = await createCircle({ store: await openStore() })
  const store = await openStore()
  let gated: Promise<void> | null = null
  const append: Store['append'] = async (requests) => {
    await gated
    return store.append(requests)
  }
  const b = createTestRelay({ store: { ...store, append, ...change } })
  /** Blocks relay B's appends until the result is called. */
  const gate = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gated = promise
    return resolve
  }
  const { plan, worker, resident } = a
  const comeIn = async (relay: typeof a.relay, person: TestPerson): Promise<TestApp> => {
    const app = createTestApp(relay)
    await app.hello(person, plan.id)
    app.heard()
    return app
  }
  const [one, other] = [await comeIn(a.relay, worker), await comeIn(b.relay, resident)]
  expect([one.closed(), other.closed()]).toEqual([null, null])
  return { plan, worker, resident, a: a.relay, b: b.relay, comeIn, one, other, gate, errors: [a.errors, b.errors] }
}
/** Drops both relays' listening connections. */
const dropListening = () =>
  server.asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'weef listening' AND pid <> pg_backend_pid()`,
    url,
  )
const items = (app: TestApp): readonly string[] =>
  app.frames.flatMap((frame) => {
    if (frame.type === 'items') return frame.items.map(({ bytes }, at) => `${frame.firstSeq + at} ${Buffer.from(bytes).toString('base64')}`) // prettier-ignore
    return []
  })
const eventually = (check: () => unknown) => expect.poll(check, { interval: 5 })

test('[S3] people on two relays write at once: everything is numbered once, and everybody receives it in one order', async () => {
  const { plan, worker, resident, one, other, a, comeIn, errors } = await setUp()
  const rounds = Array.from({ length: 30 }, (_, round) => round)
  await Promise.all([
    ...rounds.map((round) => one.append(plan.entry(worker, `worker ${round}`))),
    ...rounds.map((round) => other.append(plan.entry(resident, `resident ${round}`))),
  ])
  const numbers = (app: TestApp): readonly number[] =>
    app.frames.flatMap((frame) => {
      if (frame.type === 'items') return frame.items.map((_, at) => frame.firstSeq + at)
      return frame.type === 'committed' ? [frame.seq] : []
    })
  const all = Array.from({ length: 63 }, (_, at) => at + 1)
  await eventually(() => [numbers(one), numbers(other)]).toEqual([all, all])
  const late = await comeIn(a, worker)
  const log = items(late)
  expect(log).toHaveLength(63)
  for (const heard of [...items(one), ...items(other)]) expect(log).toContain(heard)
  expect(errors).toEqual([[], []])
})

test('[S7] a removal on one relay closes the sockets on the other, after that record', async () => {
  const { plan, worker, resident, one, other } = await setUp()
  await one.append(await plan.epoch(worker, { persons: [resident.id] }), plan.entry(worker))
  await eventually(() => other.closed()).toBe('removed')
  expect(other.heard()).toEqual(['items 4'])
})

test('[S7] so does a removal that is followed at once by a close', async () => {
  const { plan, worker, resident, one, other, b, comeIn } = await setUp()
  const stays = await comeIn(b, worker)
  await one.append(await plan.epoch(worker, { persons: [resident.id] }), await plan.close(worker))
  await eventually(() => other.closed()).toBe('removed')
  expect(other.heard()).toEqual(['items 4'])
  await eventually(() => stays.heard().at(-1)).toMatch(/^items (4-)?5$/)
})

test('an item judged by an older record is judged again by the newer one', async () => {
  const { plan, worker, resident, one, other, gate } = await setUp()
  const letThrough = gate()
  const appended = other.append(plan.entry(resident, 'of the first key'))
  await one.append(await plan.epoch(worker))
  letThrough()
  await appended
  expect(other.heard()).toEqual(['items 4', 'refused not-allowed'])
})

test('[R2] of two records taken by two relays at the same moment, one stands and the other is refused', async () => {
  const { plan, worker, resident, one, other } = await setUp()
  const chain = plan.chain()
  const first = await plan.epoch(worker)
  plan.goBackTo(chain)
  const second = await plan.epoch(resident)
  await Promise.all([one.append(first), other.append(second)])
  const answers = [...one.heard(), ...other.heard()].filter((heard) => !heard.startsWith('items')).sort()
  expect(answers).toEqual(['committed 4', 'refused invalid'])
})

test('a workspace that is created on two relays at once is created once', async () => {
  const { a, b } = await setUp()
  const anna = await createTestPerson()
  const plan = await createTestWorkspace(anna)
  const apps = [createTestApp(a), createTestApp(b)]
  await Promise.all(apps.map((app) => app.hello(anna, plan.id, { root: plan.root })))
  expect(apps.map((app) => app.heard())).toEqual([['items 1', 'live 1'], ['items 1', 'live 1']]) // prettier-ignore
})

test('a person who has just joined on one relay is known on the other at once, even without a notification', async () => {
  const { plan, worker, one, b } = await setUp()
  for (let round = 0; round < 5; round += 1) {
    const [link, friend] = [await createTestInvitation(), await createTestPerson()]
    await dropListening()
    await one.append(await plan.invite(worker, link), await plan.join(link, friend))
    const app = createTestApp(b)
    await app.hello(friend, plan.id)
    expect(app.closed()).toBeNull()
  }
})

test('[S6] wrong codes are counted together, on whatever relay they are tried', async () => {
  const bothLookAtOnce = { wrongHellos: async () => 0 }
  const { plan, worker, one, a, b } = await setUp(bothLookAtOnce)
  const [link, guesser] = [await createTestInvitation(), await createTestPerson()]
  await one.append(await plan.invite(worker, link))
  const guess = async (relay: typeof a, signer?: TestPerson) => {
    const app = createTestApp(relay)
    await app.hello(link, plan.id, signer === undefined ? {} : { signer })
    return app.closed()
  }
  const guesses = Array.from({ length: 2 * MAX_WRONG_HELLOS }, (_, at) => guess([a, b][at % 2] ?? a, guesser))
  const closes = await Promise.all(guesses)
  expect(closes.filter((close) => close === 'wrongCode')).toHaveLength(MAX_WRONG_HELLOS)
  expect(await guess(b)).toBe('locked')
})

test("people on two relays see each other's presence, but nobody sees a removed member's", async () => {
  const { plan, worker, resident, one, other, b, comeIn } = await setUp()
  const listening = "application_name = 'weef listening' AND state = 'idle' AND query ~ 'LISTEN|notify'"
  await eventually(() => server.asSuperuser(`SELECT FROM pg_stat_activity WHERE ${listening}`)).toHaveLength(2)
  await one.presence(0, 'here')
  await other.presence(0, 'there')
  await eventually(() => other.heard()).toEqual(['presence here'])
  await eventually(() => one.heard()).toEqual(['presence there'])
  await other.presence(0, 'gone')
  await one.append(await plan.epoch(worker, { persons: [resident.id] }))
  await (await comeIn(b, worker)).presence(1, 'later') // takes the same way as the first
  await eventually(() => one.heard().at(-1)).toBe('presence later')
  expect(one.frames.filter(({ type }) => type === 'presence')).toHaveLength(2)
})

test('a relay whose listening connection is dropped polls, and listens again', async () => {
  const { plan, worker, one, other } = await setUp()
  for (let round = 0; round < 3; round += 1) {
    expect((await dropListening()).length).toBeGreaterThan(0)
    await one.append(plan.entry(worker))
    await eventually(() => other.heard()).toEqual([`items ${4 + round}`])
  }
})

test('a restarted server is found again; acknowledged items are stored', async () => {
  const { plan, worker, one, a, b, comeIn, resident } = await setUp()
  await one.append(plan.entry(worker, 'before'))
  await server.stop()
  await one.append(plan.entry(worker, 'meanwhile'))
  expect(one.closed()).toBe('overloaded')
  await server.start()
  const again = await comeIn(a, worker)
  await again.append(plan.entry(worker, 'after'))
  const [heard] = again.heard()
  expect(heard).toMatch(/^committed [56]$/)
  await eventually(async () => items(await comeIn(b, resident)).length).toBeGreaterThan(4)
})
