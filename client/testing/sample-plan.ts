/**
 * A plan as two people have it after three weeks, made with the domain's functions on two devices that merge: for previews,
 * screen tests, and anything that must be shown full. Knows no screen; the practice plan has words of its own.
 */
import * as Y from 'yjs'
import { setAnswer } from '#domain/goals/answers.ts'
import { setAside } from '#domain/document/aside.ts'
import { finishCheckIn, noteOf, setScore, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import { ensureCard, setLiking, setTime } from '#domain/contact/contact.ts'
import { addConversation, addTalkPoint, setConversation, setTalked } from '#domain/conversations/conversations.ts'
import { toDay } from '#domain/document/days.ts'
import { proposeEnding } from '#domain/goals/endings.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { addGoal, setGoalStatus } from '#domain/goals/goals.ts'
import { setMyColour, setMyName } from '#domain/plan/people.ts'
import { createPlanDoc, type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { beginPlan } from '#domain/plan/plan.ts'
import { addStep, setStep } from '#domain/goals/steps.ts'
import { setText } from '#domain/document/texts.ts'
import type { Randomness } from '#domain/document/values.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { type PersonId, toPersonId } from '#shared/protocol/ids.ts'

/** Ans and Wanda of fake-plan.ts. */
const RESIDENT = toPersonId(new Uint8Array(16).fill(1))
const WORKER = toPersonId(new Uint8Array(16).fill(2))
const RESIDENT_CLIENT = 6_001_112_223_334_445
const WORKER_CLIENT = 7_001_112_223_334_445

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type SamplePlan = {
  /** The resident's document: further writing in it is hers. */
  readonly doc: PlanDoc
  readonly resident: PersonId
  readonly worker: PersonId
  /** The author of a clientID, as this plan's log would say. */
  personAt(client: number): PersonId | null
}

export const createSamplePlan = (randomness: Randomness, now: number): SamplePlan => {
  const resident = createPlanDoc(RESIDENT_CLIENT)
  const worker = createPlanDoc(WORKER_CLIENT)
  const meet = (): void => {
    Y.applyUpdate(worker, Y.encodeStateAsUpdate(resident, Y.encodeStateVector(worker)))
    Y.applyUpdate(resident, Y.encodeStateAsUpdate(worker, Y.encodeStateVector(resident)))
  }
  const inDays = (days: number) => toDay(now + days * DAY_MS)

  beginPlan(resident, 'Plan van Ans', randomness)
  setMyName(resident, RESIDENT, 'Ans', randomness)
  setMyColour(resident, RESIDENT, 2, randomness)
  writeStory(resident)
  meet()
  setMyName(worker, WORKER, 'Wanda', randomness)
  setMyColour(worker, WORKER, 5, randomness)

  const writeCheckIn = (doc: PlanDoc, person: PersonId, at: number, filled: Filled): EntityId => {
    const id = startCheckIn(doc, { who: { person }, at, pack: 'weef' }, randomness)
    for (const [topic, { score, note, talk }] of Object.entries(filled) as [Topic, Filled[Topic] & object][]) {
      if (score !== undefined) setScore(doc, id, topic, score, randomness)
      if (note !== undefined) setText(doc, 'checkIn', id, noteOf(topic), note)
      if (talk === true) setTalkAbout(doc, id, topic, true, randomness)
    }
    if (filled.own !== undefined) setText(doc, 'checkIn', id, 'ownTopic', 'Mijn hond Bikkel')
    finishCheckIn(doc, id, randomness)
    return id
  }
  writeCheckIn(resident, RESIDENT, now - 21 * DAY_MS, FIRST)
  writeCheckIn(worker, WORKER, now - 20 * DAY_MS, WORKERS_VIEW)
  const latest = writeCheckIn(resident, RESIDENT, now - 2 * DAY_MS, LATEST)
  meet()

  const wish = addWish(resident, 'Ik wil weer buiten komen en mensen zien.', randomness)
  addWish(resident, 'Geen angst meer voor de post.', randomness)
  const out = addGoal(
    resident,
    {
      title: 'Elke week een keer ergens heen waar ik mensen ken',
      why: 'Ik zit te veel alleen. Van mensen zien krijg ik energie.',
      start: 'Ik kom een keer per week buiten, voor boodschappen.',
      wished: 'Ik heb een vaste plek waar ze me kennen.',
      wish,
      topic: 'participation',
    },
    randomness,
  )
  setGoalStatus(resident, out, 'active', randomness)
  const garden = addStep(
    resident,
    out,
    {
      what: 'Kijken bij de buurttuin',
      who: { person: RESIDENT },
      day: inDays(4),
      form: 'together',
      status: 'in-progress',
    },
    randomness,
  )
  addStep(
    resident,
    out,
    { what: 'Zus vragen of ze meegaat', who: { name: 'Mira' }, day: inDays(-1), form: 'phone', status: 'not-started' },
    randomness,
  )
  meet()
  const post = addGoal(
    worker,
    {
      title: 'De post is geopend en op volgorde',
      why: 'Dan weten we wat er echt speelt.',
      start: 'Er ligt een tas met ongeopende post.',
      wished: 'Eén map, en elke maandag tien minuten.',
      topic: 'daily-functioning',
    },
    randomness,
  )
  setGoalStatus(worker, post, 'active', randomness)
  addStep(
    worker,
    post,
    {
      what: 'Samen de eerste tas openen',
      who: { person: WORKER },
      day: inDays(-7),
      form: 'together',
      status: 'completed',
    },
    randomness,
  )
  addStep(worker, post, { what: 'Betalingsregeling aanvragen', who: { person: WORKER }, form: 'video' }, randomness)
  const doctor = addGoal(worker, { title: 'Naar de huisarts over slapen', topic: 'bodily-functions' }, randomness)
  proposeEnding(worker, post, 'completed', now - DAY_MS, randomness)
  setAnswer(worker, out, { person: WORKER }, { answer: 'agree', words: 'Mooi plan, Ans.' }, randomness)
  meet()
  setAnswer(resident, out, { person: RESIDENT }, { answer: 'agree', words: '' }, randomness)
  const notMine = 'Ik heb het gezien. Ik wil dit eerst zelf proberen.'
  setAnswer(resident, doctor, { person: RESIDENT }, { answer: 'disagree', words: notMine }, randomness)
  setAside(resident, 'wish', addWish(resident, 'Een nieuwe bank', randomness), now - 3 * DAY_MS, randomness)

  const held = addConversation(worker, now - 8 * DAY_MS, randomness)
  const atHome = addTalkPoint(worker, held, { text: 'Hoe gaat het thuis?', source: null }, randomness)
  setTalked(worker, atHome, true, randomness)
  setText(worker, 'conversation', held, 'notes', 'Ans vertelde over de hond. We beginnen klein.')
  const agreed = { nextDay: inDays(2), nextForm: 'together' } as const
  setConversation(worker, held, { day: inDays(-7), form: 'together', held: true, ...agreed }, randomness)
  addStep(
    worker,
    out,
    { what: 'Bellen hoe de tuin was', who: { person: WORKER }, day: inDays(6), form: 'phone', conversation: held },
    randomness,
  )
  meet()
  const next = addConversation(resident, now - HOUR_MS, randomness)
  setConversation(resident, next, { day: inDays(2), form: 'together' }, randomness)
  const asked = { text: 'Slapen lukt niet', source: { checkIn: latest, topic: 'mental-wellbeing' } } as const
  addTalkPoint(resident, next, asked, randomness)
  addTalkPoint(resident, next, { text: 'Kijken bij de buurttuin', source: { step: garden } }, randomness)

  for (const [doc, person, words] of [
    [resident, RESIDENT, 'Bel liever niet voor tien uur. Een berichtje mag altijd.'],
    [worker, WORKER, 'Op vrijdag ben ik er niet.'],
  ] as const) {
    const card = ensureCard(doc, person, randomness)
    setLiking(doc, card, 'together', 'yes', randomness)
    setLiking(doc, card, 'phone', person === RESIDENT ? 'rather-not' : 'yes', randomness)
    setLiking(doc, card, 'video', person === RESIDENT ? 'no' : 'yes', randomness)
    setTime(doc, card, 'mon', 'afternoon', true, randomness)
    setTime(doc, card, 'thu', 'morning', true, randomness)
    setText(doc, 'contactCard', card, 'words', words)
  }

  // Concurrently: two dates for one step, to choose from.
  setStep(resident, garden, { day: inDays(5) }, randomness)
  setStep(worker, garden, { day: inDays(11) }, randomness)
  meet()

  const people = new Map([
    [RESIDENT_CLIENT, RESIDENT],
    [WORKER_CLIENT, WORKER],
  ])
  worker.destroy()
  return { doc: resident, resident: RESIDENT, worker: WORKER, personAt: (client) => people.get(client) ?? null }
}

type Filled = Partial<Record<Topic, { readonly score?: number; readonly note?: string; readonly talk?: boolean }>>

const FIRST: Filled = {
  'bodily-functions': { score: 5 },
  'mental-wellbeing': { score: 3, note: 'Ik slaap slecht en pieker veel.', talk: true },
  meaningfulness: { score: 6 },
  'quality-of-life': { score: 4 },
  participation: { score: 0, note: 'Ik zie bijna niemand.', talk: true },
}
const WORKERS_VIEW: Filled = {
  'bodily-functions': { score: 6 },
  'mental-wellbeing': { score: 4 },
  meaningfulness: { score: 8, note: 'Ans weet heel goed wat ze belangrijk vindt.' },
  participation: { score: 3 },
  'daily-functioning': { score: 4, talk: true },
}
const LATEST: Filled = {
  'bodily-functions': { score: 5 },
  'mental-wellbeing': { score: 4, note: 'Iets beter. Slapen lukt nog niet.', talk: true },
  meaningfulness: { score: 7 },
  'quality-of-life': { score: 6 },
  participation: { score: 4, note: 'De buren groeten me nu.' },
  'daily-functioning': { score: 5 },
  own: { score: 10, note: 'Elke dag drie keer naar buiten.' },
}

const paragraph = (text: string, name = 'paragraph'): Y.XmlElement => {
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

const writeStory = (doc: PlanDoc): void => {
  const heading = paragraph('Wie ben ik', 'heading')
  heading.setAttribute('level', 2 as unknown as string) // its types allow strings only
  storyOf(doc).insert(0, [
    heading,
    paragraph('Ik ben Ans, 58 jaar. Ik woon hier twee jaar, met mijn hond Bikkel.'),
    paragraph('Vroeger werkte ik in een kwekerij. Ik mis het buiten zijn en de praatjes.'),
    paragraph('Waar ik mee zit', 'heading'),
    paragraph('De post stapelt zich op. Ik durf hem niet open te maken.'),
  ])
}
