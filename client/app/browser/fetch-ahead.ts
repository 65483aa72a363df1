/** Prefetches the code of the screen that an address opens, while words and this device's data are still being loaded. */
import { paths, toHref } from '#reactive/paths.ts'
import { PRACTICE_IDS } from '#domain/plan/practice-id.ts'

const PRACTICE = toHref(paths.plan(PRACTICE_IDS.resident))
const PLAN = toHref('/plan/')
const JOIN = toHref(paths.join(''))

const fetchFor = (address: string): readonly Promise<unknown>[] => {
  if (address.startsWith(PRACTICE))
    return [import('#features/plan/plan-screen.tsx'), import('#device/practice/run-practice.ts')]
  if (address.startsWith(PLAN)) return [import('#features/plan/plan-screen.tsx'), import('#device/engine.ts')]
  if (address.startsWith(JOIN)) return [import('#features/join/join-screen.tsx'), import('#device/engine.ts')]
  return []
}

/** A failed prefetch is fetched again, and reported, when the code is needed. */
export const fetchAhead = (address: string): void => {
  for (const part of fetchFor(address)) part.catch(() => {})
}
