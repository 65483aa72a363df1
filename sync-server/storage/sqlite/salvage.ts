/**
 * Copies what is readable of a damaged database into a fresh one: of every log the longest prefix whose hashes and records
 * hold. Devices that have more detect the loss by their own log hash (C3), so it is never hidden.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { firstLogHash, itemKind, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { membershipChangeOf } from '../../workspace/membership-changes.ts'
import { byWorkspace, itemsOf } from './journal.ts'
import { decodeRow, type Run } from './journal-row.ts'
import { placeOf, workspaceAt } from './sqlite-file.ts'
import { type AppendRequest, NO_RECORD, type Store } from '../store.ts'

type SavedItem = { readonly receivedAt: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly logHash: Uint8Array }

/** The numbers of the journal's rows, as far as they can be read; a file of an earlier version has none. */
const rowNumbers = (damaged: DatabaseSync): readonly unknown[] => {
  const numbers: unknown[] = []
  try {
    for (const { n } of damaged.prepare('SELECT n FROM journal ORDER BY n').iterate()) numbers.push(n)
  } catch {
    // Those before the damaged page have been kept.
  }
  return numbers
}
const readRow = (damaged: DatabaseSync, n: unknown): readonly Run[] => {
  try {
    const row = damaged.prepare('SELECT runs FROM journal WHERE n = ?').get(Number(n))?.['runs']
    return (row instanceof Uint8Array ? decodeRow(row as Uint8Array<ArrayBuffer>) : null) ?? []
  } catch {
    return []
  }
}
/** What waits in the journal, by workspace. A row that cannot be read takes nothing from workspaces that have nothing in it. */
const readWaiting = (damaged: DatabaseSync): ReadonlyMap<number, readonly Run[]> =>
  byWorkspace(rowNumbers(damaged).flatMap((n) => readRow(damaged, n)))

/** The rows of one workspace, up to the first that cannot be read or that follows a gap. */
const readTable = (damaged: DatabaseSync, workspace: number): readonly SavedItem[] => {
  const items: SavedItem[] = []
  try {
    const range = 'SELECT place, received_at, bytes, log_hash FROM items WHERE place > ? AND place < ? ORDER BY place'
    for (const row of damaged.prepare(range).iterate(placeOf(workspace, 0), placeOf(workspace + 1, 0))) {
      const { place, received_at: receivedAt, bytes, log_hash: logHash } = row
      if (place !== placeOf(workspace, items.length + 1) || typeof receivedAt !== 'number') break
      if (!(bytes instanceof Uint8Array) || !(logHash instanceof Uint8Array)) break
      items.push({ receivedAt, bytes: bytes as Uint8Array<ArrayBuffer>, logHash })
    }
  } catch {
    // Rows before the damaged page have been kept.
  }
  return items
}

/** The same with what follows in the journal; hashes decide later whether it does. */
const readLog = (damaged: DatabaseSync, workspace: number, waiting: readonly Run[]): readonly SavedItem[] => {
  const items = [...readTable(damaged, workspace)]
  for (const item of itemsOf(waiting, items.length)) if (item.seq === items.length + 1) items.push(item)
  return items
}

/** Append requests that rewrite a log's sound prefix, one item each, because each has its own time. */
const soundBeginning = async (items: readonly SavedItem[]): Promise<readonly AppendRequest[]> => {
  const requests: AppendRequest[] = []
  let chain: Chain | null = null
  let hash: Uint8Array<ArrayBuffer> | null = null
  for (const { receivedAt, bytes, logHash } of items) {
    const before: Chain | null = chain
    if (itemKind(bytes) === 'record') {
      const extended = await extendChain(before, bytes)
      if (!extended.ok) break
      chain = extended.chain
    }
    if (chain === null) break
    hash = nextLogHash(hash ?? firstLogHash(chain.workspace), bytes)
    if (!equalBytes(shortHash(hash), logHash)) break
    requests.push({
      workspace: chain.workspace,
      expectedRecord: before?.number ?? NO_RECORD,
      receivedAt,
      items: [bytes],
      ...membershipChangeOf(before, chain),
    })
  }
  return requests
}

/** `null`: not even the number of workspaces is readable. */
const lastWorkspace = (damaged: DatabaseSync): number | null => {
  for (const question of ['SELECT max(place) AS last FROM items', 'SELECT max(number) AS last FROM workspaces']) {
    try {
      const last = damaged.prepare(question).get()?.['last']
      if (typeof last === 'number') return question.includes('items') ? workspaceAt(last) : last
    } catch {
      // The other table may still have the number.
    }
  }
  return null
}

/** The disk is too full for a copy of everything. */
export class NoRoomError extends Error {}

/** How many items were copied; `null` when nothing could be read at all. Throws a NoRoomError rather than leave anything out. */
export const salvage = async (damaged: DatabaseSync, fresh: Store): Promise<number | null> => {
  const last = lastWorkspace(damaged)
  if (last === null) return null
  const waiting = readWaiting(damaged)
  let saved = 0
  for (let workspace = 1; workspace <= last; workspace += 1) {
    for (const request of await soundBeginning(readLog(damaged, workspace, waiting.get(workspace) ?? []))) {
      const [result] = await fresh.append([request])
      if (result?.ok !== true) throw new NoRoomError()
      saved += 1
    }
  }
  return saved
}
