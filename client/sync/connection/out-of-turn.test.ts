/**
 * An entry that was given up and sent again may still be committed late: over a connection taken for dead, or by a relay that
 * stood still. The late copy counts for nothing, no text is missing, and no alarm is raised.
 */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { test } from '#e2e/testing/room-test.ts'
import { craftUpdate } from '../testing/craft-update.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

test.override({
  log: async ({ circle }, use) => use(createLog(circle)),
  writer: async ({ log }, use) => use(await log.openDoc('worker')),
})

/** An entry in flight with all that the writer wrote since then. */
const sealSince = (log: Log, writer: Writer, stateVector: Uint8Array) => {
  const update = new Uint8Array(Y.encodeStateAsUpdate(writer.doc, stateVector))
  return log.sealAs('worker', { salts: [writer.salt], update })
}
const write = (log: Log, writer: Writer, words: string) => {
  const before = Y.encodeStateVector(writer.doc)
  writer.doc.getText('story').insert(writer.doc.getText('story').length, words)
  return sealSince(log, writer, before)
}

test('[E5] [E6] an entry that is sent twice counts once, whichever copy comes first', async ({
  log,
  writer,
  gather,
}) => {
  const nothing = Y.encodeStateVector(writer.doc)
  const late = [await write(log, writer, 'one '), await write(log, writer, 'two ')]
  const anew = await sealSince(log, writer, nothing)
  const next = await write(log, writer, 'three ')
  for (const item of [late[0]!, anew, late[1]!, next, anew, ...late]) log.append(item)
  const [reader] = await gather('resident')
  expect(reader.story()).toBe('one two three ')
  expect(reader.alarms).toEqual([])
})

test('[E5] [E6] an entry that builds on the author’s own missing text raises no alarm: the author sends it anew', async ({
  log,
  writer,
  gather,
}) => {
  const beginning = await write(log, writer, 'one ')
  await write(log, writer, 'two ')
  for (const item of [beginning, await write(log, writer, 'three ')]) log.append(item)
  const [reader] = await gather('resident')
  expect(reader.story()).toBe('one ')
  expect(reader.alarms).toEqual([])
})

test('[E5] [E6] an entry that refers to, or deletes, another person’s missing text still raises an alarm', async ({
  log,
  writer,
  gather,
}) => {
  const { client: other } = await log.openDoc('resident')
  const { client } = writer
  await log.craft(writer, craftUpdate([{ client, clock: 3, structs: [{ text: '!', origin: [other, 50] }] }]))
  await log.craft(writer, craftUpdate([{ client, clock: 3, structs: [{ text: '!' }] }], [[other, 0, 50]]))
  const [reader] = await gather('resident')
  expect(reader.alarms).toMatchObject([
    { kind: 'skipped', rule: 'E5' },
    { kind: 'skipped', rule: 'E5' },
  ])
})
