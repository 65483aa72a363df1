/** Steps: acts of a person towards a goal, with who, when, and in which form (product.md, rule 6). */
import type * as Y from 'yjs'
import { addEntity } from '../document/add-entity.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import { CONTACT_FORMS, type ContactForm, oneOf, STEP_STATUSES, type StepStatus } from '../document/choices.ts'
import { type Day, parseDay, parseDayTime } from '../document/days.ts'
import { keyOf, linkIn, textIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { type Several, severalIn } from '../document/fields.ts'
import { shownIn } from '../document/fingerprint.ts'
import { memoize, memoizeOne } from '../document/memoize.ts'
import { byOrder, orderAfter, orderIn } from '../document/order.ts'
import type { Plain } from '../document/plain.ts'
import type { Entities, Entity, PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { setWhen } from '../document/set-when.ts'
import { toWhens, type When } from '../document/when.ts'
import { parseWho, type Who } from '../plan/who.ts'

export type Step = {
  readonly id: EntityId
  readonly goal: EntityId
  /** The conversation in which it was agreed. */
  readonly conversation: EntityId | null
  readonly order: string
  readonly what: string
  readonly maker: number | null
  readonly who: Several<Who | null>
  /** The due day. */
  readonly day: Several<Day | null>
  /** The day with its time, where it has one. */
  readonly when: Several<When | null>
  readonly form: Several<ContactForm | null>
  readonly status: Several<StepStatus | null>
  readonly aside: Aside | null
}

export type StepField = 'who' | 'when' | 'form' | 'status'
export type StepValues = {
  readonly who?: Who | null
  readonly when?: When | null
  /** The day alone, as releases before times of day set it. */
  readonly day?: Day | null
  readonly form?: ContactForm | null
  readonly status?: StepStatus | null
}
export type NewStep = StepValues & { readonly what: string; readonly conversation?: EntityId }

export const addStep = (doc: Y.Doc, goal: EntityId, step: NewStep, randomness: Randomness): EntityId => {
  const { what, conversation, who, when, form, status } = step
  const fixed = { goal, ...(conversation === undefined ? {} : { conversation }) }
  const order = orderAfter(readSteps(doc).filter((other) => other.goal === goal))
  const day = when?.day ?? step.day
  const values = { order, who, day, startTime: when?.time ?? undefined, form, status }
  return addEntity(doc, 'step', { fixed, texts: { what }, values }, randomness, addStep)
}

/** Sets only the named values; `null` clears. */
export const setStep = (doc: Y.Doc, id: EntityId, values: StepValues, randomness: Randomness): void =>
  doc.transact(() => {
    const { when, ...others } = values
    for (const [field, value] of Object.entries(others)) {
      if (value !== undefined) setValue(doc, keyOf('step', id, field), value as Plain, randomness)
    }
    const keys = { day: keyOf('step', id, 'day'), time: keyOf('step', id, 'startTime') }
    if (when !== undefined) setWhen(doc, keys, when, randomness)
  }, setStep)

/** All steps, also those set aside; a step whose goal is not there is left out. */
export const stepsOf = (plan: PlanState): readonly Step[] => listSteps(plan.entities.step, plan.entities.goal)
export const readSteps = (doc: Y.Doc): readonly Step[] => stepsOf(readPlan(doc))

const listSteps = memoize((steps: Entities, goals: Entities) =>
  shownIn(steps)
    .map(toStep)
    .filter((step) => step !== null)
    .filter(({ goal }) => goals.has(goal))
    .toSorted(byOrder),
)

/** `null`: the step is part of no goal. */
export const toStep = memoizeOne((entity: Entity): Step | null => {
  const goal = linkIn(entity, 'goal')
  if (goal === null) return null
  const { id, maker, fields } = entity
  const day = severalIn(fields, 'day', parseDay)
  return {
    id,
    goal,
    conversation: linkIn(entity, 'conversation'),
    order: orderIn(fields),
    what: textIn(entity, 'what'),
    maker,
    who: severalIn(fields, 'who', parseWho),
    day,
    when: toWhens(day, severalIn(fields, 'startTime', parseDayTime)),
    form: severalIn(fields, 'form', oneOf(CONTACT_FORMS)),
    status: severalIn(fields, 'status', oneOf(STEP_STATUSES)),
    aside: asideOf(entity),
  }
})
