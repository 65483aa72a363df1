/** What was typed on this device and not saved yet, for screens. Types only. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'

export type Drafts = {
  /** `field`: made of ids and the names of fields, never of people's words. `plan`: `null` outside every plan. */
  read(plan: WorkspaceId | null, field: string): string | null
  /** The disk does not keep it: it lasts as long as this page. Reactive. */
  isRefused(plan: WorkspaceId | null, field: string): boolean
  /** All of one plan, or all outside every plan. */
  list(plan: WorkspaceId | null): readonly { readonly field: string; readonly text: string }[]
  /** `null`: it was saved, or cleared by hand. */
  keep(plan: WorkspaceId | null, field: string, text: string | null): void
}
