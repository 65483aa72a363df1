/** Conversations: what to talk about is prepared beforehand, gone through together, and closed with the form of the next contact. */
import type * as Y from 'yjs'
import { type Aside, readAside } from '../document/aside.ts'
import { CONTACT_FORMS, type ContactForm, oneOf, TOPICS, type Topic } from '../document/choices.ts'
import { type Day, parseDay, parseMoment } from '../document/days.ts'
import { type EntityId, keyOf, makerOf, parseEntityId, readFixed, readText } from '../document/entities.ts'
import { readSeveral, type Several } from '../document/fields.ts'
import { groupBy } from '../document/group-by.ts'
import { addEntity, readIds } from '../document/add-entity.ts'
import { remember, rememberList } from '../document/read-cache.ts'
import { byOrder, orderAfter, readOrder } from '../document/order.ts'
import type { Plain } from '../document/plain.ts'
import { readField } from '../document/value-index.ts'
import { type Randomness, setValue } from '../document/values.ts'

/** Where a point to talk about came from: somebody ticked it on a wheel, it is a step that is due, or it is one's own. */
export type PointSource =
  | { readonly checkIn: EntityId; readonly topic: Topic }
  | { readonly step: EntityId }
  | { readonly goal: EntityId }
  | null

/** How far people are in it, until it is held. */
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
  /** ms since epoch, when somebody began to prepare it. */
  readonly at: number
  readonly maker: number | null
  /** When and how people will meet. */
  readonly day: Several<Day | null>
  readonly form: Several<ContactForm | null>
  readonly held: boolean
  readonly phase: Phase
  /** The next contact, agreed at the end. */
  readonly nextDay: Several<Day | null>
  readonly nextForm: Several<ContactForm | null>
  readonly notes: string
  readonly points: readonly TalkPoint[]
  readonly aside: Aside | null
}
export type ConversationValues = {
  readonly day?: Day | null
  readonly form?: ContactForm | null
  readonly nextDay?: Day | null
  readonly nextForm?: ContactForm | null
  readonly held?: boolean
}

export const addConversation = (doc: Y.Doc, now: number, randomness: Randomness): EntityId =>
  addEntity(doc, 'conversation', { fixed: { at: now }, texts: { notes: '' } }, randomness, addConversation)

/** Only what is named; `null` clears. */
export const setConversation = (doc: Y.Doc, id: EntityId, values: ConversationValues, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [field, value] of Object.entries(values)) {
      if (value !== undefined) setValue(doc, keyOf('conversation', id, field), value as Plain, randomness)
    }
  }, setConversation)

/**
 * In the document and not of one device: a conversation is one thing that people are in together, so a page that was loaded
 * anew, and a second device at the table, open where they are. No intent, so undo passes it by: nobody's work is in it.
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
  const order = orderAfter(readTalkPoints(doc).filter((other) => other.conversation === conversation))
  const fixed = { conversation, source: point.source }
  const made = { fixed, texts: { text: point.text }, values: { order } }
  return addEntity(doc, 'talkPoint', made, randomness, addTalkPoint)
}

export const setTalked = (doc: Y.Doc, id: EntityId, talked: boolean, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('talkPoint', id, 'talked'), talked, randomness), setTalked)

/** The latest first; also those set aside. */
export const readConversations = (doc: Y.Doc): readonly Conversation[] =>
  rememberList(doc, 'conversation', 'read', () => {
    const points = groupBy(readTalkPoints(doc), (point) => point.conversation)
    return readIds(doc, 'conversation')
      .map((id) => remember(doc, 'conversation', id, 'read', () => readConversation(doc, id, points.get(id) ?? [])))
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  })

const readConversation = (doc: Y.Doc, id: EntityId, points: readonly TalkPoint[]): Conversation => ({
  id,
  at: parseMoment(readFixed(doc, 'conversation', id, 'at')) ?? 0,
  maker: makerOf(doc, 'conversation', id),
  day: readSeveral(doc, 'conversation', id, 'day', parseDay),
  form: readSeveral(doc, 'conversation', id, 'form', oneOf(CONTACT_FORMS)),
  held: readField(doc, `conversation:${id}`, 'held').some(({ value }) => value === true),
  phase: readPhase(doc, id),
  nextDay: readSeveral(doc, 'conversation', id, 'nextDay', parseDay),
  nextForm: readSeveral(doc, 'conversation', id, 'nextForm', oneOf(CONTACT_FORMS)),
  notes: readText(doc, 'conversation', id, 'notes'),
  points,
  aside: readAside(doc, 'conversation', id),
})

/** Of two at once the furthest: nobody is asked to choose where they are. */
const readPhase = (doc: Y.Doc, id: EntityId): Phase => {
  const set = readField(doc, `conversation:${id}`, 'phase').map(({ value }) => value)
  return PHASES.findLast((phase) => set.includes(phase)) ?? 'prepare'
}

const readTalkPoints = (doc: Y.Doc): readonly TalkPoint[] =>
  rememberList(doc, 'talkPoint', 'read', () =>
    readIds(doc, 'talkPoint')
      .map((id) => remember(doc, 'talkPoint', id, 'read', () => readTalkPoint(doc, id)))
      .filter((point) => point !== null)
      .toSorted(byOrder),
  )

const readTalkPoint = (doc: Y.Doc, id: EntityId): TalkPoint | null => {
  const conversation = parseEntityId(readFixed(doc, 'talkPoint', id, 'conversation'))
  if (conversation === null) return null
  return {
    id,
    conversation,
    source: parseSource(readFixed(doc, 'talkPoint', id, 'source')),
    order: readOrder(doc, 'talkPoint', id),
    text: readText(doc, 'talkPoint', id, 'text'),
    maker: makerOf(doc, 'talkPoint', id),
    talked: readField(doc, `talkPoint:${id}`, 'talked').some(({ value }) => value === true),
    aside: readAside(doc, 'talkPoint', id),
  }
}

const parseSource = (value: Plain | undefined): PointSource => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { checkIn, topic, step, goal } = value as { readonly [name: string]: Plain }
  const [checkInId, known] = [parseEntityId(checkIn), oneOf(TOPICS)(topic)]
  if (checkInId !== null && known !== null) return { checkIn: checkInId, topic: known }
  const [stepId, goalId] = [parseEntityId(step), parseEntityId(goal)]
  if (stepId !== null) return { step: stepId }
  return goalId === null ? null : { goal: goalId }
}
