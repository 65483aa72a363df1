/** What was typed on this device and not saved yet, for screens. Types only. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'

export type Drafts = {
  /** `field`: made of ids and the names of fields, never of people's words. `plan`: `null` outside every plan. */
  read(plan: WorkspaceId | null, field: string): string | null
  /** `null`: it was saved, or cleared by hand. */
  keep(plan: WorkspaceId | null, field: string, text: string | null): void
}
