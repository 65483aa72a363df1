/** The log beside a checkpoint's copy (K2): cases found by the simulation. checkpoints.test.ts shows what people see. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createChance, holderOf } from '#keys/testing/circle.ts'
import { deriveClientId } from '../document/client-ids.ts'
import { digestOf } from '../document/doc-digest.ts'
import { createReplay } from './replay.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'

test('a device that was killed between storing the cursor and the copy that it names shows all of the log', async () => {
  const chance = createChance('replay')
  const { id: author } = await holderOf('worker')
  const log = new Y.Doc()
  log.clientID = deriveClientId(toWorkspaceId(chance(16)), author, chance(8))
  log.getText('story').insert(0, 'good morning')
  const replay = createReplay({ seq: 2, digest: digestOf(log), author })
  const screen = new Y.Doc()
  for (const update of replay.take(2, [Y.encodeStateAsUpdate(log)])) Y.applyUpdate(screen, update)
  expect([replay.verdict(), screen.getText('story').toJSON()]).toEqual(['true', 'good morning'])
})
