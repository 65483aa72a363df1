/** A relay with one log that does one thing at a time, when told to, for tests that decide the order of everything. */
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { advanceLog, startOfLog } from '../log/log-state.ts'
import type { FakeSocket } from './fake-environment.ts'

type Bytes = Uint8Array<ArrayBuffer>
const LIMITS = { itemBytes: 4_000_000, logBytes: 4_000_000 }

export type ScriptedRelay = {
  readonly items: readonly Bytes[]
  /** Sends its next message over this socket; `false` when there is none. */
  speak(socket: FakeSocket): boolean
}

/** The frames that one connection was sent, and has read, so far. */
type Talk = { read: number; greeted: boolean; challenged: boolean; shown: number; live: boolean }

/** `page`: the number of items in one page. */
export const createScriptedRelay = (workspace: WorkspaceId, log: readonly Bytes[], page: number): ScriptedRelay => {
  const items = [...log]
  const talks = new Map<FakeSocket, Talk>()
  const hashAt = (seq: number): Bytes => {
    const state = startOfLog(workspace)
    for (const item of items.slice(0, seq)) advanceLog(state, item)
    return shortHash(state.hash)
  }
  const talkOver = (socket: FakeSocket): Talk => {
    const talk = talks.get(socket) ?? { read: 0, greeted: false, challenged: false, shown: 0, live: false }
    talks.set(socket, talk)
    return talk
  }
  const hear = (talk: Talk, socket: FakeSocket): RelayFrame | null => {
    const frames = decodeAppFrames(socket.sent[talk.read] ?? new Uint8Array(0)) ?? []
    talk.read += 1
    const [frame] = frames
    if (frame?.type === 'hello') {
      talk.greeted = true
      talk.shown = frame.since
    }
    if (frame?.type === 'ping') return { type: 'pong' }
    if (frame?.type !== 'append' || !talk.live) return null
    items.push(frame.item)
    talk.shown = items.length
    return { type: 'committed', seq: items.length, receivedAt: 1_000 }
  }
  const nextFrame = (talk: Talk, socket: FakeSocket): RelayFrame | null => {
    if (!talk.challenged) {
      talk.challenged = true
      return { type: 'challenge', version: 1, nonce: new Uint8Array(32), limits: LIMITS }
    }
    if (talk.greeted && talk.shown < items.length) {
      const shown = items.slice(talk.shown, talk.shown + page)
      const firstSeq = talk.shown + 1
      talk.shown += shown.length
      return { type: 'items', firstSeq, items: shown.map((bytes) => ({ receivedAt: 1_000, bytes })) }
    }
    if (talk.greeted && !talk.live) {
      talk.live = true
      return { type: 'live', head: items.length, logHash: hashAt(items.length), now: 1_000 }
    }
    return talk.read < socket.sent.length ? hear(talk, socket) : null
  }
  return {
    items,
    speak(socket) {
      if (socket.ended()) return false
      const talk = talkOver(socket)
      const before = talk.read
      const frame = nextFrame(talk, socket)
      if (frame !== null) socket.hear(encodeRelayFrames([frame]).buffer)
      return frame !== null || talk.read !== before
    },
  }
}
