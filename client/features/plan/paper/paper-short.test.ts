/** The content of the two pages, and what they say about the rest. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { addConversation, addTalkPoint, setConversation } from '#domain/conversations/conversations.ts'
import { toDay } from '#domain/document/days.ts'
import { addGoal, setGoalStatus } from '#domain/goals/goals.ts'
import { createPlanDoc, type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { readPlanParts } from '#domain/exchange/plan-text.ts'
import { addStep } from '#domain/goals/steps.ts'
import { toText } from '#domain/story/story-text.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { createRandomness, NOW } from '#testing/fake-plan.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { countLines, isEmpty, ROOM, shorten } from './paper-short.ts'
import { NOBODY } from '#domain/testing/read-parts.ts'

const words = nl.takeOut.paper
const partsOf = (doc: PlanDoc) => readPlanParts(doc, toPlanWords(nl, [], NOBODY), { extent: 'now', now: NOW })
const onPaper = (doc: PlanDoc) => shorten(partsOf(doc), words)
const goalsOf = (doc: PlanDoc) => onPaper(doc).find(({ id }) => id === 'goals')!.groups
const textOf = (doc: PlanDoc) =>
  onPaper(doc)
    .flatMap(({ groups }) => groups.map((group) => `${group.title}\n${toText(group.blocks)}`))
    .join('\n')
/** After five years: a hundred goals of which eight are open, each with a paragraph. */
const fiveYears = (): PlanDoc => {
  const doc = createPlanDoc()
  const randomness = createRandomness(5)
  for (let at = 1; at <= 100; at += 1) {
    const goal = addGoal(doc, { title: `Doel ${at}`, why: 'Daarom. '.repeat(20) }, randomness)
    setGoalStatus(doc, goal, at > 92 ? 'active' : 'completed', randomness)
    addStep(doc, goal, { what: 'Bellen', status: 'completed' }, randomness)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Wat we samen hebben afgesproken. '.repeat(6))])
    storyOf(doc).insert(at - 1, [paragraph])
  }
  return doc
}

test('a plan of usual size is printed whole', () => {
  const { doc, resident } = createSamplePlan(createRandomness(), NOW)
  const randomness = createRandomness(900)
  const debts = addGoal(doc, { title: 'Een plan voor de schulden', why: 'Ik kom elke maand tekort.' }, randomness)
  for (const what of ['Brieven op een stapel', 'Bellen met schuldhulp', 'Naar het gesprek'])
    addStep(doc, debts, { what, who: { person: resident }, day: toDay(NOW), form: 'together' }, randomness)
  for (const { groups } of onPaper(doc))
    for (const { title, blocks, moreSteps } of groups)
      expect(`${title} ${toText(blocks)} ${moreSteps ?? ''}`).not.toMatch(/in de app/)
  expect(goalsOf(doc).map(({ title }) => title)).toContain('Een plan voor de schulden')
  const steps = goalsOf(doc).flatMap(({ goal }) => goal?.steps ?? [])
  expect(steps.find(([what]) => what === 'Zus vragen of ze meegaat')?.at(-1), 'left to the pen').toBe('')
  expect(goalsOf(doc).find(({ title }) => title === 'De post is geopend en op volgorde')?.goal).toMatchObject({
    done: 1,
    steps: [['Betalingsregeling aanvragen', expect.anything(), '', 'beeldbellen', '']],
  })
})

test('a plan of five years is two pages, and says of every part what was left out', () => {
  const doc = fiveYears()
  expect(countLines(onPaper(doc))).toBeLessThanOrEqual(ROOM)
  expect(textOf(doc)).toContain(words.storyGoesOn)
  const open = goalsOf(doc).filter(({ goal }) => goal !== undefined)
  expect(open.length).toBeGreaterThan(1)
  expect(open.every(({ goal }) => !goal?.ended)).toBe(true)
  expect(textOf(doc)).toContain(words.moreGoals(8 - open.length))
  expect(textOf(doc)).toContain('92 doelen zijn voorbij: Doel 87 · ')
})

test('of many steps and wishes the first are printed, with the number of the others', () => {
  const doc = createPlanDoc()
  const randomness = createRandomness(5)
  for (let goal = 0; goal < 4; goal += 1) {
    const id = addGoal(doc, { title: `Doel ${goal}` }, randomness)
    setGoalStatus(doc, id, 'active', randomness)
    for (let step = 0; step < 25; step += 1) addStep(doc, id, { what: `Stap ${step}` }, randomness)
  }
  for (let wish = 0; wish < 30; wish += 1) addWish(doc, `Wens ${wish}`, randomness)
  const [wishes, first] = goalsOf(doc)
  const shown = first?.goal?.steps.length ?? 0
  expect(first?.moreSteps).toBe(words.moreSteps(25 - shown))
  expect(first?.goal?.steps[0]?.[0]).toBe('Stap 0')
  expect(toText(wishes?.blocks ?? [])).toMatch(/^• Wens 0[^]*in de app\.$/)
  expect(countLines(onPaper(doc))).toBeLessThanOrEqual(ROOM)
})

test('one long paragraph ends after a whole word', () => {
  const doc = createPlanDoc()
  addGoal(doc, { title: 'Lang', why: 'woord '.repeat(3_000).trim() }, createRandomness(5))
  const about = goalsOf(doc).find(({ title }) => title === 'Lang')?.goal?.about ?? []
  expect(toText(about)).toMatch(/woord …\n+Er staat nog meer in de app\.$/)
})

test('after a conversation that is over there is room for the next, until there is one', () => {
  const doc = createPlanDoc()
  const randomness = createRandomness(5)
  const part = () => onPaper(doc).find(({ id }) => id === 'conversations')!
  setConversation(doc, addConversation(doc, NOW, randomness), { day: toDay(NOW), held: true }, randomness)
  expect(part().groups).toHaveLength(1)
  expect(isEmpty(part())).toBe(true)
  addTalkPoint(doc, addConversation(doc, NOW, randomness), { text: 'De post', source: null }, randomness)
  expect(isEmpty(part())).toBe(false)
})
