/** The stored rows of a journal as bytes. Stored data is outside input: a damaged row reads as `null`. */
import type { Decoder } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  decodeAll,
  decodeEvery,
  MalformedError,
  readBytes,
  readList,
  readNumber,
  readVarBytes,
  writeList,
} from '#shared/protocol/readers.ts'
import type { Place } from '#shared/protocol/entries.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { ID_BYTES } from '#shared/protocol/ids.ts'
import { readPersonId, writeId } from '#shared/protocol/id-codec.ts'
import { MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import type { JournalEntry } from './journal-store.ts'
import type { Line, Lines } from './lines.ts'

/** Raise it when the rows change: an older journal then reads as none and begins anew. */
const VERSION = 1
/** Written only for lines that somebody asked to go further back, behind which their generations stand. */
const VERSION_WITH_ASKED = 2

const writeEntry = (encoder: encoding.Encoder, entry: JournalEntry): void => {
  encoding.writeVarUint(encoder, entry.seq)
  encoding.writeVarUint(encoder, entry.at)
  writeId(encoder, entry.author)
  encoding.writeVarUint(encoder, entry.firstEdit)
  encoding.writeVarUint(encoder, entry.lastEdit)
  encoding.writeVarUint8Array(encoder, entry.update)
}
const readEntry = (decoder: Decoder): JournalEntry => ({
  seq: readNumber(decoder),
  at: readNumber(decoder),
  author: readPersonId(decoder),
  firstEdit: readNumber(decoder),
  lastEdit: readNumber(decoder),
  update: readVarBytes(decoder, MAX_ITEM_BYTES),
})

/** Rows can be put behind each other. */
export const encodeEntries = (entries: readonly JournalEntry[]): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => entries.forEach((entry) => writeEntry(encoder, entry))) as Uint8Array<ArrayBuffer>

export const decodeEntries = (row: unknown): readonly JournalEntry[] | null =>
  row instanceof Uint8Array ? decodeEvery(row, readEntry) : null

const writePlace = (encoder: encoding.Encoder, { number, hash }: Place): void => {
  encoding.writeVarUint(encoder, number)
  encoding.writeUint8Array(encoder, hash)
}
const readPlace = (decoder: Decoder): Place => ({
  number: readNumber(decoder),
  hash: readBytes(decoder, SHORT_HASH_BYTES),
})

const writeLine = (encoder: encoding.Encoder, line: Line): void => {
  encoding.writeVarUint(encoder, line.generation)
  writePlace(encoder, line.base)
  writeList(encoder, line.baseAt === null ? [] : [line.baseAt], encoding.writeVarUint)
  writePlace(encoder, line.end)
  writeList(encoder, line.marks, writePlace)
  encoding.writeVarUint(encoder, line.bytes)
  writeList(encoder, line.last === null ? [] : [line.last], (to, { first, bytes }) => {
    encoding.writeVarUint(to, first)
    encoding.writeVarUint(to, bytes)
  })
}
const readLine = (decoder: Decoder): Line => {
  const generation = readNumber(decoder)
  const base = readPlace(decoder)
  const [baseAt = null] = readList(decoder, 1, (from) => readNumber(from))
  const end = readPlace(decoder)
  const marks = readList(decoder, SHORT_HASH_BYTES, readPlace)
  const bytes = readNumber(decoder)
  const [last = null] = readList(decoder, 2, (from) => ({ first: readNumber(from), bytes: readNumber(from) }))
  return { generation, base, baseAt, end, marks, bytes, asked: false, last }
}

export const encodeLines = ({ main, next }: Lines): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    const lines = next === null ? [main] : [main, next]
    const asked = lines.flatMap((line) => (line.asked ? line.generation : []))
    encoding.writeVarUint(encoder, asked.length > 0 ? VERSION_WITH_ASKED : VERSION)
    writeList(encoder, lines, writeLine)
    if (asked.length > 0) writeList(encoder, asked, encoding.writeVarUint)
  }) as Uint8Array<ArrayBuffer>

export const decodeLines = (row: unknown): Lines | null =>
  row instanceof Uint8Array
    ? decodeAll(row, (decoder) => {
        const version = readNumber(decoder)
        if (version !== VERSION && version !== VERSION_WITH_ASKED) throw new MalformedError('another version')
        const lines = readList(decoder, ID_BYTES, readLine)
        const asked = version === VERSION ? [] : readList(decoder, 1, readNumber)
        const [main, next = null, ...more] = lines.map((line) => ({ ...line, asked: asked.includes(line.generation) }))
        if (main === undefined || more.length > 0) throw new MalformedError('lines')
        return { main, next }
      })
    : null

/** Whether these are the entries between the two places, in order; which of them count is for the log to say. */
export const areInOrder = (entries: readonly JournalEntry[], { base, end }: Line): boolean =>
  entries.every(({ seq }, index) => seq > (entries[index - 1]?.seq ?? base.number) && seq <= end.number)
