/** The writes that make up one change of a journal, as plain data: each store carries them out in one transaction. */
import { concatBytes } from '#shared/protocol/bytes.ts'
import { areInOrder, encodeEntries } from './journal-rows.ts'
import type { Journal, JournalBase, JournalBatch, JournalEntry, OlderLog } from './journal-store.ts'
import { emptyLine, extendLine, type Line, type Lines, lineOf, takeBatch, writtenLine } from './lines.ts'

/** A row of entries, under its line's generation and the seq of its first entry. */
export type Row = { readonly generation: number; readonly first: number; readonly bytes: Uint8Array<ArrayBuffer> }
export type Writes = {
  readonly lines: Lines
  readonly written: Line
  readonly rows: readonly Row[]
  /** The base document of a line. */
  readonly base: { readonly generation: number; readonly document: Uint8Array } | null
  /** All rows of this line go away first. */
  readonly dropRows: number | null
  /** Everything of other lines goes away. */
  readonly keep: readonly number[]
}

/** The bytes up to which a row takes more entries: a letter typed alone is no row of its own, and no write is long. */
const ROW_BYTES = 16 * 1024

const generations = ({ main, next }: Lines): readonly number[] => [main, next].flatMap((line) => line?.generation ?? [])

/** `lastRow`: the newest row of the written line. `null`: a gap. */
export const planAppend = (lines: Lines | null, batch: JournalBatch, lastRow: Uint8Array | null): Writes | null => {
  const taken = takeBatch(lines, batch)
  if (taken === null) return null
  const { written, entries } = taken
  const [oldest] = entries
  if (oldest === undefined) return { ...taken, rows: [], base: null, dropRows: null, keep: generations(taken.lines) }
  const encoded = encodeEntries(entries)
  const isSame = lines !== null && writtenLine(lines).generation === written.generation
  const grows = isSame && written.last !== null && lastRow !== null && written.last.bytes < ROW_BYTES
  const first = grows && written.last !== null ? written.last.first : oldest.seq
  const bytes = grows && lastRow !== null ? concatBytes(lastRow, encoded) : encoded
  const grown: Line = { ...written, bytes: written.bytes + encoded.length, last: { first, bytes: bytes.length } }
  const after = replaceLine(taken.lines, grown)
  const row = { generation: written.generation, first, bytes }
  return { lines: after, written: grown, rows: [row], base: null, dropRows: null, keep: generations(after) }
}

const replaceLine = ({ main, next }: Lines, line: Line): Lines =>
  main.generation === line.generation ? { main: line, next } : { main, next: line }

export const planBegin = (lines: Lines | null, base: JournalBase): Writes => {
  const generation = Math.max(lines?.main.generation ?? 0, lines?.next?.generation ?? 0) + 1
  const line = emptyLine(generation, base.place, base.at)
  return {
    lines: { main: line, next: null },
    written: line,
    rows: [],
    base: base.document === null ? null : { generation, document: base.document },
    dropRows: null,
    keep: [generation],
  }
}

/** `null`: see `extend`. While the log is being read again anyway, nothing is put in front. */
export const planExtend = (lines: Lines | null, older: OlderLog): Writes | null => {
  if (lines !== null && lines.next !== null) return null
  const fresh = lines === null ? lineOf(older) : null
  const extended = lines === null ? fresh && { line: fresh, entries: older.entries } : extendLine(lines.main, older)
  if (extended === null) return null
  const { line, entries } = extended
  const { generation } = line
  const rows = toRows(generation, entries)
  const newest = rows.at(-1)
  const grown: Line = {
    ...line,
    bytes: rows.reduce((sum, { bytes }) => sum + bytes.length, line.bytes),
    last: line.last ?? (newest === undefined ? null : { first: newest.first, bytes: newest.bytes.length }),
  }
  return {
    lines: { main: grown, next: null },
    written: grown,
    rows,
    base: { generation, document: older.base.document ?? new Uint8Array() }, // takes the place of the later one
    dropRows: null,
    keep: [generation],
  }
}

const toRows = (generation: number, entries: readonly JournalEntry[]): readonly Row[] => {
  const rows: Row[] = []
  for (const entry of entries) {
    const [last, bytes] = [rows.at(-1), encodeEntries([entry])]
    if (last !== undefined && last.bytes.length < ROW_BYTES)
      rows[rows.length - 1] = { ...last, bytes: concatBytes(last.bytes, bytes) }
    else rows.push({ generation, first: entry.seq, bytes })
  }
  return rows
}

/** `entries`: those of the written line. `null`: the line has no such place any more. */
export const planFold = (lines: Lines, base: JournalBase, entries: readonly JournalEntry[]): Writes | null => {
  const line = writtenLine(lines)
  const upTo = base.place.number
  if (upTo <= line.base.number || upTo > line.end.number) return null
  const rest = entries.filter(({ seq }) => seq > upTo)
  const bytes = encodeEntries(rest)
  const [first] = rest
  const folded: Line = {
    ...line,
    base: base.place,
    baseAt: base.at,
    bytes: bytes.length,
    last: first === undefined ? null : { first: first.seq, bytes: bytes.length },
  }
  const { generation } = line
  return {
    lines: replaceLine(lines, folded),
    written: folded,
    rows: first === undefined ? [] : [{ generation, first: first.seq, bytes }],
    base: base.document === null ? null : { generation, document: base.document },
    dropRows: generation,
    keep: generations(lines),
  }
}

/** The journal of one line; `null` when its rows are not what it says. `rows`: in order. */
export const toJournal = (
  line: Line,
  document: Uint8Array | null,
  rows: readonly (readonly JournalEntry[] | null)[],
): Journal | null => {
  if (rows.some((row) => row === null)) return null
  const entries = rows.flatMap((row) => row ?? [])
  const isWhole = entries.length > 0 || line.last === null
  if (!isWhole || !areInOrder(entries, line) || (line.base.number > 0 && document === null)) return null
  return {
    base: { place: line.base, at: line.baseAt, document: line.base.number > 0 ? document : null },
    entries,
    end: line.end,
    asked: line.asked,
  }
}
