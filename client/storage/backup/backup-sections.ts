/**
 * What a backup holds, as bytes: one section about the person, one for each plan, and one for their home. Sections of a kind that this app does not
 * know are passed over. Only who has the card can make a file that gets here; still, nothing in it is trusted to have a form.
 */
import type { Decoder } from 'lib0/decoding'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeAll, readBytes, readList, readNumber, readVarBytes, writeList } from '#shared/protocol/readers.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { readWorkspaceId, writeId } from '#shared/protocol/id-codec.ts'
import { MAX_ITEM_BYTES, SALT_BYTES } from '#shared/protocol/limits.ts'
import type { Secret } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { decodeEntries, encodeEntries } from '../journal/journal-rows.ts'
import type { Journal } from '../journal/journal-store.ts'
import { type InvitationRow, parseInvitationRow, parsePlanRow, type PlanRow } from '../rows.ts'
import type { StoredRecord } from '../sync/sync-store.ts'
import type { Section } from './backup-file.ts'

export const ABOUT = 1
export const PLAN = 2
/** The person's home: a plan by its form, with a row that nobody reads. */
export const HOME = 3

/** `earlier`: the secrets of persons that the device was before, as whom some of the plans are open. */
export type About = {
  /** ms since epoch */
  readonly savedAt: number
  readonly earlier: readonly Secret[]
  /** By their names. */
  readonly settings: ReadonlyMap<string, string>
}
export type SavedPlan = {
  readonly row: PlanRow
  /** A Yjs update: the whole document, with what was not shared. */
  readonly document: Uint8Array
  readonly records: readonly StoredRecord[]
  readonly salts: readonly Uint8Array[]
  readonly journal: Journal | null
  readonly invitations: readonly InvitationRow[]
  /** Only where the document is a preview (PROTOCOL.md §8), which the cursor alone says. */
  readonly cursor: Uint8Array | null
}

/** The most bytes of a part: what a section can hold. */
const ANY_LENGTH = 2 ** 32 - 1
const MAX_DATE_MS = 8.64e15 // ECMA-262, §21.4.1.1

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (write: (encoder: encoding.Encoder) => void): Bytes => encoding.encode(write) as Bytes

/** One value or none. */
const writeMaybe = <Value>(
  to: encoding.Encoder,
  value: Value | null,
  write: (to: encoding.Encoder, value: Value) => void,
): void => writeList(to, value === null ? [] : [value], write)
const readMaybe = <Value>(from: Decoder, read: (from: Decoder) => Value): Value | null =>
  readList(from, 1, read)[0] ?? null
const readAnyBytes = (from: Decoder): Bytes => readVarBytes(from, ANY_LENGTH)

/** Rows are parsed like those of a database: a newer app's have more in them. */
const writeRow = (to: encoding.Encoder, row: object): void =>
  encoding.writeVarUint8Array(
    to,
    bytesOf((each) => encoding.writeAny(each, row as Record<string, never>)),
  )
const readRow = (from: Decoder): unknown => decodeAll(readAnyBytes(from), decoding.readAny)

export const encodeAbout = ({ savedAt, earlier, settings }: About): Section => ({
  kind: ABOUT,
  bytes: bytesOf((to) => {
    encoding.writeVarUint(to, savedAt)
    writeList(to, earlier, encoding.writeUint8Array)
    writeList(to, [...settings], (each, texts) => texts.forEach((text) => encoding.writeVarString(each, text)))
  }),
})
const readText = (from: Decoder): string => new TextDecoder().decode(readVarBytes(from, MAX_ITEM_BYTES))
export const decodeAbout = (bytes: Uint8Array): About | null =>
  decodeAll(bytes, (from) => ({
    savedAt: readNumber(from, MAX_DATE_MS),
    earlier: readList(from, SECRET_BYTES, (each) => readBytes(each, SECRET_BYTES)),
    settings: new Map(readList(from, 2, (each) => [readText(each), readText(each)] as const)),
  }))

const writeJournal = (to: encoding.Encoder, { base, entries, end }: Journal): void => {
  for (const place of [base.place, end]) {
    encoding.writeVarUint(to, place.number)
    encoding.writeUint8Array(to, place.hash)
  }
  writeMaybe(to, base.at, encoding.writeVarUint)
  writeMaybe(to, base.document, encoding.writeVarUint8Array)
  encoding.writeVarUint8Array(to, encodeEntries(entries))
}
const readJournal = (from: Decoder): Journal | null => {
  const readPlace = () => ({ number: readNumber(from), hash: readBytes(from, SHORT_HASH_BYTES) })
  const [place, end] = [readPlace(), readPlace()]
  const [at, document] = [readMaybe(from, (each) => readNumber(each)), readMaybe(from, readAnyBytes)]
  const rows = readAnyBytes(from)
  const entries = rows.length === 0 ? [] : decodeEntries(rows)
  return entries === null ? null : { base: { place, at, document }, entries, end }
}

export const encodePlan = (plan: SavedPlan, kind: typeof PLAN | typeof HOME = PLAN): Section => ({
  kind,
  bytes: bytesOf((to) => {
    writeId(to, plan.row.id)
    writeRow(to, plan.row)
    encoding.writeVarUint8Array(to, plan.document)
    writeList(to, plan.records, (each, { seq, bytes }) => {
      encoding.writeVarUint(each, seq)
      encoding.writeVarUint8Array(each, bytes)
    })
    writeList(to, plan.salts, encoding.writeVarUint8Array)
    writeMaybe(to, plan.journal, writeJournal)
    writeList(to, plan.invitations, (each, row) => writeRow(each, { ...row }))
    writeMaybe(to, plan.cursor, encoding.writeVarUint8Array)
  }),
})

const toInvitation = (value: unknown): readonly InvitationRow[] => {
  const locator = typeof value === 'object' && value !== null && 'locator' in value ? value.locator : null
  const row = typeof locator === 'string' ? parseInvitationRow(locator, value) : null
  return row === null ? [] : [row]
}

/** `null`: its bytes have no such form. */
export const decodePlan = (bytes: Uint8Array): SavedPlan | null =>
  decodeAll(bytes, (from): SavedPlan | null => {
    const id = readWorkspaceId(from)
    const row = parsePlanRow(id, readRow(from))
    const document = readAnyBytes(from)
    const records = readList(from, 2, (each) => ({
      seq: readNumber(each),
      bytes: readVarBytes(each, MAX_ITEM_BYTES),
    }))
    const salts = readList(from, 1, (each) => readVarBytes(each, SALT_BYTES))
    const journal = readMaybe(from, readJournal)
    const invitations = readList(from, 1, readRow).flatMap(toInvitation)
    const cursor = readMaybe(from, readAnyBytes)
    if (row === null || salts.some(({ length }) => length !== SALT_BYTES)) return null
    const mine = invitations.filter(({ workspace }) => workspace === id)
    return { row, document, records, salts, journal, invitations: mine, cursor }
  })
