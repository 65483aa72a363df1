/** Full logs and disks (S8): what is refused, and what is still taken. */
import { expect, test } from 'vitest'
import { createMemoryStore } from './storage/memory.ts'
import type { Store } from './storage/store.ts'
import { createTestApp } from './testing/app.ts'
import { createCircle } from './testing/circle.ts'
import { createTestWorkspace } from './testing/people.ts'
import { HOLD_MS } from './workspace/intake.ts'

const many = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make)

test("[S8] a workspace's items are limited; records still find room", async () => {
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

test('[S8] entries sent behind a longer one that found no room are refused with it', async () => {
  const { plan, worker, connected } = await createCircle({ limits: { logBytes: 8_000 } })
  const app = await connected(worker)
  await app.append(plan.entry(worker), plan.entry(worker, 'x'.repeat(9_000)), plan.entry(worker))
  await app.append(plan.entry(worker))
  expect(app.heard()).toEqual(['committed 4', ...many(3, () => 'refused workspace-full')])
})

test('[S8] so is a shorter entry that waits while the disk has no room for a longer one', async () => {
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

test('[S8] a relay without room serves reads: records are taken, entries and new workspaces are not, until there is room', async () => {
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
