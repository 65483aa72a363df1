/** The reasons why a device does not begin with a checkpoint, and whom they name. */
import { expect, test } from 'vitest'
import type { EntryHeader } from '#shared/protocol/entries.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import * as Y from 'yjs'
import { EMPTY_RING } from '#keys/key-ring.ts'
import { createCircle, holderOf, secretOf } from '#keys/testing/circle.ts'
import { openPreview } from './preview.ts'
import { createLog } from '../testing/log.ts'

test('[K2] one that holds no document names its author, except on a device that lacks its key', async () => {
  const circle = await createCircle('worker')
  const log = createLog(circle)
  const nothing = { salts: [], update: new Uint8Array(0) }
  log.append(await log.sealAs('worker', nothing, { header: { type: 'checkpoint' } }))
  const items = log.items.map((bytes, index) => ({ seq: index + 1, bytes }))
  const openAs = async (name: string) => openPreview(log.workspace, await holderOf(name), items, Infinity, EMPTY_RING)
  const bad = { ok: false, reason: 'bad', before: items.length }
  expect(await openAs('worker')).toEqual({ ...bad, author: (await holderOf('worker')).id })
  expect(await openAs('stranger')).toEqual({ ...bad, author: null })
})

const ELSEWHERE: readonly (readonly [string, Partial<EntryHeader>])[] = [
  ['of another plan', { workspace: toWorkspaceId(secretOf('another plan')) }],
  ['of a place behind it', { seen: { number: 99, hash: new Uint8Array(16) } }],
]
test.each(ELSEWHERE)('[K2] one %s was put here by the relay, and names nobody', async (_, header) => {
  const circle = await createCircle('worker')
  const log = createLog(circle)
  const { doc } = await log.openDoc('worker')
  const whole = { salts: [], update: new Uint8Array(Y.encodeStateAsUpdate(doc)) }
  log.append(await log.sealAs('worker', whole, { header: { type: 'checkpoint', ...header } }))
  const items = log.items.map((bytes, index) => ({ seq: index + 1, bytes }))
  expect(await openPreview(log.workspace, await holderOf('worker'), items, Infinity, EMPTY_RING)).toEqual({
    ok: false,
    reason: 'bad',
    author: null,
    before: items.length,
  })
})
