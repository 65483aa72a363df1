/**
 * Frames from the relay to the app (PROTOCOL.md §6). `message := frame+`, `frame := varUint(type) • body`, so that the
 * relay can send each socket one message a turn, however many frames it holds.
 */
import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeEvery, MalformedError, readBytes, readList, readNumber, readVarBytes, writeList } from './readers.ts'
import { SHORT_HASH_BYTES } from './hash.ts'
import { ID_BYTES, type PersonId, type WorkspaceId } from './ids.ts'
import { readPersonId, readWorkspaceId, writeId } from './id-codec.ts'
import { MAX_ITEM_BYTES, MAX_PRESENCE_BYTES, MAX_RELAY_FRAMES } from './limits.ts'

/** Random bytes of a challenge: a hello is valid for one connection only. */
export const CHALLENGE_BYTES = 32

/** Reasons for which an append is refused. The index is the number on the wire; add at the end. */
export const REFUSALS = [
  'malformed',
  /** A record that does not follow the last one, or breaks a rule: read on and try again (R1). */
  'invalid',
  /** Not a writer, or not of the current epoch: read on and try again (E1). */
  'not-allowed',
  /** `seen` is too old: read on and try again (S2). */
  'stale',
  'too-large',
  'workspace-full',
  'expired',
  'relay-full',
  'rate',
] as const
export type Refusal = (typeof REFUSALS)[number]
/** The largest item and log that this relay takes, in bytes. */
export type Limits = { readonly itemBytes: number; readonly logBytes: number }
/** An item with the time at which the relay received it, in ms: unsigned, therefore shown only as "about". */
export type LoggedItem = { readonly receivedAt: number; readonly bytes: Uint8Array<ArrayBuffer> }

export type RelayFrame =
  | {
      readonly type: 'challenge'
      readonly version: number
      readonly nonce: Uint8Array<ArrayBuffer>
      readonly limits: Limits
    }
  /** Items `firstSeq`, `firstSeq + 1`, … */
  | { readonly type: 'items'; readonly firstSeq: number; readonly items: readonly LoggedItem[] }
  /**
   * The app has everything up to `head`; from now on items come as they are committed. `now`: the relay's clock, ms since
   * 1970.
   */
  | { readonly type: 'live'; readonly head: number; readonly logHash: Uint8Array<ArrayBuffer>; readonly now: number }
  /** The oldest unanswered append is on disk under this number. The frame takes the item's place in the stream. */
  | { readonly type: 'committed'; readonly seq: number; readonly receivedAt: number }
  /** The oldest unanswered append was refused. */
  | { readonly type: 'refused'; readonly reason: Refusal }
  | {
      readonly type: 'presence'
      readonly author: PersonId
      readonly epoch: number
      readonly sealed: Uint8Array<ArrayBuffer>
    }
  | { readonly type: 'workspaces'; readonly ids: readonly WorkspaceId[] }
  | { readonly type: 'pong' }

const CHALLENGE = 0
export const ITEMS = 1
const LIVE = 2
export const COMMITTED = 3
const REFUSED = 4
const PRESENCE = 5
const WORKSPACES = 6
const PONG = 7

const writeRelayFrame = (encoder: encoding.Encoder, frame: RelayFrame): void => {
  switch (frame.type) {
    case 'challenge':
      encoding.writeVarUint(encoder, CHALLENGE)
      encoding.writeVarUint(encoder, frame.version)
      encoding.writeUint8Array(encoder, frame.nonce)
      encoding.writeVarUint(encoder, frame.limits.itemBytes)
      encoding.writeVarUint(encoder, frame.limits.logBytes)
      return
    case 'items':
      encoding.writeVarUint(encoder, ITEMS)
      encoding.writeVarUint(encoder, frame.firstSeq)
      writeList(encoder, frame.items, (to, item) => {
        encoding.writeVarUint(to, item.receivedAt)
        encoding.writeVarUint8Array(to, item.bytes)
      })
      return
    case 'live':
      encoding.writeVarUint(encoder, LIVE)
      encoding.writeVarUint(encoder, frame.head)
      encoding.writeUint8Array(encoder, frame.logHash)
      encoding.writeVarUint(encoder, frame.now)
      return
    case 'committed':
      encoding.writeVarUint(encoder, COMMITTED)
      encoding.writeVarUint(encoder, frame.seq)
      encoding.writeVarUint(encoder, frame.receivedAt)
      return
    case 'refused':
      encoding.writeVarUint(encoder, REFUSED)
      encoding.writeVarUint(encoder, REFUSALS.indexOf(frame.reason))
      return
    case 'presence':
      encoding.writeVarUint(encoder, PRESENCE)
      writeId(encoder, frame.author)
      encoding.writeVarUint(encoder, frame.epoch)
      encoding.writeVarUint8Array(encoder, frame.sealed)
      return
    case 'workspaces':
      encoding.writeVarUint(encoder, WORKSPACES)
      writeList(encoder, frame.ids, writeId)
      return
    case 'pong':
      encoding.writeVarUint(encoder, PONG)
  }
}

const readRefusal = (decoder: decoding.Decoder): RelayFrame => {
  const reason = REFUSALS[readNumber(decoder)]
  if (reason === undefined) throw new MalformedError('no such refusal')
  return { type: 'refused', reason }
}

const readRelayFrame = (decoder: decoding.Decoder): RelayFrame => {
  switch (readNumber(decoder)) {
    case CHALLENGE:
      return {
        type: 'challenge',
        version: readNumber(decoder),
        nonce: readBytes(decoder, CHALLENGE_BYTES),
        limits: { itemBytes: readNumber(decoder), logBytes: readNumber(decoder) },
      }
    case ITEMS:
      return {
        type: 'items',
        firstSeq: readNumber(decoder),
        items: readList(decoder, 2, (from) => ({
          receivedAt: readNumber(from),
          bytes: readVarBytes(from, MAX_ITEM_BYTES),
        })),
      }
    case LIVE:
      return {
        type: 'live',
        head: readNumber(decoder),
        logHash: readBytes(decoder, SHORT_HASH_BYTES),
        now: readNumber(decoder),
      }
    case COMMITTED:
      return { type: 'committed', seq: readNumber(decoder), receivedAt: readNumber(decoder) }
    case REFUSED:
      return readRefusal(decoder)
    case PRESENCE:
      return {
        type: 'presence',
        author: readPersonId(decoder),
        epoch: readNumber(decoder),
        sealed: readVarBytes(decoder, MAX_PRESENCE_BYTES),
      }
    case WORKSPACES:
      return { type: 'workspaces', ids: readList(decoder, ID_BYTES, readWorkspaceId) }
    case PONG:
      return { type: 'pong' }
    default:
      throw new MalformedError('no such frame')
  }
}

export const encodeRelayFrames = (frames: readonly RelayFrame[]): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    for (const frame of frames) writeRelayFrame(encoder, frame)
  }) as Uint8Array<ArrayBuffer>
/** `null` is a malformed message: none of its frames is returned. */
export const decodeRelayFrames = (bytes: Uint8Array): readonly RelayFrame[] | null =>
  decodeEvery(bytes, readRelayFrame, MAX_RELAY_FRAMES)
