/** What is committed behind another relay's items, on a store that another relay appends to. */
import { expect, test } from 'vitest'
import { createMemoryStore } from '../storage/memory.ts'
import type { ReadOptions, Store, Subscriber } from '../storage/store.ts'
import { createCircle } from '../testing/circle.ts'
import { MAX_PAGE_BYTES, MAX_PAGE_ITEMS } from './limits.ts'

const setUp = async () => {
  const memory = createMemoryStore()
  const reads: ReadOptions[] = []
  const subscribers: Subscriber[] = []
  let gated: Promise<void> | null = null
  const store: Store = {
    ...memory,
    read: (workspace, options) => {
      reads.push(options)
      return memory.read(workspace, options)
    },
    subscribe: (_, subscriber) => {
      subscribers.push(subscriber)
      return () => {}
    },
    append: async (requests) => {
      await gated
      return memory.append(requests)
    },
  }
  const { plan, worker, resident, connected, errors } = await createCircle({ store })
  const [other, stays] = [await connected(resident), await connected(worker)]
  reads.length = 0
  /** Another relay appends entries of the worker's. */
  const elsewhere = async (texts: readonly string[]): Promise<void> => {
    const items = texts.map((text) => plan.entry(worker, text))
    const { id: workspace } = plan
    const request = { workspace, expectedRecord: plan.chain().number, receivedAt: 5, items, joined: [], ended: [] }
    expect(await memory.append([request])).toMatchObject([{ ok: true }])
  }
  const tell = async (): Promise<void> => {
    const [head, items] = [await memory.head(plan.id), await memory.read(plan.id, { after: 3, maxItems: 9, maxBytes: 9_999, recordsOnly: false })] // prettier-ignore
    if (head !== null) for (const { onForeignAppend } of subscribers) onForeignAppend({ head, items })
  }
  /** Blocks this relay's appends until the result is called. */
  const gate = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gated = promise
    return resolve
  }
  return { plan, worker, resident, other, stays, reads, elsewhere, tell, gate, errors }
}

test('[P4] what another relay wrote before an own item is read once, and the own one never', async () => {
  const { plan, resident, other, stays, reads, elsewhere, errors } = await setUp()
  await elsewhere(['first', 'second'])
  await other.append(plan.entry(resident, 'third'))
  expect([other.heard(), stays.heard()]).toEqual([['items 4-5', 'committed 6'], ['items 4-6']])
  expect(reads).toEqual([{ after: 3, maxItems: 2, maxBytes: MAX_PAGE_BYTES, recordsOnly: false }])
  expect(errors).toEqual([])
})

test('[P4] what another relay has told during the commit is not read again', async () => {
  const { plan, resident, other, stays, reads, elsewhere, tell, gate } = await setUp()
  const letThrough = gate()
  const appended = other.append(plan.entry(resident, 'second'))
  await elsewhere(['first'])
  await tell()
  letThrough()
  await appended
  expect([other.heard(), stays.heard()]).toEqual([['items 4', 'committed 5'], ['items 4-5']])
  expect(reads).toEqual([])
})

test('[P4] a record behind them is delivered after them, and ends whom it removes', async () => {
  const { plan, worker, resident, other, stays, elsewhere } = await setUp()
  await elsewhere(['first'])
  await stays.append(await plan.epoch(worker, { persons: [resident.id] }))
  expect([other.heard(), stays.heard()]).toEqual([['items 4-5'], ['items 4', 'committed 5']])
  expect(other.closed()).toBe('removed')
})

test('[P4] more than a page of it is read by each connection at its own pace', async () => {
  const { plan, resident, other, stays, reads, elsewhere } = await setUp()
  const many = Array.from({ length: MAX_PAGE_ITEMS + 1 }, (_, n) => `${n}`)
  await elsewhere(many)
  await other.append(plan.entry(resident, 'after them'))
  await expect.poll(() => other.heard().at(-1)).toBe(`committed ${4 + many.length}`)
  await expect.poll(() => stays.heard().at(-1)).toMatch(new RegExp(`items (\\d+-)?${4 + many.length}$`))
  expect(reads.map(({ maxItems }) => maxItems).filter((most) => most > MAX_PAGE_ITEMS)).toEqual([])
})
