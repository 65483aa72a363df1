/** The keeper writes records at once and the cursor at most once a second, in order, and says when it cannot. */
import { beforeEach, expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { secretOf } from '#keys/testing/circle.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { decodeCursor } from './cursor.ts'
import { createKeeper, type Keeper } from './cursor-writer.ts'
import { type LogState, startOfLog } from './log-state.ts'
import { createFakeEnvironment, type FakeEnvironment } from '../testing/fake-environment.ts'

let environment: FakeEnvironment
let state: LogState
let store: SyncStore
let keeper: Keeper
let written: string[]
let failures: unknown[]
let broken: boolean

beforeEach(() => {
  environment = createFakeEnvironment()
  state = startOfLog(toWorkspaceId(secretOf('plan')))
  written = []
  failures = []
  broken = false
  const write = async (what: string): Promise<void> => {
    // A store is never as quick as its caller, and records take it longer than a cursor.
    for (let turn = what.startsWith('record') ? 9 : 1; turn > 0; turn--) await Promise.resolve()
    if (broken) throw new Error(what)
    written.push(what)
  }
  store = {
    load: () => Promise.reject(new Error('A keeper only writes.')),
    replaceRecords: async () => {},
    addRecords: (records) => write(`record ${records.map(({ seq }) => seq).join()}`),
    saveCursor: (cursor) => write(`cursor ${decodeCursor(cursor)?.seq}`),
    addSalt: () => Promise.reject(new Error('A keeper writes no salts.')),
  }
  keeper = keep(false)
})
const keep = (begun: boolean): Keeper =>
  createKeeper(
    store,
    environment,
    begun,
    () => state,
    (error) => failures.push(error),
  )

test('many steps, one cursor a second, as the state is by then', async () => {
  for (let seq = 1; seq <= 25; seq++) {
    state.seq = seq
    keeper.moved()
    environment.pass(100)
  }
  await keeper.flush()
  expect(written).toEqual(['cursor 10', 'cursor 20', 'cursor 25'])
})

test('records are written before the cursor that counts them', async () => {
  keeper.record(1, Uint8Array.of(0))
  state.seq = 1
  keeper.moved()
  keeper.record(2, Uint8Array.of(0))
  state.seq = 2
  environment.pass(1_000)
  await keeper.flush()
  expect(written).toEqual(['record 1', 'record 2', 'cursor 2', 'cursor 2'])
})

test('flush writes at once, leaves no timer, and resolves when all is durable', async () => {
  keeper.moved()
  keeper.record(1, Uint8Array.of(0))
  state.seq = 1
  const flushed = keeper.flush()
  expect(written).toEqual([])
  await flushed
  expect(written).toEqual(['record 1', 'cursor 1'])
  expect(environment.waiting()).toBe(0)
})

test('a write that fails is told, and the next one is tried all the same', async () => {
  broken = true
  keeper.record(1, Uint8Array.of(0))
  state.seq = 1
  await keeper.flush()
  expect(failures.map(String)).toEqual(['Error: record 1', 'Error: cursor 1'])
  broken = false
  await keeper.flush()
  expect(written).toEqual(['cursor 1'])
})

test('whoever has heard nothing of the log yet keeps no cursor that would say so; whoever had one, and reads anew, does', async () => {
  await keeper.flush()
  expect(written).toEqual([])
  await keep(true).flush()
  expect(written).toEqual(['cursor 0'])
  state.seq = 1
  await keeper.flush()
  state.seq = 0
  await keeper.flush()
  expect(written).toEqual(['cursor 0', 'cursor 1', 'cursor 0'])
})
