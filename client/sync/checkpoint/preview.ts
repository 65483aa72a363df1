/**
 * A preview: the copy of the document with which a new device begins, from the newest checkpoint (PROTOCOL.md §8, S5, K2). It
 * is checked as far as possible without the log; only replaying the log shows whether it is true (replay.ts).
 */
import * as Y from 'yjs'
import { type Chain, mayWriteEntries } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { decodeEntry, type EntryHeader, isCheckpoint } from '#shared/protocol/entries.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { extendKeyRing, type KeyRing } from '#keys/key-ring.ts'
import { digestOf } from '../document/doc-digest.ts'
import { createFollower } from '../log/follower.ts'
import { type Preview, startOfLog } from '../log/log-state.ts'
import { openEntry } from '../log/sealing.ts'
import { advanceClocks, type Inspected, inspectUpdate, isComplete } from '../update/update.ts'

/** An item that the relay served, with its place. Served items are in order, with gaps between them. */
export type ServedItem = { readonly seq: number; readonly bytes: Uint8Array<ArrayBuffer> }
export type OpenedPreview =
  | { readonly ok: true; readonly preview: Preview; readonly updates: readonly Uint8Array[] }
  /** The relay showed no checkpoint. */
  | { readonly ok: false; readonly reason: 'none' }
  /** The checkpoint does not open, or cannot be true. `author`: named only where the signature holds. `before`: asks for the one before this seq. */
  | { readonly ok: false; readonly reason: 'bad'; readonly author: PersonId | null; readonly before: number }

/** The chain before each place that matters; `null` when these are no records of this workspace. */
const readChain = async (
  workspace: WorkspaceId,
  items: readonly ServedItem[],
  before: number,
): Promise<Chain | null> => {
  let chain: Chain | null = null
  for (const { seq, bytes } of items) {
    if (seq >= before || itemKind(bytes) !== 'record') continue
    const result = await extendChain(chain, bytes)
    if (!result.ok || result.record.workspace !== workspace) return null
    chain = result.chain
  }
  return chain
}

type Opened = { readonly header: EntryHeader; readonly update: Uint8Array<ArrayBuffer>; readonly inspected: Inspected }

const openCheckpoint = async (
  workspace: WorkspaceId,
  { seq, bytes }: ServedItem,
  chain: Chain | null,
  ring: KeyRing,
): Promise<{ readonly opened: Opened | null; readonly author: PersonId | null }> => {
  const result = await openEntry(bytes, chain, ring)
  if (!result.ok || !result.entry.signed) return { opened: null, author: null }
  const { header, content } = result.entry
  const inspected = content && inspectUpdate(content.update)
  /** Whether the header fits the place: an honest relay takes no other. */
  const isInPlace =
    header.workspace === workspace &&
    header.seen.number < seq &&
    chain !== null &&
    mayWriteEntries(chain, header.author, header.epoch)
  const opened =
    isInPlace && content && inspected && isComplete(inspected, new Map())
      ? { header, update: content.update, inspected }
      : null
  // Without its key this device cannot tell whether it was bad.
  return { opened, author: isInPlace && result.missedEpoch === null ? header.author : null }
}

/** Applies the entries after the checkpoint's place, judged like any entry of the log. */
const followOn = async (
  workspace: WorkspaceId,
  holder: KeyHolder,
  items: readonly ServedItem[],
  { header, inspected }: Opened,
  ring: KeyRing,
): Promise<readonly Uint8Array[]> => {
  const { number } = header.seen
  const state = { ...startOfLog(workspace), seq: number, chain: await readChain(workspace, items, number + 1) }
  advanceClocks(state.clocks, inspected)
  // Replaying the log raises the alarms: here every hash before this place is unknown.
  const follower = createFollower(state, holder, () => {}, ring)
  const updates: Uint8Array[] = []
  for (const { seq, bytes } of items) {
    if (seq <= state.seq) continue
    if (seq > state.seq + 1) break
    const consumed = await follower.consume(bytes)
    if (consumed.kind === 'stopped') break
    if (consumed.kind === 'entry') updates.push(consumed.update)
  }
  return updates
}

export const openPreview = async (
  workspace: WorkspaceId,
  holder: KeyHolder,
  items: readonly ServedItem[],
  before: number,
  ring: KeyRing,
): Promise<OpenedPreview> => {
  const newest = items.findLast(({ seq, bytes }) => seq < before && isCheckpoint(bytes))
  if (newest === undefined || decodeEntry(newest.bytes) === null) return { ok: false, reason: 'none' }
  const chain = await readChain(workspace, items, newest.seq)
  const all = await readChain(workspace, items, Infinity)
  const keys = all === null ? ring : await extendKeyRing(ring, all, holder) // epochs after this person's join may have been sealed anew
  const { opened, author } = await openCheckpoint(workspace, newest, chain, keys)
  if (opened === null) return { ok: false, reason: 'bad', author, before: newest.seq }
  const doc = new Y.Doc()
  Y.applyUpdate(doc, opened.update)
  const preview = { seq: opened.header.seen.number, digest: digestOf(doc), author: opened.header.author }
  doc.destroy()
  return { ok: true, preview, updates: [opened.update, ...(await followOn(workspace, holder, items, opened, keys))] }
}
