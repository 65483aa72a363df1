/**
 * Check-ins: the wheel of one person at one moment. Filled in together while it is open; then it stays as it was, and a
 * later one corrects it. A conversation tool, not a measuring tool: nothing has a default, nothing is averaged (product.md, rule 7).
 */
import type * as Y from 'yjs'
import { TOPICS, type Topic } from './choices.ts'
import { addEntity, type EntityId, keyOf, makerOf, parseEntityId, readFixed, readIds, readText } from './entities.ts'
import { readSeveral, type Several } from './fields.ts'
import { TITLE_LIMIT } from './plan.ts'
import { toLine } from './plain.ts'
import { setText } from './texts.ts'
import { readField } from './value-index.ts'
import { type Randomness, setValue } from './values.ts'
import { parseWho, type Who } from './who.ts'

/** 0–10; zero is a score, none is none. */
export type Score = number

export type TopicState = {
  /** None: skipped, cleared, or not reached. Two or more: set at the same time, choose. */
  readonly score: Several<Score | null>
  readonly note: string
  readonly talkAbout: boolean
}
export type CheckIn = {
  readonly id: EntityId
  /** Whose wheel it is. */
  readonly who: Who
  /** ms since epoch, by the clock of the device that began it. */
  readonly at: number
  /** clientID that began it. */
  readonly maker: number | null
  readonly corrects: EntityId | null
  /** The instrument pack whose questions were asked. */
  readonly pack: string
  /** The seventh topic's name; empty while it has none. */
  readonly ownTopic: string
  readonly topics: Readonly<Record<Topic, TopicState>>
  /** While it is not, people are still filling it in. */
  readonly finished: boolean
}

export type NewCheckIn = {
  readonly who: Who
  readonly at: number
  readonly pack: string
  readonly corrects?: EntityId
}

export const startCheckIn = (doc: Y.Doc, checkIn: NewCheckIn, randomness: Randomness): EntityId =>
  doc.transact(() => {
    const { who, at, pack, corrects } = checkIn
    const notes = Object.fromEntries(TOPICS.map((topic) => [noteOf(topic), '']))
    const fixed = { who, at, pack, ...(corrects === undefined ? {} : { corrects }) }
    const id = addEntity(doc, 'checkIn', { fixed, texts: { ownTopic: '', ...notes } }, randomness)
    if (corrects !== undefined) copyInto(doc, id, corrects, randomness)
    return id
  }, startCheckIn)

/** `null`: skipped, or cleared again. Out of range is a bug of the caller. */
export const setScore = (doc: Y.Doc, id: EntityId, topic: Topic, score: Score | null, randomness: Randomness): void => {
  if (score !== null && parseScore(score) === null) throw new RangeError('A score is a whole number from 0 to 10.')
  doc.transact(() => setValue(doc, keyOf('checkIn', id, `score:${topic}`), score, randomness), setScore)
}

export const setTalkAbout = (doc: Y.Doc, id: EntityId, topic: Topic, wanted: boolean, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('checkIn', id, `talk:${topic}`), wanted, randomness), setTalkAbout)

/** The name of the text that holds a topic's note, for whoever lets people write in it. */
export const noteOf = (topic: Topic): string => `note:${topic}`

export const finishCheckIn = (doc: Y.Doc, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('checkIn', id, 'finished'), true, randomness), finishCheckIn)

/** The latest first. */
export const readCheckIns = (doc: Y.Doc): readonly CheckIn[] =>
  readIds(doc, 'checkIn')
    .map((id) => readCheckIn(doc, id))
    .filter((checkIn) => checkIn !== null)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))

export const readCheckIn = (doc: Y.Doc, id: EntityId): CheckIn | null => {
  const who = parseWho(readFixed(doc, 'checkIn', id, 'who'))
  const at = readFixed(doc, 'checkIn', id, 'at')
  if (who === null || typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0 || at > LAST_MS) return null
  const pack = readFixed(doc, 'checkIn', id, 'pack')
  return {
    id,
    who,
    at,
    maker: makerOf(doc, 'checkIn', id),
    corrects: parseEntityId(readFixed(doc, 'checkIn', id, 'corrects')),
    pack: toLine(pack, TITLE_LIMIT) ?? '',
    ownTopic: toLine(readText(doc, 'checkIn', id, 'ownTopic'), TITLE_LIMIT) ?? '',
    topics: Object.fromEntries(TOPICS.map((topic) => [topic, readTopic(doc, id, topic)])) as Record<Topic, TopicState>,
    finished: readField(doc, `checkIn:${id}`, 'finished').some(({ value }) => value === true),
  }
}

/** The last moment that a date can name (ECMA-262 §21.4.1.1). */
const LAST_MS = 8.64e15

const readTopic = (doc: Y.Doc, id: EntityId, topic: Topic): TopicState => ({
  score: readSeveral(doc, 'checkIn', id, `score:${topic}`, parseScore),
  note: readText(doc, 'checkIn', id, noteOf(topic)),
  talkAbout: readField(doc, `checkIn:${id}`, `talk:${topic}`).some(({ value }) => value === true),
})

const parseScore = (value: unknown): Score | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null

const copyInto = (doc: Y.Doc, id: EntityId, from: EntityId, randomness: Randomness): void => {
  const known = readCheckIn(doc, from)
  if (known === null) return
  setText(doc, 'checkIn', id, 'ownTopic', known.ownTopic)
  for (const topic of TOPICS) {
    const { score, note, talkAbout } = known.topics[topic]
    if (score.length === 1 && score[0] !== undefined) setScore(doc, id, topic, score[0], randomness)
    if (talkAbout) setTalkAbout(doc, id, topic, true, randomness)
    setText(doc, 'checkIn', id, noteOf(topic), note)
  }
}
