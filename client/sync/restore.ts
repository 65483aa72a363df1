/** Where a workspace stands when it is loaded: the state from what was stored, distrusted until it fits the document. */
import type * as Y from 'yjs'
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { decodeCursor } from './cursor.ts'
import type { Follower } from './follower.ts'
import { advanceChain, hidesEntries, type LogState, startOfLog } from './log-state.ts'
import { containsSnapshot } from './snapshot.ts'
import { currentKeys } from '#keys/key-ring.ts'
import type { StoredLog } from '#storage/sync-store.ts'

/** The root record of a workspace that was begun here and that no relay has numbered yet is stored under this seq. */
export const UNNUMBERED = 0

/** The cursor's state, or the start of the log when anything does not fit: replaying is always right. */
export const restoreState = async (workspace: WorkspaceId, stored: StoredLog, doc: Y.Doc): Promise<LogState> => {
  const cursor = stored.cursor && decodeCursor(stored.cursor)
  const state = startOfLog(workspace)
  if (!cursor || !containsSnapshot(doc, cursor)) return state
  const records = stored.records
    .filter(({ seq }) => seq !== UNNUMBERED && seq <= cursor.seq)
    .toSorted((a, b) => a.seq - b.seq)
  if (records.length !== cursor.records) return state
  const { records: _, ...position } = cursor
  const hashes = new Map([[cursor.seq, cursor.hash]])
  const restored: LogState = { ...startOfLog(workspace), ...position, hashes } // shares nothing with what is returned otherwise
  for (const { bytes } of records) {
    const result = await extendChain(restored.chain, bytes)
    if (!result.ok || result.record.workspace !== workspace) return state
    advanceChain(restored, result.chain)
  }
  return hidesEntries(restored) ? state : restored // the relay may show by now what it kept back
}

/** The root that this device made, for a workspace whose log it has not heard of yet. */
export const unnumberedRoot = (stored: StoredLog): Uint8Array<ArrayBuffer> | null => {
  const root = stored.records.find(({ seq }) => seq === UNNUMBERED)
  return root === undefined ? null : new Uint8Array(root.bytes)
}

/**
 * The chain as far as its stored records go, which may be further than the cursor. What was written before somebody
 * joined opens only with the keys of their join, so these are needed before the log is read. `null`: no records.
 */
export const readStoredChain = async (
  workspace: WorkspaceId,
  stored: StoredLog,
  visit: (chain: Chain) => Promise<void> = async () => {},
): Promise<Chain | null> => {
  const numbered = stored.records.filter(({ seq }) => seq !== UNNUMBERED).toSorted((a, b) => a.seq - b.seq)
  let chain: Chain | null = null
  for (const { bytes } of numbered.length > 0 ? numbered : stored.records) {
    const result = await extendChain(chain, bytes)
    if (!result.ok || result.record.workspace !== workspace) break
    chain = result.chain
    await visit(chain)
  }
  return chain
}

/** Somebody's newest box may be rubbish (R2). Then only the boxes before it open anything, and whoever heals it needs one of them. */
export const openStoredKeys = async (follower: Follower, chain: Chain, stored: StoredLog): Promise<void> => {
  await follower.openKeys(chain)
  if (currentKeys(follower.ring(), chain) === null) await readStoredChain(chain.workspace, stored, follower.openKeys)
}
