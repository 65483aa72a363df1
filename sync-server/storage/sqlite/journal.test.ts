/** Numbered rules of the journal (README: The journal); others in the files beside this one. Where a process is killed: crash.test.ts. */
import { StatementSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { makeFolder } from '../../testing/folder.ts'
import {
  ALL,
  checkpoint,
  entry,
  readWhole,
  HOME,
  many,
  openStore,
  PLAN,
  record,
  request,
  root,
} from '../../testing/journal.ts'

const newFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}

type Bytes = Uint8Array<ArrayBuffer>

test('[W1] [W2] entries wait in one row for each turn, and move to the tables in slices; readers see one log throughout', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { store, waiting, moved } = openStore(newFolder(), 20)
  await store.append([root(PLAN), root(HOME)])
  expect([waiting(), moved()]).toEqual([0, 2])
  const written: Bytes[] = [record(0)]
  const seen = new Set<number>()
  for (let turn = 0; turn < 12; turn += 1) {
    const items = [...many(turn * 100, 99), checkpoint(turn)]
    await store.append([request({ items }), request({ workspace: HOME, items: [entry(turn)] })])
    written.push(...items)
    seen.add(waiting())
    expect(waiting() + moved()).toBe(2 + (turn + 1) * 101)
    expect(await readWhole(store)).toEqual(written)
    expect((await store.newestCheckpoint(PLAN, Infinity))?.bytes).toEqual(checkpoint(turn))
    const before = await store.newestCheckpoint(PLAN, (turn + 1) * 100)
    expect(before?.seq).toBe(turn === 0 ? undefined : turn * 100 + 1)
    if (turn === 7) vi.advanceTimersByTime(20)
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (waiting() > 0) {
    seen.add(waiting())
    expect(await readWhole(store)).toEqual(written)
    vi.advanceTimersByTime(20)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(seen.size).toBeGreaterThan(2)
  expect(await readWhole(store)).toEqual(written)
  expect(await readWhole(store, HOME)).toHaveLength(13)
  await store.close()
})

test('[W1] pages go from the tables into the journal, within their bounds', async () => {
  const { store, database } = openStore(newFolder())
  await store.append([root(PLAN)])
  await store.append([request({ items: many(0, 5), joined: [toPersonId(new Uint8Array(16))] })]) // in the tables, because somebody joined
  await store.append([request({ items: many(5, 5) })])
  const seqs = async (change: Partial<typeof ALL>) =>
    (await store.read(PLAN, { ...ALL, ...change })).map(({ seq }) => seq)
  expect(await seqs({ after: 4, maxItems: 4 })).toEqual([5, 6, 7, 8])
  expect(await seqs({ after: 4, maxBytes: 90 })).toEqual([5, 6])
  expect(await seqs({ after: 8, maxItems: 2 })).toEqual([9, 10])
  expect(await seqs({ after: 11 })).toEqual([])
  expect(await seqs({ recordsOnly: true })).toEqual([1])
  const hashes = await Promise.all([5, 6, 7, 10, 11, 12].map((seq) => store.logHashAt(PLAN, seq)))
  expect(hashes.map((hash) => hash?.length ?? null)).toEqual([16, 16, 16, 16, 16, null])
  expect(database.prepare('SELECT count(*) AS n FROM journal').get()?.['n']).toBe(1)
  await store.close()
})

test('[W1] who reads on is given what follows, and no row is read that holds none of it', async () => {
  const { store } = openStore(newFolder())
  await store.append([root(PLAN), root(HOME)])
  for (let n = 0; n < 30; n += 1) {
    const items = n === 20 ? [checkpoint(n), entry(n)] : [entry(n), entry(n)]
    await store.append([request({ items }), request({ workspace: HOME, items: [entry(n)] })])
  }
  const get = vi.spyOn(StatementSync.prototype, 'get')
  const rowsRead = (): number => {
    const count = (get.mock.contexts as StatementSync[]).filter((each) =>
      each.sourceSQL.startsWith('SELECT runs'),
    ).length
    get.mockClear()
    return count
  }
  const last = await store.read(PLAN, { ...ALL, after: 58 })
  expect([last.map(({ seq }) => seq), rowsRead()]).toEqual([[59, 60, 61], 2])
  const hash = await store.logHashAt(PLAN, 50)
  expect([hash?.length, rowsRead()]).toEqual([16, 1])
  const newest = await store.newestCheckpoint(PLAN, Infinity)
  expect([newest?.seq, newest?.bytes, rowsRead()]).toEqual([42, checkpoint(20), 1])
  expect([await store.newestCheckpoint(PLAN, 42), await store.newestCheckpoint(HOME, Infinity)]).toEqual([null, null])
  get.mockRestore()
  await store.close()
})

test('[W1] large items move in slices too, of a bounded number of bytes', async () => {
  const { store, waiting } = openStore(newFolder(), 0)
  await store.append([root(PLAN)])
  for (let n = 0; n < 12; n += 1) await store.append([request({ items: [entry(n, 4_000_000)] })])
  const seen = new Set<number>()
  while (waiting() > 0) {
    seen.add(waiting())
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(seen.size).toBeGreaterThan(1)
  expect(await readWhole(store)).toHaveLength(13)
  await store.close()
})

test('[W2] a record goes to the tables, after everything that waits has moved; in the journal there is never one', async () => {
  const { store, waiting } = openStore(newFolder())
  await store.append([root(PLAN), root(HOME)])
  await store.append([request({ items: [entry(1)] }), request({ workspace: HOME, items: [entry(2)] })])
  expect(waiting()).toBe(2)
  await store.append([request({ items: [record(1)] })])
  expect(waiting()).toBe(0)
  await store.append([request({ expectedRecord: 1, items: [entry(3), record(2), entry(4)] })])
  expect(waiting()).toBe(0)
  expect(await readWhole(store)).toEqual([record(0), entry(1), record(1), entry(3), record(2), entry(4)])
  expect(await store.append([request({ items: [entry(5)] })])).toEqual([{ ok: false, reason: 'moved' }])
  expect(waiting()).toBe(0)
  await store.close()
})

test('[W3] a turn is on disk when its append resolves: one statement at FULL, in which nothing is checkpointed', async () => {
  const { store, database } = openStore(newFolder())
  const mode = (): unknown => database.prepare('PRAGMA synchronous').get()?.['synchronous']
  await store.append([root(PLAN)])
  const insert = vi.spyOn(database, 'exec')
  await store.append([request({ items: many(0, 3) })])
  expect(insert.mock.calls.map(([sql]) => sql)).toEqual([
    'PRAGMA wal_autocheckpoint = 0',
    'PRAGMA wal_autocheckpoint = 1000',
  ])
  insert.mockClear()
  await store.append([request({ items: [record(1)] })])
  expect(insert.mock.calls.map(([sql]) => sql)).toEqual([
    'PRAGMA synchronous = NORMAL',
    'BEGIN IMMEDIATE',
    'COMMIT',
    'PRAGMA synchronous = FULL',
    'BEGIN IMMEDIATE',
    'COMMIT',
  ])
  expect(mode()).toBe(2)
  await store.close()
})
