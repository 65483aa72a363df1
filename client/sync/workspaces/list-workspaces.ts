/**
 * Asks the relay in which workspaces a person takes part (PROTOCOL.md §6: a hello without a workspace). One connection, one
 * answer. What the relay says is a hint: it may leave out workspaces or name others, and each is checked when it is opened.
 */
import { encodeAppFrame, helloBytesToSign } from '#shared/protocol/app-frames.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { NETWORK_LOST } from '../connection/backoff.ts'
import { readFrames } from '../connection/read-frames.ts'
import type { RelayAddress } from '../connection/relay-address.ts'
import type { Environment } from '../environment.ts'

export type ListFailure = 'unknown' | 'offline' | 'busy' | 'outdated-app'
/** `unknown`: the relay knows no workspace of this person. */
export type ListResult =
  | { readonly ok: true; readonly ids: readonly WorkspaceId[] }
  | { readonly ok: false; readonly reason: ListFailure }

export type ListOptions = {
  readonly relay: RelayAddress
  readonly environment: Environment
  readonly person: KeyHolder
}

/** From connect to answer, in ms. */
const TIMEOUT_MS = 20_000
/** The number of workspaces that are taken from an answer: several times what a busy worker has. */
export const MAX_LISTED = 1_000

const failureOf = (code: number): ListFailure => {
  switch (code) {
    case CLOSE.unknown:
    case CLOSE.removed:
      return 'unknown'
    case CLOSE.outdatedApp:
    case CLOSE.malformed:
      return 'outdated-app'
    case CLOSE.overloaded:
    case CLOSE.tooSlow:
      return 'busy'
    default:
      return 'offline'
  }
}

export const listWorkspaces = ({ relay, environment, person }: ListOptions): Promise<ListResult> =>
  new Promise((resolve) => {
    const since = environment.elapsed()
    const socket = environment.openSocket(relay.url)
    const end = (result: ListResult): void => {
      stopTimer()
      stopListening()
      socket.onmessage = socket.onclose = null
      socket.onerror = () => {}
      socket.close()
      resolve(result)
    }
    const fail = (reason: ListFailure): void => end({ ok: false, reason })
    const stopTimer = environment.after(TIMEOUT_MS, () => fail('offline'))
    const stopListening = environment.onOffline(() => fail(failureOf(NETWORK_LOST)))
    let greeted = false

    const greet = async ({ version, nonce }: Extract<RelayFrame, { type: 'challenge' }>): Promise<void> => {
      if (version < PROTOCOL_VERSION) return fail('busy') // an older relay will be updated
      greeted = true
      const hello = {
        version: PROTOCOL_VERSION,
        identity: { kind: 'person', person: person.id },
        workspace: null,
        since: 0,
        logHash: new Uint8Array(SHORT_HASH_BYTES),
        start: 'log',
        root: null,
      } as const
      const signature = await person.sign(helloBytesToSign(relay.origin, nonce, hello))
      socket.send(encodeAppFrame({ type: 'hello', ...hello, signature }))
    }
    const take = (frame: RelayFrame): void => {
      if (frame.type === 'challenge' && !greeted) void greet(frame).catch(() => fail('offline'))
      if (frame.type === 'workspaces' && greeted) end({ ok: true, ids: [...new Set(frame.ids)].slice(0, MAX_LISTED) })
    }
    socket.binaryType = 'arraybuffer'
    socket.onmessage = ({ data }: { readonly data: unknown }) => {
      const frames = readFrames(environment, data, since)
      if (frames === null) return fail('offline')
      frames.forEach(take)
    }
    socket.onclose = ({ code }) => fail(failureOf(code))
    socket.onerror = () => {} // a close event follows
  })
