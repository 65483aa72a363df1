/**
 * What was typed on this device and not saved yet, by the plan and the field in which it stands. Knows no field: its name is
 * made of ids and never of people's words, because the keys of rows stay readable on a locked device. Every store meets
 * draft-store.contract.ts.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Kept } from '../failure.ts'

/** `plan`: `null` outside every plan. */
export type DraftPlace = { readonly plan: WorkspaceId | null; readonly field: string }
export type DraftRow = DraftPlace & {
  readonly text: string
  /** The moment of the last letter, in ms since epoch. */
  readonly at: number
  /** When this device's clock first said that it is too old, in ms since epoch; `null`: it is not. */
  readonly overAt: number | null
}

export type DraftStore = {
  load(): Promise<readonly DraftRow[]>
  save(row: DraftRow): Promise<Kept>
  remove(place: DraftPlace): Promise<Kept>
  /** All of one plan, or all outside every plan. */
  removeAll(plan: WorkspaceId | null): Promise<Kept>
}
