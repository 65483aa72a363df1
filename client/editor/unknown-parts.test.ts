/** The way on from a story that holds something unknown: only that goes, and the rest is writable again. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { isKnownStory } from './schema-gate.ts'
import { storySchema } from './story-schema.ts'
import { takeOutUnknown, unknownPartsIn } from './unknown-parts.ts'

const paragraph = (words: string, attributes: object = {}): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: words, attributes }])
  element.insert(0, [text])
  return element
}
const list = (...items: Y.XmlElement[]): Y.XmlElement => {
  const element = new Y.XmlElement('bulletList')
  element.push(
    items.map((child) => {
      const item = new Y.XmlElement('listItem')
      item.push([child])
      return item
    }),
  )
  return element
}
const withAttribute = (): Y.XmlElement => {
  const heading = new Y.XmlElement<{ level: number }>('heading')
  heading.setAttribute('level', 9)
  heading.insert(0, [new Y.XmlText('Kop')])
  return heading as Y.XmlElement
}
const embed = (): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: 'voor ' }, { insert: { image: 'x' } }, { insert: 'na' }])
  element.insert(0, [text])
  return element
}

test.each<[string, () => Y.XmlElement, string]>([
  ['a node', () => new Y.XmlElement('x'), ''],
  ['a node in a list', () => list(paragraph('blijft ook'), new Y.XmlElement('x')), '• blijft ook'],
  ['a mark', () => paragraph('gekleurd', { colour: { red: 9 } }), 'gekleurd'],
  ['an odd link', () => paragraph('hier', { link: { href: 7 } }), 'hier'],
  ['an attribute of a heading', withAttribute, ''],
  ['a thing in a text', embed, 'voor na'],
])('%s is taken out, and nothing else', (_, make, left) => {
  const doc = createPlanDoc(1)
  storyOf(doc).push([paragraph('Ik woon hier.'), make(), paragraph('Met Bikkel.')])
  expect(isKnownStory(storyOf(doc), storySchema())).toBe(false)
  expect(unknownPartsIn(storyOf(doc), storySchema()).map(({ client }) => client)).toEqual([1])
  takeOutUnknown(storyOf(doc), storySchema())
  expect(isKnownStory(storyOf(doc), storySchema())).toBe(true)
  const words = readStoryText(doc)
    .split('\n')
    .filter((line) => line.trim() !== '' && line.trim() !== '•')
  expect(words).toEqual(['Ik woon hier.', ...(left === '' ? [] : [left]), 'Met Bikkel.'])
})

test('the words that would go are told, and whose they are', () => {
  const doc = createPlanDoc(1)
  const table = new Y.XmlElement('table')
  table.push([paragraph('Maandag'), paragraph('Dinsdag')])
  storyOf(doc).push([paragraph('Ik woon hier.'), table])
  expect(unknownPartsIn(storyOf(doc), storySchema())).toMatchObject([{ client: 1, words: 'Maandag Dinsdag' }])
})

test('a nest of a thousand lists goes as a whole, within its depth', () => {
  const doc = createPlanDoc(1)
  let inner: Y.XmlFragment = storyOf(doc)
  for (let level = 0; level < 1_000; level += 1) {
    const next = new Y.XmlElement('bulletList')
    inner.push([next])
    inner = next
  }
  takeOutUnknown(storyOf(doc), storySchema())
  expect(isKnownStory(storyOf(doc), storySchema())).toBe(true)
})
