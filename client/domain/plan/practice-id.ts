/** The id of the practice plan, which no real plan can have, because a real id is a hash. */
import { toWorkspaceId } from '#shared/protocol/ids.ts'

export const PRACTICE_ID = toWorkspaceId(new TextEncoder().encode('weef/practice/01'))
