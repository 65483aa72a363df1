/** Found by the simulation: the state that a false checkpoint leaves behind. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { createCircle } from '#keys/testing/circle.ts'
import { holdBackLog } from '#e2e/testing/hold-back-log.ts'
import type { RelayRoom } from '#e2e/testing/relay-room.ts'
import { keepRecords, test } from '#e2e/testing/room-test.ts'
import { encodeCursor } from '../log/cursor.ts'
import { startOfLog } from '../log/log-state.ts'
import { createLog } from '../testing/log.ts'

/** A resident's device at a relay whose newest checkpoint holds words that nobody wrote. */
const showLie = async (room: RelayRoom) => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  const log = createLog(circle)
  const lie = await log.openDoc('worker')
  lie.doc.getText('story').insert(0, 'nobody wrote this')
  const update = new Uint8Array(Y.encodeStateAsUpdate(lie.doc))
  log.append(await log.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))
  await room.hold(log.workspace, log.items)
  return { circle, log, kept: await keepRecords(log.items) }
}

test('a false checkpoint is rejected once, also when the log holds no text at all', async ({ room }) => {
  const { circle, log, kept } = await showLie(room)
  const here = await room.open(circle, 'resident', kept)
  await room.until(() => here.rejectedFor.length > 0)
  await here.leave()
  await kept.store.saveCursor(encodeCursor({ ...startOfLog(log.workspace), records: 0 }))
  const again = await room.open(circle, 'resident', { ...kept, document: here.rejectedFor[0]! })
  await room.until(() => again.session.state().connection === 'online')
  expect([again.rejectedFor, again.story()]).toEqual([[], ''])
})

test('text written on it is handed back, also from a disk that kept the text and lost what it refers to', async ({
  room,
}) => {
  const { circle, kept } = await showLie(room)
  const release = holdBackLog(room.store)
  const here = await room.open(circle, 'resident', kept)
  await room.until(() => here.story() !== '')
  const before = Y.encodeStateVector(here.doc)
  here.doc.getText('story').insert(6, 'in between')
  const words = Y.encodeStateAsUpdate(here.doc, before)
  await here.leave()
  const again = await room.open(circle, 'resident', { ...kept, document: words })
  release()
  await room.until(() => again.rejectedFor.length > 0)
  expect(again.alarms).toMatchObject([{ kind: 'bad-checkpoint', lost: 'in between' }])
})

test('a checkpoint of a log that the relay lost accuses nobody, and the authors give the lost text back', async ({
  room,
}) => {
  const { circle, log, kept } = await showLie(room)
  const release = holdBackLog(room.store)
  const here = await room.open(circle, 'resident', kept)
  await room.until(() => here.story() !== '')
  release()
  room.replace(await room.backup(log.workspace, 3))
  await room.until(() => here.rejectedFor.length > 0)
  expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', author: null }])
})

test('a copy whose log was lost and given back is replaced by that log', async ({ room }) => {
  const { circle, log, kept } = await showLie(room)
  const release = holdBackLog(room.store)
  const here = await room.open(circle, 'resident', kept)
  await room.until(() => here.story() !== '')
  release()
  room.replace(await room.backup(log.workspace, 2))
  await room.until(() => typeof here.session.state().connection === 'object')
  const other = await room.open(circle, 'worker', await keepRecords(log.items))
  await room.until(() => typeof other.session.state().connection === 'object')
  await other.session.repair()
  await room.until(() => other.session.state().connection === 'online')
  for (const text of ['one', 'two', 'three']) {
    other.doc.getText('story').insert(0, text)
    await room.pass(3_000)
  }
  await here.session.repair()
  await room.until(() => here.rejectedFor.length > 0)
  expect(here.alarms).toMatchObject([{ kind: 'bad-checkpoint', author: null }])
})
