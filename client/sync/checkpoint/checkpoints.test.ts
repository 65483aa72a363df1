/** Checkpoints as people meet them (PROTOCOL.md §8): writing them, and beginning a new device from one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ReadOptions } from '#relay/storage/store.ts'
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { type Circle, createChance, createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { createRelayRoom, type Here, type Kept, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { decodeCursor, encodeCursor } from '../log/cursor.ts'
import { startOfLog } from '../log/log-state.ts'
import { holdBackLog } from '#e2e/testing/hold-back-log.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

let circle: Circle
let log: Log
let room: RelayRoom
let worker: Writer

beforeEach(async () => {
  circle = await createCircleOfThree()
  log = createLog(circle)
  worker = await log.openDoc('worker')
  await log.write(worker, (story) => story.insert(0, 'good morning'))
  room = createRelayRoom()
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

const ALL: ReadOptions = { after: 0, maxItems: 10_000, maxBytes: 1e9, recordsOnly: false }
const checkpoints = async () => (await room.store.read(log.workspace, ALL)).filter(({ bytes }) => isCheckpoint(bytes))
const insert = ({ doc }: Here, text: string): void => doc.getText('story').insert(doc.getText('story').length, text)
const LONG = 'a long letter '.repeat(60_000)
/** Longer than the quiet time before a checkpoint, in ms. */
const QUIET = 70_000

describe('[K1] a checkpoint', () => {
  test('is written by one of the writers, once much has come and it is quiet, of everything that is shared', async () => {
    const [one, two] = (await room.gather(circle, log.items, 'worker', 'resident')) as [Here, Here]
    insert(one, LONG)
    await room.pass(5_000)
    expect(await checkpoints()).toEqual([])
    await room.pass(QUIET)
    expect(await checkpoints()).toHaveLength(1)
    insert(two, ', you')
    await room.pass(QUIET)
    expect(await checkpoints()).toHaveLength(1)
    expect([one.alarms, two.alarms, one.session.state().dirty]).toEqual([[], [], false])
  })

  test('is not written while own edits are in flight: it would hold more than the log', async () => {
    await log.write(worker, (story) => story.insert(0, LONG))
    const [here] = (await room.gather(circle, log.items, 'worker')) as [Here]
    room.freeze('worker')
    insert(here, ' mine')
    for (let waited = 0; waited < QUIET; waited += 10_000) {
      await room.pass(10_000)
      room.lie('worker', { type: 'pong' })
    }
    room.thaw('worker')
    await room.pass(1_000)
    expect([here.session.state().dirty, await checkpoints()]).toEqual([false, []])
  })

  test('is not written by a reader', async () => {
    await circle.invite('worker', 'for friend', { role: 'reader' })
    await circle.join('friend', 'for friend')
    await circle.renew('worker')
    await log.write(worker, (story) => story.insert(0, LONG))
    const [friend] = (await room.gather(circle, log.items, 'friend')) as [Here]
    await room.pass(QUIET)
    expect(friend.story()).toContain('good morning')
    expect(await checkpoints()).toEqual([])
  })
})

describe('[K2] a new device', () => {
  /** Seals all of a document as a checkpoint at this place of the log. */
  const addCheckpoint = async (by: string, doc: Y.Doc): Promise<void> => {
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc))
    log.append(await log.sealAs(by, { salts: [], update }, { header: { type: 'checkpoint' } }))
  }
  /** A device after the join: it has the records, and nothing else. */
  const joined = async (document = new Y.Doc()): Promise<Kept> => {
    const store = createMemorySyncStore()
    const records = log.items.flatMap((bytes, index) => (bytes[0] === 0 ? [{ seq: index + 1, bytes }] : []))
    await store.addRecords(records)
    return { store, document: Y.encodeStateAsUpdate(document) }
  }
  const stateOf = async ({ store }: Kept) => decodeCursor((await store.load()).cursor ?? new Uint8Array(0))

  beforeEach(async () => {
    await addCheckpoint('worker', worker.doc)
    await log.write(worker, (story) => story.insert(12, ', all'))
  })

  test('shows the checkpoint and later entries before it has read the log, and can be written on', async () => {
    await room.hold(log.workspace, log.items)
    const release = holdBackLog(room.store)
    const here = await room.open(circle, 'resident', await joined())
    await room.pass(1_000)
    expect(here.story()).toBe('good morning, all')
    expect(here.session.state().connection).not.toBe('online')
    insert(here, ' of you')
    release()
    await room.until(() => here.session.state().connection === 'online' && !here.session.state().dirty)
    const other = await room.open(circle, 'worker')
    await room.pass(1_000)
    expect([here.story(), other.story()]).toEqual(['good morning, all of you', 'good morning, all of you'])
    expect([here.alarms, here.rejectedFor, other.alarms]).toEqual([[], [], []])
    const kept = await here.leave()
    expect(await stateOf(kept)).toMatchObject({ seq: log.items.length + 1, preview: null })
  })

  test.each([0, 3])(
    'switched off after %i items knows that the log has not confirmed it, and asks again',
    async (shown) => {
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store, shown)
      const here = await room.open(circle, 'resident', await joined())
      await room.pass(1_000)
      insert(here, ' of you')
      const kept = await here.leave()
      expect(await stateOf(kept)).toMatchObject({ seq: 0, preview: { seq: log.items.length - 2 } })
      release()
      const again = await room.open(circle, 'resident', kept)
      await room.until(() => again.session.state().connection === 'online' && !again.session.state().dirty)
      expect([again.story(), again.alarms]).toEqual(['good morning, all of you', []])
      expect(await stateOf(await again.leave())).toMatchObject({ preview: null })
    },
  )

  test.each([
    [
      'does not open',
      async () =>
        log.append(
          await log.sealAs(
            'worker',
            { salts: [], update: new Uint8Array(0) },
            { header: { type: 'checkpoint' }, plaintext: createChance('x')(64) },
          ),
        ),
    ],
    ['is no document', () => addGarbage(Uint8Array.of(9, 9, 9))],
    [
      'waits for what is not in it',
      async () =>
        addGarbage(
          new Uint8Array(
            Y.encodeStateAsUpdate(
              worker.doc,
              Y.encodeStateVector((await log.readAs('worker', log.items.slice(0, -2))).doc),
            ),
          ),
        ),
    ],
  ])('begins with the one before when the newest %s, and hears whose it is', async (_, spoil) => {
    await spoil()
    await room.hold(log.workspace, log.items)
    const release = holdBackLog(room.store)
    const here = await room.open(circle, 'resident', await joined())
    await room.pass(1_000)
    expect(here.story()).toBe('good morning, all')
    expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', author: (await holderOf('worker')).id, lost: '' }])
    release()
    await room.until(() => here.session.state().connection === 'online')
    expect(here.alarms).toHaveLength(1)
  })
  const addGarbage = async (update: Uint8Array<ArrayBuffer>): Promise<void> =>
    log.append(await log.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))

  test('reads the log alone when the newest is by a person who may not write, and three more do not hold a document', async () => {
    for (let count = 0; count < 3; count++) await addGarbage(Uint8Array.of(9))
    await room.hold(log.workspace, log.items)
    const here = await room.open(circle, 'resident', await joined())
    await room.until(() => here.session.state().connection === 'online')
    expect(here.story()).toBe('good morning, all')
  })

  describe('that was shown a false checkpoint', () => {
    const lies: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
      ['with words that nobody wrote', (doc) => doc.getText('story').insert(5, 'BYE')],
      ['without words that somebody wrote', (doc) => doc.getText('story').delete(0, 5)],
      ['of an earlier time', (doc) => void doc],
    ]
    const falseDocument = async (lie: (doc: Y.Doc) => void): Promise<Y.Doc> => {
      const doc = (await log.readAs('worker', log.items.slice(0, lies[2]![1] === lie ? -1 : undefined))).doc
      doc.clientID = 4_711
      lie(doc)
      return doc
    }

    test.each(lies)('%s, ends with the log, keeps its own text, and names the author', async (_, lie) => {
      await addCheckpoint('neighbour', await falseDocument(lie))
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store)
      const here = await room.open(circle, 'resident', await joined())
      await room.pass(1_000)
      here.doc.getText('mine').insert(0, 'my own')
      const kept = await here.leave()
      const again = await room.open(circle, 'resident', kept)
      release()
      await room.until(() => again.rejectedFor.length > 0)
      expect(again.alarms).toMatchObject([
        { kind: 'bad-checkpoint', author: (await holderOf('neighbour')).id, lost: '' },
      ])
      const [document] = again.rejectedFor
      const { store } = await again.leave()
      await store.saveCursor(encodeCursor({ ...startOfLog(log.workspace), records: 0 }))
      const healed = await room.open(circle, 'resident', { store, document: document! })
      await room.until(() => healed.session.state().connection === 'online' && !healed.session.state().dirty)
      expect([healed.story(), healed.doc.getText('mine').toJSON()]).toEqual(['good morning, all', 'my own'])
      const other = await room.open(circle, 'worker')
      await room.pass(1_000)
      expect([other.story(), other.doc.getText('mine').toJSON()]).toEqual(['good morning, all', 'my own'])
    })

    test('reports own text inside words that the log never held, so that it can be put elsewhere', async () => {
      await addCheckpoint('neighbour', await falseDocument((doc) => doc.getText('story').insert(5, 'BYE BYE')))
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store)
      const here = await room.open(circle, 'resident', await joined())
      await room.pass(1_000)
      here.doc.getText('story').insert(8, 'what?')
      release()
      await room.until(() => here.rejectedFor.length > 0)
      expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', lost: 'what?' }])
    })

    test('for a place that the log never reached, ends with the log', async () => {
      const header = { type: 'checkpoint', seen: { number: log.items.length, hash: new Uint8Array(16) } } as const
      const update = new Uint8Array(Y.encodeStateAsUpdate(await falseDocument(lies[0]![1])))
      log.append(await log.sealAs('neighbour', { salts: [], update }, { header }))
      await room.hold(log.workspace, log.items)
      const here = await room.open(circle, 'resident', await joined())
      await room.until(() => here.rejectedFor.length > 0)
      expect(here.alarms).toMatchObject([{ kind: 'other-log' }, { kind: 'bad-checkpoint' }])
    })
  })
})
