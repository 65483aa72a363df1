import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toFileName } from '../exchange/export.ts'
import { isSafeLink, toSafeLink } from '../document/links.ts'
import { createPlanDoc, storyOf } from '../document/plan-doc.ts'
import { readStory, storyIsEmpty } from './story.ts'
import { readStoryText } from './story-text.ts'

const element = (name: string, children: (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const text = (insert: string, attributes: object = {}): Y.XmlText => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert, attributes }])
  return made
}
const planWith = (...children: (Y.XmlElement | Y.XmlText)[]) => {
  const doc = createPlanDoc(1)
  storyOf(doc).insert(0, children)
  return doc
}

test('a story of empty paragraphs and lists is empty', () => {
  expect(storyIsEmpty(createPlanDoc())).toBe(true)
  expect(storyIsEmpty(planWith(element('paragraph'), element('bulletList', [element('listItem')])))).toBe(true)
  expect(
    storyIsEmpty(planWith(element('bulletList', [element('listItem', [element('paragraph', [text('a')])])]))),
  ).toBe(false)
})

test('a newer app’s additions are shown as their text', () => {
  const callout = element('callout', [
    element('calloutTitle', [text('Let op')]),
    element('paragraph', [text('bel eerst', { colour: {} })]),
  ])
  expect(readStoryText(planWith(callout, text('los')))).toBe('Let op\n\nbel eerst\n\nlos')
})

test('lists without items, and elements that are no item, are read as far as possible', () => {
  const list = element('orderedList', [
    element('paragraph', [text('a')]),
    element('listItem', [element('heading', [text('b')])]),
  ])
  expect(readStoryText(planWith(list))).toBe('1. a\n2. b')
})

test('a story nested without end is read to a bound', () => {
  let nested = element('bulletList')
  for (let level = 0; level < 60; level += 1)
    nested = element('bulletList', [element('listItem', [element('paragraph', [text('x')]), nested])])
  const doc = planWith(nested)
  expect(readStoryText(doc).match(/x/g)?.length).toBe(23)
  expect(storyIsEmpty(doc)).toBe(false)
})

test('marks are read by their own names', () => {
  const runs = planWith(
    element('paragraph', [text('a', { constructor: {}, bold: {}, link: { href: 'javascript:alert(1)' } })]),
  )
  expect(readStory(runs)).toEqual([{ name: 'paragraph', runs: [{ text: 'a', bold: true, italic: false, link: null }] }])
})

test.each(['https://example.org/a?b=c', 'mailto:ines@example.org', 'tel:+31612345678', 'HTTPS://EXAMPLE.ORG'])(
  '%s is followed',
  (address) => {
    expect(isSafeLink(address)).toBe(true)
  },
)

test.each([
  'http://example.org',
  'javascript:alert(1)',
  ' https://a',
  'https://a b',
  'data:text/html,x',
  '//a',
  'java\nscript:x',
  'https://\u0000',

  '',
])('%j is not followed', (address) => expect(isSafeLink(address)).toBe(false))

test('an address longer than browsers handle is not followed', () => {
  expect(isSafeLink(`https://${'a'.repeat(2_048)}`)).toBe(false)
})

test('a typed address is completed', () => {
  expect(toSafeLink('example.org/tuin')).toBe('https://example.org/tuin')
  expect(toSafeLink('http://example.org')).toBe('https://example.org')
  expect(toSafeLink('ines@example.org')).toBe('mailto:ines@example.org')
  expect(toSafeLink('06 1234 5678')).toBe('tel:0612345678')
  expect(toSafeLink('javascript:alert(1)')).toBeNull()
  expect(toSafeLink('gewoon tekst')).toBeNull()
})

test('a file name holds letters and digits only', () => {
  expect(toFileName('Plan van Inès / 2', 'html')).toBe('Plan-van-Inès-2.html')
  expect(toFileName('../../..', 'html')).toBe('plan.html')
  expect(toFileName('x'.repeat(300), 'txt')).toBe(`${'x'.repeat(60)}.txt`)
})
