/** My plans as I keep them: their titles, so that a new device can name them before it has them, and which ones I put away. */
import type * as Y from 'yjs'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { TITLE_LIMIT, toLine } from '../document/plain.ts'
import { fieldsOf } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { Randomness } from '../document/values.ts'
import { latestIn, setTimed } from './timed-values.ts'

export type MyPlan = {
  readonly id: WorkspaceId
  /** Empty: without a title, as far as this person's devices know. */
  readonly title: string
  /** `null`: nobody put it away or took it back. */
  readonly archived: boolean | null
}

export const readMyPlan = (doc: Y.Doc, id: WorkspaceId): MyPlan => {
  const fields = fieldsOf(readPlan(doc), `plan:${id}`)
  const archived = latestIn(fields, 'archived')?.value
  return {
    id,
    title: toLine(latestIn(fields, 'title')?.value, TITLE_LIMIT) ?? '',
    archived: isYesOrNo(archived) ? archived : null,
  }
}

/** In the same order on every device. */
export const readMyPlans = (doc: Y.Doc): readonly MyPlan[] =>
  [...readPlan(doc).fields.plan.keys()]
    .map((owner) => (owner.startsWith(PREFIX) ? parseWorkspaceId(owner.slice(PREFIX.length)) : null))
    .filter((id) => id !== null)
    .toSorted()
    .map((id) => readMyPlan(doc, id))

/** Sets only what is named. */
export const setMyPlan = (
  doc: Y.Doc,
  id: WorkspaceId,
  { title, archived }: { readonly title?: string; readonly archived?: boolean },
  now: number,
  randomness: Randomness,
): void =>
  doc.transact(() => {
    if (title !== undefined) setTimed(doc, `plan:${id}/title`, toLine(title, TITLE_LIMIT) ?? '', now, randomness)
    if (archived !== undefined) setTimed(doc, `plan:${id}/archived`, archived, now, randomness)
  }, setMyPlan)

const PREFIX = 'plan:'
const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean'
