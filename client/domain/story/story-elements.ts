/** The story's blocks as new shared types, in the form that the editor writes. */
import * as Y from 'yjs'
import type { Block, Run } from './story.ts'

export const toElement = (block: Block): Y.XmlElement => {
  if (block.name === 'list') {
    const list = new Y.XmlElement<{ start: number }>(block.ordered ? 'orderedList' : 'bulletList')
    if (block.ordered) list.setAttribute('start', block.start)
    list.insert(0, block.items.map(toItem))
    return list as Y.XmlElement
  }
  const element = new Y.XmlElement<{ level: number }>(block.name)
  if (block.name === 'heading') element.setAttribute('level', block.level)
  element.insert(0, toInline(block.runs))
  return element as Y.XmlElement
}

const toItem = (blocks: readonly Block[]): Y.XmlElement => {
  const item = new Y.XmlElement('listItem')
  item.insert(0, blocks.map(toElement))
  return item
}

/** Line breaks are elements of their own; the words between two of them are one text. */
const toInline = (runs: readonly Run[]): (Y.XmlText | Y.XmlElement)[] => {
  const inline: (Y.XmlText | Y.XmlElement)[] = []
  let text: Y.XmlText | null = null
  let length = 0
  for (const run of runs)
    run.text.split('\n').forEach((line, index) => {
      if (index > 0) {
        inline.push(new Y.XmlElement('hardBreak'))
        text = null
      }
      if (line === '') return
      if (text === null) {
        text = new Y.XmlText()
        inline.push(text)
        length = 0
      }
      text.insert(length, line, toMarks(run))
      length += line.length
    })
  return inline
}

/** All three marks are named, so that a run does not go on with those of the words before it. */
export const toMarks = ({ bold, italic, link }: Run): object => ({
  bold: bold ? {} : null,
  italic: italic ? {} : null,
  link: link === null ? null : { href: link },
})
