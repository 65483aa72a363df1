import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '../document/plan-doc.ts'
import { createPair, meet } from '../testing/peers.ts'
import { readPassages, toWrittenWords } from './story-authors.ts'

const NAMES = new Map([
  [1, 'Wanda'],
  [2, 'Ans'],
])
const nameAt = (client: number): string => NAMES.get(client) ?? 'iemand'

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const textIn = (doc: Y.Doc, at = 0): Y.XmlText => (storyOf(doc).get(at) as Y.XmlElement).get(0) as Y.XmlText
/** "Ans: Ik woon | Wanda: alleen", a line for each passage. */
const shown = (doc: Y.Doc): readonly string[] =>
  readPassages(doc).map(({ letters }) =>
    toWrittenWords(letters, nameAt)
      .map(({ text, authors }) => `${authors.join('+')}: ${text.trim()}`)
      .join(' | '),
  )

const writeTogether = (before: string, write: (text: Y.XmlText) => void) => {
  const [wanda, ans] = createPair()
  storyOf(ans.doc).insert(0, [element('paragraph', new Y.XmlText(before))])
  meet(wanda, ans)
  write(textIn(wanda.doc))
  meet(wanda, ans)
  return ans.doc
}

test.each<[string, string, (text: Y.XmlText) => void, string]>([
  ['a whole paragraph', 'Ik woon alleen.', () => {}, 'Ans: Ik woon alleen.'],
  ['a sentence of another', 'Ik woon hier.', (text) => text.insert(13, ' Mooi!'), 'Ans: Ik woon hier. | Wanda: Mooi!'],
  [
    'a word of another',
    'Ik wil verhuizen',
    (text) => text.insert(7, 'niet '),
    'Ans: Ik wil | Wanda: niet | Ans: verhuizen',
  ],
  ['a word that both wrote in', 'Het is veilig', (text) => text.insert(7, 'on'), 'Ans: Het is | Wanda+Ans: onveilig'],
  ['a sign of another', 'Het gaat goed', (text) => text.insert(13, '?'), 'Ans: Het gaat goed | Wanda: ?'],
  ['bold of another', 'Het gaat goed', (text) => text.format(0, 3, { bold: {} }), 'Ans: Het gaat goed'],
  ['what another took away', 'Het gaat heel goed', (text) => text.delete(9, 5), 'Ans: Het gaat goed'],
])('%s', (_what, before, write, words) => {
  const doc = writeTogether(before, write)
  expect(shown(doc)).toEqual([words])
})

test('points of lists, headings and broken lines are passages in the order of the text', () => {
  const doc = createPlanDoc(2)
  const item = element('listItem', element('paragraph', new Y.XmlText('Werk')))
  const broken = element('paragraph', new Y.XmlText('een'), element('hardBreak'), new Y.XmlText('twee'))
  storyOf(doc).insert(0, [
    element('heading', new Y.XmlText('Nu')),
    element('bulletList', item),
    element('paragraph'),
    broken,
  ])
  expect(readPassages(doc).map(({ kind, letters }) => [kind, letters.map(({ text }) => text).join('')])).toEqual([
    ['heading', 'Nu'],
    ['item', 'Werk'],
    ['paragraph', 'een\ntwee'],
  ])
})

test('a passage is the same object for as long as it stands', () => {
  const doc = writeTogether('Een', () => {})
  const [before] = readPassages(doc)
  textIn(doc).insert(3, ' twee')
  expect(readPassages(doc)[0]?.at).toBe(before?.at)
})

test('what no version of ours writes is read as text, to a bound, and half a character as none', () => {
  const doc = createPlanDoc(2)
  let nested = element('bulletList')
  for (let level = 0; level < 60; level += 1)
    nested = element('bulletList', element('listItem', element('paragraph', new Y.XmlText('x')), nested))
  const odd = new Y.XmlText()
  odd.insertEmbed(0, { harmed: 1 })
  odd.insert(1, '\ud83d half')
  storyOf(doc).insert(0, [nested, element('script', odd), new Y.XmlText('los')])
  const words = shown(doc)
  expect(words.filter((line) => line === 'Ans: x').length).toBeLessThan(24)
  expect(words.slice(-2)).toEqual(['Ans: \ufffd half', 'Ans: los'])
})

test('letters in many small items of one author are one run', () => {
  const doc = createPlanDoc(2)
  const letters = new Y.XmlText()
  letters.applyDelta(
    Array.from({ length: 5_000 }, (_, at) => ({
      insert: at % 7 === 6 ? ' ' : 'a',
      attributes: at % 2 ? { bold: {} } : {},
    })),
  )
  storyOf(doc).insert(0, [element('paragraph', letters)])
  const [passage] = readPassages(doc)
  expect(passage?.letters.length).toBe(1)
  expect(toWrittenWords(passage!.letters, nameAt)[0]?.text.length).toBe(5_000)
})
