/** What makes a story too large is found, is its writer's, and goes without the words of others. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc, storyOf } from '../document/plan-doc.ts'
import { largePartsOf, takeOutLarge } from './large-parts.ts'
import { roomIn } from './story-size.ts'
import { readStoryText } from './story-text.ts'

const [OWN, HOSTILE] = [1, 2]

const paragraph = (words = ''): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}
const listOf = (items: readonly Y.XmlElement[]): Y.XmlElement => {
  const list = new Y.XmlElement('bulletList')
  list.push(
    items.map((child) => {
      const item = new Y.XmlElement('listItem')
      item.push([child])
      return item
    }),
  )
  return list
}
const firstText = (story: Y.XmlFragment): Y.XmlText => (story.get(0) as Y.XmlElement).get(0) as Y.XmlText
const times = <Value>(length: number, make: (at: number) => Value): Value[] =>
  Array.from({ length }, (_, at) => make(at))

/** A story of one, as another has changed it. */
const changed = (change: (story: Y.XmlFragment) => void): PlanDoc => {
  const [doc, theirs] = [createPlanDoc(OWN), createPlanDoc(HOSTILE)]
  storyOf(doc).push([paragraph('Ik woon hier.'), paragraph('Met Bikkel.')])
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  theirs.transact(() => change(storyOf(theirs)))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  return doc
}
const OWN_WORDS = 'Ik woon hier.\n\nMet Bikkel.'

const LARGE: readonly [string, (story: Y.XmlFragment) => void][] = [
  ['a paragraph of two million letters', (story) => story.push([paragraph('lang woord '.repeat(180_000))])],
  ['a million letters in her own paragraph', (story) => firstText(story).insert(3, 'lang '.repeat(200_000))],
  [
    '20,000 paragraphs',
    (story) =>
      story.insert(
        1,
        times(20_000, () => paragraph('')),
      ),
  ],
  ['20,000 points', (story) => story.insert(0, [listOf(times(20_000, () => paragraph('')))])],
  ['40,000 empty elements', (story) => story.push(times(40_000, () => new Y.XmlElement('heading')))],
  [
    'a line of 10,000 line breaks',
    (story) =>
      (story.get(0) as Y.XmlElement).insert(
        1,
        times(10_000, () => new Y.XmlElement('hardBreak')),
      ),
  ],
  [
    'a paragraph of 20,000 marks',
    (story) => {
      const marked = paragraph()
      story.push([marked])
      const text = marked.get(0) as Y.XmlText
      text.applyDelta(
        times(10_000, (at) => ({ insert: 'x', attributes: at % 2 === 0 ? { bold: {} } : { italic: {} } })),
      )
    },
  ],
  ['letters outside a paragraph', (story) => story.push([new Y.XmlText('x'.repeat(200_000))])],
]

test.each(LARGE)('%s: found, whose it is, and taken out', (_, change) => {
  const doc = changed(change)
  const story = storyOf(doc)
  expect(roomIn(story)).toBeLessThan(0)
  expect([...new Set(largePartsOf(story).map(({ client }) => client))]).toEqual([HOSTILE])
  takeOutLarge(story)
  expect(roomIn(story)).toBeGreaterThan(0)
  const words = readStoryText(doc)
  for (const own of ['Ik', 'woon hier.', 'Met Bikkel.']) expect(words).toContain(own)
})

test('marks over the words of another go, and the words stay', () => {
  const own = 'Ik woon hier. '.repeat(500)
  const [doc, theirs] = [createPlanDoc(OWN), createPlanDoc(HOSTILE)]
  storyOf(doc).push([paragraph(own)])
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  firstText(storyOf(theirs)).applyDelta(
    times(own.length, (at) => ({ retain: 1, attributes: at % 2 === 0 ? { bold: {} } : { italic: {} } })),
  )
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  expect(largePartsOf(storyOf(doc)).map(({ client, what }) => [client, what])).toEqual([[HOSTILE, 'marks']])
  takeOutLarge(storyOf(doc))
  expect(readStoryText(doc)).toBe(own)
  expect(roomIn(storyOf(doc))).toBeGreaterThan(0)
})

test('letters of two who wrote in turn, thousands of times, are told apart', () => {
  const [doc, theirs] = [createPlanDoc(OWN), createPlanDoc(HOSTILE)]
  storyOf(doc).push([paragraph('a'.repeat(2_000))])
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  firstText(storyOf(theirs)).applyDelta(times(2_000, () => [{ insert: 'z'.repeat(60) }, { retain: 1 }]).flat())
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  takeOutLarge(storyOf(doc))
  expect(readStoryText(doc)).toBe('a'.repeat(2_000))
})

test('one person’s long story is none, and nothing of it is large', () => {
  const doc = changed((story) => story.push(times(5_000, () => paragraph('x'.repeat(200)))))
  expect(roomIn(storyOf(doc))).toBeGreaterThan(0)
  expect(largePartsOf(storyOf(doc))).toEqual([])
  takeOutLarge(storyOf(doc))
  expect(readStoryText(doc)).toContain(OWN_WORDS)
})

test('taking out can be undone', () => {
  const doc = changed(LARGE[0]![1])
  const undo = new Y.UndoManager(storyOf(doc), { trackedOrigins: new Set([takeOutLarge]) })
  takeOutLarge(storyOf(doc))
  expect(readStoryText(doc)).toBe(OWN_WORDS)
  undo.undo()
  expect(readStoryText(doc).length).toBeGreaterThan(1_000_000)
})
