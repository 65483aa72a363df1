/** The store is written in order, reports failures, and is tried again all the same. */
import { beforeEach, expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { secretOf } from '#keys/testing/circle.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import type { AnswerEvent } from './machine/events.ts'
import { createStoreRunner, type StoreRunner } from './run-store.ts'

const CURSOR = Uint8Array.of(7)
const ticket = { what: 'task', generation: 0, sequence: 1 } as const
let store: StoreRunner
let written: string[]
let failures: unknown[]
let answers: AnswerEvent[]
let broken: boolean

beforeEach(() => {
  ;[written, failures, answers, broken] = [[], [], [], false]
  const write = async (what: string): Promise<void> => {
    // A store is slower than its caller, and slower with records than with a cursor.
    for (let turn = what.startsWith('record') ? 9 : 1; turn > 0; turn--) await Promise.resolve()
    if (broken) throw new Error(what)
    written.push(what)
  }
  const kept: SyncStore = {
    load: () =>
      broken ? Promise.reject(new Error('load')) : Promise.resolve({ records: [], cursor: null, salts: [] }),
    addRecords: (records) => write(`record ${records.map(({ seq }) => seq).join()}`),
    replaceRecords: () => write('records'),
    saveCursor: () => write('cursor'),
    addSalt: () => Promise.reject(new Error('Salts are stored before a session begins.')),
  }
  store = createStoreRunner(
    kept,
    toWorkspaceId(secretOf('plan')),
    (error) => failures.push(error),
    (event) => answers.push(event),
  )
})
const record = (seq: number) => ({ type: 'store-record', record: { seq, bytes: CURSOR } }) as const

test('records are written before the cursor that counts them', async () => {
  store.run(record(1))
  store.run({ type: 'store-cursor', cursor: CURSOR })
  store.run(record(2))
  store.run({ type: 'replace-records', records: [] })
  await store.flushed()
  expect(written).toEqual(['record 1', 'cursor', 'record 2', 'records'])
})

test('a failed write is reported, and the next one is tried all the same', async () => {
  broken = true
  store.run(record(1))
  store.run({ type: 'keep-cursor', cursor: CURSOR, ticket })
  await store.flushed()
  expect(failures.map(String)).toEqual(['Error: record 1', 'Error: cursor'])
  broken = false
  store.run({ type: 'keep-cursor', cursor: CURSOR, ticket })
  await store.flushed()
  await Promise.resolve()
  expect([written, answers]).toEqual([
    ['cursor'],
    [
      { type: 'cursor-kept', ticket, ok: false },
      { type: 'cursor-kept', ticket, ok: true },
    ],
  ])
})

test('a database that does not answer differs from one that holds nothing', async () => {
  for (const isBroken of [true, false]) {
    broken = isBroken
    store.run({ type: 'load-records', ticket })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  expect(answers).toEqual([
    { type: 'records-loaded', ticket, known: 'unreadable' },
    { type: 'records-loaded', ticket, known: null },
  ])
})
