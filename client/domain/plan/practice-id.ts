/** The ids of the practice plans, which no real plan can have, because a real id is a hash. */
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'

const toPracticeId = (name: string): WorkspaceId => toWorkspaceId(new TextEncoder().encode(name))

/** One plan as its resident, and another as their worker: each has a document of its own. */
export type PracticeAs = 'resident' | 'worker'
export const PRACTICE_IDS: Readonly<Record<PracticeAs, WorkspaceId>> = {
  resident: toPracticeId('weef/practice/01'),
  worker: toPracticeId('weef/practice/02'),
}

/** `null`: a real plan. */
export const practiceAs = (id: WorkspaceId): PracticeAs | null =>
  id === PRACTICE_IDS.resident ? 'resident' : id === PRACTICE_IDS.worker ? 'worker' : null
