/**
 * What was typed on this device and not saved yet, by the plan and the field in which it stands. Knows no field: its name is
 * made of ids and never of people's words, because the keys of rows stay readable on a locked device. Every store meets
 * draft-store.contract.ts.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Kept } from '../failure.ts'
import type { DraftPlace, DraftRow } from './draft-rows.ts'

export type DraftStore = {
  load(): Promise<readonly DraftRow[]>
  save(row: DraftRow): Promise<Kept>
  remove(place: DraftPlace): Promise<Kept>
  /** All of one plan, or all outside every plan. */
  removeAll(plan: WorkspaceId | null): Promise<Kept>
}
