import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCircle } from '../testing/circle.ts'
import { readFigures } from '../testing/figures.ts'
import { createSlowStore } from '../testing/slow-store.ts'
import { createMetrics } from './metrics.ts'
import { createTally } from './tally.ts'
import { timeCommits } from './timed-store.ts'

const createFigures = () => {
  const { observer, counts } = createTally()
  const metrics = createMetrics({
    counts,
    workspacesInMemory: () => 3,
    storeTotals: async () => ({ workspaces: 7, items: 70, bytes: 700 }),
    diskFreeBytes: async () => null,
    isReady: async () => true,
    withProcess: false,
  })
  const read = async (): Promise<ReadonlyMap<string, number>> => readFigures(await metrics.read())
  return { observer, metrics, read }
}

test('hellos, appends and commits are counted, by result', async () => {
  const { observer, metrics, read } = createFigures()
  const { store } = createSlowStore()
  const { plan, worker, connected } = await createCircle({ observer, store: timeCommits(store, metrics) })
  const app = await connected(worker)
  await app.append(plan.entry(worker, 'a'), plan.entry(worker, 'b'), plan.entry(worker, 'c', { epoch: 9 }))
  const figures = await read()
  expect(figures.get('weef_hellos_total{answer="admitted"}')).toBe(2)
  expect(figures.get('weef_hellos_total{answer="wrongCode"}')).toBe(0)
  expect(figures.get('weef_appends_total{answer="committed"}')).toBe(4) // invite, join, two entries
  expect(figures.get('weef_appends_total{answer="not-allowed"}')).toBe(1)
  expect(figures.get('weef_commit_items_sum')).toBe(5) // and the root
  expect(figures.get('weef_commit_items_count')).toBe(figures.get('weef_commit_seconds_count'))
})

test('numbers kept elsewhere are read on request; an unknown number is left out', async () => {
  const figures = await createFigures().read()
  const told = ['workspaces_in_memory', 'workspaces', 'items', 'log_bytes', 'ready'].map((name) =>
    figures.get(`weef_${name}`),
  )
  expect(told).toEqual([3, 7, 70, 700, 1])
  expect(figures.get('weef_disk_free_bytes')).toBeNaN()
})

test('sockets are counted by how they end, whatever code the other side sends', async () => {
  const { observer, read } = createFigures()
  for (const code of [1001, 4403, 4999, 3000]) {
    observer.socketOpened()
    observer.socketClosed(code)
  }
  observer.socketOpened()
  observer.received(10)
  observer.sent(300)
  const figures = await read()
  expect(figures.get('weef_sockets')).toBe(1)
  expect(figures.get('weef_sockets_opened_total')).toBe(5)
  for (const [how, count] of [
    ['left', 1],
    ['removed', 1],
    ['other', 2],
    ['lost', 0],
  ])
    // prettier-ignore
    expect(figures.get(`weef_sockets_closed_total{how="${how}"}`)).toBe(count)
  expect([figures.get('weef_received_bytes_total'), figures.get('weef_sent_bytes_total')]).toEqual([10, 300])
})

test('a failed commit is counted, and still rejects', async () => {
  const { metrics, read } = createFigures()
  const { store } = createSlowStore()
  const failing = timeCommits({ ...store, append: () => Promise.reject(new Error('gone')) }, metrics)
  const full = timeCommits({ ...store, append: async () => [{ ok: false, reason: 'full' }] }, metrics)
  await expect(failing.append([])).rejects.toThrow('gone')
  await full.append([])
  const figures = await read()
  expect(figures.get('weef_commit_failures_total{reason="error"}')).toBe(1)
  expect(figures.get('weef_commit_failures_total{reason="full"}')).toBe(1)
})

test('the README names every metric, and no other', async () => {
  const { read } = createFigures()
  const there = [...(await read()).keys()].map((name) => name.replace(/(_bucket|_sum|_count)?(\{.*)?$/, ''))
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const section = readme.slice(readme.indexOf('### Watch'), readme.indexOf('### Back up'))
  const told = [...section.matchAll(/^\|.*?\|/gm)].flatMap(([cell]) => [...cell.matchAll(/weef_\w+/g)].map(String))
  expect(told.toSorted()).toEqual([...new Set(there)].toSorted())
})
