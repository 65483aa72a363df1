/** The journal of a device that stores nothing, and of the simulation, whose disk decides when a write counts. */
import { decodeEntries, decodeLines, encodeLines } from './journal-rows.ts'
import type {
  Appended,
  Journal,
  JournalBase,
  JournalBatch,
  JournalEntry,
  JournalStore,
  OlderLog,
} from './journal-store.ts'
import { planAppend, planBegin, planExtend, planFold, toJournal, type Writes } from './journal-writes.ts'
import { type Line, type Lines, writtenLine } from './lines.ts'

/** The journal at once, without promises. */
export type MemoryJournal = {
  append(batch: JournalBatch): Appended
  begin(base: JournalBase): void
  extend(older: OlderLog): boolean
  load(): Journal | null
  loadWritten(): Journal | null
  fold(base: JournalBase): void
}

export const createMemoryJournal = (): MemoryJournal => {
  let stored: Uint8Array | null = null
  const rows = new Map<number, Map<number, Uint8Array>>()
  const bases = new Map<number, Uint8Array>()

  const lines = (): Lines | null => decodeLines(stored)
  const entriesOf = ({ generation }: Line): readonly (readonly JournalEntry[] | null)[] =>
    [...(rows.get(generation) ?? [])].toSorted(([a], [b]) => a - b).map(([, row]) => decodeEntries(row))
  const write = (writes: Writes): void => {
    if (writes.dropRows !== null) rows.delete(writes.dropRows)
    for (const { generation, first, bytes } of writes.rows)
      rows.set(generation, (rows.get(generation) ?? new Map<number, Uint8Array>()).set(first, bytes))
    if (writes.base !== null) bases.set(writes.base.generation, writes.base.document.slice())
    for (const kept of [rows, bases])
      for (const generation of kept.keys()) if (!writes.keep.includes(generation)) kept.delete(generation)
    stored = encodeLines(writes.lines)
  }
  const read = (line: Line | null): Journal | null =>
    line && toJournal(line, bases.get(line.generation) ?? null, entriesOf(line))
  return {
    append(batch) {
      const now = lines()
      const line = now && writtenLine(now)
      const lastRow = line?.last ? (rows.get(line.generation)?.get(line.last.first) ?? null) : null
      const writes = planAppend(now, batch, lastRow)
      if (writes === null) return { kept: false, reason: 'gap' }
      write(writes)
      return { kept: true, bytes: writes.written.bytes }
    },
    begin: (base) => write(planBegin(lines(), base)),
    extend(older) {
      const writes = planExtend(lines(), older)
      if (writes !== null) write(writes)
      return writes !== null
    },
    load: () => read(lines()?.main ?? null),
    loadWritten() {
      const now = lines()
      return read(now && writtenLine(now))
    },
    fold(base) {
      const now = lines()
      const writes = now && planFold(now, base, read(writtenLine(now))?.entries ?? [])
      if (writes !== null) write(writes)
    },
  }
}

export const createMemoryJournalStore = (): JournalStore => {
  const journal = createMemoryJournal()
  return {
    append: async (batch) => journal.append(batch),
    begin: async (base) => journal.begin(base),
    extend: async (older) => journal.extend(older),
    load: async () => journal.load(),
    since: async (seq) => (journal.load()?.entries ?? []).filter((entry) => entry.seq > seq),
    loadWritten: async () => journal.loadWritten(),
    fold: async (base) => journal.fold(base),
  }
}
