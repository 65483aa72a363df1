/** Entries, their content, clientIDs and presence, compared with bytes made by other primitives. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fromHex, ITEM_CHANGED, recordBytes, toHex, toId, vectors } from '#shared/golden/vectors.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { deriveClientId } from '../document/client-ids.ts'
import { decodeEntryContent, encodeEntryContent, type EntryContent, padme } from './entry-content.ts'
import { type Alarm, createFollower, type Consumed, type Follower } from './follower.ts'
import { startOfLog } from './log-state.ts'
import { openPresence, sealPresence } from '../presence/presence.ts'

const { content, keys } = vectors
const workspace = toId<WorkspaceId>(vectors.workspace.id)
const resident = toId<PersonId>(keys.resident.id)
const worker = toId<PersonId>(keys.worker.id)
const salt = fromHex(content.clients.salt)

const said: EntryContent = {
  salts: [salt],
  firstEdit: content.entry.firstEdit,
  lastEdit: content.entry.lastEdit,
  schema: content.entry.schema,
  update: fromHex(content.entry.update),
}

/** Reads the log of the vectors up to its entry. */
const follow = async (entry: Uint8Array<ArrayBuffer>, as: KeyHolder) => {
  const alarms: Alarm[] = []
  const follower: Follower = createFollower(startOfLog(workspace), as, (alarm) => alarms.push(alarm))
  for (const name of ['root', 'invite', 'join'] as const) await follower.consume(recordBytes(name))
  const consumed: Consumed = await follower.consume(entry)
  return { consumed, alarms, follower }
}
const readAs = (name: 'worker' | 'resident'): Promise<KeyHolder> => deriveKeyHolder(fromHex(keys[name].secret))

test(`clientIDs derive from person and salt — ${ITEM_CHANGED}`, () => {
  expect(deriveClientId(workspace, resident, salt)).toBe(content.clients.resident)
  expect(deriveClientId(workspace, worker, salt)).toBe(content.clients.worker)
})

describe(`an entry — ${ITEM_CHANGED}`, () => {
  test('opens for a member, is accepted, and has its content', async () => {
    const { consumed, alarms, follower } = await follow(fromHex(content.entry.bytes), await readAs('worker'))
    expect(alarms).toEqual([])
    expect(consumed).toEqual({
      kind: 'entry',
      author: resident,
      firstEdit: said.firstEdit,
      update: said.update,
      lastEdit: said.lastEdit,
    })
    expect(toHex(follower.state.hash)).toBe(content.logHashes[4])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, said.update)
    expect(doc.getText('story').toJSON()).toBe('hé')
  })

  test('its content, padded', () => {
    expect(toHex(encodeEntryContent(said))).toBe(content.entry.padded)
    expect(decodeEntryContent(fromHex(content.entry.padded))).toEqual(said)
    expect(content.padme.map(({ length }) => ({ length, padded: padme(length) }))).toEqual(content.padme)
  })

  /** A changed item is malformed or unsigned: never the entry, and never an alarm in anybody's name. */
  test('no version with a flipped byte is accepted', async () => {
    const bytes = fromHex(content.entry.bytes)
    const reader = await readAs('worker')
    const outcomes = await Promise.all(
      Array.from(bytes, async (_, at) => {
        const flipped = bytes.slice()
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        const { consumed, alarms } = await follow(flipped, reader)
        return { at, kind: consumed.kind, alarms: at === 0 ? 0 : alarms.length }
      }),
    )
    expect(outcomes.filter(({ kind, alarms }) => kind === 'entry' || alarms > 0)).toEqual([])
  })
})

describe('presence', () => {
  const place = { workspace, epoch: 0, author: resident }
  const { sealed, awareness } = content.presence
  const epochKeys = () => deriveEpochKeys(fromHex(vectors.workspace.epochSecrets[0] ?? ''), workspace)

  test('seals and opens', async () => {
    const nonce = fromHex(sealed).slice(0, 12)
    const made = await sealPresence(await epochKeys(), place, salt, fromHex(awareness), () => nonce)
    expect(made && toHex(made)).toBe(sealed)
    expect(await openPresence(await epochKeys(), place, fromHex(sealed))).toEqual({
      client: content.clients.resident,
      update: fromHex(awareness),
    })
  })
  test('opens only for its author, epoch and workspace', async () => {
    const elsewhere = [
      { ...place, author: worker },
      { ...place, epoch: 1 },
      { ...place, workspace: toId<WorkspaceId>(keys.worker.id) },
    ]
    for (const other of elsewhere) expect(await openPresence(await epochKeys(), other, fromHex(sealed))).toBeNull()
  })
  test('no version with a flipped byte is accepted', async () => {
    const ring = await epochKeys()
    const opened = await Promise.all(
      Array.from(fromHex(sealed), (_, at) => {
        const flipped = fromHex(sealed)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        return openPresence(ring, place, flipped)
      }),
    )
    expect(opened.every((each) => each === null)).toBe(true)
  })
})
