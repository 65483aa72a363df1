import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { isKnownStory, openGate } from './schema-gate.ts'
import { storySchema } from './story-schema.ts'

type Child = Y.XmlElement | Y.XmlText
const element = (name: string, children: Child[] = [], attributes: Record<string, unknown> = {}): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}
const text = (insert: string | object, attributes: object = {}): Y.XmlText => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert, attributes }])
  return made
}
const paragraph = (...children: Child[]) => element('paragraph', children)
const nested = (levels: number): Y.XmlElement =>
  element('bulletList', [element('listItem', levels > 0 ? [nested(levels - 1)] : [])])

const KNOWN: readonly [string, () => Child][] = [
  ['a paragraph', () => paragraph(text('a'))],
  ['an empty paragraph', () => paragraph()],
  ['an empty heading', () => element('heading', [], { level: 3 })],
  ['an empty list', () => element('bulletList')],
  ['an empty item', () => element('orderedList', [element('listItem')], { start: 4 })],
  ['an item that begins with a list', () => nested(3)],
  ['all marks', () => paragraph(text('a', { bold: {}, italic: {}, link: { href: 'https://a.example' } }))],
  ['a link that leads nowhere safe', () => paragraph(text('a', { link: { href: 'javascript:alert(1)' } }))],
  ['a line break', () => paragraph(text('a'), element('hardBreak'), text('b'))],
  ['two texts side by side', () => paragraph(text('a'), text('b'))],
]

const UNKNOWN: readonly [string, () => Child][] = [
  ['a node', () => element('callout', [paragraph(text('a'))])],
  ['a node inside another', () => element('bulletList', [element('listItem', [element('taskList')])])],
  ['a node in a line', () => paragraph(text('a'), element('mention', [], { id: 'x' }))],
  ['a mark', () => paragraph(text('a', { bold: {} }), text('b', { comment: { id: 'x' } }))],
  ['a mark beside a known one', () => paragraph(text('a', { bold: {}, highlight: {} }))],
  ['an attribute of a node', () => element('paragraph', [text('a')], { align: 'right' })],
  ['an attribute of a mark', () => paragraph(text('a', { link: { href: 'https://a.example', title: 'x' } }))],
  ['a mark without the shape of one', () => paragraph(text('a', { bold: true }))],
  ['a level', () => element('heading', [text('a')], { level: 4 })],
  ['a level as text', () => element('heading', [text('a')], { level: '2' })],
  ['a start that is no number', () => element('orderedList', [], { start: 'a' })],
  ['an address that is no text', () => paragraph(text('a', { link: { href: {} } }))],
  ['text outside a paragraph', () => text('a')],
  ['a paragraph directly in a list', () => element('bulletList', [paragraph(text('a'))])],
  ['an item outside a list', () => element('listItem', [paragraph()])],
  ['a paragraph in a paragraph', () => paragraph(paragraph(text('a')))],
  ['a document in the document', () => element('doc', [paragraph()])],
  ['an element that calls itself text', () => paragraph(element('text'))],
  ['a name from the prototype', () => element('constructor')],
  ['a mark from the prototype', () => paragraph(text('a', { toString: {} }))],
  ['an object in the text', () => paragraph(text({ image: 'x' }))],
  ['nesting without end', () => nested(200)],
]

const storyWith = (child: Child) => {
  const doc = createPlanDoc(1)
  storyOf(doc).insert(0, [paragraph(text('before')), child])
  return doc
}

test('a story written by release 1 is known', async () => {
  const doc = createPlanDoc()
  Y.applyUpdate(doc, await readFile(new URL('../domain/fixtures/plan-r1.bin', import.meta.url)))
  expect(isKnownStory(storyOf(doc), storySchema())).toBe(true)
})

test('the names and rules of release 1 stay — if this fails, older apps would refuse every story', () => {
  const { nodes, marks } = storySchema()
  const rules = Object.entries(nodes).map(([name, { spec }]) => [
    name,
    spec.content ?? '',
    ...Object.keys(spec.attrs ?? {}),
  ])
  expect(rules).toEqual([
    ['paragraph', 'inline*'],
    ['doc', 'block*'],
    ['heading', 'inline*', 'level'],
    ['bulletList', 'listItem*'],
    ['orderedList', 'listItem*', 'start'],
    ['listItem', 'block*'],
    ['hardBreak', ''],
    ['text', ''],
  ])
  expect(Object.entries(marks).map(([name, { spec }]) => [name, ...Object.keys(spec.attrs ?? {})])).toEqual([
    ['bold'],
    ['italic'],
    ['link', 'href'],
  ])
})

describe('at load', () => {
  test.each(KNOWN)('%s is known', (_, make) => {
    expect(isKnownStory(storyOf(storyWith(make())), storySchema())).toBe(true)
  })
  test.each(UNKNOWN)('%s can be unknown', (_, make) => {
    expect(isKnownStory(storyOf(storyWith(make())), storySchema())).toBe(false)
    expect(openGate(storyOf(storyWith(make())), storySchema(), () => {})).toBeNull()
  })
  test.each([
    ['a number in the list of children', (story: Y.XmlFragment) => story.insert(0, [7 as unknown as Y.XmlText])],
    ['another kind of type', (story: Y.XmlFragment) => story.insert(0, [new Y.Map() as unknown as Y.XmlText])],
    ['a fragment', (story: Y.XmlFragment) => story.insert(0, [new Y.XmlFragment() as unknown as Y.XmlText])],
  ])('%s is unknown', (_, spoil) => {
    const doc = createPlanDoc(1)
    spoil(storyOf(doc))
    expect(isKnownStory(storyOf(doc), storySchema())).toBe(false)
  })
})

describe('on arrival', () => {
  /** A story that is open here while a peer changes it. */
  const openStory = () => {
    const there = createPlanDoc(2)
    storyOf(there).insert(0, [paragraph(text('first'))])
    const here = createPlanDoc(1)
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    const heard: string[] = []
    const gate = openGate(storyOf(here), storySchema(), () => heard.push('unknown'))
    storyOf(here).observeDeep(() => heard.push('observed'))
    const arrive = () => Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)))
    return { there: storyOf(there), heard, arrive, gate }
  }

  test.each(KNOWN)('%s is let through', (_, make) => {
    const { there, heard, arrive } = openStory()
    there.insert(1, [make()])
    arrive()
    expect(heard).toEqual(['observed'])
  })

  test.each(UNKNOWN)('%s is detected before any other listener runs', (_, make) => {
    const { there, heard, arrive } = openStory()
    there.insert(1, [make()])
    arrive()
    expect(heard).toEqual(['unknown', 'observed'])
  })

  test('a new mark, attribute or child of a known element is detected', () => {
    const changes: readonly ((first: Y.XmlElement) => void)[] = [
      (first) => (first.get(0) as Y.XmlText).format(0, 2, { comment: {} }),
      (first) => first.setAttribute('align', 'right'),
      (first) => first.insert(0, [element('mention')]),
      (first) => (first.get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
    ]
    for (const change of changes) {
      const { there, heard, arrive } = openStory()
      change(there.get(0) as Y.XmlElement)
      arrive()
      expect(heard).toEqual(['unknown', 'observed'])
    }
  })

  test('typing and deleting are let through; elements that were let in later are watched too', () => {
    const { there, heard, arrive } = openStory()
    there.insert(1, [paragraph(text('second'))])
    arrive()
    ;((there.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'the ')
    there.delete(0, 1)
    arrive()
    expect(heard).toEqual(['observed', 'observed'])
    ;((there.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { comment: {} })
    arrive()
    expect(heard).toEqual(['observed', 'observed', 'unknown', 'observed'])
  })

  test('it reports once, and not after it was stopped', () => {
    const { there, heard, arrive } = openStory()
    there.insert(0, [element('callout')])
    arrive()
    there.insert(0, [element('callout')])
    arrive()
    expect(heard.filter((word) => word === 'unknown')).toHaveLength(1)
    const other = openStory()
    other.gate?.stop()
    other.there.insert(0, [element('callout')])
    other.arrive()
    expect(other.heard).toEqual(['observed'])
  })
})
