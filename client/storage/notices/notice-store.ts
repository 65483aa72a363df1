/** What did not add up in one plan, as this device heard it: beside the document, for people to look back at. Every kind of store answers to notice-store.contract.ts. */
import type { Kept } from '../failure.ts'
import type { NoticeRow } from '../rows.ts'

export type NoticeStore = {
  load(): Promise<readonly NoticeRow[]>
  /** Rows by their id; one that is there already is replaced, and its item stays. `items`: bytes by the id of their row. */
  save(rows: readonly NoticeRow[], items: ReadonlyMap<string, Uint8Array>): Promise<Kept>
  items(): Promise<ReadonlyMap<string, Uint8Array>>
}
