/**
 * Check-ins: the wheel of one person at one moment. Filled in together while it is open; then it stays as it was, and a
 * later one corrects it. A conversation tool, not a measuring tool: nothing has a default, nothing is averaged (product.md, rule 7).
 */
import type * as Y from 'yjs'
import { addEntity } from '../document/add-entity.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import { TOPICS, type Topic } from '../document/choices.ts'
import { parseMoment } from '../document/days.ts'
import { fixedIn, keyOf, linkIn, textIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { isSaid, type Several, severalIn } from '../document/fields.ts'
import { shownIn } from '../document/fingerprint.ts'
import { memoizeOne } from '../document/memoize.ts'
import { byMoment } from '../document/moments.ts'
import { type Plain, TITLE_LIMIT, toLine } from '../document/plain.ts'
import { type Entities, type Entity, type Fields, fieldsOf, type PlanState, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { parseWho, type Who } from '../plan/who.ts'

/** 0–10. Zero is a score; no score is `null` or absent. */
export type Score = number

export type TopicState = {
  /** None: skipped, cleared, or not reached. Two or more: set at the same time, and people choose. */
  readonly score: Several<Score | null>
  readonly note: string
  readonly talkAbout: boolean
}
export type CheckIn = {
  readonly id: EntityId
  /** The person whose wheel it is. */
  readonly who: Who
  /** The moment it was begun, in ms since epoch by that device's clock. */
  readonly at: number
  /** The clientID that began it. */
  readonly maker: number | null
  /** The clientIDs of everybody who filled something in: gave a score, ticked or wrote. Beginning it says nothing of anybody. See `othersIn`. */
  readonly writers: readonly number[]
  /** Those that said it is finished. */
  readonly finishers: readonly number[]
  /** Those whose hand is in each topic. */
  readonly hands: Readonly<Record<Topic, readonly number[]>>
  readonly corrects: EntityId | null
  /** The instrument pack whose questions were asked. */
  readonly pack: string
  /** The seventh topic's name; empty while it has none. */
  readonly ownTopic: string
  readonly topics: Readonly<Record<Topic, TopicState>>
  /** Whether it is finished; until then people are filling it in. */
  readonly finished: boolean
  readonly aside: Aside | null
}

export type NewCheckIn = {
  readonly who: Who
  readonly at: number
  readonly pack: string
  readonly corrects?: EntityId
}

export const startCheckIn = (doc: Y.Doc, checkIn: NewCheckIn, randomness: Randomness): EntityId => {
  const { who, at, pack, corrects } = checkIn
  const before = corrects === undefined ? null : readCheckIn(doc, corrects)
  const fixed = { who, at, pack, ...(corrects === undefined ? {} : { corrects }) }
  const notes = TOPICS.map((topic) => [noteOf(topic), before?.topics[topic].note ?? ''] as const)
  const texts = { ownTopic: before?.ownTopic ?? '', ...Object.fromEntries(notes) }
  const values = before === null ? {} : valuesOf(before)
  return addEntity(doc, 'checkIn', { fixed, texts, values }, randomness, startCheckIn)
}

/** A wheel that nobody has begun: in no document, for a screen that is ready for its first score. */
export const emptyCheckIn = (who: Who, at: number, pack: string): CheckIn => ({
  id: NOT_BEGUN,
  who,
  at,
  maker: null,
  writers: [],
  finishers: [],
  hands: ofEach(() => []),
  corrects: null,
  pack,
  ownTopic: '',
  topics: ofEach(() => ({ score: [], note: '', talkAbout: false })),
  finished: false,
  aside: null,
})

/** No id of anything. */
const NOT_BEGUN = '' as EntityId
export const isBegun = ({ id }: CheckIn): boolean => id !== NOT_BEGUN

const ofEach = <Value>(make: () => Value): Readonly<Record<Topic, Value>> =>
  Object.fromEntries(TOPICS.map((topic) => [topic, make()])) as Record<Topic, Value>

/** The initial values of a correction: those of the corrected wheel, except concurrent ones, which people choose anew. */
const valuesOf = (checkIn: CheckIn): { readonly [name: string]: Plain | undefined } =>
  Object.fromEntries(
    TOPICS.flatMap((topic) => {
      const { score, talkAbout } = checkIn.topics[topic]
      return [
        [`score:${topic}`, score.length === 1 ? score[0] : undefined],
        [`talk:${topic}`, talkAbout || undefined],
      ]
    }),
  )

/**
 * Sets a score. `null`: skipped, or cleared again. A score out of range is a bug of the caller. A finished wheel stays as it is,
 * and a later one corrects it; but of concurrent scores left in it, one, and no other, may still be chosen. Screens offer that
 * to the wheel's person and to the authors of the scores: see `scorersOf`.
 */
export const setScore = (doc: Y.Doc, id: EntityId, topic: Topic, score: Score | null, randomness: Randomness): void => {
  if (score !== null && parseScore(score) === null) throw new RangeError('A score is a whole number from 0 to 10.')
  const fields = fieldsNow(doc, id)
  if (isSaid(fields, 'finished') && !scoresIn(fields, topic).includes(score)) return
  doc.transact(() => setValue(doc, keyOf('checkIn', id, `score:${topic}`), score, randomness), setScore)
}

/** The clientIDs behind a topic's scores; the log knows the people. */
export const scorersOf = (doc: Y.Doc, id: EntityId, topic: Topic): readonly number[] =>
  signedIn(fieldsNow(doc, id), `score:${topic}`).map(({ client }) => client)

export const setTalkAbout = (doc: Y.Doc, id: EntityId, topic: Topic, wanted: boolean, randomness: Randomness): void => {
  if (isFinished(doc, id)) return
  doc.transact(() => setValue(doc, keyOf('checkIn', id, `talk:${topic}`), wanted, randomness), setTalkAbout)
}

/** The name of the text that holds a topic's note, for an editor of it. */
export const noteOf = (topic: Topic): string => `note:${topic}`

export const finishCheckIn = (doc: Y.Doc, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('checkIn', id, 'finished'), true, randomness), finishCheckIn)

/** All check-ins, also those set aside, the latest first. */
export const checkInsOf = (plan: PlanState): readonly CheckIn[] => listCheckIns(plan.entities.checkIn)
export const readCheckIns = (doc: Y.Doc): readonly CheckIn[] => checkInsOf(readPlan(doc))

export const readCheckIn = (doc: Y.Doc, id: EntityId): CheckIn | null => {
  const entity = readPlan(doc).entities.checkIn.get(id)
  return entity === undefined ? null : toCheckIn(entity)
}

export const isFinished = (doc: Y.Doc, id: EntityId): boolean => isSaid(fieldsNow(doc, id), 'finished')

const fieldsNow = (doc: Y.Doc, id: EntityId): Fields => fieldsOf(readPlan(doc), `checkIn:${id}`)

const listCheckIns = memoizeOne((checkIns: Entities) =>
  shownIn(checkIns)
    .map(toCheckIn)
    .filter((checkIn) => checkIn !== null)
    .toSorted(byMoment),
)

/** `null`: the check-in has no person, or no moment. */
const toCheckIn = memoizeOne((entity: Entity): CheckIn | null => {
  const who = parseWho(fixedIn(entity, 'who'))
  const at = parseMoment(fixedIn(entity, 'at'))
  if (who === null || at === null) return null
  // A thousand wheels of five years are sorted by their moment alone, so their contents are read on demand.
  let topics: CheckIn['topics'] | null = null
  let writers: readonly number[] | null = null
  let hands: CheckIn['hands'] | null = null
  return {
    id: entity.id,
    who,
    at,
    maker: entity.maker,
    corrects: linkIn(entity, 'corrects'),
    pack: toLine(fixedIn(entity, 'pack'), TITLE_LIMIT) ?? '',
    ownTopic: toLine(textIn(entity, 'ownTopic'), TITLE_LIMIT) ?? '',
    get topics() {
      return (topics ??= toTopics(entity))
    },
    get writers() {
      return (writers ??= writersIn(entity))
    },
    get hands() {
      return (hands ??= handsIn(entity))
    },
    get finishers() {
      return sayersIn(entity.fields, 'finished')
    },
    finished: isSaid(entity.fields, 'finished'),
    aside: asideOf(entity),
  }
})

const toTopics = (entity: Entity): CheckIn['topics'] =>
  Object.fromEntries(TOPICS.map((topic) => [topic, toTopic(entity, topic)])) as Record<Topic, TopicState>

const writersIn = (entity: Entity): readonly number[] => [
  ...new Set([...(entity.writers.get('ownTopic') ?? []), ...Object.values(handsIn(entity)).flat()]),
]

const handsIn = (entity: Entity): CheckIn['hands'] =>
  Object.fromEntries(
    TOPICS.map((topic) => [
      topic,
      [
        ...signedIn(entity.fields, `score:${topic}`).flatMap(({ client, value }) => (value === null ? [] : [client])),
        ...sayersIn(entity.fields, `talk:${topic}`),
        ...(entity.writers.get(noteOf(topic)) ?? []),
      ],
    ]),
  ) as unknown as CheckIn['hands']

/** The clientIDs that set a yes-or-no field. */
const sayersIn = (fields: Fields, field: string): readonly number[] =>
  signedIn(fields, field).flatMap(({ client, value }) => (value === true ? [client] : []))

const toTopic = (entity: Entity, topic: Topic): TopicState => ({
  score: scoresIn(entity.fields, topic),
  note: textIn(entity, noteOf(topic)),
  talkAbout: isSaid(entity.fields, `talk:${topic}`),
})

const scoresIn = (fields: Fields, topic: Topic): Several<Score | null> =>
  severalIn(fields, `score:${topic}`, parseScore)

const parseScore = (value: unknown): Score | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null
