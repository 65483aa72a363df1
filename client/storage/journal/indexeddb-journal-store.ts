/** The journal in this device's database. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { type Connection, recordsOf, settled } from '../indexeddb.ts'
import { parseBytes } from '../rows.ts'
import type { Transaction } from '../sealed-database.ts'
import { decodeEntries, decodeLines, encodeLines } from './journal-rows.ts'
import type { Journal, JournalStore } from './journal-store.ts'
import { planAppend, planBegin, planExtend, planFold, toJournal, type Writes } from './journal-writes.ts'
import { type Line, type Lines, writtenLine } from './lines.ts'

const JOURNAL_STORES = ['journals', 'journalBases', 'journalRows'] as const
type JournalTransaction = Transaction<(typeof JOURNAL_STORES)[number]>

export const createIndexedDbJournalStore = (connection: Connection, workspace: WorkspaceId): JournalStore => {
  const rowsOf = (generation: number): IDBKeyRange =>
    IDBKeyRange.bound([workspace, generation], [workspace, generation, []])
  const readLines = async (transaction: JournalTransaction): Promise<Lines | null> =>
    decodeLines(await transaction.objectStore('journals').get(workspace))
  const readLine = async (transaction: JournalTransaction, line: Line): Promise<Journal | null> => {
    const [document, rows] = await Promise.all([
      transaction.objectStore('journalBases').get([workspace, line.generation]),
      transaction.objectStore('journalRows').getAll(rowsOf(line.generation)),
    ])
    return toJournal(line, parseBytes(document), rows.map(decodeEntries))
  }
  const change = (
    plan: (lines: Lines | null, transaction: JournalTransaction) => Promise<Writes | null>,
  ): Promise<Writes | null> =>
    connection.run(async (database) => {
      const transaction = database.transaction([...JOURNAL_STORES], 'readwrite')
      const lines = await readLines(transaction)
      const writes = await plan(lines, transaction)
      await settled(transaction.done, writes === null ? [] : write(transaction, lines, writes))
      return writes
    })
  const write = (
    transaction: JournalTransaction,
    before: Lines | null,
    { lines, rows, base, dropRows, keep }: Writes,
  ): readonly Promise<unknown>[] => {
    const [bases, all] = [transaction.objectStore('journalBases'), transaction.objectStore('journalRows')]
    const gone = (before === null ? [] : [before.main, before.next])
      .flatMap((line) => line?.generation ?? [])
      .filter((generation) => !keep.includes(generation))
    return [
      ...(before === null ? [bases.delete(recordsOf(workspace)), all.delete(recordsOf(workspace))] : []),
      ...(dropRows === null ? [] : [all.delete(rowsOf(dropRows))]),
      ...gone.flatMap((generation) => [bases.delete([workspace, generation]), all.delete(rowsOf(generation))]),
      ...rows.map(({ generation, first, bytes }) => all.put(bytes, [workspace, generation, first])),
      ...(base === null ? [] : [bases.put(base.document, [workspace, base.generation])]),
      transaction.objectStore('journals').put(encodeLines(lines), workspace),
    ]
  }
  const load = async (choose: (lines: Lines) => Line): Promise<Journal | null> => {
    const [hasOne, journal] = await connection.run(async (database) => {
      const transaction = database.transaction([...JOURNAL_STORES])
      const lines = await readLines(transaction)
      return [lines !== null, lines && (await readLine(transaction, choose(lines)))] as const
    })
    if (hasOne && journal === null) await forget()
    return journal
  }
  /** A damaged journal begins anew. */
  const forget = (): Promise<void> =>
    connection.run(async (database) => {
      const transaction = database.transaction([...JOURNAL_STORES], 'readwrite')
      await settled(transaction.done, [
        transaction.objectStore('journals').delete(workspace),
        transaction.objectStore('journalBases').delete(recordsOf(workspace)),
        transaction.objectStore('journalRows').delete(recordsOf(workspace)),
      ])
    })
  return {
    async append(batch) {
      const writes = await change(async (lines, transaction) => {
        const line = lines && writtenLine(lines)
        const key = line?.last ? ([workspace, line.generation, line.last.first] as const) : null
        const lastRow = key && parseBytes(await transaction.objectStore('journalRows').get([...key]))
        return planAppend(lines, batch, lastRow)
      })
      return writes === null ? { kept: false, reason: 'gap' } : { kept: true, bytes: writes.written.bytes }
    },
    async begin(base) {
      await change(async (lines) => planBegin(lines, base))
    },
    extend: async (older) => (await change(async (lines) => planExtend(lines, older))) !== null,
    load: () => load(({ main }) => main),
    since: (seq) =>
      connection.run(async (database) => {
        const transaction = database.transaction([...JOURNAL_STORES])
        const main = (await readLines(transaction))?.main
        if (main === undefined || seq >= main.end.number) return []
        const rows = transaction.objectStore('journalRows')
        const keys = await rows.getAllKeys(rowsOf(main.generation))
        const first = keys.findLast(([, , start]) => start <= seq + 1) ?? [workspace, main.generation, 0]
        const range = IDBKeyRange.bound([...first], [workspace, main.generation, []])
        const found = (await rows.getAll(range)).flatMap((row) => decodeEntries(row) ?? [])
        return found.filter((entry) => entry.seq > seq)
      }),
    loadWritten: () => load(writtenLine),
    async fold(base) {
      await change(async (lines, transaction) => {
        const journal = lines && (await readLine(transaction, writtenLine(lines)))
        return lines && journal && planFold(lines, base, journal.entries)
      })
    },
  }
}
