/** Presence: small, sealed, at most five times a second, and only its author’s. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_PRESENCE_BYTES } from '#shared/protocol/limits.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { createChance, holderOf, secretOf } from '#keys/testing/circle.ts'
import { deriveClientId } from '../document/client-ids.ts'
import { onlyClient, openPresence, sealPresence } from './presence.ts'
import { craftAwareness } from '../testing/craft-awareness.ts'

const workspace = toWorkspaceId(secretOf('plan'))
const chance = createChance('presence')
const keys = await deriveEpochKeys(chance(32), workspace)
const salt = chance(8)
const placeOf = async (name: string) => ({ workspace, epoch: 3, author: (await holderOf(name)).id })
const clientOf = async (name: string): Promise<number> => deriveClientId(workspace, (await holderOf(name)).id, salt)

/** Seals as `from`, and opens with the author that the relay stamps. */
const send = async (from: string, update: Uint8Array, stamped = from) => {
  const sealed = await sealPresence(keys, await placeOf(from), salt, update, chance)
  return sealed && openPresence(keys, await placeOf(stamped), sealed)
}
const awarenessOf = async (name: string, state: Record<string, unknown>): Promise<Uint8Array> => {
  const doc = new Y.Doc()
  doc.clientID = await clientOf(name)
  const awareness = new Awareness(doc)
  awareness.setLocalState(state)
  const update = encodeAwarenessUpdate(awareness, [doc.clientID])
  awareness.destroy()
  return update
}

describe('presence', () => {
  test('arrives unchanged, and counts for the author’s own clientID', async () => {
    const update = await awarenessOf('worker', { cursor: 3 })
    const opened = await send('worker', update)
    expect(opened).toEqual({ client: await clientOf('worker'), update })
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    applyAwarenessUpdate(awareness, opened?.update ?? new Uint8Array(0), 'test')
    expect(awareness.getStates().get(await clientOf('worker'))).toEqual({ cursor: 3 })
    awareness.destroy()
  })
  test('nobody moves another’s caret: a state under a foreign clientID is ignored', async () => {
    expect(await send('worker', await awarenessOf('resident', { cursor: 3 }))).toBeNull()
    const both = craftAwareness(
      { client: await clientOf('resident'), json: '{"cursor":9}' },
      { client: await clientOf('worker'), json: '{"cursor":1}' },
    )
    expect((await send('worker', both))?.update).toEqual(
      craftAwareness({ client: await clientOf('worker'), json: '{"cursor":1}' }),
    )
  })
  test('does not open when stamped with another author', async () => {
    expect(await send('worker', await awarenessOf('worker', {}), 'resident')).toBeNull()
  })
  test('larger than 4 kB is not sent', async () => {
    const update = await awarenessOf('worker', { cursor: 'x'.repeat(MAX_PRESENCE_BYTES) })
    expect(await sealPresence(keys, await placeOf('worker'), salt, update, chance)).toBeNull()
    const fits = await awarenessOf('worker', { cursor: 'x'.repeat(3_500) })
    expect((await sealPresence(keys, await placeOf('worker'), salt, fits, chance))?.length).toBeLessThanOrEqual(
      MAX_PRESENCE_BYTES,
    )
  })
  test('a goodbye is a state as well', async () => {
    const gone = craftAwareness({ client: await clientOf('worker'), json: 'null' })
    expect((await send('worker', gone))?.update).toEqual(gone)
  })
  test.each(['', '{', 'undefined', '[1', '"half'])(
    'a state that is no JSON (%j) goes nowhere: it would break who applies it',
    async (json) => {
      expect(await send('worker', craftAwareness({ client: await clientOf('worker'), json }))).toBeNull()
    },
  )
  test.each(['3', '"text"', 'true', '[]'])('a state that is no object (%s) is ignored', async (json) => {
    expect(await send('worker', craftAwareness({ client: await clientOf('worker'), json }))).toBeNull()
  })
  test('any bytes give a value or `null`, never an exception', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.nat(), (bytes, client) => void onlyClient(bytes, client)))
  })
})
