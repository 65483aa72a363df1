/** What a plan on screen is while it runs, and how it may end. Types only: open-plan.ts keeps one running, run-plan.ts starts it. */
import type { OpenFailure, OpenPlan } from '#ports/open-plan.ts'
import type { Stops } from '../lifetime/stops.ts'

export type Running =
  | { readonly ok: true; readonly plan: OpenPlan }
  | { readonly ok: false; readonly reason: OpenFailure }

/** How it may end by itself: for good, or to begin again once something was done. */
export type Endings = { outgrown(): void; anew(between: () => Promise<void>): void }
/** Brings it to life; what was started goes into `stops`. */
export type RunPlan = (stops: Stops, endings: Endings) => Promise<Running>
