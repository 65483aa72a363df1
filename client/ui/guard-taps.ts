/** What taps go nowhere, on every screen. To be called once, around everything. */
import { tapOnce } from './tap-once.ts'
import { tapWhereAimed } from './aimed-taps.ts'

/** The answer stops it. */
export const guardTaps = (window: Window): (() => void) => {
  const stops = [tapWhereAimed(window), tapOnce(window)]
  return () => stops.forEach((stop) => stop())
}
