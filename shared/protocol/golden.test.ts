/** Ids, hashes, frames and entries against the golden vectors. */
import { describe, expect, test } from 'vitest'
import { FRAME_CHANGED, fromHex, ITEM_CHANGED, toHex, toId, vectors } from '../golden/vectors.ts'
import { type AppFrame, decodeAppFrames, encodeAppFrame, helloBytesToSign, type HelloFields } from './app-frames.ts'
import { decodeEntry, encodeEntry, encodeEntryHeader, type EntryHeader } from './entries.ts'
import type { Locator, PersonId, WorkspaceId } from './ids.ts'
import { PROTOCOL_VERSION, SUITE } from './limits.ts'
import { eraseItem, firstLogHash, itemHash, itemKind, nextLogHash, shortHash } from './log.ts'
import { decodeRelayFrames, encodeRelayFrames, type RelayFrame } from './relay-frames.ts'
import { verifySignature } from '../chain/signatures.ts'

const { frames, content, keys } = vectors
const workspace = toId<WorkspaceId>(vectors.workspace.id)
const resident = toId<PersonId>(keys.resident.id)
const locator = toId<Locator>(keys.invitation.locator)
const logHash = fromHex(content.logHashes[3] ?? '').slice(0, 16)
const sealed = fromHex(content.presence.sealed)

const helloPerson: HelloFields = {
  version: 1,
  identity: { kind: 'person', person: resident },
  workspace,
  since: 300,
  logHash,
  start: 'log',
  root: fromHex(vectors.records.root.bytes),
}
const helloInvitation: HelloFields = {
  version: 1,
  identity: { kind: 'invitation', locator },
  workspace: null,
  since: 0,
  logHash: new Uint8Array(16),
  start: 'checkpoint',
  root: null,
}
const signatureOf = (hello: string): Uint8Array<ArrayBuffer> => fromHex(hello).slice(-64)

const APP_FRAMES: Record<keyof typeof frames.app, AppFrame> = {
  helloPerson: { type: 'hello', ...helloPerson, signature: signatureOf(frames.app.helloPerson) },
  helloInvitation: { type: 'hello', ...helloInvitation, signature: signatureOf(frames.app.helloInvitation) },
  append: { type: 'append', item: fromHex(content.entry.bytes) },
  presence: { type: 'presence', epoch: 5, sealed },
  ping: { type: 'ping' },
}
const RELAY_FRAMES: Record<keyof typeof frames.relay, RelayFrame> = {
  challenge: {
    type: 'challenge',
    version: 1,
    nonce: fromHex(frames.challenge),
    limits: { itemBytes: 4_194_304, logBytes: 268_435_456 },
  },
  items: {
    type: 'items',
    firstSeq: 300,
    items: [
      { receivedAt: 1_800_000_000_000, bytes: Uint8Array.of(1, 2) },
      { receivedAt: 1_800_000_000_001, bytes: Uint8Array.of(3) },
    ],
  },
  live: { type: 'live', head: 301, logHash, now: 1_800_000_000_003 },
  committed: { type: 'committed', seq: 302, receivedAt: 1_800_000_000_002 },
  refused: { type: 'refused', reason: 'rate' },
  presence: { type: 'presence', author: resident, epoch: 5, sealed },
  workspaces: { type: 'workspaces', ids: [workspace] },
  pong: { type: 'pong' },
}

test('these vectors are of this suite and this protocol version', () => {
  expect([SUITE, PROTOCOL_VERSION]).toEqual([1, 1])
})

describe(`frames of the app — ${FRAME_CHANGED}`, () => {
  test.each(Object.entries(APP_FRAMES))('%s', (name, frame) => {
    const bytes = frames.app[name as keyof typeof frames.app]
    expect(toHex(encodeAppFrame(frame))).toBe(bytes)
    expect(decodeAppFrames(fromHex(bytes))).toEqual([frame])
  })
  test('several in one message', () => {
    expect(decodeAppFrames(fromHex(frames.appTogether))).toEqual([APP_FRAMES.append, APP_FRAMES.ping])
  })
  test('a hello signs the origin, the challenge and every field', async () => {
    const challenge = fromHex(frames.challenge)
    const check = (hello: HelloFields, key: string, signature: Uint8Array<ArrayBuffer>) =>
      verifySignature(fromHex(key), helloBytesToSign(frames.origin, challenge, hello), signature)
    const signature = signatureOf(frames.app.helloPerson)
    expect(await check(helloPerson, keys.resident.signPoint, signature)).toBe(true)
    expect(await check(helloInvitation, keys.invitation.signPoint, signatureOf(frames.app.helloInvitation))).toBe(true)
    const others: Partial<HelloFields>[] = [
      { version: 2 },
      { identity: { kind: 'invitation', locator } },
      { workspace: null },
      { since: 301 },
      { logHash: new Uint8Array(16) },
      { start: 'checkpoint' },
      { root: null },
    ]
    for (const other of others)
      expect(await check({ ...helloPerson, ...other }, keys.resident.signPoint, signature)).toBe(false)
  })
})

describe(`frames of the relay — ${FRAME_CHANGED}`, () => {
  test.each(Object.entries(RELAY_FRAMES))('%s', (name, frame) => {
    const bytes = frames.relay[name as keyof typeof frames.relay]
    expect(toHex(encodeRelayFrames([frame]))).toBe(bytes)
    expect(decodeRelayFrames(fromHex(bytes))).toEqual([frame])
  })
  test('several in one message', () => {
    const together = [RELAY_FRAMES.committed, RELAY_FRAMES.live, RELAY_FRAMES.pong]
    expect(toHex(encodeRelayFrames(together))).toBe(frames.relayTogether)
    expect(decodeRelayFrames(fromHex(frames.relayTogether))).toEqual(together)
  })
})

describe(`the log — ${ITEM_CHANGED}`, () => {
  const { records } = vectors
  const items = [records.root, records.invite, records.join, content.entry].map(({ bytes }) => fromHex(bytes))
  test('its log hash', () => {
    const hashes = [firstLogHash(workspace)]
    for (const item of items) hashes.push(nextLogHash(hashes.at(-1) ?? new Uint8Array(0), item))
    expect(hashes.map(toHex)).toEqual(content.logHashes)
  })
  test('an erased entry leaves its hash, so that the log hash still holds', () => {
    const entry = fromHex(content.entry.bytes)
    expect(toHex(eraseItem(entry))).toBe(content.erased)
    expect(itemHash(fromHex(content.erased))).toEqual(itemHash(entry))
    expect([...items, fromHex(content.erased)].map(itemKind)).toEqual(['record', 'record', 'record', 'entry', 'erased'])
    expect(itemKind(Uint8Array.of(3))).toBeNull()
    expect(itemKind(new Uint8Array(0))).toBeNull()
  })
})

test(`an entry's header and frame — ${ITEM_CHANGED}`, () => {
  const header: EntryHeader = {
    type: 'update',
    workspace,
    epoch: 0,
    author: resident,
    seen: { number: 3, hash: logHash },
    lastRecord: { number: 2, hash: shortHash(fromHex(vectors.records.join.hash)) },
  }
  const entry = {
    headerBytes: fromHex(content.entry.header),
    nonce: fromHex(content.entry.nonce),
    ciphertext: fromHex(content.entry.ciphertext),
    signature: fromHex(content.entry.bytes).slice(-64),
  }
  expect(toHex(encodeEntryHeader(header))).toBe(content.entry.header)
  expect(toHex(encodeEntry(entry))).toBe(content.entry.bytes)
  expect(decodeEntry(fromHex(content.entry.bytes))).toEqual({ header, ...entry })
})
