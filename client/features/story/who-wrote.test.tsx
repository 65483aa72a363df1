import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { createPlanDoc, type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { fillPlan } from '#domain/exchange/import-plan.ts'
import { readPlanData } from '#domain/exchange/export-data.ts'
import { setMyName } from '#domain/plan/people.ts'
import { createFakePlan, createRandomness, ME, NOW, personId, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.story.authors
const [PIET, NOBODY] = [personId(8), personId(9)]
const PEOPLE = new Map([
  [1, ME.person],
  [2, WORKER.person],
  [3, PIET],
  [4, NOBODY],
])
const personAt = (client: number) => PEOPLE.get(client) ?? null

/** Writes into the plan under a clientID, as that person's own device does. */
const write = (doc: PlanDoc, client: number, change: (other: PlanDoc) => void): void => {
  const other = createPlanDoc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.clientID = client // afterwards: Yjs takes another one when it meets its own
  change(other)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}
const paragraph = (text: string): Y.XmlElement => {
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText(text)])
  return made
}
const addParagraph = (doc: PlanDoc, client: number, text: string): void =>
  write(doc, client, (other) => storyOf(other).push([paragraph(text)]))

const show = async (doc: PlanDoc, members = [ME, WORKER]) => {
  const fake = createFakePlan({ doc, personAt, members })
  await renderApp(`/plan/${fake.plan.id}/story`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: words.show }))
  return fake
}
const shown = (): readonly string[] =>
  [...document.querySelectorAll('.ww p')].map((line) => line.textContent.replaceAll(/\s+/g, ' ').trim())

test('[rule 2] each piece of the story says who wrote it, also within a paragraph', async () => {
  const doc = createPlanDoc()
  addParagraph(doc, 1, 'Ik woon alleen.')
  addParagraph(doc, 1, 'Ik wil verhuizen.')
  write(doc, 2, (other) => {
    const text = (storyOf(other).get(1) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(7, 'niet ')
  })
  await show(doc)
  expect(shown()).toEqual([
    'Ans (jij)',
    'Ik woon alleen.',
    'Ans (jij) en Wanda',
    'Ans (jij): Ik wil Wanda: niet Ans (jij): verhuizen.',
  ])
  fireEvent.click(page.getByRole('button', { name: words.back }))
  expect(await page.findByRole('textbox', { name: nl.plan.story })).toBeTruthy()
})

test('people who left keep their name, and nobody else’s words pass as theirs', async () => {
  const doc = createPlanDoc()
  write(doc, 3, (other) => setMyName(other, PIET, 'Piet', createRandomness(1)))
  write(doc, 2, (other) => setMyName(other, WORKER.person, 'Ans', createRandomness(2)))
  addParagraph(doc, 3, 'Van Piet')
  addParagraph(doc, 4, 'Van niemand')
  addParagraph(doc, 77, 'Van ver')
  addParagraph(doc, 1, 'Van Ans')
  addParagraph(doc, 2, 'Van de ander')
  await show(doc, [
    { ...ME, me: false },
    { ...WORKER, name: 'Ans' },
    { ...WORKER, person: personId(5), me: true },
  ])
  expect(shown().filter((_, index) => index % 2 === 0)).toEqual([
    words.left('Piet'),
    words.namelessLeft,
    words.unknown,
    'Ans',
    words.nth('Ans', 2),
  ])
})

test('what came along in a file says so, and with whom', async () => {
  const before = createPlanDoc(1)
  storyOf(before).push([paragraph('Uit het oude plan')])
  const doc = createPlanDoc()
  const data = readPlanData(before, { savedAt: NOW, title: 'Oud', people: [] }, { personAt: () => null })
  const options = { me: WORKER.person, as: null, nameless: 'iemand' }
  write(doc, 2, (other) => fillPlan(other, data, options, createRandomness(3)))
  await show(doc)
  expect(shown()).toEqual([words.fromFile('Wanda'), 'Uit het oude plan'])
})

test('a change elsewhere leaves a passage’s element in place, and shows itself', async () => {
  const doc = createPlanDoc()
  addParagraph(doc, 1, 'Een')
  addParagraph(doc, 2, 'Twee')
  await show(doc)
  const first = document.querySelector('.ww-passage')
  addParagraph(doc, 1, 'Drie')
  expect(document.querySelector('.ww-passage')).toBe(first)
  expect(shown()).toEqual(['Ans (jij)', 'Een', 'Wanda', 'Twee', 'Ans (jij)', 'Drie'])
})

test('an empty story does not ask who wrote it', async () => {
  const fake = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${workspaceId(7)}/story`, { plan: fake.plan })
  await page.findByRole('textbox', { name: nl.plan.story })
  expect(page.queryByRole('button', { name: words.show })).toBeNull()
})

test('of an endless paragraph, and of endless paragraphs, some is shown and more on request', async () => {
  const doc = createPlanDoc()
  addParagraph(doc, 2, 'lang woord '.repeat(180_000))
  write(doc, 1, (other) => storyOf(other).push(Array.from({ length: 1_200 }, (_, at) => paragraph(`Regel ${at}`))))
  await show(doc)
  const lines = () => [...document.querySelectorAll('.ww-text')]
  expect(lines().length).toBe(500)
  expect(lines()[0]?.textContent.length).toBeLessThanOrEqual(20_000)
  const [inPassage, inStory] = page.getAllByRole('button', { name: /^Laat meer zien/ })
  fireEvent.click(inPassage!)
  expect(lines()[0]?.textContent.length).toBeGreaterThan(35_000)
  fireEvent.click(inStory!)
  expect(lines().length).toBe(1_000)
})
