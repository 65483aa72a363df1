/** Bold and italic by several people at once: Yjs's own tidying must not count as anybody's work (C1, K2). */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import type { Here } from '#e2e/testing/relay-room.ts'
import { type Gather, test as base } from '#e2e/testing/room-test.ts'
import { digestOf } from './doc-digest.ts'
import { createReplay } from '../checkpoint/replay.ts'
import { createLog, type Log } from '../testing/log.ts'

const lineOf = (doc: Y.Doc): Y.XmlText => doc.getXmlFragment('page').get(0) as Y.XmlText

const test = base.extend<{ circle: Circle; updates: Uint8Array[]; log: Log; gather: Gather }>({
  /* oxlint-disable no-empty-pattern -- vitest reads the fixtures from the pattern. */
  circle: async ({}, use) => {
    const circle = await createCircle('worker')
    await circle.invite('worker', 'for resident')
    await circle.join('resident', 'for resident')
    await circle.invite('worker', 'for neighbour', { role: 'reader' })
    await circle.join('neighbour', 'for neighbour')
    await circle.renew('worker')
    await use(circle)
  },
  /** Of the three entries. */
  updates: async ({}, use) => use([]),
  /** Two people made the same words bold before they heard of each other, and left; the neighbour only reads. */
  log: async ({ circle, updates }, use) => {
    const log = createLog(circle)
    const [first, second] = [await log.openDoc('worker'), await log.openDoc('resident')]
    first.doc.on('update', (update) => updates.push(update))
    await log.write(first, () => first.doc.getXmlFragment('page').insert(0, [new Y.XmlText('good morning')]))
    Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc))
    second.doc.on('update', (update) => updates.push(update))
    for (const each of [first, second]) await log.write(each, () => lineOf(each.doc).format(0, 9, { bold: true }))
    await use(log)
  },
  /** Readers who have read the words, and not yet the two marks. */
  gather: async ({ room, circle, log }, use) =>
    use(async (...names) => {
      const all = await room.gather(circle, log.items.slice(0, -2), ...names)
      room.replace(createMemoryStore())
      await room.hold(log.workspace, log.items)
      await room.pass(10_000)
      return all
    }),
})

const isShared = ({ session }: Here) => [session.state().connection, session.state().dirty]

test('a reader is not told of unshared work, also after a restart', async ({ room, circle, gather }) => {
  const [reader] = await gather('neighbour')
  expect(isShared(reader)).toEqual(['online', false])
  const again = await room.open(circle, 'neighbour', await reader.leave())
  await room.pass(10_000)
  expect(isShared(again)).toEqual(['online', false])
  expect(lineOf(again.doc).toString()).toBe('<bold>good morn</bold>ing')
})

test('a writer’s device sends nothing of it by itself; a mark that its writer removes is sent', async ({
  room,
  log,
  gather,
}) => {
  const [worker, reader] = await gather('worker', 'neighbour')
  expect(await room.countEntries(log.workspace)).toBe(3)
  lineOf(worker.doc).format(0, 9, { bold: null })
  await room.pass(10_000)
  for (const each of [worker, reader]) {
    expect(isShared(each)).toEqual(['online', false])
    expect(lineOf(each.doc).toString()).toBe('good morning')
  }
})

test.for([1, 2, 3])(
  '[K2] a checkpoint’s copy is true for a device that reads the log %i entries at a time',
  async (size, { gather, updates }) => {
    const [worker] = await gather('worker')
    const { id: author } = await holderOf('worker')
    const replay = createReplay({ seq: updates.length, digest: digestOf(worker.doc), author })
    for (let read = 0; read < updates.length; read += size)
      replay.take(Math.min(read + size, updates.length), updates.slice(read, read + size))
    expect(replay.verdict()).toBe('true')
  },
)
