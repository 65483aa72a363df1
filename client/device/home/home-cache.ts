/**
 * What a device remembers of its person's home beside the document, in one setting: my details, which the start of the app
 * needs before any document; how things stood when both last met; and what was taken off here. Loads no Yjs.
 */
import { type MyDetails, NO_DETAILS, parseMyDetails } from '#domain/home/details.ts'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'

export type MetPlan = { readonly title: string; readonly archived: boolean }
export type HomeCache = {
  /** The home that this device last met; `null`: none yet. */
  readonly home: WorkspaceId | null
  readonly me: MyDetails
  /** As they stood when both last met: what differs here since then was changed here. */
  readonly metMe: MyDetails
  readonly metPlans: ReadonlyMap<WorkspaceId, MetPlan>
  /** Plans that were taken off this device, and stay off it. */
  readonly takenOff: readonly WorkspaceId[]
}
export const NO_HOME: HomeCache = {
  home: null,
  me: NO_DETAILS,
  metMe: NO_DETAILS,
  metPlans: new Map(),
  takenOff: [],
}

/** What cannot be read counts as never met. */
export const parseHomeCache = (text: string | null): HomeCache => {
  const { home, me, metMe, metPlans, takenOff } = recordIn(toJson(text))
  return {
    home: toId(home),
    me: parseMyDetails(recordIn(me)),
    metMe: parseMyDetails(recordIn(metMe)),
    metPlans: new Map(
      Object.entries(recordIn(metPlans)).flatMap(([key, value]): [WorkspaceId, MetPlan][] => {
        const [id, { title, archived }] = [toId(key), recordIn(value)]
        return id === null || typeof title !== 'string' || typeof archived !== 'boolean'
          ? []
          : [[id, { title, archived }]]
      }),
    ),
    takenOff: (Array.isArray(takenOff) ? takenOff : []).map(toId).filter((id) => id !== null),
  }
}

const toId = (value: unknown): WorkspaceId | null => (typeof value === 'string' ? parseWorkspaceId(value) : null)
const recordIn = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

export const formatHomeCache = (cache: HomeCache): string =>
  JSON.stringify({ ...cache, metPlans: Object.fromEntries(cache.metPlans) })

const toJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
