/** The bound on bytes that wait for their commit, over all workspaces (S8). */
import { expect, test } from 'vitest'
import type { LimitName } from './limits/limits.ts'
import type { Store } from './storage/store.ts'
import { createTestApp, type TestApp } from './testing/app.ts'
import { createCircle } from './testing/circle.ts'
import { createTestPerson, createTestWorkspace, type TestWorkspace } from './testing/people.ts'
import { createSlowStore } from './testing/slow-store.ts'
import { NO_OBSERVER } from './workspace/relay-observer.ts'
import { HOLD_MS } from './workspace/intake.ts'

const setUp = async (change: (store: Store) => Store = (store) => store) => {
  const slow = createSlowStore()
  const met: LimitName[] = []
  const observer = { ...NO_OBSERVER, met: (limit: LimitName) => void met.push(limit) }
  const limits = { allWaitingBytes: 10_000 }
  const { plan, worker, relay, clock, connected } = await createCircle({ store: change(slow.store), limits, observer })
  const other = await createTestPerson()
  const elsewhere = await createTestWorkspace(other)
  const comeIn = async (): Promise<TestApp> => {
    const app = createTestApp(relay)
    await app.hello(other, elsewhere.id, { root: elsewhere.root })
    app.heard()
    return app
  }
  const large = (of: TestWorkspace, by = worker) => of.entry(by, 'x'.repeat(8_000))
  return { slow, met, plan, worker, clock, connected, other, elsewhere, comeIn, large }
}

test('[S8] waiting bytes are bounded for everybody together, and a commit makes room', async () => {
  const { slow, met, plan, worker, clock, connected, other, elsewhere, comeIn, large } = await setUp()
  const [app, neighbour] = [await connected(worker), await comeIn()]
  slow.slowDown()
  const first = app.append(large(plan))
  await slow.stuck
  app.connection.closed() // its entry still waits
  const second = neighbour.append(large(elsewhere, other))
  slow.letThrough()
  await Promise.all([first, second])
  expect([neighbour.heard(), met]).toEqual([['refused rate'], ['allWaitingBytes']])
  clock.now += HOLD_MS
  const third = neighbour.append(large(elsewhere, other))
  await expect.poll(() => slow.waiting.length).toBe(1)
  slow.letThrough()
  await third
  expect(neighbour.heard()).toEqual(['committed 2'])
}, 10_000)

test('[S8] bytes that a failing store never committed do not wait any more', async () => {
  let fails = false
  const { met, plan, worker, connected, elsewhere, other, comeIn, large } = await setUp((store) => ({
    ...store,
    append: async (requests) => {
      if (fails) throw new Error('the disk is gone')
      return store.append(requests)
    },
  }))
  const app = await connected(worker)
  fails = true
  await app.append(large(plan))
  expect(app.closed()).toBe('overloaded')
  fails = false
  const neighbour = await comeIn()
  await neighbour.append(large(elsewhere, other))
  expect([neighbour.heard(), met]).toEqual([['committed 2'], []])
})
