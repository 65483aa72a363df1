/** Drafts as rows: stored data is outside input. */
import * as v from 'valibot'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { MOMENT } from '../numbers.ts'

/** `plan`: `null` outside every plan. */
export type DraftPlace = { readonly plan: WorkspaceId | null; readonly field: string }
export type DraftRow = DraftPlace & {
  readonly text: string
  /** The moment of the last letter, in ms since epoch. */
  readonly at: number
  /** When this device's clock first said that it is too old, in ms since epoch; `null`: it is not. */
  readonly overAt: number | null
}

const DRAFT = v.object({
  text: v.string(),
  at: v.fallback(MOMENT, 0),
  overAt: v.fallback(v.nullable(MOMENT), null),
})
const DRAFT_PLACE = v.tuple([v.string(), v.string()])

/** `null`: no text, or a place that is none. */
export const parseDraftRow = (key: unknown, value: unknown): DraftRow | null => {
  const [place, row] = [v.safeParse(DRAFT_PLACE, key), v.safeParse(DRAFT, value)]
  if (!place.success || !row.success) return null
  const [name, field] = place.output
  const plan = parseWorkspaceId(name)
  return name === '' || plan !== null ? { ...row.output, plan, field } : null
}
