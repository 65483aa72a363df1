/**
 * An entry that was given up and sent again may still be committed late: over a connection taken for dead, or by a relay that
 * stood still. The late copy counts for nothing, no text is missing, and no alarm is raised.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Circle, createCircleOfThree } from '#keys/testing/circle.ts'
import { createRelayRoom, type Here, type RelayRoom } from '#e2e/testing/relay-room.ts'
import { craftUpdate } from '../testing/craft-update.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

let circle: Circle
let log: Log
let room: RelayRoom
let writer: Writer

beforeEach(async () => {
  circle = await createCircleOfThree()
  log = createLog(circle)
  writer = await log.openDoc('worker')
  room = createRelayRoom()
})
afterEach(() => room.end())

type Bytes = Uint8Array<ArrayBuffer>
/** An entry in flight with all that the writer wrote since then. */
const sealSince = (stateVector: Uint8Array): Promise<Bytes> => {
  const update = new Uint8Array(Y.encodeStateAsUpdate(writer.doc, stateVector))
  return log.sealAs('worker', { salts: [writer.salt], update })
}
const write = (words: string): Promise<Bytes> => {
  const before = Y.encodeStateVector(writer.doc)
  writer.doc.getText('story').insert(writer.doc.getText('story').length, words)
  return sealSince(before)
}
const read = async (): Promise<Here> => {
  const [reader] = (await room.gather(circle, log.items, 'resident')) as [Here]
  return reader
}

test('[E5] [E6] an entry that is sent twice counts once, whichever copy comes first', async () => {
  const nothing = Y.encodeStateVector(writer.doc)
  const late = [await write('one '), await write('two ')]
  const anew = await sealSince(nothing)
  const next = await write('three ')
  for (const item of [late[0]!, anew, late[1]!, next, anew, ...late]) log.append(item)
  const reader = await read()
  expect(reader.story()).toBe('one two three ')
  expect(reader.alarms).toEqual([])
})

test('[E5] [E6] an entry that builds on the author’s own missing text raises no alarm: the author sends it anew', async () => {
  const beginning = await write('one ')
  await write('two ')
  for (const item of [beginning, await write('three ')]) log.append(item)
  const reader = await read()
  expect(reader.story()).toBe('one ')
  expect(reader.alarms).toEqual([])
})

test('[E5] [E6] an entry that refers to, or deletes, another person’s missing text still raises an alarm', async () => {
  const { client: other } = await log.openDoc('resident')
  const { client } = writer
  await log.craft(writer, craftUpdate([{ client, clock: 3, structs: [{ text: '!', origin: [other, 50] }] }]))
  await log.craft(writer, craftUpdate([{ client, clock: 3, structs: [{ text: '!' }] }], [[other, 0, 50]]))
  expect((await read()).alarms).toMatchObject([
    { kind: 'skipped', rule: 'E5' },
    { kind: 'skipped', rule: 'E5' },
  ])
})
