/**
 * What a store holds, for whoever runs it: listed, summed, looked into, erased. Beside the store and not part of it, because
 * the relay serves whoever is asked for and never looks around.
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
  /** When the first and the last item came, in ms since 1970; `null` when there is none such. */
  readonly begunAt: number | null
  readonly changedAt: number | null
}
/** An item with what the store notes beside it. */
export type KeptItem = StoredItem & {
  /** STORED_KIND. */
  readonly kind: number
  /** The first 16 bytes of the log hash there. */
  readonly logHash: Uint8Array
}
export type WrongHellos = { readonly locator: Locator; readonly count: number }

export type Inventory = {
  totals(): Promise<StoreTotals>
  workspaces(): Promise<readonly WorkspaceInfo[]>
  /** Those after `after`, in order, as many as are good to hold at once; none: there are no more. */
  items(workspace: WorkspaceId, after: number): Promise<readonly KeptItem[]>
  people(workspace: WorkspaceId): Promise<readonly PersonId[]>
  wrongHellos(workspace: WorkspaceId): Promise<readonly WrongHellos[]>
  /** Rows of workspaces that are not there. */
  strays(): Promise<number>
  /** Whether the database finds its own pages in order, as far as it can say. */
  isSound(): Promise<boolean>
  /** Everything of it, also from where deleted bytes lie on. */
  erase(workspace: WorkspaceId): Promise<void>
  close(): Promise<void>
}

/** A column that may be empty. */
export const timeIn = (row: Row, name: string): number | null => (row[name] === null ? null : numberIn(row, name))

/** Items held at once, and their bytes: many small ones, or a few of the largest. */
export const MAX_HELD_ITEMS = 1_000
export const MAX_HELD_BYTES = 16 * 1024 * 1024
