/** A running plan on screen, and the ways it may end. Types only: open-plan.ts holds one, run-plan.ts starts it. */
import type { OpenFailure, OpenPlan } from '#ports/open-plan.ts'
import type { Stops } from '../lifetime/stops.ts'

export type Running =
  | { readonly ok: true; readonly plan: OpenPlan }
  | { readonly ok: false; readonly reason: OpenFailure }

/** Ways in which it ends by itself: for good, or to restart after something was done. */
export type Endings = { outgrown(): void; restart(between: () => Promise<void>): void }
/** Starts the plan, or rejects where it breaks; what was started is added to `stops`. */
export type RunPlan = (stops: Stops, endings: Endings) => Promise<Running>
