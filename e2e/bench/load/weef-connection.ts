/** One person's connection to our relay: challenge, signed hello, then raw frames. Decrypts nothing. */
import { encodeAppFrame, helloBytesToSign, type HelloFields } from '#shared/protocol/app-frames.ts'
import { ID_BYTES, idBytes } from '#shared/protocol/ids.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { firstLogHash, itemKind, shortHash } from '#shared/protocol/log.ts'
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { type Bytes, type BenchSocket, openBenchSocket } from './socket.ts'
import type { ServerAddress } from './server-protocol.ts'
import type { WeefRoom } from './weef-room.ts'

/**
 * The author's offset in an entry of an early epoch: tag, suite, type, workspace and epoch come before it (PROTOCOL.md §4).
 */
const AUTHOR_AT = 20

/** The first four bytes of an id, which distinguish the people of a room: the whole id would cost a string for every edit. */
const keyAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset + at, ID_BYTES).getUint32(0)

export type EntryListener = {
  frame(frame: RelayFrame): void
  /** By their number in the room. */
  entry(author: number): void
}
export type WeefConnection = BenchSocket & { append(item: Bytes): void }

/** Resolves once it is live. */
export const openWeefConnection = (
  place: ServerAddress,
  room: WeefRoom,
  person: number,
  change: Partial<HelloFields>,
  listening: EntryListener,
): Promise<WeefConnection> => {
  const holder = room.people[person]
  if (holder === undefined) throw new Error('Nobody has this number.')
  const fields: HelloFields = {
    version: PROTOCOL_VERSION,
    identity: { kind: 'person', person: holder.id },
    workspace: room.workspace,
    since: 0,
    logHash: shortHash(firstLogHash(room.workspace)),
    start: 'log',
    root: null,
    ...change,
  }
  const authors = new Map(room.people.map(({ id }, number) => [keyAt(idBytes(id), 0), number]))
  return new Promise((resolve, reject) => {
    const greet = async (line: BenchSocket, nonce: Bytes): Promise<void> => {
      const signature = await holder.sign(helloBytesToSign(place.origin, nonce, fields))
      line.send(encodeAppFrame({ type: 'hello', ...fields, signature }))
    }
    const hear = (bytes: Uint8Array, line: BenchSocket): void => {
      for (const frame of decodeRelayFrames(bytes) ?? []) {
        if (frame.type === 'challenge') greet(line, frame.nonce).catch(reject)
        if (frame.type === 'items') {
          for (const item of frame.items) {
            if (itemKind(item.bytes) === 'entry') listening.entry(authors.get(keyAt(item.bytes, AUTHOR_AT)) ?? -1)
          }
        }
        listening.frame(frame)
        if (frame.type === 'live') {
          resolve({ ...line, append: (item) => line.send(encodeAppFrame({ type: 'append', item })) })
        }
      }
    }
    openBenchSocket(place, '/relay', hear).catch(reject)
  })
}
