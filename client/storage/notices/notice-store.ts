/** The alarms of one plan as this device raised them, stored beside the document for people to look back at. Every store meets notice-store.contract.ts. */
import type { Kept } from '../failure.ts'
import type { NoticeRow } from '../rows.ts'

export type NoticeStore = {
  load(): Promise<readonly NoticeRow[]>
  /** Saves rows by their ids; an existing row is replaced, and its item stays. `items`: bytes by the ids of their rows. */
  save(rows: readonly NoticeRow[], items: ReadonlyMap<string, Uint8Array>): Promise<Kept>
  items(): Promise<ReadonlyMap<string, Uint8Array>>
}
