/** Who comes for a plan does not need the list of plans first: what shows one is fetched while this device is still being read. */
import { toHref } from '#reactive/paths.ts'

const PLAN = toHref('/plan/')

export const fetchAhead = (address: string): void => {
  if (!address.startsWith(PLAN)) return
  // What fails is asked for again when it is needed, and told of there.
  void import('#features/plan/plan-screen.tsx').catch(() => {})
  void import('./engine.ts').catch(() => {})
}
