/** A person asks the relay which plans are theirs: an honest relay, a lying one, and one that says nothing. */
import { expect, test } from 'vitest'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { holderOf } from '#keys/testing/circle.ts'
import { createFakeEnvironment } from '../testing/fake-environment.ts'
import { type ListResult, listWorkspaces, MAX_LISTED } from './list-workspaces.ts'

const person = await holderOf('resident')
const relay = { url: 'wss://relay.weef.test/relay', origin: 'https://relay.weef.test' }
const LIMITS = { itemBytes: 1, logBytes: 1 }
const challenge: RelayFrame = { type: 'challenge', version: 1, nonce: new Uint8Array(32), limits: LIMITS }

const idOf = (number: number): WorkspaceId => {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(0, number)
  return parseWorkspaceId(toBase64url(bytes))!
}
const ask = () => {
  const environment = createFakeEnvironment()
  const asked: Promise<ListResult> = listWorkspaces({ relay, environment, person })
  const socket = environment.sockets[0]!
  return { environment, asked, socket, say: (...frames: RelayFrame[]) => socket.hear(encodeRelayFrames(frames).buffer) }
}

test('the hello names no workspace, and each plan in the answer counts once', async () => {
  const { environment, asked, socket, say } = ask()
  say(challenge)
  await expect.poll(() => socket.sent.length).toBe(1)
  expect(decodeAppFrames(socket.sent[0]!)).toMatchObject([
    { type: 'hello', workspace: null, identity: { kind: 'person', person: person.id }, root: null },
  ])
  say({ type: 'workspaces', ids: [idOf(1), idOf(2), idOf(1)] })
  expect(await asked).toEqual({ ok: true, ids: [idOf(1), idOf(2)] })
  expect([socket.ended(), environment.waiting(), environment.listening()]).toEqual([true, 0, 0])
})

test('of an answer without end a bounded part is taken', async () => {
  const { asked, socket, say } = ask()
  say(challenge)
  await expect.poll(() => socket.sent.length).toBe(1)
  say({ type: 'workspaces', ids: Array.from({ length: 20_000 }, (_, number) => idOf(number)) })
  const answer = await asked
  expect(answer.ok && answer.ids.length).toBe(MAX_LISTED)
})

test('an answer to a question that was not asked yet is none', async () => {
  const { environment, asked, say } = ask()
  say({ type: 'workspaces', ids: [idOf(1)] })
  environment.pass(20_000)
  expect(await asked).toEqual({ ok: false, reason: 'offline' })
})

test.each<[string, (spoken: ReturnType<typeof ask>) => void, ListResult]>([
  ['knows nobody', ({ socket }) => socket.lose(CLOSE.unknown), { ok: false, reason: 'unknown' }],
  ['is overloaded', ({ socket }) => socket.lose(CLOSE.overloaded), { ok: false, reason: 'busy' }],
  ['speaks a newer version', ({ socket }) => socket.lose(CLOSE.outdatedApp), { ok: false, reason: 'outdated-app' }],
  ['speaks an older version', ({ say }) => say({ ...challenge, version: 0 }), { ok: false, reason: 'busy' }],
  ['restarts', ({ socket }) => socket.lose(CLOSE.restart), { ok: false, reason: 'offline' }],
  ['closes with a code of its own', ({ socket }) => socket.lose(4999), { ok: false, reason: 'offline' }],
  ['sends no frames', ({ socket }) => socket.hear(new Uint8Array([255, 255, 255]).buffer), { ok: false, reason: 'offline' }], // prettier-ignore
  ['sends text', ({ socket }) => socket.hear('hello'), { ok: false, reason: 'offline' }],
  ['says nothing', ({ environment }) => environment.pass(20_000), { ok: false, reason: 'offline' }],
  ['is gone with the network', ({ environment }) => environment.goOffline(), { ok: false, reason: 'offline' }],
])('a relay that %s', async (_, happens, answer) => {
  const spoken = ask()
  happens(spoken)
  expect(await spoken.asked).toEqual(answer)
  expect([spoken.socket.ended(), spoken.environment.waiting()]).toEqual([true, 0])
})
