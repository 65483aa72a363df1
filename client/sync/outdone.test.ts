/** Found by the simulation: a false checkpoint of a plan in which nobody else has written was begun with again and again. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createCircle } from '#keys/testing/circle.ts'
import { createMemorySyncStore } from '#storage/memory-sync-store.ts'
import { createRelayRoom } from '#testing/relay-room.ts'
import { encodeCursor } from './cursor.ts'
import { startOfLog } from './log-state.ts'
import { createLog } from './testing/log.ts'

test('a false checkpoint is outdone once, also where the log holds no words at all', async () => {
  const room = createRelayRoom()
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  const log = createLog(circle)
  const lie = await log.openDoc('worker')
  lie.doc.getText('story').insert(0, 'nobody wrote this')
  const update = new Uint8Array(Y.encodeStateAsUpdate(lie.doc))
  log.append(await log.sealAs('worker', { salts: [], update }, { header: { type: 'checkpoint' } }))
  await room.hold(log.workspace, log.items)
  const store = createMemorySyncStore()
  await store.addRecords(circle.records.map((bytes, index) => ({ seq: index + 1, bytes })))
  const here = await room.open(circle, 'resident', { store, document: Y.encodeStateAsUpdate(new Y.Doc()) })
  await room.until(() => here.outdoneBy.length > 0)
  await here.leave()
  await store.saveCursor(encodeCursor({ ...startOfLog(log.workspace), records: 0 }))
  const again = await room.open(circle, 'resident', { store, document: here.outdoneBy[0]! })
  await room.until(() => again.session.state().connection === 'online')
  expect([again.outdoneBy, again.story()]).toEqual([[], ''])
  await room.end()
})
