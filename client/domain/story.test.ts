import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toFileName, toReadableFile } from './export.ts'
import { isSafeLink, toSafeLink } from './links.ts'
import { createPlanDoc, storyOf, valuesOf } from './plan-doc.ts'
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

const LABELS = {
  savedOn: 'Bewaard op 22 november',
  people: 'Wie meedoet',
  story: 'Mijn verhaal',
  emptyStory: 'Nog leeg.',
  data: 'Alle gegevens',
}
const fileOf = (doc: Y.Doc, title = 'Mijn plan') =>
  toReadableFile(doc, { title, language: 'nl', direction: 'ltr', people: ['Ines, eigenaar'], labels: LABELS })

test('a story of empty paragraphs and lists is empty', () => {
  expect(storyIsEmpty(createPlanDoc())).toBe(true)
  expect(storyIsEmpty(planWith(element('paragraph'), element('bulletList', [element('listItem')])))).toBe(true)
  expect(
    storyIsEmpty(planWith(element('bulletList', [element('listItem', [element('paragraph', [text('a')])])]))),
  ).toBe(false)
})

test('what a newer app added is shown as the text that it holds', () => {
  const callout = element('callout', [
    element('calloutTitle', [text('Let op')]),
    element('paragraph', [text('bel eerst', { colour: {} })]),
  ])
  expect(readStoryText(planWith(callout, text('los')))).toBe('Let op\n\nbel eerst\n\nlos')
})

test('lists without items in them, and things that are no item, are read as far as they go', () => {
  const list = element('orderedList', [
    element('paragraph', [text('a')]),
    element('listItem', [element('heading', [text('b')])]),
  ])
  expect(readStoryText(planWith(list))).toBe('1. a\n2. b')
})

test('a story nested without end is read to a bound', () => {
  let nested = element('bulletList')
  for (let level = 0; level < 300; level += 1)
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

test('what people type as an address is made complete', () => {
  expect(toSafeLink('example.org/tuin')).toBe('https://example.org/tuin')
  expect(toSafeLink('http://example.org')).toBe('https://example.org')
  expect(toSafeLink('ines@example.org')).toBe('mailto:ines@example.org')
  expect(toSafeLink('06 1234 5678')).toBe('tel:0612345678')
  expect(toSafeLink('javascript:alert(1)')).toBeNull()
  expect(toSafeLink('gewoon tekst')).toBeNull()
})

test('the file holds the story for people, and all of the document for an app', async () => {
  const doc = createPlanDoc()
  Y.applyUpdate(doc, await readFile(new URL('fixtures/plan-r1.bin', import.meta.url)))
  valuesOf(doc).set('later/field#1', '</pre><script>alert(1)</script>')
  const file = fileOf(doc)
  expect(file).toContain('<html lang="nl" dir="ltr">')
  expect(file).toContain('<h3>Wie ben ik</h3>')
  expect(file).toContain(
    '<strong>twee jaar</strong>. Ik ken bijna <em>niemand</em> 🌱<br>Zie <a href="https://example.org/tuin" rel=',
  )
  expect(file).toContain('<ol start="1">\n<li><p>moestuin</p></li>\n</ol>')
  const [, data = ''] = /<pre id="weef-data">(.*)<\/pre>/s.exec(file) ?? []
  const read = JSON.parse(data.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))))
  expect(read.values['later/field']).toEqual(['</pre><script>alert(1)</script>'])
  const again = createPlanDoc()
  Y.applyUpdate(
    again,
    Uint8Array.from(atob(read.document.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
  )
  expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc))
})

test('nothing that people wrote becomes part of the page', () => {
  const file = fileOf(
    planWith(element('paragraph', [text(`<img src=x onerror="alert('1')">&amp;`)])),
    '<script>alert(1)</script>',
  )
  expect(file).not.toMatch(/<script|<img|onerror="/)
  expect(file).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;')
})

test('the file of an empty story says so', () => {
  expect(fileOf(createPlanDoc())).toContain('<p>Nog leeg.</p>')
})

test('a file name holds letters and digits only', () => {
  expect(toFileName('Plan van Inès / 2', 'html')).toBe('Plan-van-Inès-2.html')
  expect(toFileName('../../..', 'html')).toBe('plan.html')
  expect(toFileName('x'.repeat(300), 'txt')).toBe(`${'x'.repeat(60)}.txt`)
})
