/** Where the practice plan stands among the plans: under an id that no real one can have, which is a hash. */
import { toWorkspaceId } from '#shared/protocol/ids.ts'

export const PRACTICE_ID = toWorkspaceId(new TextEncoder().encode('weef/practice/01'))
