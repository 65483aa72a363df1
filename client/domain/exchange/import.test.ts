import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { type PersonId, toPersonId } from '#shared/protocol/ids.ts'
import { setAnswer } from '../goals/answers.ts'
import { NOBODY, readAnswers } from '../testing/read-parts.ts'
import { setAside } from '../document/aside.ts'
import { noteOf, readCheckIn, readCheckIns, setScore, setTalkAbout, startCheckIn } from '../wheel/check-ins.ts'
import { CONTACT_FORMS, GOAL_STATUSES, STEP_STATUSES, TOPICS } from '../document/choices.ts'
import { addConversation, addTalkPoint, setConversation } from '../conversations/conversations.ts'
import { agreeEnding, proposeEnding } from '../goals/endings.ts'
import { digestOf, readPlanData, toFileText } from './export-data.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { MAX_FILE_LENGTH, parsePlanFile, type ReadPage } from './import.ts'
import { fillPlan } from './import-plan.ts'
import { createPlanDoc, type PlanDoc } from '../document/plan-doc.ts'
import { readPlanParts } from './plan-text.ts'
import { toPlainText } from './plan-text-plain.ts'
import { addStep } from '../goals/steps.ts'
import { readStory } from '../story/story.ts'
import { createPeer, createRandomness } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { createUndo } from '../undo/undo.ts'
import { addWish, readWishes } from '../goals/wishes.ts'

/** Pages are read in client/features/import/saved-page.test.tsx. */
const readPage: ReadPage = () => null

const NOW = 1_795_000_000_000
const person = (fill: number) => toPersonId(new Uint8Array(16).fill(fill))
const [ANS, WANDA, STRANGER] = [person(1), person(2), person(9)]
const PEOPLE = [
  { person: ANS, name: 'Ans', role: 'owner' as const },
  { person: WANDA, name: 'Wanda', role: 'editor' as const },
]

/** Authors are left out of the comparison: they change, and the file says so. */
const wordsOf = () => toPlanWords(nl, PEOPLE, NOBODY)
/** People of a file are no members of the new plan, and screens say so beside a member of their name; and they say who brought it in. */
const readText = (doc: PlanDoc): string =>
  toPlainText('', '', readPlanParts(doc, wordsOf(), { extent: 'all', now: NOW })).replaceAll(
    / \(doet niet mee\)|\n+.* zette dit plan hier neer.*/g,
    '',
  )

const dataOf = (doc: PlanDoc) => readPlanData(doc, { savedAt: NOW, title: 'Plan van Ans', people: PEOPLE }, NOBODY)
const fileOf = (doc: PlanDoc): string => toFileText(dataOf(doc))

const open = (file: string, me = STRANGER, as: PersonId | null = null): PlanDoc => {
  const found = parsePlanFile(file, readPage)
  if (!found.ok) throw new Error(found.reason)
  const { doc, randomness } = createPeer(77)
  fillPlan(doc, found.plan, { me, as, nameless: 'iemand' }, randomness)
  return doc
}
const sample = () => createSamplePlan(createRandomness(1), NOW).doc

test('a plan reads the same after export and import, concurrent choices included', () => {
  const before = sample()
  const after = open(fileOf(before))
  expect(readText(after)).toBe(readText(before))
  expect(readStory(after)).toEqual(readStory(before))
  expect(readGoals(after)[0]?.steps[0]?.day.toSorted()).toEqual(readGoals(before)[0]?.steps[0]?.day.toSorted())
  expect(readWishes(after).map(({ aside }) => aside?.at)).toEqual(readWishes(before).map(({ aside }) => aside?.at))
})

test('[E4] the person who opens the file writes all of it and stays themself; the others become names', () => {
  const mine = open(fileOf(sample()), STRANGER, ANS)
  expect([...Y.decodeStateVector(Y.encodeStateVector(mine)).keys()]).toEqual([77])
  const said = readGoals(mine).flatMap(({ id }) => readAnswers(mine, id))
  expect(said.length).toBeGreaterThan(1)
  expect(new Set(said.map(({ client }) => client))).toEqual(new Set([77]))
  expect(said.map(({ who }) => who)).toContainEqual({ person: STRANGER })
  expect(said.map(({ who }) => who)).toContainEqual({ name: 'Wanda' })
  expect(readCheckIns(mine).map(({ who }) => who)).toContainEqual({ name: 'Wanda' })
})

test('a wheel that was set aside is not in the exported words, and is still set aside after import', () => {
  const { doc, randomness } = createPeer(1)
  const id = startCheckIn(doc, { who: { name: 'Oma' }, at: NOW, pack: 'weef' }, randomness)
  setScore(doc, id, 'own', 3, randomness)
  expect(readText(doc)).toContain('Oma')
  setAside(doc, 'checkIn', id, NOW, randomness)
  expect(readText(doc)).not.toContain('Oma')
  expect(readCheckIn(open(fileOf(doc)), id)?.aside?.at).toBe(NOW)
})

test('an ended goal stays ended, without an agreement of the person who opens the file', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  proposeEnding(doc, goal, 'completed', NOW, randomness)
  agreeEnding(doc, goal, 'completed', NOW, randomness)
  expect(readGoals(open(fileOf(doc)))).toMatchObject([
    { status: ['completed'], decision: { proposed: [], agreed: [] } },
  ])
})

test('two people of one name stay two people', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Samen' }, randomness)
  for (const who of [ANS, WANDA]) setAnswer(doc, goal, { person: who }, { answer: 'agree', words: '' }, randomness)
  const people = PEOPLE.map(({ person: id }) => ({ person: id, name: 'Jan' }))
  const after = open(toFileText(readPlanData(doc, { savedAt: NOW, title: '', people }, NOBODY)))
  expect(readAnswers(after, goal).map(({ who }) => who)).toEqual([{ name: 'Jan' }, { name: 'Jan 2' }])
})

test('deleted and undone content is not in the file', () => {
  const { doc, randomness } = createPeer(1)
  const wish = addWish(doc, 'geheim 1234', randomness)
  setText(doc, 'wish', wish, 'text', 'iets anders')
  const undo = createUndo(doc)
  const undone = addGoal(doc, { title: 'toch niet' }, randomness)
  undo.undo()
  expect(fileOf(doc)).not.toContain('1234')
  expect(fileOf(doc)).not.toContain(undone)
  expect(fileOf(doc)).toContain(wish)
})

/** One random act of people, chosen by numbers. */
const act = fc.tuple(fc.nat(7), fc.nat(1_000), fc.string({ unit: 'grapheme', maxLength: 12 }))

test('generated plans read the same after export and import', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const peers = [createPeer(1), createPeer(2)] as const
      for (const [what, pick, text] of acts) doOne(peers[pick % 2 === 0 ? 0 : 1], what, pick, text)
      Y.applyUpdate(peers[0].doc, Y.encodeStateAsUpdate(peers[1].doc))
      expect(readText(open(fileOf(peers[0].doc)))).toBe(readText(peers[0].doc))
    }),
    { numRuns: 60 },
  )
})

const doOne = ({ doc, randomness }: ReturnType<typeof createPeer>, what: number, pick: number, text: string): void => {
  const goal = readGoals(doc)[pick % 3]?.id
  const who = [{ person: ANS }, { person: WANDA }, { name: 'Mira' }][pick % 3]!
  if (what === 0 || goal === undefined) return void addGoal(doc, { title: text, why: text }, randomness)
  const status = GOAL_STATUSES[pick % GOAL_STATUSES.length]!
  const deeds = [
    () => addWish(doc, text, randomness),
    () => setGoalStatus(doc, goal, status, randomness),
    () => setAnswer(doc, goal, who, { answer: pick % 2 ? 'agree' : 'disagree', words: text }, randomness),
    () =>
      addStep(
        doc,
        goal,
        { what: text, who, form: CONTACT_FORMS[pick % 5]!, status: STEP_STATUSES[pick % 4]! },
        randomness,
      ),
    () => setAside(doc, 'goal', goal, NOW + pick, randomness),
    () => {
      const topic = TOPICS[pick % TOPICS.length]!
      const id = startCheckIn(doc, { who, at: NOW + pick, pack: 'weef' }, randomness)
      setScore(doc, id, topic, pick % 11, randomness)
      setTalkAbout(doc, id, topic, pick % 2 === 0, randomness)
      setText(doc, 'checkIn', id, noteOf(topic), text)
    },
    () => {
      const id = addConversation(doc, NOW + pick, randomness)
      addTalkPoint(doc, id, { text, source: { goal } }, randomness)
      setConversation(doc, id, { form: 'phone', held: pick % 2 === 0 }, randomness)
    },
  ]
  deeds[what - 1]?.()
}

test('a damaged file is refused whole, with the reason', () => {
  const file = fileOf(sample())
  const at = file.indexOf('weef-plan')
  const reasonOf = (text: string) => {
    const found = parsePlanFile(text, readPage)
    return found.ok ? 'ok' : found.reason
  }
  expect(reasonOf(file)).toBe('ok')
  expect(reasonOf(file.slice(0, at + 2_000))).toBe('damaged')
  expect(reasonOf(file.replaceAll('Ik zit te veel alleen', 'Iets anders'))).toBe('damaged')
  expect(reasonOf('<!doctype html><p>Een ander bestand</p>')).toBe('not-a-plan')
  expect(reasonOf('{"format":"iets"}')).toBe('not-a-plan')
  expect(reasonOf('{"format":"weef-plan","version":99}')).toBe('newer')
  const newer = { ...dataOf(sample()), schema: 99 }
  expect(reasonOf(JSON.stringify({ format: 'weef-plan', version: 2, digest: digestOf(newer), plan: newer }))).toBe(
    'newer',
  )
  expect(reasonOf(' '.repeat(MAX_FILE_LENGTH + 1))).toBe('too-large')
})

test('reading any file never throws, and everything that it accepts can be shown', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('story', 'entities', 'values', 'people', 'title', 'plan'), (json, field) => {
      const plan: { [name: string]: unknown } = { ...dataOf(createPlanDoc(1)), [field]: JSON.parse(json) }
      const found = parsePlanFile(
        JSON.stringify({ format: 'weef-plan', version: 2, plan: field === 'plan' ? plan['plan'] : plan }),
        readPage,
      )
      if (!found.ok) return
      const { doc, randomness } = createPeer(3)
      fillPlan(doc, found.plan, { me: ANS, as: null, nameless: 'iemand' }, randomness)
      readText(doc)
    }),
  )
  expect(parsePlanFile(`{"format":"weef-plan","version":2,"plan":${'['.repeat(100_000)}`, readPage).ok).toBe(false)
})
