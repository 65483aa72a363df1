/** Steps: what somebody does for a goal. They stand under it, with who, when, and in which form (product.md, rule 6). */
import type * as Y from 'yjs'
import { type Aside, readAside } from '../document/aside.ts'
import { CONTACT_FORMS, type ContactForm, oneOf, STEP_STATUSES, type StepStatus } from '../document/choices.ts'
import { type Day, parseDay } from '../document/days.ts'
import { type EntityId, hasEntity, keyOf, makerOf, parseEntityId, readFixed, readText } from '../document/entities.ts'
import { readSeveral, type Several } from '../document/fields.ts'
import { addEntity, readIds } from '../document/add-entity.ts'
import { remember, rememberList } from '../document/read-cache.ts'
import { byOrder, orderAfter, readOrder } from '../document/order.ts'
import type { Plain } from '../document/plain.ts'
import { type Randomness, setValue } from '../document/values.ts'
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
  /** By when. */
  readonly day: Several<Day | null>
  readonly form: Several<ContactForm | null>
  readonly status: Several<StepStatus | null>
  readonly aside: Aside | null
}

export type StepField = 'who' | 'day' | 'form' | 'status'
export type StepValues = {
  readonly who?: Who | null
  readonly day?: Day | null
  readonly form?: ContactForm | null
  readonly status?: StepStatus | null
}
export type NewStep = StepValues & { readonly what: string; readonly conversation?: EntityId }

export const addStep = (doc: Y.Doc, goal: EntityId, step: NewStep, randomness: Randomness): EntityId => {
  const { what, conversation, who, day, form, status } = step
  const fixed = { goal, ...(conversation === undefined ? {} : { conversation }) }
  const order = orderAfter(readSteps(doc).filter((other) => other.goal === goal))
  const values = { order, who, day, form, status }
  return addEntity(doc, 'step', { fixed, texts: { what }, values }, randomness, addStep)
}

/** Only what is named; `null` clears. */
export const setStep = (doc: Y.Doc, id: EntityId, values: StepValues, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [field, value] of Object.entries(values)) {
      if (value !== undefined) setValue(doc, keyOf('step', id, field), value as Plain, randomness)
    }
  }, setStep)

/** Also those set aside; a step whose goal is not there is left out. */
export const readSteps = (doc: Y.Doc): readonly Step[] =>
  rememberList(doc, 'step', 'read', () =>
    readIds(doc, 'step')
      .map((id) => remember(doc, 'step', id, 'read', () => readStep(doc, id)))
      .filter((step) => step !== null && hasEntity(doc, 'goal', step.goal))
      .filter((step) => step !== null)
      .toSorted(byOrder),
  )

const readStep = (doc: Y.Doc, id: EntityId): Step | null => {
  const goal = parseEntityId(readFixed(doc, 'step', id, 'goal'))
  if (goal === null) return null
  return {
    id,
    goal,
    conversation: parseEntityId(readFixed(doc, 'step', id, 'conversation')),
    order: readOrder(doc, 'step', id),
    what: readText(doc, 'step', id, 'what'),
    maker: makerOf(doc, 'step', id),
    who: readSeveral(doc, 'step', id, 'who', parseWho),
    day: readSeveral(doc, 'step', id, 'day', parseDay),
    form: readSeveral(doc, 'step', id, 'form', oneOf(CONTACT_FORMS)),
    status: readSeveral(doc, 'step', id, 'status', oneOf(STEP_STATUSES)),
    aside: readAside(doc, 'step', id),
  }
}
