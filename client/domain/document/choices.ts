/** The values that fields of a plan may have, in a standard's own words where there is one. */
import type { Plain } from './plain.ts'

/** FHIR R4 `Goal.lifecycleStatus` (hl7.org/fhir/R4/valueset-goal-status.html), as far as people need it. */
export const GOAL_STATUSES = ['proposed', 'active', 'on-hold', 'completed', 'cancelled'] as const
export type GoalStatus = (typeof GOAL_STATUSES)[number]

/** FHIR R4 `CarePlan.activity.detail.status` (hl7.org/fhir/R4/valueset-care-plan-activity-status.html). */
export const STEP_STATUSES = ['not-started', 'in-progress', 'completed', 'cancelled'] as const
export type StepStatus = (typeof STEP_STATUSES)[number]

/** The forms in which people meet or do something (product.md, rule 6). */
export const CONTACT_FORMS = ['together', 'phone', 'video', 'chat', 'alone'] as const
export type ContactForm = (typeof CONTACT_FORMS)[number]

/** The six dimensions of Positive Health by their official English names, in the order of the wheel, and one topic of the person's own. */
export const DIMENSIONS = [
  'bodily-functions',
  'mental-wellbeing',
  'meaningfulness',
  'quality-of-life',
  'participation',
  'daily-functioning',
] as const
export type Dimension = (typeof DIMENSIONS)[number]
export const TOPICS = [...DIMENSIONS, 'own'] as const
export type Topic = Dimension | 'own'

/** A parser that takes one of a list; anything else is left out. */
export const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (value: Plain | undefined): Choice | null =>
    choices.find((choice) => choice === value) ?? null
