/** The updates that leave this device: all of its own work, once, and nobody else's (PROTOCOL.md §5). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addDeletes, deletesOf, type Range, subtractDeletes } from '../update/delete-set.ts'
import { ownStateVector, stripShared, withoutPending } from './unshared-diff.ts'
import { containsSnapshot, hasUnshared } from './snapshot.ts'
import { advanceClocks, inspectUpdate, isComplete } from '../update/update.ts'

const EMPTY = Uint8Array.of(0, 0)

/** A log that takes updates, and the document that follows from it. */
const createSharedLog = () => {
  const clocks = new Map<number, number>()
  const deletes = new Map<number, readonly Range[]>()
  const updates: Uint8Array[] = []
  const doc = new Y.Doc()
  return {
    doc,
    updates,
    snapshot: { clocks, deletes },
    take(update: Uint8Array): void {
      const inspected = inspectUpdate(update)
      if (inspected === null || !isComplete(inspected, clocks)) throw new Error('The others would skip this.')
      advanceClocks(clocks, inspected)
      addDeletes(deletes, inspected.deletes)
      Y.applyUpdate(doc, update)
      // Deletions by merging stand in no delete set, and belong to the log all the same, as in a session.
      addDeletes(deletes, deletesOf(doc))
      updates.push(update)
    },
  }
}
type SharedLog = ReturnType<typeof createSharedLog>

/** A device whose document was loaded several times: all its clientIDs are its own. */
const createDevice = (first: number) => {
  const doc = new Y.Doc()
  doc.clientID = first
  const own = new Set([first])
  let heard = 0
  return {
    doc,
    own,
    reload(): void {
      doc.clientID += 1
      own.add(doc.clientID)
    },
    hear(log: SharedLog): void {
      for (; heard < log.updates.length; heard++) Y.applyUpdate(doc, log.updates[heard] ?? EMPTY)
    },
    diff(log: SharedLog): Uint8Array | null {
      const stateVector = ownStateVector(doc, own, log.snapshot.clocks)
      const answer = withoutPending(doc, () => Y.encodeStateAsUpdate(doc, stateVector))
      return stripShared(answer, log.snapshot.deletes)
    },
  }
}

const step = fc.record({
  device: fc.nat(2),
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'set', 'share', 'share', 'hear', 'reload'),
  at: fc.nat(1_000),
})

test('the log comes to hold everything that several devices write; each sends only its own work, and only once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const log = createSharedLog()
      const devices = [100, 200, 300].map(createDevice)
      const share = (device: (typeof devices)[number]): void => {
        device.hear(log)
        const update = device.diff(log)
        if (update === null) return
        const inspected = inspectUpdate(update)
        for (const client of inspected?.structs.keys() ?? []) expect(device.own.has(client)).toBe(true)
        log.take(update)
        expect(device.diff(log)).toBeNull()
        expect(hasUnshared(device.doc, device.own, log.snapshot)).toBe(false)
        expect(containsSnapshot(device.doc, log.snapshot)).toBe(true)
        expect(log.doc.getText('story').toJSON()).toBe(device.doc.getText('story').toJSON())
        expect(log.doc.getMap('values').toJSON()).toEqual(device.doc.getMap('values').toJSON())
      }
      for (const { device, kind, at } of steps) {
        const each = devices[device]
        if (each === undefined) continue
        const story = each.doc.getText('story')
        switch (kind) {
          case 'insert':
            story.insert(at % (story.length + 1), `${at}`)
            break
          case 'delete':
            if (story.length > 0) story.delete(at % story.length, Math.min(3, story.length - (at % story.length)))
            break
          case 'set':
            each.doc.getMap('values').set(`${at % 2}`, at)
            break
          case 'hear':
            each.hear(log)
            break
          case 'reload':
            each.reload()
            break
          case 'share':
            share(each)
        }
      }
      for (const each of [...devices, ...devices]) share(each)
      for (const each of devices) each.hear(log)
      for (const { doc } of devices) {
        expect(doc.getText('story').toJSON()).toBe(log.doc.getText('story').toJSON())
        expect(doc.getMap('values').toJSON()).toEqual(log.doc.getMap('values').toJSON())
      }
    }),
    { numRuns: 60 },
  )
})

test('a document without new work has nothing to send', () => {
  const log = createSharedLog()
  const [device = createDevice(0), other = createDevice(1)] = [createDevice(100), createDevice(200)]
  expect(device.diff(log)).toBeNull()
  other.doc.getText('story').insert(0, 'theirs')
  other.doc.getText('story').delete(0, 2)
  log.take(other.diff(log) ?? EMPTY)
  device.hear(log)
  expect(device.diff(log)).toBeNull()
})

test('a deletion is sent alone, however much was deleted before', () => {
  const log = createSharedLog()
  const device = createDevice(100)
  const story = device.doc.getText('story')
  story.insert(0, 'a'.repeat(2_000))
  for (let at = 0; at < 500; at++) story.delete(at, 1)
  log.take(device.diff(log) ?? EMPTY)
  story.delete(700, 1)
  expect(hasUnshared(device.doc, device.own, log.snapshot)).toBe(true)
  const update = device.diff(log) ?? EMPTY
  expect(update.length).toBeLessThan(12)
  log.take(update)
  expect(log.doc.getText('story').length).toBe(1_499)
})

test('deletions by merging are nobody’s work; deletions by people are, also by a person who never wrote a word', () => {
  const log = createSharedLog()
  const [writer, other, reader] = [createDevice(100), createDevice(200), createDevice(300)]
  /** A log read into a document that has everything: nothing is left to merge, and only entries bring deletions. */
  const readAnew = () => {
    const deletes = new Map<number, readonly Range[]>()
    for (const update of log.updates) addDeletes(deletes, inspectUpdate(update)?.deletes ?? new Map())
    return { clocks: log.snapshot.clocks, deletes }
  }
  const hasWork = ({ doc, own }: ReturnType<typeof createDevice>) => hasUnshared(doc, own, readAnew())
  reader.doc.gc = false // an undo manager keeps deleted content in the same way, so it can still be read
  const lists = writer.doc.getArray<Y.Array<string>>('lists')
  lists.insert(0, [new Y.Array()])
  log.take(writer.diff(log) ?? EMPTY)
  other.hear(log)
  other.doc.getArray<Y.Array<string>>('lists').get(0).insert(0, ['inside what goes'])
  lists.delete(0, 1)
  for (const { doc } of [writer, other]) doc.getMap('values').set('key', doc.clientID)
  for (const device of [writer, other]) log.take(device.diff(log) ?? EMPTY)
  for (const device of [reader, writer, other]) {
    device.hear(log)
    expect(subtractDeletes(deletesOf(device.doc), readAnew().deletes).size).toBeGreaterThan(0)
    expect(hasWork(device)).toBe(false)
  }
  other.doc.getText('story').insert(0, 'words')
  log.take(other.diff(log) ?? EMPTY)
  reader.hear(log)
  reader.doc.getText('story').delete(0, 1)
  writer.doc.getText('story').insert(0, 'mine')
  expect([hasWork(reader), hasWork(writer), hasWork(other)]).toEqual([true, true, false])
})

test('pending structs of others never leave with own ones', () => {
  const log = createSharedLog()
  const device = createDevice(100)
  const stranger = new Y.Doc()
  stranger.clientID = 900
  stranger.getText('story').insert(0, 'one')
  const first = Y.encodeStateVector(stranger)
  stranger.getText('story').insert(3, 'two')
  Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(stranger, first))
  expect(device.doc.store.pendingStructs).not.toBeNull()
  device.doc.getText('story').insert(0, 'mine')
  const update = inspectUpdate(device.diff(log) ?? EMPTY)
  expect([...(update?.structs.keys() ?? [])]).toEqual([100])
})

test('own structs that wait for a row the disk lost do not leave with a gap, and come back into view', () => {
  const log = createSharedLog()
  const written = new Y.Doc()
  written.clientID = 100
  written.getText('story').insert(0, 'lost')
  const first = Y.encodeStateVector(written)
  written.getText('story').insert(4, 'kept')
  const device = createDevice(100)
  device.reload()
  Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(written, first))
  expect(device.diff(log)).toBeNull()
  expect(device.doc.store.pendingStructs).not.toBeNull()
})
