import { expect, test } from 'vitest'
import { MAX_WRONG_HELLOS } from '#shared/protocol/limits.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { createMemoryStore } from '../storage/memory.ts'
import type { AppendResult, Store } from '../storage/store.ts'
import { createTestApp } from '../testing/app.ts'
import { createCircle } from '../testing/circle.ts'
import { createTestInvitation, createTestPerson } from '../testing/people.ts'
import { createSlowStore } from '../testing/slow-store.ts'
import { HOLD_MS } from './intake.ts'

test('[S8] a full workspace refuses entries but takes records: a member can be removed', async () => {
  const { plan, worker, resident, connected, store, clock } = await createCircle({
    limits: { itemBytes: 4_000, logBytes: 3_000 },
  })
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'x'.repeat(4_000)), plan.entry(worker, 'x'.repeat(2_500)))
  expect(app.heard()).toEqual(['refused too-large', 'refused workspace-full'])
  clock.now += HOLD_MS
  const { bytes } = (await store.head(plan.id)) ?? { bytes: 0 }
  const rest = 3_000 - bytes - plan.entry(worker, 'x'.repeat(200)).length
  await app.append(plan.entry(worker, 'x'.repeat(200 + rest)), plan.entry(worker))
  await app.append(await plan.epoch(worker, { persons: [resident.id] }))
  expect(app.heard()).toEqual(['committed 4', 'refused workspace-full', 'committed 5'])
  expect((await store.head(plan.id))?.bytes).toBeGreaterThan(3_000)
})

test('[S8] a full disk refuses, in order, and loses nothing that was acknowledged', async () => {
  const store = createMemoryStore()
  let full = false
  const append: Store['append'] = async (requests) =>
    full ? requests.map((): AppendResult => ({ ok: false, reason: 'full' })) : store.append(requests)
  const { plan, worker, connected, clock } = await createCircle({ store: { ...store, append } })
  const app = await connected(worker)
  full = true
  await app.append(plan.entry(worker), Uint8Array.of(1), plan.entry(worker))
  full = false
  clock.now += HOLD_MS
  await app.append(plan.entry(worker))
  expect(app.heard()).toEqual(['refused relay-full', 'refused malformed', 'refused relay-full', 'committed 4'])
})

test('a failing store ends the connections that it hit, and they can reconnect', async () => {
  const store = createMemoryStore()
  let fails = false
  const append: Store['append'] = async (requests) => {
    if (fails) throw new Error('the disk is gone')
    return store.append(requests)
  }
  const { plan, worker, connected, errors } = await createCircle({ store: { ...store, append } })
  const app = await connected(worker)
  fails = true
  await app.append(plan.entry(worker), plan.entry(worker))
  expect([app.heard(), app.closed(), errors.length]).toEqual([[], 'overloaded', 1])
  fails = false
  const again = await connected(worker)
  await again.append(plan.entry(worker))
  expect(again.heard()).toEqual(['committed 4'])
})

test('items and records that another relay appended are read, judged by, and forwarded', async () => {
  const { plan, worker, resident, connected, store } = await createCircle()
  const [a, b] = [await connected(worker), await connected(resident)]
  const foreign = { workspace: plan.id, expectedRecord: 2, receivedAt: 5, joined: [], ended: [] }
  await store.append([{ ...foreign, items: [plan.entry(resident)] }])
  await a.append(plan.entry(worker))
  expect([a.heard(), b.heard()]).toEqual([['items 4', 'committed 5'], ['items 4-5']])
  const old = plan.entry(worker)
  await store.append([{ ...foreign, items: [await plan.epoch(resident)] }])
  await a.append(old, plan.entry(worker))
  expect(a.heard()).toEqual(['items 6', 'refused not-allowed', 'committed 7'])
  expect(b.heard()).toEqual(['items 6', 'items 7'])
})

test('nobody reads past the announced head: beyond it may be an own item, or a record that ends the connection', async () => {
  const { plan, worker, resident, connected, store } = await createCircle()
  const [author, slow] = [await connected(worker), await connected(resident)]
  slow.holdBack(DEFAULT_LIMITS.unsentBytes + 1)
  await author.append(plan.entry(worker))
  const foreign = { workspace: plan.id, expectedRecord: 2, receivedAt: 5, joined: [], ended: [] }
  await store.append([{ ...foreign, items: [plan.entry(resident)] }])
  slow.holdBack(0)
  await slow.connection.idle()
  expect(slow.heard()).toEqual(['items 4'])
  await author.append(plan.entry(worker))
  expect(slow.heard()).toEqual(['items 5-6'])
})

test('a relay that stops finishes what it has, and asks everybody to reconnect later', async () => {
  const { plan, worker, relay, connected } = await createCircle()
  const app = await connected(worker)
  void app.append(plan.entry(worker))
  await relay.stop()
  expect([app.heard(), app.closed()]).toEqual([['committed 4'], 'restart'])
})

test('a stopping relay takes nothing new, and acknowledges what it still wrote', async () => {
  const slow = createSlowStore()
  const { plan, worker, relay, connected } = await createCircle({ store: slow.store })
  const app = await connected(worker)
  slow.slowDown()
  void app.append(plan.entry(worker))
  await slow.stuck
  const stopped = relay.stop()
  void app.append(plan.entry(worker))
  slow.letThrough()
  await stopped
  expect([app.heard(), app.closed(), (await slow.store.head(plan.id))?.seq]).toEqual([['committed 4'], 'restart', 4])
})

test('a connection admitted while the store fails is closed as well, not left with a discarded workspace', async () => {
  const store = createMemoryStore()
  const [gate, atGate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let [fails, waits] = [false, false]
  const { plan, worker, resident, relay, connected } = await createCircle({
    store: {
      ...store,
      append: async (requests) => (fails ? Promise.reject(new Error('the disk is gone')) : store.append(requests)),
      logHashAt: async (workspace, seq) => {
        if (waits) {
          atGate.resolve()
          await gate.promise
        }
        return store.logHashAt(workspace, seq)
      },
    },
  })
  const author = await connected(worker)
  ;[fails, waits] = [true, true]
  const late = createTestApp(relay)
  const coming = late.hello(resident, plan.id)
  await atGate.promise
  void author.append(plan.entry(worker))
  await expect.poll(() => [author.closed(), late.closed()]).toEqual(['overloaded', null])
  gate.resolve()
  await coming
  expect(late.closed()).toBe('overloaded')
})

test('[S6] wrong codes count even while the disk is full', async () => {
  const store = createMemoryStore()
  const countWrongHello = (): Promise<number> => Promise.reject(new Error('full'))
  const { relay, plan, worker, connected } = await createCircle({ store: { ...store, countWrongHello } })
  const [link, guesser] = [await createTestInvitation(), await createTestPerson()]
  await (await connected(worker)).append(await plan.invite(worker, link))
  const closes: unknown[] = []
  for (const signer of [...Array.from({ length: MAX_WRONG_HELLOS }, () => guesser), link]) {
    const app = createTestApp(relay)
    await app.hello(link, plan.id, { signer })
    closes.push(app.closed())
  }
  expect(closes).toEqual([...Array.from({ length: MAX_WRONG_HELLOS }, () => 'wrongCode'), 'locked'])
})
