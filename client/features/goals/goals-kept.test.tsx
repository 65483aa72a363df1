/** What stays on a screen while somebody types, here or elsewhere: every element of what they do not type in, and every reading of it. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { afterEach, expect, test, vi } from 'vitest'
import { setText, textOf } from '#domain/document/texts.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { random, setUp, show, words } from '#testing/open-goals.tsx'

afterEach(() => void vi.restoreAllMocks())

/** Three goals; the texts that are read from now on. */
const setUpThree = () => {
  const setting = setUp()
  const goals = [setting.goal, ...['Papieren', 'Slapen'].map((title) => addGoal(setting.doc, { title }, random))]
  setting.merge()
  const watch = (): readonly unknown[] => vi.spyOn(Y.Text.prototype as { toString(): string }, 'toString').mock.contexts
  return { ...setting, goals, watch }
}

/** The very same objects: DOM nodes and shared texts that look alike are not. */
const expectSame = (now: readonly unknown[], before: readonly unknown[]): void => {
  expect(now.length).toBe(before.length)
  expect(now.filter((one, index) => one !== before[index])).toEqual([])
}
const elementsOf = (): readonly Element[] => [...document.querySelectorAll('.go-card, .go-card *')]
const titles = (): readonly (string | null)[] =>
  page.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)

test('another types in one title: no element of any goal is made anew, one says the new words, and one text is read', async () => {
  const { doc, other, goals, watch, merge, ...setting } = setUpThree()
  await show({ ...setting, doc, other, merge, goal: setting.goal }, '')
  const before = elementsOf()
  expect(before.length).toBeGreaterThan(30)
  setText(other, 'goal', goals[1]!, 'title', 'Papieren op orde')
  const changed: Node[] = []
  const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
  const reads = watch()
  Y.applyUpdate(doc, update)
  expectSame(reads, [textOf(doc, 'goal', goals[1]!, 'title')])
  await Promise.resolve()
  observer.disconnect()
  expect(titles()).toEqual(expect.arrayContaining(['Naar de tuin', 'Papieren op orde', 'Slapen']))
  expectSame(elementsOf(), before)
  const card = page.getByRole('heading', { name: 'Papieren op orde' }).closest('.go-card')
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.filter((node) => card?.contains(node) !== true)).toEqual([])
})

test('who types in the title of a goal keeps every element of its screen, and one text is read for each key', async () => {
  const { doc, watch, ...setting } = setUpThree()
  await show({ ...setting, doc }, `/${setting.goal}`)
  const field = page.getByLabelText(words.texts.title) as HTMLTextAreaElement
  const before = [...document.querySelectorAll('main *')]
  const reads = watch()
  for (const value of ['Naar de tuin!', 'Naar de tuin!!']) fireEvent.input(field, { target: { value } })
  const text = textOf(doc, 'goal', setting.goal, 'title')
  expectSame(reads, [text, text])
  expect(readGoals(doc).map(({ title }) => title)).toEqual(['Naar de tuin!!', 'Papieren', 'Slapen'])
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe('Naar de tuin!!')
  expectSame([...document.querySelectorAll('main *')], before)
})
