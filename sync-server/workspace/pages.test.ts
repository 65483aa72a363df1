import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import type { ReadOptions, StoredItem } from '../storage/store.ts'
import { encodeRun } from './frames.ts'
import { createPages } from './pages.ts'

const [PLAN, OTHER] = [1, 2].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill))) as [
  ReturnType<typeof toWorkspaceId>,
  ReturnType<typeof toWorkspaceId>,
]
const PAGE = 2
/** Two of them make a page that is worth caching, in bytes. */
const LONG = 16 * 1024
const HEAD = { seq: 5, lastRecord: 0 }
const pageAfter = (after: number, recordsOnly = false): ReadOptions => ({
  after,
  maxItems: PAGE,
  maxBytes: 99,
  recordsOnly,
})

/** A log of five items, and a record of the store's reads. */
const setUp = (maxBytes = 1_000_000, length = LONG) => {
  const asked: string[] = []
  let change = 0
  const item = (seq: number): StoredItem => ({ seq, receivedAt: 0, bytes: new Uint8Array(length).fill(change) })
  const read = async (workspace: string, { after }: ReadOptions) => {
    asked.push(`${workspace === PLAN ? 'plan' : 'other'} ${after}`)
    return [1, 2, 3, 4, 5].filter((seq) => seq > after).slice(0, PAGE).map(item) // prettier-ignore
  }
  const pages = createPages({ read }, maxBytes)
  return { pages, asked, erase: () => (change += 1) }
}

test('a full page is read and encoded once, for everybody', async () => {
  const { pages, asked } = setUp()
  const first = await pages.read(PLAN, pageAfter(0), HEAD)
  const again = await pages.read(PLAN, pageAfter(0), HEAD)
  expect(asked).toEqual(['plan 0'])
  expect(again.items).toEqual(first.items)
  expect(again.encoded()).toBe(first.encoded())
  expect(first.encoded()).toEqual(encodeRun(first.items))
})

test('a page that ends at the head is read anew when the log has grown, and records when there are more', async () => {
  const { pages, asked } = setUp()
  const grown = { seq: 6, lastRecord: 0 }
  for (const head of [HEAD, HEAD, grown]) {
    await pages.read(PLAN, pageAfter(4), head)
    await pages.read(PLAN, pageAfter(0, true), head)
  }
  await pages.read(PLAN, pageAfter(0, true), { seq: 7, lastRecord: 1 })
  expect(asked).toEqual(['plan 4', 'plan 0', 'plan 4', 'plan 0'])
})

test('erased pages are not served from the cache, even those being read meanwhile', async () => {
  const { pages, erase } = setUp()
  await pages.read(PLAN, pageAfter(0), HEAD)
  const underWay = pages.read(PLAN, pageAfter(2), HEAD)
  erase()
  pages.forget(PLAN)
  await underWay
  const read = await Promise.all([0, 2].map((after) => pages.read(PLAN, pageAfter(after), HEAD)))
  expect(read.flatMap(({ items }) => items.map(({ bytes }) => bytes[1]))).toEqual([1, 1, 1, 1])
})

test('the cache is bounded: the least recently used page is evicted first', async () => {
  const { pages, asked } = setUp(2 * 2 * (200 + 2 * LONG))
  for (const after of [0, 2, 0, 1, 0]) await pages.read(PLAN, pageAfter(after), HEAD)
  expect(asked).toEqual(['plan 0', 'plan 2', 'plan 1'])
  await pages.read(OTHER, pageAfter(0), HEAD)
  await pages.read(PLAN, pageAfter(2), HEAD)
  expect(asked.slice(3)).toEqual(['other 0', 'plan 2'])
})

test('a short page is not cached', async () => {
  const { pages, asked } = setUp(1_000_000, 1_000)
  for (let person = 0; person < 2; person += 1) await pages.read(PLAN, pageAfter(0), HEAD)
  expect(asked).toHaveLength(2)
})
