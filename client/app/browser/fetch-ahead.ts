/** Who comes for a plan does not need the list of plans first: what shows one is fetched while words and this device are still being read. */
import { paths, toHref } from '#reactive/paths.ts'
import { PRACTICE_ID } from '#domain/plan/practice-id.ts'

const PRACTICE = toHref(paths.plan(PRACTICE_ID))
const PLAN = toHref('/plan/')
const JOIN = toHref(paths.join(''))

const fetchFor = (address: string): readonly Promise<unknown>[] => {
  if (address.startsWith(PRACTICE))
    return [import('#features/plan/plan-screen.tsx'), import('#device/practice/run-practice.ts')]
  if (address.startsWith(PLAN)) return [import('#features/plan/plan-screen.tsx'), import('#device/engine.ts')]
  if (address.startsWith(JOIN)) return [import('#features/join/join-screen.tsx'), import('#device/engine.ts')]
  return []
}

/** What fails is asked for again when it is needed, and told of there. */
export const fetchAhead = (address: string): void => {
  for (const part of fetchFor(address)) part.catch(() => {})
}
