/** Verifies a store: numbers, hashes, records, entries, members. Pure over an inventory, and changes nothing. */
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { decodeEntry } from '#shared/protocol/entries.ts'
import { firstLogHash, itemKind, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { kindOf } from '../storage/numbering.ts'
import { NO_RECORD } from '../storage/store.ts'
import type { Inventory, KeptItem, StoreTotals, WorkspaceInfo } from './inventory.ts'
import { pseudonymOf } from './pseudonym.ts'

/** One sentence each, without a name: `k3v9q-…, item 12: its hash is another one.` */
export type CheckResult = { readonly totals: StoreTotals; readonly faults: readonly string[] }

type Reached = { readonly seq: number; readonly hash: Uint8Array<ArrayBuffer>; readonly chain: Chain | null; readonly bytes: number; readonly erased: boolean } // prettier-ignore

/** Either the fault of an item, or the state of the log after it. */
const follow = async (info: WorkspaceInfo, before: Reached, item: KeptItem): Promise<Reached | string> => {
  if (item.seq !== before.seq + 1) return `item ${before.seq + 1} is missing.`
  const hash = nextLogHash(before.hash, item.bytes)
  if (!equalBytes(shortHash(hash), item.logHash)) return `item ${item.seq}: its hash is another one.`
  if (item.kind !== kindOf(item.bytes)) return `item ${item.seq} is kept as what it is not.`
  const kind = itemKind(item.bytes)
  const extended = kind === 'record' ? await extendChain(before.chain, item.bytes) : null
  if (extended?.ok === false) return `item ${item.seq} is no valid record (${extended.reason}).`
  const chain = extended?.chain ?? before.chain
  if (chain?.workspace !== info.workspace) return `item ${item.seq} is not of this workspace.`
  if (kind === 'entry' && decodeEntry(item.bytes)?.header.workspace !== info.workspace)
    return `item ${item.seq} is no entry of this workspace.`
  if (kind === null) return `item ${item.seq} is of no kind that is known.`
  const erased = before.erased || kind === 'erased'
  return { seq: item.seq, hash, chain, bytes: before.bytes + item.bytes.length, erased }
}

/** Compares what the store notes about a whole log with the log itself. */
const compareNotes = (info: WorkspaceInfo, { seq, hash, chain, bytes, erased }: Reached): readonly string[] => {
  const notes: readonly (readonly [boolean, string])[] = [
    [info.seq === seq, `the log ends at item ${seq}, not at ${info.seq}.`],
    [equalBytes(info.logHash, hash), 'the log hash of the whole is another one.'],
    [info.lastRecord === (chain?.number ?? NO_RECORD), 'the last record is another one.'],
    [info.bytes === bytes, `the log has ${bytes} bytes, not ${info.bytes}.`],
    [!erased || chain?.closed === true, 'entries are erased although the workspace is open.'],
  ]
  return notes.filter(([holds]) => !holds).map(([, sentence]) => sentence)
}

const checkWorkspace = async (inventory: Inventory, info: WorkspaceInfo): Promise<readonly string[]> => {
  let reached: Reached = { seq: 0, hash: firstLogHash(info.workspace), chain: null, bytes: 0, erased: false }
  for (;;) {
    const items = await inventory.items(info.workspace, reached.seq)
    if (items.length === 0) break
    for (const item of items) {
      const next = await follow(info, reached, item)
      if (typeof next === 'string') return [next]
      reached = next
    }
  }
  const kept = (await inventory.people(info.workspace)).toSorted()
  const members = [...(reached.chain?.members.keys() ?? [])].toSorted()
  const people = kept.join() === members.join() ? [] : ['who takes part is kept wrongly.']
  return [...compareNotes(info, reached), ...people]
}

/** Calls `onChecked` after each workspace. */
export const checkStore = async (inventory: Inventory, onChecked = (): void => {}): Promise<CheckResult> => {
  const faults = (await inventory.isSound()) ? [] : ['The database finds its own pages out of order.']
  for (const info of await inventory.workspaces()) {
    const found = await checkWorkspace(inventory, info)
    faults.push(...found.map((sentence) => `${pseudonymOf(info.workspace)}: ${sentence}`))
    onChecked()
  }
  const countOrphans = await inventory.countOrphans()
  if (countOrphans > 0) faults.push(`${countOrphans} rows belong to no workspace.`)
  return { totals: await inventory.totals(), faults }
}
