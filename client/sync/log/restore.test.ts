/** The stored log is trusted only as far as it fits the document, because replaying is always right (C4). */
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createCircle } from '#keys/testing/circle.ts'
import type { StoredLog } from '#storage/sync/sync-store.ts'
import { encodeCursor } from './cursor.ts'
import type { Follower } from './follower.ts'
import { startOfLog } from './log-state.ts'
import { readKnownRecords, restore as restoreStored, unnumberedRoot, UNNUMBERED } from './restore.ts'
import { containsSnapshot } from '../document/snapshot.ts'
import { createLog, type Log } from '../testing/log.ts'

let log: Log
let follower: Follower
let doc: Y.Doc
let stored: StoredLog

/** A device that has read a log of three records and four entries, and stored all of it. */
beforeEach(async () => {
  const circle = await createCircle('worker')
  log = createLog(circle)
  const worker = await log.openDoc('worker')
  await log.write(worker, (story) => story.insert(0, 'first words'))
  await circle.invite('worker', 'link')
  await log.write(worker, (story) => story.insert(5, ' few'))
  await log.write(worker, (story) => story.delete(0, 6))
  await circle.join('resident', 'link')
  await log.write(await log.openDoc('resident'), (story) => story.insert(0, 'hello '))
  const read = await log.readAs('worker')
  expect(read.verdicts.filter((verdict) => verdict === 'entry')).toHaveLength(4)
  follower = read.follower
  doc = read.doc
  const records = log.items.map((bytes, index) => ({ seq: index + 1, bytes })).filter(({ bytes }) => bytes[0] === 0)
  const { state } = follower
  stored = { records, cursor: encodeCursor({ ...state, records: state.recordHashes.length }), salts: [] }
})
const restore = async (change: Partial<StoredLog> = {}, into = doc) =>
  (await restoreStored(log.workspace, { ...stored, ...change }, into)).log
const START = () => startOfLog(log.workspace)

test('a cursor that fits continues where it stopped; earlier items are known only by the last hash', async () => {
  const { state } = follower
  expect(await restore()).toEqual({ ...state, hashes: new Map([[state.seq, state.hash]]) })
  expect((await restore()).seq).toBe(7)
})

test('without a cursor, or with a damaged one, the log begins anew', async () => {
  expect(await restore({ cursor: null })).toEqual(START())
  expect(await restore({ cursor: stored.cursor?.slice(1) ?? null })).toEqual(START())
})

test('a document that lacks text or a deletion counted by the cursor is read anew', async () => {
  expect(await restore({}, new Y.Doc())).toEqual(START())
  const { clocks, deletes } = follower.state
  const part = new Y.Doc()
  const entries = log.items.filter(([tag]) => tag === 1)
  const before = await log.readAs('worker', log.items.slice(0, log.items.indexOf(entries[2] ?? Uint8Array.of())))
  Y.applyUpdate(part, Y.encodeStateAsUpdate(before.doc))
  expect(containsSnapshot(part, { clocks: before.follower.state.clocks, deletes: new Map() })).toBe(true)
  expect(containsSnapshot(part, { clocks: before.follower.state.clocks, deletes })).toBe(false)
  expect(containsSnapshot(part, { clocks, deletes: new Map() })).toBe(false)
  expect(await restore({}, part)).toEqual(START())
})

test('a document that holds more than the log is fine: the rest is unshared work', async () => {
  doc.getText('story').insert(0, 'unshared ')
  doc.getText('story').delete(12, 2)
  expect(containsSnapshot(doc, follower.state)).toBe(true)
  expect((await restore()).seq).toBe(7)
})

test('records that are missing, too many, out of order, or invalid make the log begin anew', async () => {
  const [root, invite, join] = stored.records
  if (root === undefined || invite === undefined || join === undefined) throw new Error('There are three records.')
  expect(await restore({ records: [] })).toEqual(START())
  expect(await restore({ records: [root, invite] })).toEqual(START())
  expect(await restore({ records: [root, join, invite] })).toMatchObject({ seq: 7 })
  expect(await restore({ records: [root, invite, { ...join, bytes: join.bytes.with(100, 0xff) }] })).toEqual(START())
  expect(await restore({ records: [root, invite, { ...join, seq: 9 }] })).toEqual(START())
  const other = await createCircle('worker', 'another workspace')
  const foreign = { seq: 1, bytes: other.records[0] ?? new Uint8Array(0) }
  expect(await restore({ records: [foreign, invite, join] })).toEqual(START())
})

test('records past the cursor are not part of the log state yet, and give their keys all the same', async () => {
  const [root] = stored.records
  const early = await log.readAs('worker', log.items.slice(0, 1))
  const cursor = encodeCursor({ ...early.follower.state, records: 1 })
  expect(await restore({ cursor })).toMatchObject({ seq: 1, chain: { number: 0 } })
  expect((await readKnownRecords(log.workspace, stored))?.chain.number).toBe(2)
  expect(await readKnownRecords(log.workspace, { ...stored, records: [] })).toBeNull()
  const bytes = root?.bytes ?? new Uint8Array(0)
  const begun = { ...stored, records: [{ seq: UNNUMBERED, bytes }] }
  expect((await readKnownRecords(log.workspace, begun))?.chain.number).toBe(0)
})

test('a log that kept an entry back is read again: by now it may show it', async () => {
  const state = { ...follower.state, erased: true }
  expect(await restore({ cursor: encodeCursor({ ...state, records: state.recordHashes.length }) })).toEqual(START())
})

test('a plan that was begun here and never reached a relay keeps its root', async () => {
  const bytes = stored.records[0]?.bytes ?? new Uint8Array(0)
  expect(unnumberedRoot({ ...stored, records: [{ seq: UNNUMBERED, bytes }] })).toEqual(bytes)
  expect(unnumberedRoot(stored)).toBeNull()
  const begun = { records: [{ seq: UNNUMBERED, bytes }], cursor: encodeCursor({ ...START(), records: 0 }) }
  expect(await restore(begun, new Y.Doc())).toMatchObject({ seq: 0, chain: null })
})

test('each stored record is verified once, because thousands of them decide how soon a plan opens', async () => {
  const verify = vi.spyOn(crypto.subtle, 'verify')
  const { log: state, known } = await restoreStored(log.workspace, stored, doc)
  expect([state.recordHashes.length, known?.records.length]).toEqual([3, 3])
  expect(verify).toHaveBeenCalledTimes(4) // a join has two signatures
  verify.mockRestore()
})
