/**
 * The journal's writes: batches gather until the next cursor is written, and go before it, so that no cursor counts what the
 * journal lacks. History is never worth an edit: a disk that refuses it loses history alone.
 */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { foldOldest, foldsAt, USUAL_LIMITS } from '#storage/journal/fold.ts'
import type { JournalBatch, JournalStore } from '#storage/journal/journal-store.ts'
import type { StoreEffect } from './machine/effects.ts'

type JournalEffect = Extract<StoreEffect, { readonly type: 'journal' }>
export type JournalRunner = {
  /** Takes a batch; `true` when it is time to write. */
  take(effect: JournalEffect): boolean
  /** Writes what has gathered. Rejects when the store refuses it; it is then tried again with the next. */
  write(): Promise<void>
}

/** The bytes that gather at most in memory, before they are written or given up. */
const MAX_WAITING_BYTES = 1024 * 1024

type Waiting = JournalBatch & { readonly isHidden: boolean; readonly bytes: number }

/** `doc`: holds at least what the log holds, unless the effect says otherwise. `now`: ms since 1970. */
export const createJournalRunner = (
  store: JournalStore,
  doc: Y.Doc,
  now: () => number,
  limits = USUAL_LIMITS,
): JournalRunner => {
  let waiting: readonly Waiting[] = []
  /** The size at which the oldest entries are folded next, in bytes. */
  let foldAt: number | null = null

  const add = (batch: Waiting): void => {
    const last = waiting.at(-1)
    const follows =
      last !== undefined && last.to.number === batch.from.number && equalBytes(last.to.hash, batch.from.hash)
    if (!follows) return void (waiting = [...waiting, batch])
    const joined: Waiting = {
      ...batch,
      from: last.from,
      between: [...last.between, ...(last.to.number > last.from.number ? [last.to] : []), ...batch.between],
      entries: [...last.entries, ...batch.entries],
      bytes: last.bytes + batch.bytes,
    }
    waiting = [...waiting.slice(0, -1), joined]
  }
  const bytesWaiting = (): number => waiting.reduce((sum, { bytes }) => sum + bytes, 0)
  const append = async ({ isHidden, ...batch }: Waiting): Promise<void> => {
    const appended = await store.append(batch)
    if (!appended.kept) {
      if (!isHidden) await store.begin({ place: batch.to, at: now(), document: Y.encodeStateAsUpdate(doc) })
      return
    }
    foldAt ??= foldsAt(appended.bytes, limits)
    if (appended.bytes >= foldAt) foldAt = foldsAt(await foldOldest(store, now(), limits), limits)
  }
  return {
    take({ batch, isHidden }) {
      const isNothing = batch.entries.length === 0 && batch.from.number === batch.to.number
      if (isNothing && waiting.length === 0) return false
      const bytes = batch.entries.reduce(
        (sum, { update }) => sum + update.length,
        batch.between.length * SHORT_HASH_BYTES,
      )
      add({ ...batch, isHidden, bytes })
      return bytesWaiting() > MAX_WAITING_BYTES
    },
    async write() {
      const writing = waiting
      waiting = []
      for (const [index, batch] of writing.entries()) {
        try {
          await append(batch)
        } catch (error) {
          const kept = [...writing.slice(index), ...waiting]
          waiting = []
          for (const each of kept) add(each)
          if (bytesWaiting() > MAX_WAITING_BYTES) waiting = []
          throw error
        }
      }
    },
  }
}
