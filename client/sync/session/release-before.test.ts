/** The previous release, as it was built, and this one share a document and a relay, in both directions. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '#relay/storage/sqlite/open-sqlite.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import type { Store } from '#relay/storage/store.ts'
import { needsEpoch } from '#shared/chain/chain.ts'
import { isCheckpoint } from '#shared/protocol/entries.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { type Circle, createCircle, holderOf, type secretOf } from '#keys/testing/circle.ts'
import { createRelayRoom, type Here, type Kept, type Release, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { createLog, type Log } from '../testing/log.ts'

type Before = Release & {
  deriveKeyHolder(secret: ReturnType<typeof secretOf>): Promise<KeyHolder>
  secretOf: typeof secretOf
}
const FIXTURE = new URL('../../../e2e/fixtures/release-1/', import.meta.url)
const unpack = async (name: string): Promise<Uint8Array> => gunzipSync(await readFile(new URL(name, FIXTURE)))
/** Silences Yjs's warning about two copies of itself, which this test needs. */
const YJS = '__ $YJS$ __'
/** The offset in a record below number 128, in bytes (PROTOCOL.md §3). */
const KIND_AT = 1 + 1 + 16 + 1 + 32 + 16

let folder: string
let before: Before
let store: Store
let room: RelayRoom
let circle: Circle
let log: Log

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weef-release-'))
  const module = join(folder, 'sync.mjs')
  await writeFile(module, await unpack('sync.mjs.gz'))
  const mark = Object.getOwnPropertyDescriptor(globalThis, YJS)
  Reflect.deleteProperty(globalThis, YJS)
  before = await import(/* @vite-ignore */ pathToFileURL(module).href)
  if (mark !== undefined) Object.defineProperty(globalThis, YJS, mark)
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  circle = await createCircle('resident')
  await circle.invite('resident', 'for worker')
  await circle.join('worker', 'for worker')
  await circle.renew('resident')
  log = createLog(circle)
  log.catchUp()
  store = createMemoryStore()
})
const enter = async (): Promise<void> => {
  room = createRelayRoom(store)
  await room.hold(log.workspace, log.items)
}
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

const openNow = (name: string, kept?: Kept): Promise<Here> => room.open(circle, name, kept)
const openBefore = async (name: string, kept?: Kept): Promise<Here> =>
  room.openAs(log.workspace, await before.deriveKeyHolder(before.secretOf(name)), `${name} of before`, kept, before)
const insert = ({ doc }: Here, at: number, text: string): void => doc.getText('story').insert(at, text)
const online = (...all: readonly Here[]): Promise<void> =>
  room.until(() => all.every(({ session }) => session.state().connection === 'online' && !session.state().dirty))
const ALL = { after: 0, maxItems: 10_000, maxBytes: 1e9, recordsOnly: false }
const LONG = 'a long letter '.repeat(60_000)
/** Longer than the quiet time before a checkpoint, in ms. */
const QUIET = 70_000

test('both have what either wrote, at the same time and apart', async () => {
  await enter()
  const [old, now] = [await openBefore('resident'), await openNow('worker')]
  await online(old, now)
  insert(old, 0, 'old ')
  insert(now, 0, 'new ')
  await room.pass(3_000)
  room.network.setOffline('worker', true)
  insert(now, 0, 'apart ')
  old.doc.getText('story').delete(0, 2)
  await room.pass(3_000)
  room.network.setOffline('worker', false)
  await room.pass(30_000)
  await online(old, now)
  expect(now.story()).toBe(old.story())
  expect([...now.story().matchAll(/apart|old|new/g)]).toHaveLength(2) // one of the words lost two letters
  expect([old.alarms, now.alarms]).toEqual([[], []])
})

test('the previous release ignores a checkpoint of this release and goes on', async () => {
  await enter()
  const [old, now] = [await openBefore('resident'), await openNow('worker')]
  await online(old, now)
  insert(now, 0, LONG)
  await room.pass(QUIET)
  insert(now, 0, 'after it, ')
  await room.pass(3_000)
  expect((await store.read(log.workspace, ALL)).filter(({ bytes }) => isCheckpoint(bytes))).toHaveLength(1)
  insert(old, 0, 'and so on, ')
  await room.pass(3_000)
  await online(old, now)
  expect([old.story(), now.story()]).toEqual(Array(2).fill(`and so on, after it, ${LONG}`))
  const late = await openBefore('worker') // this device reads the whole log
  await online(late)
  expect([late.story() === now.story(), old.alarms, now.alarms, late.alarms]).toEqual([true, [], [], []])
})

test('this release continues from what the previous one stored: its unshared words still leave as its own', async () => {
  await enter()
  const old = await openBefore('resident')
  await online(old)
  insert(old, 0, 'shared. ')
  await room.pass(3_000)
  room.network.setOffline('resident of before', true)
  insert(old, 0, 'not shared yet, ')
  await room.pass(3_000)
  const kept = await old.leave()
  const [now, other] = [await openNow('resident', kept), await openNow('worker')]
  await online(now, other)
  expect([now.story(), other.story()]).toEqual(Array(2).fill('not shared yet, shared. '))
  const authors = [...other.doc.store.clients.keys()].map((client) => other.session.personAt(client))
  expect(new Set(authors)).toEqual(new Set([(await holderOf('resident')).id]))
})

test.each(['before', 'now'] as const)(
  'a record of a kind that is not known yet: the app of %s asks to be updated',
  async (which) => {
    await enter()
    const here = which === 'before' ? await openBefore('worker') : await openNow('worker')
    await online(here)
    insert(here, 0, 'mine')
    await room.pass(3_000)
    const unknown = await circle.forge({ by: 'resident', body: { kind: 'close' } })
    unknown[KIND_AT] = 99
    const { seq } = (await store.head(log.workspace)) ?? { seq: 0 }
    room.lie(which === 'before' ? 'worker of before' : 'worker', {
      type: 'items',
      firstSeq: seq + 1,
      items: [{ receivedAt: 0, bytes: unknown }],
    })
    await room.pass(1_000)
    expect(here.session.state().connection).toEqual({ refused: 'outdated-app' })
    expect([here.story(), here.alarms]).toEqual(['mine', []])
  },
)

/** Appends what the circle did since `from`, by the connection of one of its members. */
const tell = async ({ session }: Here, from: number): Promise<void> => {
  for (const record of circle.records.slice(from))
    expect(await room.during(session.append(async () => record))).toBe('done')
}

test('the previous release goes on with an owner who moved to a new key card, and takes over their edits only', async () => {
  await enter()
  const [old, first] = [await openBefore('worker'), await openNow('resident')]
  await online(old, first)
  insert(first, 0, 'by the first card')
  await room.pass(3_000)
  const from = circle.records.length
  await circle.invite('resident', 'move', { role: 'owner', becomes: 'none' })
  await circle.join('resident anew', 'move')
  await tell(first, from)
  const moved = await openNow('resident anew')
  await room.pass(10_000)
  await online(old, moved)
  expect(first.session.state().connection).toEqual({ refused: 'removed' })
  insert(first, 0, 'by a thief, ')
  insert(moved, 0, 'by the new one, ')
  insert(old, 0, 'and the worker, ')
  await room.pass(3_000)
  await online(old, moved)
  expect(moved.story()).toMatch(/^(and the worker, by the new one|by the new one, and the worker), by the first card$/)
  expect(old.story()).toBe(moved.story())
  const { chain } = moved.session.state()
  expect([chain && needsEpoch(chain, 0), old.alarms, moved.alarms]).toEqual([false, [], []])
  const again = await openBefore('worker') // a device that reads all of it
  await online(again)
  expect([again.story(), again.alarms]).toEqual([moved.story(), []])
})

test.each(['before', 'now'] as const)('a member whom the app of %s takes out is out for both', async (which) => {
  await enter()
  const other = which === 'before' ? 'now' : 'before'
  const open = { before: openBefore, now: openNow }
  const [owner, worker] = [await open[which]('resident'), await open[other]('worker')]
  await online(owner, worker)
  const from = circle.records.length
  await circle.renew('resident', { persons: ['worker'] })
  await tell(owner, from)
  await room.pass(3_000)
  insert(owner, 0, 'among ourselves')
  await room.pass(3_000)
  expect(worker.session.state().connection).toEqual({ refused: 'removed' })
  expect([owner.story(), worker.story(), owner.alarms, worker.alarms]).toEqual(['among ourselves', '', [], []])
})

test('both releases read and continue a database of the previous release’s relay', async () => {
  await writeFile(join(folder, 'weef.sqlite'), await unpack('weef.sqlite.gz'))
  const opened = await openSqliteStore(folder, 0)
  expect(opened.repaired).toBe(null)
  store = opened.store
  room = createRelayRoom(store)
  const [old, now] = [await openBefore('resident'), await openNow('worker')]
  await online(old, now)
  expect([old.story(), now.story()]).toEqual(Array(2).fill('both of us, from the first release'))
  insert(now, 0, 'Now ')
  await room.pass(3_000)
  expect(old.story()).toBe('Now both of us, from the first release')
  await store.close()
})
