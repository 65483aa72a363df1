/**
 * Three weeks of a made-up plan, written by two made-up people through the domain's functions. Knows no screen and no
 * storage.
 */
import * as Y from 'yjs'
import { setAnswer } from '#domain/goals/answers.ts'
import { finishCheckIn, noteOf, setScore, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import { ensureCard, setLiking, setTime } from '#domain/contact/contact.ts'
import { addConversation, addTalkPoint, setConversation, setTalked } from '#domain/conversations/conversations.ts'
import { type Day, toDay } from '#domain/document/days.ts'
import { addGoal, setGoalStatus } from '#domain/goals/goals.ts'
import { markSeen } from '#domain/news/news.ts'
import { setMyColour, setMyName } from '#domain/plan/people.ts'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { beginPlan } from '#domain/plan/plan.ts'
import { addStep } from '#domain/goals/steps.ts'
import { setText } from '#domain/document/texts.ts'
import type { Randomness } from '#domain/document/values.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { type PersonId, toPersonId } from '#shared/protocol/ids.ts'
import type { PracticeAs } from '#domain/plan/practice-id.ts'
import type { PracticeWords } from './words.ts'

const toPractice = (name: string): PersonId => toPersonId(new TextEncoder().encode(name))
/** The made-up people, one of whom is the person who practises. 16 bytes each. */
export const PRACTICE_PEOPLE: Readonly<Record<PracticeAs, PersonId>> = {
  resident: toPractice('weef/practice/me'),
  worker: toPractice('weef/practice/wo'),
}
/**
 * The other person's words are written under this clientID, everything else is mine. Below 2^53, and never drawn for a document:
 * Yjs draws 32 bits.
 */
export const OTHER_CLIENT = 7_000_000_000_000_001

const DAY_MS = 24 * 60 * 60 * 1000

type Filled = Partial<Record<Topic, readonly [score: number, note?: string, talk?: boolean]>>

/**
 * `as`: who practises. `pause`: between slices, each a few hundredths of a second's work on a slow phone. Nobody may see or keep
 * the document before the end. Returns a Yjs state vector: what was there when they last looked.
 */
export const fillPractice = async (
  doc: PlanDoc,
  words: PracticeWords,
  as: PracticeAs,
  now: number,
  randomness: Randomness,
  pause: () => Promise<void>,
): Promise<Uint8Array> => {
  const mine = doc.clientID
  const resident = { person: PRACTICE_PEOPLE.resident }
  const worker = { person: PRACTICE_PEOPLE.worker }
  const writeAs = (who: PracticeAs): void => void (doc.clientID = who === as ? mine : OTHER_CLIENT)
  const asWorker = <Result>(write: () => Result): Result => {
    writeAs('worker')
    const result = write()
    writeAs('resident')
    return result
  }
  const at = (days: number): number => now + days * DAY_MS
  const day = (days: number): Day => toDay(at(days))
  const checkIn = (who: { person: PersonId }, when: number, filled: Filled) => {
    const id = startCheckIn(doc, { who, at: when, pack: 'weef' }, randomness)
    for (const [topic, [score, note, talk]] of Object.entries(filled) as [Topic, NonNullable<Filled[Topic]>][]) {
      setScore(doc, id, topic, score, randomness)
      if (note !== undefined) setText(doc, 'checkIn', id, noteOf(topic), note)
      if (talk === true) setTalkAbout(doc, id, topic, true, randomness)
    }
    if (filled.own !== undefined) setText(doc, 'checkIn', id, 'ownTopic', words.ownTopic)
    finishCheckIn(doc, id, randomness)
    return id
  }

  writeAs('resident')
  beginPlan(doc, words.title, randomness)
  setMyName(doc, resident.person, words.me, randomness)
  setMyColour(doc, resident.person, 2, randomness)
  doc.transact(() => storyOf(doc).insert(0, words.story.map(toBlock)))
  checkIn(resident, at(-21), {
    'bodily-functions': [4, words.notes.sleep, true],
    'mental-wellbeing': [4],
    meaningfulness: [6],
    participation: [2, words.notes.alone, true],
    'daily-functioning': [5],
  })
  await pause()
  const wish = addWish(doc, words.wishes[0], randomness)
  addWish(doc, words.wishes[1], randomness)

  const post = asWorker(() => {
    setMyName(doc, worker.person, words.worker, randomness)
    setMyColour(doc, worker.person, 5, randomness)
    checkIn(worker, at(-20), {
      'bodily-functions': [5],
      'mental-wellbeing': [5],
      meaningfulness: [8, words.notes.strong],
      participation: [3],
    })
    return addGoal(doc, { ...words.post, topic: 'daily-functioning' }, randomness)
  })
  await pause()
  const out = addGoal(doc, { ...words.out, wish, topic: 'participation' }, randomness)
  for (const goal of [out, post]) setGoalStatus(doc, goal, 'active', randomness)
  setAnswer(doc, post, resident, { answer: 'agree', words: '' }, randomness)
  setAnswer(doc, out, resident, { answer: 'agree', words: '' }, randomness)
  const { garden, sister, sisterName, openPost, payment, call } = words.steps
  const look = { who: resident, day: day(-6), form: 'together', status: 'completed' } as const
  const group = addStep(doc, out, { what: garden, ...look }, randomness)
  addStep(doc, out, { what: sister, who: { name: sisterName }, day: day(4), form: 'phone' }, randomness)
  await pause()
  const held = asWorker(() => {
    addStep(doc, post, { what: openPost, who: worker, day: day(-7), form: 'together', status: 'completed' }, randomness)
    const id = addConversation(doc, at(-8), randomness)
    setTalked(
      doc,
      addTalkPoint(doc, id, { text: words.conversation.point, source: null }, randomness),
      true,
      randomness,
    )
    setText(doc, 'conversation', id, 'notes', words.conversation.notes)
    const agreed = { nextDay: day(2), nextForm: 'together' } as const
    setConversation(doc, id, { day: day(-7), form: 'together', held: true, ...agreed }, randomness)
    return id
  })
  const contact = (person: PersonId, text: string, phone: 'yes' | 'rather-not'): void => {
    const card = ensureCard(doc, person, randomness)
    setLiking(doc, card, 'together', 'yes', randomness)
    setLiking(doc, card, 'phone', phone, randomness)
    setLiking(doc, card, 'chat', 'yes', randomness)
    setTime(doc, card, 'tue', 'morning', true, randomness)
    setText(doc, 'contactCard', card, 'words', text)
  }
  await pause()
  contact(resident.person, words.contact.me, 'rather-not')
  asWorker(() => contact(worker.person, words.contact.worker, 'yes'))

  const lookAhead = (): void => {
    const latest = checkIn(resident, at(-2), {
      'bodily-functions': [4, words.conversation.next, true],
      'mental-wellbeing': [5],
      meaningfulness: [7],
      'quality-of-life': [6],
      participation: [5, words.notes.better],
      'daily-functioning': [5],
      own: [9],
    })
    const next = addConversation(doc, at(-1), randomness)
    setConversation(doc, next, { day: day(2), form: 'together' }, randomness)
    const source = { checkIn: latest, topic: 'bodily-functions' } as const
    addTalkPoint(doc, next, { text: words.conversation.next, source }, randomness)
    addTalkPoint(doc, next, { text: garden, source: { step: group } }, randomness)
  }
  const help = (): void =>
    asWorker(() => {
      addStep(doc, post, { what: payment, who: worker, day: day(5), form: 'phone' }, randomness)
      addStep(doc, out, { what: call, who: worker, day: day(6), form: 'phone', conversation: held }, randomness)
      setAnswer(doc, out, worker, { answer: 'agree', words: words.agree }, randomness)
    })
  // What the other did last is news.
  const [before, after] = as === 'resident' ? [lookAhead, help] : [help, lookAhead]
  await pause()
  before()
  const seen = markSeen(doc)
  await pause()
  after()
  doc.clientID = mine
  return seen
}

const toBlock = ([kind, text]: PracticeWords['story'][number]): Y.XmlElement => {
  const element = new Y.XmlElement(kind)
  if (kind === 'heading') element.setAttribute('level', 2 as unknown as string) // its types allow strings only
  element.insert(0, [new Y.XmlText(text)])
  return element
}
