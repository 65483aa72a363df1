/** Checkpoints as people meet them (PROTOCOL.md §8): writing them, and beginning a new device from one. */
import { describe, expect } from 'vitest'
import * as Y from 'yjs'
import type { ReadOptions } from '#relay/storage/store.ts'
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { createChance, holderOf } from '#keys/testing/circle.ts'
import type { Kept, RelayRoom } from '#e2e/testing/relay-room.ts'
import { decodeCursor, encodeCursor } from '../log/cursor.ts'
import { startOfLog } from '../log/log-state.ts'
import { holdBackLog } from '#e2e/testing/hold-back-log.ts'
import { insert, keepRecords, test } from '#e2e/testing/room-test.ts'
import type { Log, Spoilt, Writer } from '../testing/log.ts'

const ALL: ReadOptions = { after: 0, maxItems: 10_000, maxBytes: 1e9, recordsOnly: false }
const checkpoints = async ({ store }: RelayRoom, { workspace }: Log) =>
  (await store.read(workspace, ALL)).filter(({ bytes }) => isCheckpoint(bytes))
const LONG = 'a long letter '.repeat(60_000)
/** Longer than the quiet time before a checkpoint, in ms. */
const QUIET = 70_000

describe('[K1] a checkpoint', () => {
  test('is written by one of the writers, once much has come and it is quiet, of everything that is shared', async ({
    room,
    log,
    gather,
  }) => {
    const [one, two] = await gather('worker', 'resident')
    insert(one, LONG)
    await room.pass(5_000)
    expect(await checkpoints(room, log)).toEqual([])
    await room.pass(QUIET)
    expect(await checkpoints(room, log)).toHaveLength(1)
    insert(two, ', you')
    await room.pass(QUIET)
    expect(await checkpoints(room, log)).toHaveLength(1)
    expect([one.alarms, two.alarms, one.session.state().dirty]).toEqual([[], [], false])
  })

  test('is not written while own edits are in flight: it would hold more than the log', async ({
    room,
    log,
    writer,
    gather,
  }) => {
    await log.write(writer, (story) => story.insert(0, LONG))
    const [here] = await gather('worker')
    room.freeze('worker')
    insert(here, ' mine')
    for (let waited = 0; waited < QUIET; waited += 10_000) {
      await room.pass(10_000)
      room.lie('worker', { type: 'pong' })
    }
    room.thaw('worker')
    await room.pass(1_000)
    expect([here.session.state().dirty, await checkpoints(room, log)]).toEqual([false, []])
  })

  test('is not written by a reader', async ({ room, circle, log, writer, gather }) => {
    await circle.invite('worker', 'for friend', { role: 'reader' })
    await circle.join('friend', 'for friend')
    await circle.renew('worker')
    await log.write(writer, (story) => story.insert(0, LONG))
    const [friend] = await gather('friend')
    await room.pass(QUIET)
    expect(friend.story()).toContain('good morning')
    expect(await checkpoints(room, log)).toEqual([])
  })
})

describe('[K2] a new device', () => {
  /** Seals an update as a checkpoint at this place of the log. */
  const addCheckpoint = async (log: Log, by: string, update: Uint8Array, spoilt: Spoilt = {}): Promise<void> => {
    const content = { salts: [], update: new Uint8Array(update) }
    log.append(await log.sealAs(by, content, { ...spoilt, header: { type: 'checkpoint', ...spoilt.header } }))
  }
  const stateOf = async ({ store }: Kept) => decodeCursor((await store.load()).cursor ?? new Uint8Array(0))

  /** The log has a checkpoint, and one more entry. */
  test.override({
    log: async ({ begun: { log, writer } }, use) => {
      await addCheckpoint(log, 'worker', Y.encodeStateAsUpdate(writer.doc))
      await log.write(writer, (story) => story.insert(12, ', all'))
      await use(log)
    },
  })

  test('shows the checkpoint and later entries before it has read the log, and can be written on', async ({
    room,
    circle,
    log,
  }) => {
    await room.hold(log.workspace, log.items)
    const release = holdBackLog(room.store)
    const here = await room.open(circle, 'resident', await keepRecords(log.items))
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

  test.for([0, 3])(
    'switched off after %i items knows that the log has not confirmed it, and asks again',
    async (shown, { room, circle, log }) => {
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store, shown)
      const here = await room.open(circle, 'resident', await keepRecords(log.items))
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

  test.for<[how: string, spoil: (log: Log, writer: Writer) => Promise<void>]>([
    ['does not open', (log) => addCheckpoint(log, 'worker', new Uint8Array(0), { plaintext: createChance('x')(64) })],
    ['is no document', (log) => addCheckpoint(log, 'worker', Uint8Array.of(9, 9, 9))],
    [
      'waits for what is not in it',
      async (log, { doc }) => {
        const beginning = (await log.readAs('worker', log.items.slice(0, -2))).doc
        await addCheckpoint(log, 'worker', Y.encodeStateAsUpdate(doc, Y.encodeStateVector(beginning)))
      },
    ],
  ])(
    'begins with the one before when the newest %s, and hears whose it is',
    async ([, spoil], { room, circle, log, writer }) => {
      await spoil(log, writer)
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store)
      const here = await room.open(circle, 'resident', await keepRecords(log.items))
      await room.pass(1_000)
      expect(here.story()).toBe('good morning, all')
      expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', author: (await holderOf('worker')).id, lost: '' }])
      release()
      await room.until(() => here.session.state().connection === 'online')
      expect(here.alarms).toHaveLength(1)
    },
  )

  test('reads the log alone when the newest is by a person who may not write, and three more do not hold a document', async ({
    room,
    circle,
    log,
  }) => {
    for (let count = 0; count < 3; count++) await addCheckpoint(log, 'worker', Uint8Array.of(9))
    await room.hold(log.workspace, log.items)
    const here = await room.open(circle, 'resident', await keepRecords(log.items))
    await room.until(() => here.session.state().connection === 'online')
    expect(here.story()).toBe('good morning, all')
  })

  describe('that was shown a false checkpoint', () => {
    const lies: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
      ['with words that nobody wrote', (doc) => doc.getText('story').insert(5, 'BYE')],
      ['without words that somebody wrote', (doc) => doc.getText('story').delete(0, 5)],
      ['of an earlier time', (doc) => void doc],
    ]
    const falsify = async (log: Log, lie: (doc: Y.Doc) => void): Promise<Uint8Array> => {
      const doc = (await log.readAs('worker', log.items.slice(0, lies[2]![1] === lie ? -1 : undefined))).doc
      doc.clientID = 4_711
      lie(doc)
      return Y.encodeStateAsUpdate(doc)
    }

    test.for(lies)(
      '%s, ends with the log, keeps its own text, and names the author',
      async ([, lie], { room, circle, log }) => {
        await addCheckpoint(log, 'neighbour', await falsify(log, lie))
        await room.hold(log.workspace, log.items)
        const release = holdBackLog(room.store)
        const here = await room.open(circle, 'resident', await keepRecords(log.items))
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
      },
    )

    test('reports own text inside words that the log never held, so that it can be put elsewhere', async ({
      room,
      circle,
      log,
    }) => {
      await addCheckpoint(log, 'neighbour', await falsify(log, (doc) => doc.getText('story').insert(5, 'BYE BYE')))
      await room.hold(log.workspace, log.items)
      const release = holdBackLog(room.store)
      const here = await room.open(circle, 'resident', await keepRecords(log.items))
      await room.pass(1_000)
      here.doc.getText('story').insert(8, 'what?')
      release()
      await room.until(() => here.rejectedFor.length > 0)
      expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', lost: 'what?' }])
    })

    test('for a place that the log never reached, ends with the log', async ({ room, circle, log }) => {
      const seen = { number: log.items.length, hash: new Uint8Array(16) }
      await addCheckpoint(log, 'neighbour', await falsify(log, lies[0]![1]), { header: { seen } })
      await room.hold(log.workspace, log.items)
      const here = await room.open(circle, 'resident', await keepRecords(log.items))
      await room.until(() => here.rejectedFor.length > 0)
      expect(here.alarms).toMatchObject([{ kind: 'other-log' }, { kind: 'bad-checkpoint' }])
    })
  })
})
