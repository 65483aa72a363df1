import { expect, test } from 'vitest'
import { eraseItem } from '#shared/protocol/log.ts'
import { MAX_SEEN_AGE } from '#shared/protocol/limits.ts'
import { createMemoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'
import { createTestApp } from '../testing/app.ts'
import { createCircle } from '../testing/circle.ts'
import { createSlowStore } from '../testing/slow-store.ts'
import { createTestWorkspace } from '../testing/people.ts'

test('[S3] the author is told the number and the others get the item, both only after it is on disk', async () => {
  const slow = createSlowStore()
  const { plan, worker, resident, connected } = await createCircle({ store: slow.store })
  const [author, other] = [await connected(worker), await connected(resident)]
  slow.slowDown()
  void author.append(plan.entry(worker, 'one'), plan.entry(worker, 'two'))
  await slow.stuck
  expect([slow.waiting.length, author.heard(), other.heard()]).toEqual([1, [], []])
  slow.letThrough()
  await author.connection.idle()
  expect(author.heard()).toEqual(['committed 4', 'committed 5'])
  expect(other.heard()).toEqual(['items 4-5'])
})

test('[S3] what two people send in one turn is one commit', async () => {
  const store = createMemoryStore()
  const sizes: number[] = []
  const append: Store['append'] = (requests) => {
    sizes.push(...requests.map(({ items }) => items.length))
    return store.append(requests)
  }
  const { plan, worker, resident, connected } = await createCircle({ store: { ...store, append } })
  const [a, b] = [await connected(worker), await connected(resident)]
  sizes.length = 0
  await Promise.all([a.append(plan.entry(worker)), b.append(plan.entry(resident), plan.entry(resident))])
  expect(sizes).toEqual([3])
  expect(a.heard()).toEqual(['committed 4', 'items 5-6'])
  expect(b.heard()).toEqual(['items 4', 'committed 5', 'committed 6'])
})

test('[S2] an entry is judged by its header alone: author, writer, epoch, workspace, and the age of what it has seen', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const app = await connected(resident)
  const other = await createTestWorkspace(resident)
  const hash = new Uint8Array(16)
  await app.append(
    plan.entry(worker),
    plan.entry(resident, '', { epoch: 1 }),
    other.entry(resident),
    plan.entry(resident, '', { seen: { number: 4, hash } }),
    Uint8Array.of(1, 2, 3),
    Uint8Array.of(2, 2, 3),
    new Uint8Array(0),
    plan.entry(resident, '', { seen: { number: 3, hash } }),
  )
  expect(app.heard()).toEqual([
    'refused not-allowed', // another author
    'refused not-allowed', // another epoch
    'refused not-allowed', // another workspace
    'refused stale', // has seen an item that does not exist yet
    'refused malformed',
    'refused malformed', // an erased entry
    'refused malformed',
    'committed 4',
  ])
})

test('[S2] an entry whose author has not read the last thousand items is refused as stale', async () => {
  const { plan, worker, connected, clock } = await createCircle()
  const app = await connected(worker)
  for (let n = 0; n < MAX_SEEN_AGE + 2; n += 1) {
    clock.now += 1_000
    await app.append(plan.entry(worker, '', { seen: { number: 3 + n, hash: new Uint8Array(16) } }))
  }
  app.heard()
  const head = 3 + MAX_SEEN_AGE + 2
  const seen = (number: number) => ({ seen: { number, hash: new Uint8Array(16) } })
  await app.append(plan.entry(worker, '', seen(head - MAX_SEEN_AGE - 1)))
  await app.append(plan.entry(worker, '', seen(head - MAX_SEEN_AGE)))
  expect(app.heard()).toEqual(['refused stale', `committed ${head + 1}`])
})

test('[S2] a reader cannot write, and neither can anybody with the previous key', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [owner, reader] = [await connected(worker), await connected(resident)]
  const before = plan.entry(worker)
  await owner.append(await plan.role(worker, resident.id, 'reader'), await plan.epoch(worker))
  await reader.append(plan.entry(resident))
  await owner.append(before)
  expect(reader.heard()).toEqual(['items 4', 'items 5', 'refused not-allowed'])
  expect(owner.heard()).toEqual(['committed 4', 'committed 5', 'refused not-allowed'])
})

test('[R1] of two records that follow the same one, the first counts; the loser reads and tries again', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [a, b] = [await connected(worker), await connected(resident)]
  const before = plan.chain()
  const first = await plan.epoch(worker)
  const winner = plan.chain()
  plan.goBackTo(before)
  const second = await plan.epoch(resident)
  await Promise.all([a.append(first), b.append(second)])
  expect(b.heard()).toEqual(['items 4', 'refused invalid'])
  plan.goBackTo(winner)
  await b.append(await plan.epoch(resident))
  expect(b.heard()).toEqual(['committed 5'])
})

test('[R1] a record that is already in the chain is a success: its acknowledgement was lost', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const app = await connected(worker)
  const record = await plan.role(worker, resident.id, 'owner')
  await app.append(record, plan.entry(worker))
  await app.append(record)
  expect(app.heard()).toEqual(['committed 4', 'committed 5', 'committed 4'])
})

test('[R2] a record that breaks a rule is never stored or forwarded', async () => {
  const { plan, worker, resident, connected, store } = await createCircle()
  const [a, b] = [await connected(resident), await connected(worker)]
  const forged = await plan.epoch(resident)
  forged[forged.length - 1] = (forged[forged.length - 1] ?? 0) ^ 1
  await a.append(forged, await plan.role(resident, worker.id, 'reader'))
  expect(a.heard()).toEqual(['refused invalid', 'refused invalid'])
  expect([b.heard(), (await store.head(plan.id))?.seq]).toEqual([[], 3])
})

test('entries never overtake the record before them, however long its signatures take to verify', async () => {
  const { plan, worker, resident, connected } = await createCircle()
  const [a, b] = [await connected(worker), await connected(resident)]
  const before = plan.entry(worker)
  const epoch = await plan.epoch(worker)
  await a.append(before, epoch, plan.entry(worker), before)
  expect(a.heard()).toEqual(['committed 4', 'committed 5', 'committed 6', 'refused not-allowed'])
  expect(b.heard()).toEqual(['items 4', 'items 5', 'items 6'])
})

test('after "close" only records and hashes remain, and nobody writes any more', async () => {
  const { plan, worker, resident, relay, connected, store } = await createCircle()
  const owner = await connected(worker)
  const secret = plan.entry(worker, 'secret')
  await owner.append(secret, await plan.close(worker))
  await owner.append(plan.entry(worker))
  expect(owner.heard()).toEqual(['committed 4', 'committed 5', 'refused not-allowed'])
  const kept = await store.read(plan.id, { after: 3, maxItems: 9, maxBytes: 9_999, recordsOnly: false })
  expect(kept[0]?.bytes).toEqual(eraseItem(secret))
  const app = createTestApp(relay)
  await app.hello(resident, plan.id)
  expect(app.heard()).toEqual(['items 1-5', 'live 5'])
})
