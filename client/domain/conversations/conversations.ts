/** Conversations: people prepare the points beforehand, go through them together, and close with the form of the next contact. */
import type * as Y from 'yjs'
import { addEntity, drawId } from '../document/add-entity.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import { CONTACT_FORMS, type ContactForm, oneOf, TOPICS, type Topic } from '../document/choices.ts'
import { type Day, parseDay, parseDayTime, parseMoment } from '../document/days.ts'
import { fixedIn, keyOf, linkIn, textIn } from '../document/entities.ts'
import { type EntityId, parseEntityId } from '../document/entity-id.ts'
import { isSaid, settled, type Several, severalIn } from '../document/fields.ts'
import { groupParts, partIn, type Parts, shownIn } from '../document/fingerprint.ts'
import { memoize, memoizeOne, sameList } from '../document/memoize.ts'
import { byMoment } from '../document/moments.ts'
import { byOrder, orderAfter, orderIn } from '../document/order.ts'
import { type Plain, toLine } from '../document/plain.ts'
import { type Entities, type Entity, type Fields, type PlanState, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { setWhen } from '../document/set-when.ts'
import { toWhens, type When } from '../document/when.ts'

/** The source of a talk point: a topic ticked on a wheel, a step that is due, or the person's own words. */
export type PointSource =
  | { readonly checkIn: EntityId; readonly topic: Topic }
  | { readonly step: EntityId }
  | { readonly goal: EntityId }
  | null

/** The phases of a conversation, until it was held. */
export const PHASES = ['prepare', 'talk', 'close'] as const
export type Phase = (typeof PHASES)[number]

export type TalkPoint = {
  readonly id: EntityId
  readonly conversation: EntityId
  readonly source: PointSource
  readonly order: string
  readonly text: string
  readonly maker: number | null
  readonly talked: boolean
  readonly aside: Aside | null
}
export type Conversation = {
  readonly id: EntityId
  /** The moment when the preparation began, in ms since epoch. */
  readonly at: number
  readonly maker: number | null
  /** When and how people will meet. */
  readonly day: Several<Day | null>
  /** The day with its time, where it has one. */
  readonly when: Several<When | null>
  readonly place: Several<string | null>
  readonly form: Several<ContactForm | null>
  readonly held: boolean
  readonly phase: Phase
  /** The next contact, agreed at the end. */
  readonly nextDay: Several<Day | null>
  readonly nextWhen: Several<When | null>
  readonly nextForm: Several<ContactForm | null>
  readonly notes: string
  readonly points: readonly TalkPoint[]
  readonly aside: Aside | null
}
export type ConversationValues = {
  readonly when?: When | null
  readonly nextWhen?: When | null
  /** A line of at most `PLACE_LIMIT` characters. */
  readonly place?: string | null
  /** The days alone, as releases before times of day set them. */
  readonly day?: Day | null
  readonly form?: ContactForm | null
  readonly nextDay?: Day | null
  readonly nextForm?: ContactForm | null
  readonly held?: boolean
}

/** In characters: a street with its number, and how to find the door. */
export const PLACE_LIMIT = 120

/** `id`: of one that was being prepared without a word yet. */
export const addConversation = (doc: Y.Doc, now: number, randomness: Randomness, id = drawId(randomness)): EntityId =>
  addEntity(doc, 'conversation', { id, fixed: { at: now }, texts: { notes: '' } }, randomness, addConversation)

/** One that is in no plan, because nothing is written or chosen in it: on the day and in the form that were agreed last time. */
export const toUnwritten = (id: EntityId, at: number, last: Conversation | undefined, today: Day): Conversation => {
  const agreed = last === undefined ? null : settled(last.nextWhen)
  const when = agreed !== null && agreed.day >= today ? [agreed] : []
  const form = last === undefined ? null : settled(last.nextForm)
  return {
    id,
    at,
    maker: null,
    day: when.map((one) => one.day),
    when,
    place: [],
    form: form === null ? [] : [form],
    held: false,
    phase: 'prepare',
    nextDay: [],
    nextWhen: [],
    nextForm: [],
    notes: '',
    points: [],
    aside: null,
  }
}

/** Adds it with its day and form; one whose adding was undone comes back as it is. */
export const addUnwritten = (doc: Y.Doc, unwritten: Conversation, randomness: Randomness): void => {
  const {
    id,
    at,
    when: [when],
    form: [form],
  } = unwritten
  if (readPlan(doc).entities.conversation.has(id))
    return doc.transact(() => setValue(doc, keyOf('conversation', id, 'made'), true, randomness), addConversation)
  addConversation(doc, at, randomness, id)
  if (when || form) setConversation(doc, id, { ...(when && { when }), ...(form && { form }) }, randomness)
}

/** Sets only the named values; `null` clears. */
export const setConversation = (doc: Y.Doc, id: EntityId, values: ConversationValues, randomness: Randomness): void =>
  doc.transact(() => {
    const { when, nextWhen, ...others } = values
    const key = (field: string) => keyOf('conversation', id, field)
    for (const [field, value] of Object.entries(others)) {
      if (value !== undefined) setValue(doc, key(field), value as Plain, randomness)
    }
    if (when !== undefined) setWhen(doc, { day: key('day'), time: key('startTime') }, when, randomness)
    const next = { day: key('nextDay'), time: key('nextStartTime') }
    if (nextWhen !== undefined) setWhen(doc, next, nextWhen, randomness)
  }, setConversation)

/**
 * Sets the phase, which is in the document and not of one device: people are in a conversation together, so a reloaded page and
 * a second device at the table open at the same phase. It is no intent, so undo passes it by: it holds nobody's work.
 */
export const setPhase = (doc: Y.Doc, id: EntityId, phase: Phase, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('conversation', id, 'phase'), phase, randomness), GOING_ON)

const GOING_ON = { name: 'phase' }

export const addTalkPoint = (
  doc: Y.Doc,
  conversation: EntityId,
  point: { readonly text: string; readonly source: PointSource },
  randomness: Randomness,
): EntityId => {
  const order = orderAfter(talkPointsOf(readPlan(doc)).filter((other) => other.conversation === conversation))
  const fixed = { conversation, source: point.source }
  const made = { fixed, texts: { text: point.text }, values: { order } }
  return addEntity(doc, 'talkPoint', made, randomness, addTalkPoint)
}

export const setTalked = (doc: Y.Doc, id: EntityId, talked: boolean, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('talkPoint', id, 'talked'), talked, randomness), setTalked)

/** All conversations, also those set aside, the latest first. */
export const conversationsOf = (plan: PlanState): readonly Conversation[] =>
  listConversations(plan.entities.conversation, plan.entities.talkPoint)
export const readConversations = (doc: Y.Doc): readonly Conversation[] => conversationsOf(readPlan(doc))

const listConversations = memoize((conversations: Entities, talkPoints: Entities): readonly Conversation[] => {
  const parts = groupParts(talkPoints, 'conversation')
  return shownIn(conversations, (id) => partIn(parts, id))
    .map((entity) => toConversation(entity, partIn(parts, entity.id)))
    .toSorted(byMoment)
})

const toConversation = memoize<Entity, Parts, Conversation>((entity, parts) => {
  const { id, maker, fields } = entity
  const [day, nextDay] = [severalIn(fields, 'day', parseDay), severalIn(fields, 'nextDay', parseDay)]
  return {
    id,
    at: parseMoment(fixedIn(entity, 'at')) ?? 0,
    maker,
    day,
    when: toWhens(day, severalIn(fields, 'startTime', parseDayTime)),
    place: severalIn(fields, 'place', (value) => toLine(value, PLACE_LIMIT)),
    form: severalIn(fields, 'form', oneOf(CONTACT_FORMS)),
    held: isSaid(fields, 'held'),
    phase: phaseIn(fields),
    nextDay,
    nextWhen: toWhens(nextDay, severalIn(fields, 'nextStartTime', parseDayTime)),
    nextForm: severalIn(fields, 'nextForm', oneOf(CONTACT_FORMS)),
    notes: textIn(entity, 'notes'),
    points: parts
      .map(toTalkPoint)
      .filter((point) => point !== null)
      .toSorted(byOrder),
    aside: asideOf(entity, parts),
  }
}, sameList)

/** The furthest phase of several: nobody is asked to choose. */
const phaseIn = (fields: Fields): Phase => {
  const set = signedIn(fields, 'phase').map(({ value }) => value)
  return PHASES.findLast((phase) => set.includes(phase)) ?? 'prepare'
}

const talkPointsOf = (plan: PlanState): readonly TalkPoint[] => listTalkPoints(plan.entities.talkPoint)

const listTalkPoints = memoizeOne((talkPoints: Entities) =>
  shownIn(talkPoints)
    .map(toTalkPoint)
    .filter((point) => point !== null)
    .toSorted(byOrder),
)

/** `null`: the talk point is part of no conversation. */
const toTalkPoint = memoizeOne((entity: Entity): TalkPoint | null => {
  const conversation = linkIn(entity, 'conversation')
  if (conversation === null) return null
  const { id, maker, fields } = entity
  return {
    id,
    conversation,
    source: parseSource(fixedIn(entity, 'source')),
    order: orderIn(fields),
    text: textIn(entity, 'text'),
    maker,
    talked: isSaid(fields, 'talked'),
    aside: asideOf(entity),
  }
})

const parseSource = (value: Plain | undefined): PointSource => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { checkIn, topic, step, goal } = value as { readonly [name: string]: Plain }
  const [checkInId, known] = [parseEntityId(checkIn), oneOf(TOPICS)(topic)]
  if (checkInId !== null && known !== null) return { checkIn: checkInId, topic: known }
  const [stepId, goalId] = [parseEntityId(step), parseEntityId(goal)]
  if (stepId !== null) return { step: stepId }
  return goalId === null ? null : { goal: goalId }
}
