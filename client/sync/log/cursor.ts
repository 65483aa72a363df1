/**
 * The cursor: how far this device has followed the log, with a snapshot of what the log held there. One blob beside the
 * document; any order of the two writes survives a crash (PROTOCOL.md §5).
 */
import type { Decoder } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readDeletes, writeDeletes } from '../update/delete-set.ts'
import { decodeAll, MalformedError, readBytes, readList, readNumber, writeList } from '#shared/protocol/readers.ts'
import { ID_BYTES } from '#shared/protocol/ids.ts'
import { readPersonId, writeId } from '#shared/protocol/id-codec.ts'
import { HASH_BYTES } from '#shared/protocol/hash.ts'
import type { Author, LogState, Preview } from './log-state.ts'

/** Raise it when the blob changes: an older cursor then reads as none, and the log is replayed. */
const CURSOR_VERSION = 5

/** `records`: the number of records in the chain. */
export type Cursor = Pick<
  LogState,
  | 'seq'
  | 'bytes'
  | 'hash'
  | 'clocks'
  | 'deletes'
  | 'authors'
  | 'taken'
  | 'missedEpochs'
  | 'erased'
  | 'sinceCheckpoint'
  | 'preview'
> & {
  readonly records: number
}

export const encodeCursor = (state: Cursor): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, CURSOR_VERSION)
    encoding.writeVarUint(encoder, state.seq)
    encoding.writeVarUint(encoder, state.bytes)
    encoding.writeUint8Array(encoder, state.hash)
    writeList(encoder, [...state.missedEpochs], encoding.writeVarUint)
    encoding.writeVarUint(encoder, state.erased ? 1 : 0)
    encoding.writeVarUint(encoder, state.records)
    const { items, bytes, size } = state.sinceCheckpoint
    for (const amount of [items, bytes, size]) encoding.writeVarUint(encoder, amount)
    writeList(encoder, state.preview === null ? [] : [state.preview], writePreview)
    writeList(encoder, [...state.clocks], (to, [client, clock]) => {
      encoding.writeVarUint(to, client)
      encoding.writeVarUint(to, clock)
    })
    writeDeletes(encoder, state.deletes)
    // A person has a clientID for each load of the document; their id is stored once.
    const people = [...new Set([...state.authors.values()].map(({ person }) => person))]
    writeList(encoder, people, writeId)
    writeList(encoder, [...state.authors], (to, [client, { person, lastEdit }]) => {
      encoding.writeVarUint(to, client)
      encoding.writeVarUint(to, people.indexOf(person))
      encoding.writeVarUint(to, lastEdit)
    })
    if (state.taken.size > 0) writeList(encoder, [...state.taken], encoding.writeVarUint)
  }) as Uint8Array<ArrayBuffer>

const writePreview = (encoder: encoding.Encoder, { seq, digest, author }: Preview): void => {
  encoding.writeVarUint(encoder, seq)
  encoding.writeUint8Array(encoder, digest)
  writeId(encoder, author)
}
const readPreview = (decoder: Decoder): Preview => ({
  seq: readNumber(decoder),
  digest: readBytes(decoder, HASH_BYTES),
  author: readPersonId(decoder),
})

const readAuthors = (decoder: Decoder): readonly (readonly [client: number, author: Author])[] => {
  const people = readList(decoder, ID_BYTES, readPersonId)
  return readList(decoder, 3, (from) => {
    const client = readNumber(from)
    const person = people[readNumber(from)]
    if (person === undefined) throw new MalformedError('nobody')
    return [client, { person, lastEdit: readNumber(from) }] as const
  })
}

/** Written only where there are any, so that every other cursor is as it was before these were known. */
const readTaken = (decoder: Decoder): Set<number> => {
  if (decoder.pos === decoder.arr.length) return new Set()
  const taken = readList(decoder, 1, (from) => readNumber(from))
  if (taken.length === 0) throw new MalformedError('an empty list')
  return new Set(taken)
}

/** Decodes a cursor; `null` when it is damaged or of another version: then the log is read from its start. */
export const decodeCursor = (bytes: Uint8Array): Cursor | null =>
  decodeAll(bytes, (decoder) => {
    if (readNumber(decoder) !== CURSOR_VERSION) throw new MalformedError('another version')
    return {
      seq: readNumber(decoder),
      bytes: readNumber(decoder),
      hash: readBytes(decoder, HASH_BYTES),
      missedEpochs: new Set(readList(decoder, 1, (from) => readNumber(from))),
      erased: readNumber(decoder) === 1,
      records: readNumber(decoder),
      sinceCheckpoint: { items: readNumber(decoder), bytes: readNumber(decoder), size: readNumber(decoder) },
      preview: readList(decoder, 1 + HASH_BYTES + ID_BYTES, readPreview)[0] ?? null,
      clocks: new Map(readList(decoder, 2, (from) => [readNumber(from), readNumber(from)] as const)),
      deletes: new Map(readDeletes(decoder)),
      authors: new Map(readAuthors(decoder)),
      taken: readTaken(decoder),
    }
  })
