/**
 * The protocol of Yjs servers: y-protocols' sync messages, which Hocuspocus prefixes with the document's name and a token.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { makeFiveYearsUpdates } from './five-years.ts'
import { openBenchSocket } from './socket.ts'
import type { ServerAddress, ServerProtocol } from './server-protocol.ts'

type Dialect = 'y-websocket' | 'hocuspocus'
const SYNC = 0
const AUTH = 2
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const TOKEN = 0
/** People of one room have consecutive clientIDs. */
const ROOM_SIZE = 1_000
const DOCUMENT = 'document'

const clientOf = (room: number, person: number): number => (room + 1) * ROOM_SIZE + person

const makeUpdates = (client: number, count: number): readonly Uint8Array[] => {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const text = doc.getText('story')
  for (let key = 0; key < count; key += 1) text.insert(text.length, 'x')
  return updates
}

export const createYjsProtocol = (place: ServerAddress, dialect: Dialect): ServerProtocol => {
  const edits = new Map<number, readonly Uint8Array[]>()

  const message = (name: string, ...parts: readonly (number | string | Uint8Array)[]): Uint8Array =>
    encoding.encode((encoder) => {
      if (dialect === 'hocuspocus') encoding.writeVarString(encoder, name)
      for (const part of parts) {
        if (typeof part === 'number') encoding.writeVarUint(encoder, part)
        else if (typeof part === 'string') encoding.writeVarString(encoder, part)
        else encoding.writeVarUint8Array(encoder, part)
      }
    })
  /** The kind and the body of a sync message. */
  const readSync = (bytes: Uint8Array): { kind: number; decoder: decoding.Decoder } | null => {
    const decoder = decoding.createDecoder(bytes)
    if (dialect === 'hocuspocus') decoding.readVarString(decoder)
    if (decoding.readVarUint(decoder) !== SYNC) return null
    return { kind: decoding.readVarUint(decoder), decoder }
  }
  /** The authors of an update's keys, one entry per key: Hocuspocus merges what arrives together. */
  const clientsIn = (decoder: decoding.Decoder): readonly number[] => {
    const update = decoding.readVarUint8Array(decoder)
    const reader = decoding.createDecoder(update)
    const [blocks, structs, client] = [1, 2, 3].map(() => decoding.readVarUint(reader))
    if (blocks === 1 && structs === 1 && client !== undefined) return [client]
    return Y.decodeUpdate(update).structs.flatMap(({ id, length }) => Array.from({ length }, () => id.client))
  }
  /** Resolves once the server's answer to a step 1 has arrived, with its size in bytes. */
  const open = async (name: string, updated: (client: number) => void) => {
    let synced = (_bytes: number): void => {}
    const ready = new Promise<number>((resolve) => (synced = resolve))
    const line = await openBenchSocket(place, `/${name}`, (bytes) => {
      const sync = readSync(bytes)
      if (sync?.kind === STEP_2) synced(bytes.length)
      if (sync?.kind === UPDATE) clientsIn(sync.decoder).forEach(updated)
    })
    if (dialect === 'hocuspocus') line.send(message(name, AUTH, TOKEN, 'token'))
    line.send(message(name, SYNC, STEP_1, Y.encodeStateVector(new Y.Doc())))
    const bytes = await ready
    return { line, bytes }
  }

  return {
    prepare: async (scene) => {
      for (let room = 0; room < scene.rooms; room += 1) {
        for (let person = 0; person < scene.people; person += 1) {
          const client = clientOf(room, person)
          const count = Math.max(scene.edits, Math.ceil(scene.perRoom / scene.people))
          const messages = makeUpdates(client, count).map((update) => message(`room-${room}`, SYNC, UPDATE, update))
          edits.set(client, messages)
        }
      }
    },
    join: async (room, person, { heard }) => {
      const own = clientOf(room, person)
      const messages = edits.get(own) ?? []
      let sent = 0
      const { line } = await open(`room-${room}`, (client) => {
        if (client !== own) heard(client % ROOM_SIZE) // the y-websocket server also returns one's own updates
      })
      const send = (): void => {
        const next = messages[sent]
        if (next === undefined) throw new Error('More edits were sent than were made.')
        sent += 1
        line.send(next)
      }
      return { send, close: line.close }
    },
    prepareDocument: async () => {
      const { updates, length } = makeFiveYearsUpdates()
      const { line } = await open(DOCUMENT, () => {})
      for (const update of updates) line.send(message(DOCUMENT, SYNC, UPDATE, update))
      for (let held = 0; held < length;) {
        const reader = await open(DOCUMENT, () => {})
        held = reader.bytes
        reader.line.close()
      }
    },
    fetchDocument: async () => {
      const { line } = await open(DOCUMENT, () => {})
      return { send: () => {}, close: line.close }
    },
  }
}
