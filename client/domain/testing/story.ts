/** Writing in the story without an editor. */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import type { Peer } from './peers.ts'

export const paragraph = (text: string, marks: object = {}): Y.XmlElement => {
  const [element, words] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
  words.insert(0, text, marks)
  element.insert(0, [words])
  return element
}

/** A paragraph for each text, at the end. */
export const writeStory = ({ doc }: Pick<Peer, 'doc'>, ...texts: readonly string[]): void =>
  storyOf(doc).insert(
    storyOf(doc).length,
    texts.map((text) => paragraph(text)),
  )
