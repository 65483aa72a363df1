/** Plans as earlier releases stored them. If one of these tests fails, people lose their words: repair the code, never the plan. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCheckIns } from './wheel/check-ins.ts'
import { readContactCards } from './contact/contact.ts'
import { readConversations } from './conversations/conversations.ts'
import { addGoal, readGoals, setGoalStatus } from './goals/goals.ts'
import { readPeople } from './plan/people.ts'
import { readTitles } from './plan/plan.ts'
import { readValues } from './document/values.ts'
import { createPlanDoc, entitiesOf } from './document/plan-doc.ts'
import { readStoryText } from './story/story-text.ts'
import { createRandomness } from './testing/peers.ts'
import { readWishes } from './goals/wishes.ts'
import { NOBODY } from './testing/read-parts.ts'

const open = async (name: string) => {
  const doc = createPlanDoc(1)
  Y.applyUpdate(doc, await readFile(new URL(`fixtures/${name}`, import.meta.url)))
  return doc
}

test('a plan saved by release 1 still opens, and takes goals', async () => {
  const doc = await open('plan-r1.bin')
  expect(readTitles(doc)).toEqual(['Plan van Ines', 'Samen verder'])
  expect([readGoals(doc), readWishes(doc), readCheckIns(doc), readContactCards(doc), readConversations(doc)]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
  addGoal(doc, { title: 'Naar buiten' }, createRandomness(1))
  expect(readGoals(doc)).toMatchObject([{ title: 'Naar buiten', status: ['proposed'] }])
})

test('a plan saved by release 2 still opens, whole', async () => {
  const doc = await open('plan-r2.bin')
  expect(readValues(doc, 'plan/schema')).toEqual([1]) // what release 1 asks for
  expect(readTitles(doc)).toEqual(['Plan van Ans'])
  expect(readPeople(doc, NOBODY).map(({ name, colour }) => [name, colour])).toEqual([
    ['Ans', 2],
    ['Wanda', 5],
  ])
  expect(readStoryText(doc)).toContain('Ik woon hier twee jaar, met mijn hond Bikkel.')
  expect({
    wishes: readWishes(doc),
    goals: readGoals(doc),
    checkIns: readCheckIns(doc),
    cards: readContactCards(doc),
    conversations: readConversations(doc),
  }).toMatchObject(JSON.parse(await readFile(new URL('fixtures/plan-r2.json', import.meta.url), 'utf8')))
  expect(entitiesOf(doc, 'wish').size).toBe(readWishes(doc).length + 1) // one was made and undone
})

test('a plan saved by release 2 can be written in further', async () => {
  const doc = await open('plan-r2.bin')
  const [first] = readGoals(doc)
  expect(first?.steps[0]?.day.toSorted()).toEqual(['2026-11-27', '2026-12-03'])
  setGoalStatus(doc, first!.id, 'on-hold', createRandomness(1))
  addGoal(doc, { title: 'Sporten' }, createRandomness(3))
  expect(readGoals(doc).map(({ status }) => status)).toEqual([['on-hold'], ['active'], ['proposed'], ['proposed']])
  expect(readGoals(doc).at(-1)?.title).toBe('Sporten')
})
