/** A relay in memory and the people of one plan, for tests. The clock stands still until a test moves it. */
import { createRelay, type Relay, type RelayOptions } from '../relay/relay.ts'
import { createMemoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'
import { createTestApp, TEST_ORIGIN, type TestApp } from './app.ts'
import {
  createTestInvitation,
  createTestPerson,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
} from './people.ts'

export type Circle = {
  readonly store: Store
  readonly clock: { now: number }
  readonly relay: Relay
  /** Errors that the relay reported; a test that expects none checks that it is empty. */
  readonly errors: unknown[]
  readonly plan: TestWorkspace
  readonly worker: TestPerson
  readonly resident: TestPerson
  /** The log so far: root, invite, join of the resident as editor. Three items, epoch 0. */
  readonly head: 3
  connected(as: TestPerson): Promise<TestApp>
}

export const createTestRelay = (options: Partial<RelayOptions> = {}) => {
  const clock = { now: 1_000_000 }
  const errors: unknown[] = []
  const store = options.store ?? createMemoryStore()
  const relay = createRelay({
    store,
    now: () => clock.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    origins: [TEST_ORIGIN],
    report: (error) => errors.push(error),
    ...options,
  })
  return { relay, store, clock, errors }
}

export const createCircle = async (options: Partial<RelayOptions> = {}): Promise<Circle> => {
  const { relay, store, clock, errors } = createTestRelay(options)
  const [worker, resident, link] = await Promise.all([createTestPerson(), createTestPerson(), createTestInvitation()])
  const plan = await createTestWorkspace(worker)
  const app = createTestApp(relay)
  await app.hello(worker, plan.id, { root: plan.root })
  await app.append(await plan.invite(worker, link), await plan.join(link, resident))
  app.connection.closed()
  const connected = async (as: TestPerson): Promise<TestApp> => {
    const other = createTestApp(relay)
    await other.hello(as, plan.id)
    if (other.closed() !== null) throw new Error(`not let in: ${other.closed()}`)
    other.heard()
    return other
  }
  return { store, clock, relay, errors, plan, worker, resident, head: 3, connected }
}
