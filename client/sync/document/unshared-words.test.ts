/** Which words of this device the log lacks: whole, in the order of the text, and no one else's. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { unsharedWords } from './unshared-words.ts'

const write = (client: number, change: (text: Y.XmlText) => void, onto?: Y.Doc): Y.Doc => {
  const doc = new Y.Doc()
  if (onto !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(onto))
  doc.clientID = client
  const story = doc.getXmlFragment('story')
  if (story.length === 0) story.insert(0, [new Y.XmlText()])
  const text = story.get(0)
  if (text instanceof Y.XmlText) change(text)
  return doc
}
const wordsOf = (doc: Y.Doc, own: number, from: Y.Doc): readonly string[] =>
  unsharedWords(doc, [own], Y.decodeStateVector(Y.encodeStateVector(from))).map(({ text }) => text)

test('a word that was shared in part is told whole, and what was typed after a correction goes on in it', () => {
  const shared = write(1, (text) => text.insert(0, 'Ik wil na'))
  const doc = write(
    1,
    (text) => {
      text.insert(9, 'ar de maarkt')
      text.delete(17, 1)
      text.format(12, 2, { bold: true })
    },
    shared,
  )
  expect(wordsOf(doc, 1, shared)).toEqual(['naar de markt'])
})

test("words in another's text are told apart; deleted ones and values are none", () => {
  const theirs = write(2, (text) => text.insert(0, 'Ik woon nu elf jaar hier.'))
  const doc = write(
    1,
    (text) => {
      text.insert(19, ' en een half')
      text.insert(0, 'Nee: ')
      text.insert(0, 'weg ')
      text.delete(0, 4)
    },
    theirs,
  )
  doc.getMap('values').set('goal:x/status', 'active')
  expect(wordsOf(doc, 1, theirs)).toEqual(['Nee:', 'en een half'])
  expect(wordsOf(doc, 1, doc)).toEqual([])
  expect(wordsOf(doc, 2, theirs)).toEqual([])
})
