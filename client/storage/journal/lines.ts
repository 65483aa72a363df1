/**
 * The lines of a journal, as plain data. A line is a base and the entries after it. Reading the log again from its start writes
 * a second line beside the first, which takes its place once it goes as far: a repaired or re-read log never leaves a device
 * without the history that it had.
 */
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { Place } from '#shared/protocol/entries.ts'
import type { JournalBatch, JournalEntry, OlderLog } from './journal-store.ts'

export type Line = {
  /** The number under which its rows are stored. */
  readonly generation: number
  readonly base: Place
  readonly baseAt: number | null
  readonly end: Place
  /** The last places at which a batch ended: a session that was killed goes on at one of them. */
  readonly marks: readonly Place[]
  readonly bytes: number
  /** Somebody asked for what was before its base, and has it: see fold.ts. */
  readonly asked: boolean
  /** The newest row, which takes more entries while it is small. */
  readonly last: { readonly first: number; readonly bytes: number } | null
}

/** `next`: the line that the log is being read into again. */
export type Lines = { readonly main: Line; readonly next: Line | null }

/** The most places remembered. Each stands for one write of the cursor, and a crash loses a few of those at most. */
const MAX_MARKS = 32

/** What a batch does: the lines afterwards, and the entries to add to the written line. */
export type Taken = {
  readonly lines: Lines
  readonly written: Line
  readonly entries: readonly JournalEntry[]
}

const isAt = (a: Place, b: Place): boolean => a.number === b.number && equalBytes(a.hash, b.hash)

export const emptyLine = (generation: number, base: Place, baseAt: number | null): Line => ({
  generation,
  base,
  baseAt,
  end: base,
  marks: [base],
  bytes: 0,
  asked: false,
  last: null,
})

/** The line that batches go into. */
export const writtenLine = ({ main, next }: Lines): Line => next ?? main

/** `null`: a gap. */
export const takeBatch = (lines: Lines | null, batch: JournalBatch): Taken | null => {
  const { next, main } = lines ?? { next: null, main: null }
  if (batch.from.number === 0 && (main === null || main.end.number > 0)) return beginAgain(main, next, batch)
  const onNext = next && follow(next, batch)
  if (onNext !== null && main !== null) return reached(main, onNext.line, onNext.entries, batch.whole)
  const onMain = main && follow(main, batch)
  if (onMain !== null)
    return { lines: { main: onMain.line, next: null }, written: onMain.line, entries: onMain.entries }
  return null
}

/** The log is read from its start: a second line begins, because the verdicts and the log may be other ones. */
const beginAgain = (main: Line | null, next: Line | null, batch: JournalBatch): Taken | null => {
  const generation = Math.max(main?.generation ?? 0, next?.generation ?? 0) + 1
  const begun = follow(emptyLine(generation, batch.from, null), batch)
  if (begun === null) return null
  if (main !== null) return reached(main, begun.line, begun.entries, batch.whole)
  return { lines: { main: begun.line, next: null }, written: begun.line, entries: begun.entries }
}

const reached = (main: Line, next: Line, entries: readonly JournalEntry[], isWhole: boolean): Taken =>
  isWhole || next.end.number >= main.end.number
    ? { lines: { main: next, next: null }, written: next, entries }
    : { lines: { main, next }, written: next, entries }

/** The line with the batch; entries that it has already, from before a crash, are left out. `null`: the batch does not follow it. */
const follow = (line: Line, batch: JournalBatch): { line: Line; entries: readonly JournalEntry[] } | null => {
  if (!isAt(line.end, batch.from) && !line.marks.some((mark) => isAt(mark, batch.from))) return null
  if (contradicts(line, batch)) return null
  const isBeyond = batch.to.number > line.end.number
  const entries = isBeyond ? batch.entries.filter(({ seq }) => seq > line.end.number) : []
  const isMarked = line.marks.some(({ number }) => number === batch.to.number)
  const marks = isMarked ? line.marks : [...line.marks, batch.to].sort((a, b) => a.number - b.number)
  return { line: { ...line, end: isBeyond ? batch.to : line.end, marks: marks.slice(-MAX_MARKS) }, entries }
}

/** Whether the line goes on in another way than the log does: a relay acknowledged what it did not keep, before a crash. */
const contradicts = ({ marks, end }: Line, { from, between, to, whole }: JournalBatch): boolean => {
  if (whole && to.number < end.number) return true
  const passed = new Map([from, ...between, to].map((place) => [place.number, place]))
  const isPassed = end.number >= from.number && end.number <= to.number
  if (isPassed && !passed.has(end.number)) return true
  return [...marks, end].some((mark) => {
    const there = passed.get(mark.number)
    return there !== undefined && !isAt(there, mark)
  })
}

/** The line with what is older in front of it, and the entries to add. `null`: it is not the beginning of this line, or nothing is missing. */
export const extendLine = (line: Line, older: OlderLog): { line: Line; entries: readonly JournalEntry[] } | null => {
  const { base, places, upTo } = older
  const passed = new Map(places.map((place) => [place.number, place]))
  const shared = [...line.marks, line.end].filter(({ number }) => number > 0 && passed.has(number))
  const isSame = shared.length > 0 && shared.every((mark) => isAt(mark, passed.get(mark.number) ?? base.place))
  if (!isSame || base.place.number >= line.base.number || upTo < line.base.number) return null
  const entries = older.entries.filter(({ seq }) => seq <= line.base.number)
  return { line: { ...line, base: base.place, baseAt: base.at, asked: true }, entries }
}

/** A line of nothing but what was read: this device had none. `null`: it had one when the reading began. */
export const lineOf = ({ base, places, upTo }: OlderLog): Line | null => {
  const end = places.at(-1) ?? base.place
  if (upTo < end.number) return null
  return { ...emptyLine(1, base.place, base.at), asked: true, end, marks: places.slice(-MAX_MARKS) }
}
