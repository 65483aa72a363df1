/** Restoring a workspace's log state at start, from stored data that is distrusted until it fits the document. */
import type * as Y from 'yjs'
import type { Chain } from '#shared/chain/chain.ts'
import { type ChainResult, extendChain } from '#shared/chain/extend.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { itemHash } from '#shared/protocol/log.ts'
import { decodeCursor } from './cursor.ts'
import type { Follower } from './follower.ts'
import { advanceChain, hidesEntries, type LogState, startOfLog } from './log-state.ts'
import { containsSnapshot } from '../document/snapshot.ts'
import { currentKeys } from '#keys/key-ring.ts'
import type { StoredLog } from '#storage/sync/sync-store.ts'

/** The root record of a workspace that was begun here and that no relay has numbered yet is stored under this seq. */
export const UNNUMBERED = 0

/**
 * The records by their own numbers. In a log that was given back to a relay (C3) the same record may stand at two places; no
 * other record ever replaces a known one (`contradictsKnown`).
 */
const byNumber = (records: StoredLog['records']): ReadonlyMap<number, Uint8Array<ArrayBuffer>> => {
  const numbered = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const { bytes } of records) {
    const number = decodeRecord(bytes)?.number
    if (number !== undefined) numbered.set(number, new Uint8Array(bytes))
  }
  return numbered
}

/** The stored records as far as they form a chain, each with the chain up to it. */
async function* readChain(workspace: WorkspaceId, stored: StoredLog['records']) {
  const records = byNumber(stored)
  let chain: Chain | null = null
  for (let bytes = records.get(0); bytes !== undefined; bytes = records.get(chain.number + 1)) {
    const result: ChainResult = await extendChain(chain, bytes)
    if (!result.ok || result.record.workspace !== workspace) return
    chain = result.chain
    yield { chain, bytes }
  }
}

/** Known records: those that this device has, as far as they form a chain, by their numbers. */
export type KnownRecords = { readonly chain: Chain; readonly records: readonly Uint8Array<ArrayBuffer>[] }

/** Whether a cursor that counts these records among them stands where the others go on. */
const isBeginning = (counted: ReadonlyMap<number, Uint8Array>, all: ReadonlyMap<number, Uint8Array>): boolean =>
  [...counted].every(([number, bytes]) => equalBytes(bytes, all.get(number) ?? NOTHING))
const NOTHING = new Uint8Array(0)

export type Restored = { readonly log: LogState; readonly known: KnownRecords | null }

/**
 * The cursor's state, or the start of the log when anything does not fit: replaying is always right. And the known records:
 * both are read in one walk, because each record costs its signatures.
 */
export const restore = async (workspace: WorkspaceId, stored: StoredLog, doc: Y.Doc): Promise<Restored> => {
  const cursor = stored.cursor && decodeCursor(stored.cursor)
  const fits = cursor && containsSnapshot(doc, cursor) ? cursor : null
  const { records: count = 0, ...position } = fits ?? {}
  const hashes = fits === null ? undefined : new Map([[fits.seq, fits.hash]])
  const restored: LogState = { ...startOfLog(workspace), ...position, ...(hashes && { hashes }) }
  const records: Uint8Array<ArrayBuffer>[] = []
  let last: Chain | null = null
  for await (const { chain, bytes } of readChain(workspace, stored.records)) {
    if (chain.number < count) advanceChain(restored, chain)
    records.push(bytes)
    last = chain
  }
  const known = last && { chain: last, records }
  const counted = byNumber(stored.records.filter(({ seq }) => seq !== UNNUMBERED && seq <= (fits?.seq ?? 0)))
  const isWhole =
    fits !== null &&
    counted.size === count &&
    restored.recordHashes.length === count &&
    isBeginning(counted, byNumber(stored.records))
  // What a relay kept back it may now show.
  return { known, log: isWhole && !hidesEntries(restored) ? restored : startOfLog(workspace) }
}

/** The root that this device made, for a workspace of whose log it has heard nothing yet. */
export const unnumberedRoot = (stored: StoredLog): Uint8Array<ArrayBuffer> | null => {
  const root = stored.records.find(({ seq }) => seq === UNNUMBERED)
  return root === undefined ? null : new Uint8Array(root.bytes)
}

/**
 * Reads the known records, which may go further than the cursor. Entries from before a join open only with the keys of the
 * join, so the records are needed before the log is read. `null`: no records. `visit` is called with the chain up to each.
 */
export const readKnownRecords = async (
  workspace: WorkspaceId,
  stored: StoredLog,
  visit: (chain: Chain) => Promise<void> = async () => {},
): Promise<KnownRecords | null> => {
  const records: Uint8Array<ArrayBuffer>[] = []
  let last: Chain | null = null
  for await (const { chain, bytes } of readChain(workspace, stored.records)) {
    last = chain
    records.push(bytes)
    await visit(chain)
  }
  return last && { chain: last, records }
}

/** Adds a record that the log has just shown: when it is read from its start again, it must show the same record. */
export const knowRecord = (known: KnownRecords | null, chain: Chain, record: Uint8Array<ArrayBuffer>): KnownRecords => {
  if (known !== null && chain.number < known.records.length) return known
  return { chain, records: [...(known?.records ?? []), record] }
}

/** Whether the relay's last record differs from the known one of the same number (C3). */
export const contradictsKnown = (known: KnownRecords | null, theirs: Chain | null): boolean => {
  const mine = theirs === null ? undefined : known?.records[theirs.number]
  return theirs !== null && mine !== undefined && !equalBytes(itemHash(mine), theirs.hash)
}

/** Opens the stored boxes. The newest may be rubbish (R2); then only earlier ones open, and the device that replaces the epoch needs one of them. */
export const openStoredKeys = async (follower: Follower, chain: Chain, stored: StoredLog): Promise<void> => {
  await follower.openKeys(chain)
  if (currentKeys(follower.ring(), chain) === null) await readKnownRecords(chain.workspace, stored, follower.openKeys)
}
