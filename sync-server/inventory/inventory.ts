/**
 * A store's contents for its operator: listed, summed, verified, erased. Separate from the store, because the relay serves
 * the workspaces that it is asked for and never enumerates them.
 */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { numberIn, type Row } from '../storage/rows.ts'
import type { StoredItem } from '../storage/store.ts'

export type StoreTotals = { readonly workspaces: number; readonly items: number; readonly bytes: number }
export type WorkspaceInfo = {
  readonly workspace: WorkspaceId
  /** The head, as the store notes it: its seq, all 32 bytes of the log hash, the last record's number, the size in bytes. */
  readonly seq: number
  readonly logHash: Uint8Array
  readonly lastRecord: number
  readonly bytes: number
  /** When the first and the last item were received, in ms since 1970; `null` when there is none. */
  readonly begunAt: number | null
  readonly changedAt: number | null
}
/** An item with what the store notes beside it. */
export type KeptItem = StoredItem & {
  /** A STORED_KIND. */
  readonly kind: number
  /** The first 16 bytes of the log hash at this item. */
  readonly logHash: Uint8Array
}
export type WrongHellos = { readonly locator: Locator; readonly count: number }

export type Inventory = {
  totals(): Promise<StoreTotals>
  workspaces(): Promise<readonly WorkspaceInfo[]>
  /** Items after `after`, in order, as many as should be held at once; empty at the end of the log. */
  items(workspace: WorkspaceId, after: number): Promise<readonly KeptItem[]>
  people(workspace: WorkspaceId): Promise<readonly PersonId[]>
  wrongHellos(workspace: WorkspaceId): Promise<readonly WrongHellos[]>
  /** The number of rows that belong to no workspace. */
  countOrphans(): Promise<number>
  /** Whether the database finds its own pages in order, as far as it can say. */
  isSound(): Promise<boolean>
  /** Everything of a workspace, also from where deleted bytes remain. */
  erase(workspace: WorkspaceId): Promise<void>
  close(): Promise<void>
}

/** Reads a column that may be NULL. */
export const timeIn = (row: Row, name: string): number | null => (row[name] === null ? null : numberIn(row, name))

/** Bounds on items held at once: many small ones, or a few of the largest. */
export const MAX_HELD_ITEMS = 1_000
export const MAX_HELD_BYTES = 16 * 1024 * 1024
