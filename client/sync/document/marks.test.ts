/** Bold and italic by several people at once: Yjs's own tidying must not count as anybody's work (C1, K2). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { createRelayRoom, type Here, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { digestOf } from './doc-digest.ts'
import { createReplay } from '../checkpoint/replay.ts'
import { createLog, type Log } from '../testing/log.ts'

let circle: Circle
let log: Log
let room: RelayRoom
/** The updates of the three entries. */
let updates: Uint8Array[]

const lineOf = (doc: Y.Doc): Y.XmlText => doc.getXmlFragment('page').get(0) as Y.XmlText

/** Two people made the same words bold before they heard of each other, and left; the neighbour only reads. */
beforeEach(async () => {
  circle = await createCircle('worker')
  for (const [name, role] of [
    ['resident', 'editor'],
    ['neighbour', 'reader'],
  ] as const) {
    await circle.invite('worker', `for ${name}`, { role })
    await circle.join(name, `for ${name}`)
  }
  await circle.renew('worker')
  log = createLog(circle)
  const [first, second] = [await log.openDoc('worker'), await log.openDoc('resident')]
  updates = []
  first.doc.on('update', (update) => updates.push(update))
  await log.write(first, () => first.doc.getXmlFragment('page').insert(0, [new Y.XmlText('good morning')]))
  Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc))
  second.doc.on('update', (update) => updates.push(update))
  for (const each of [first, second]) await log.write(each, () => lineOf(each.doc).format(0, 9, { bold: true }))
  room = createRelayRoom()
})
afterEach(async () => {
  await room.end()
  expect(room.errors).toEqual([])
})

/** A reader who has read the words, and not yet the two marks. */
const gather = async (...names: readonly string[]): Promise<Here[]> => {
  const all = await room.gather(circle, log.items.slice(0, -2), ...names)
  room.replace(createMemoryStore())
  await room.hold(log.workspace, log.items)
  await room.pass(10_000)
  return all
}
const isShared = ({ session }: Here) => [session.state().connection, session.state().dirty]

test('a reader is not told of unshared work, also after a restart', async () => {
  const [reader] = (await gather('neighbour')) as [Here]
  expect(isShared(reader)).toEqual(['online', false])
  const again = await room.open(circle, 'neighbour', await reader.leave())
  await room.pass(10_000)
  expect(isShared(again)).toEqual(['online', false])
  expect(lineOf(again.doc).toString()).toBe('<bold>good morn</bold>ing')
})

test('a writer’s device sends nothing of it by itself; a mark that its writer removes is sent', async () => {
  const [worker, reader] = (await gather('worker', 'neighbour')) as [Here, Here]
  expect(await room.countEntries(log.workspace)).toBe(3)
  lineOf(worker.doc).format(0, 9, { bold: null })
  await room.pass(10_000)
  for (const each of [worker, reader]) {
    expect(isShared(each)).toEqual(['online', false])
    expect(lineOf(each.doc).toString()).toBe('good morning')
  }
})

test.each([1, 2, 3])(
  '[K2] a checkpoint’s copy is true for a device that reads the log %i entries at a time',
  async (size) => {
    const [worker] = (await gather('worker')) as [Here]
    const { id: author } = await holderOf('worker')
    const replay = createReplay({ seq: updates.length, digest: digestOf(worker.doc), author })
    for (let read = 0; read < updates.length; read += size)
      replay.take(Math.min(read + size, updates.length), updates.slice(read, read + size))
    expect(replay.verdict()).toBe('true')
  },
)
