/** Gathers a log while it is read once more, up to the place where a journal begins; what does not fit goes into a base document. */
import * as Y from 'yjs'
import type { Place } from '#shared/protocol/entries.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import { countToFold } from './fold.ts'
import type { JournalBase, JournalBatch, JournalEntry, JournalStore, OlderLog } from './journal-store.ts'

export type OlderLogReader = {
  /** Takes the place of a journal in the session that reads. */
  readonly store: JournalStore
  /** What has been read; `null` when a stretch is missing. */
  read(): OlderLog | null
  stop(): void
}

/** The share of the room that is left after what does not fit has been put away: each time takes a while. */
const LEFT = 0.8

/** `upTo`: the seq of the last entry to keep. `room`: the most bytes of entries. */
export const createOlderLogReader = (upTo: number, room: number): OlderLogReader => {
  let doc: Y.Doc | null = null
  let base: JournalBase | null = null
  let entries: JournalEntry[] = []
  let places: Place[] = []
  let bytes = 0
  let isWhole = true

  const begin = (place: Place): void => {
    doc?.destroy()
    doc = null
    base = { place, at: null, document: null }
    entries = []
    places = []
    bytes = 0
    isWhole = true
  }
  /** Puts the oldest entries away. */
  const fold = (): void => {
    const most = room * LEFT
    const count = countToFold(entries, 0, { comfortable: most, most })
    const [folded, last] = [entries.slice(0, count), entries[count - 1]]
    if (last === undefined || base === null) return
    const into = doc ?? new Y.Doc()
    if (doc === null) keepRedundantMarks(into)
    doc = into
    Y.transact(into, () => folded.forEach(({ update }) => Y.applyUpdate(into, update)))
    base = { place: { ...base.place, number: last.seq }, at: last.at, document: null }
    entries = entries.slice(count)
    bytes = entries.reduce((sum, { update }) => sum + update.length, 0)
  }
  const take = (batch: JournalBatch): void => {
    if (batch.from.number === 0 && batch.to.number > 0) begin(batch.from)
    const last = places.at(-1)
    if (batch.from.number > (last?.number ?? 0)) isWhole = false
    places.push(...[...batch.between, batch.to].filter(({ number }) => number > (last?.number ?? 0)))
    const fresh = batch.entries.filter(({ seq }) => seq <= upTo && seq > (last?.number ?? 0))
    entries.push(...fresh)
    bytes = fresh.reduce((sum, { update }) => sum + update.length, bytes)
    if (bytes > room) fold()
  }
  return {
    store: {
      async append(batch) {
        take(batch)
        return { kept: true, bytes: 0 } // it folds by itself
      },
      async begin() {},
      extend: async () => false,
      load: async () => null,
      since: async () => [],
      loadWritten: async () => null,
      async fold() {},
    },
    read() {
      if (base === null || !isWhole) return null
      return { base: { ...base, document: doc && Y.encodeStateAsUpdate(doc) }, entries, upTo, places }
    },
    stop() {
      doc?.destroy()
      doc = null
    },
  }
}
