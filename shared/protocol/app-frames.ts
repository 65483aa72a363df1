/**
 * Frames from the app to the relay (PROTOCOL.md §6). `message := frame+`, `frame := varUint(type) • body`: one WebSocket
 * message may carry several frames.
 */
import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { concatBytes } from './bytes.ts'
import { decodeEvery, MalformedError, readBytes, readNumber, readVarBytes, viewVarBytes } from './readers.ts'
import { labelBytes, SHORT_HASH_BYTES } from './hash.ts'
import { type Locator, type PersonId, type WorkspaceId } from './ids.ts'
import { readLocator, readPersonId, readWorkspaceId, writeId } from './id-codec.ts'
import { MAX_APP_FRAMES, MAX_ITEM_BYTES, MAX_PRESENCE_BYTES, SIGNATURE_BYTES } from './limits.ts'

const MAX_ORIGIN_BYTES = 300 // a host name has at most 253 characters (RFC 1035 §2.3.4)

export type Identity =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'invitation'; readonly locator: Locator }
/** Where a new device wants to start: with the whole log, or with the newest checkpoint (S5). */
export const STARTS = ['log', 'checkpoint'] as const
export type HelloFields = {
  readonly version: number
  readonly identity: Identity
  /** `null` asks for the list of my workspaces instead. */
  readonly workspace: WorkspaceId | null
  /** The last item that this device has, and the log hash at it (16 bytes). */
  readonly since: number
  readonly logHash: Uint8Array<ArrayBuffer>
  readonly start: (typeof STARTS)[number]
  /** The root record, in case the relay does not have this workspace. */
  readonly root: Uint8Array<ArrayBuffer> | null
}
export type AppFrame =
  | ({ readonly type: 'hello' } & HelloFields & { readonly signature: Uint8Array<ArrayBuffer> })
  /** The decoded item is a view into its message: copy it to keep it. */
  | { readonly type: 'append'; readonly item: Uint8Array<ArrayBuffer> }
  | { readonly type: 'presence'; readonly epoch: number; readonly sealed: Uint8Array<ArrayBuffer> }
  | { readonly type: 'ping' }

const HELLO = 0
const APPEND = 1
const PRESENCE = 2
const PING = 3
const NOTHING = new Uint8Array(0)

const writeHelloFields = (encoder: encoding.Encoder, hello: HelloFields): void => {
  encoding.writeVarUint(encoder, hello.version)
  encoding.writeVarUint(encoder, hello.identity.kind === 'person' ? 0 : 1)
  writeId(encoder, hello.identity.kind === 'person' ? hello.identity.person : hello.identity.locator)
  encoding.writeVarUint(encoder, hello.workspace === null ? 0 : 1)
  if (hello.workspace !== null) writeId(encoder, hello.workspace)
  encoding.writeVarUint(encoder, hello.since)
  encoding.writeUint8Array(encoder, hello.logHash)
  encoding.writeVarUint(encoder, STARTS.indexOf(hello.start))
  encoding.writeVarUint8Array(encoder, hello.root ?? NOTHING)
}

const readFlag = (decoder: decoding.Decoder): boolean => readNumber(decoder, 1) === 1

const readHello = (decoder: decoding.Decoder): AppFrame => {
  const version = readNumber(decoder)
  const identity: Identity = readFlag(decoder)
    ? { kind: 'invitation', locator: readLocator(decoder) }
    : { kind: 'person', person: readPersonId(decoder) }
  const workspace = readFlag(decoder) ? readWorkspaceId(decoder) : null
  const since = readNumber(decoder)
  const logHash = readBytes(decoder, SHORT_HASH_BYTES)
  const start = STARTS[readNumber(decoder)]
  if (start === undefined) throw new MalformedError('no such start')
  const root = readVarBytes(decoder, MAX_ITEM_BYTES)
  const signature = readBytes(decoder, SIGNATURE_BYTES)
  return {
    type: 'hello',
    version,
    identity,
    workspace,
    since,
    logHash,
    start,
    root: root.length === 0 ? null : root,
    signature,
  }
}

/** What a hello's signature covers: the relay's origin, the connection's challenge, and every field. */
export const helloBytesToSign = (origin: string, nonce: Uint8Array, hello: HelloFields): Uint8Array<ArrayBuffer> =>
  concatBytes(
    labelBytes('weef/hello'),
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, origin.slice(0, MAX_ORIGIN_BYTES))
      encoding.writeUint8Array(encoder, nonce)
      writeHelloFields(encoder, hello)
    }),
  )

const writeAppFrame = (encoder: encoding.Encoder, frame: AppFrame): void => {
  switch (frame.type) {
    case 'hello':
      encoding.writeVarUint(encoder, HELLO)
      writeHelloFields(encoder, frame)
      encoding.writeUint8Array(encoder, frame.signature)
      return
    case 'append':
      encoding.writeVarUint(encoder, APPEND)
      encoding.writeVarUint8Array(encoder, frame.item)
      return
    case 'presence':
      encoding.writeVarUint(encoder, PRESENCE)
      encoding.writeVarUint(encoder, frame.epoch)
      encoding.writeVarUint8Array(encoder, frame.sealed)
      return
    case 'ping':
      encoding.writeVarUint(encoder, PING)
  }
}

const readAppFrame = (decoder: decoding.Decoder): AppFrame => {
  switch (readNumber(decoder)) {
    case HELLO:
      return readHello(decoder)
    case APPEND:
      return { type: 'append', item: viewVarBytes(decoder, MAX_ITEM_BYTES) }
    case PRESENCE:
      return { type: 'presence', epoch: readNumber(decoder), sealed: readVarBytes(decoder, MAX_PRESENCE_BYTES) }
    case PING:
      return { type: 'ping' }
    default:
      throw new MalformedError('no such frame')
  }
}

export const encodeAppFrame = (frame: AppFrame): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => writeAppFrame(encoder, frame)) as Uint8Array<ArrayBuffer>
/** `null` is a malformed message: none of its frames is returned. */
export const decodeAppFrames = (bytes: Uint8Array): readonly AppFrame[] | null =>
  decodeEvery(bytes, readAppFrame, MAX_APP_FRAMES)
