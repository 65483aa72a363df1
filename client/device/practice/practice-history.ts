/** What changed in the practice plan since it was opened. It has no log, so this is in memory only; people practise on it. */
import * as Y from 'yjs'
import type { LogEntry } from '#domain/history/lines.ts'
import type { History } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Environment } from '#sync/environment.ts'

/** Changes within this time, in ms, are one entry, as in a log: a thing is made in two steps. */
const BATCH_MS = 1_000
/** Older entries than the last of these go into the base. */
const MAX_ENTRIES = 4_000

/** Follows a document until it is destroyed. `author`: whoever practises. */
export const followPractice = (doc: Y.Doc, author: PersonId, environment: Environment): (() => Promise<History>) => {
  let base: Uint8Array = Y.encodeStateAsUpdate(doc)
  let entries: LogEntry[] = []
  let seq = 0
  doc.on('update', (update: Uint8Array) => {
    const [at, last] = [environment.now(), entries.at(-1)]
    if (last !== undefined && at >= last.firstEdit && at - last.firstEdit < BATCH_MS) {
      entries[entries.length - 1] = { ...last, at, lastEdit: at, update: Y.mergeUpdates([last.update, update]) }
      return
    }
    seq += 1
    entries.push({ seq, at, author, firstEdit: at, lastEdit: at, update })
    if (entries.length < 2 * MAX_ENTRIES) return
    base = Y.mergeUpdates([base, ...entries.slice(0, MAX_ENTRIES).map((entry) => entry.update)])
    entries = entries.slice(MAX_ENTRIES)
  })
  const openedAt = environment.now()
  return async () => {
    const { createPages } = await import('../plan/plan-history.ts')
    const place = { number: (entries[0]?.seq ?? 1) - 1 }
    return {
      ...createPages({ base: { place, document: base }, entries: [...entries] }, [], environment),
      full: false,
      beginsAt: seq === entries.length ? openedAt : (entries[0]?.at ?? openedAt),
    }
  }
}
