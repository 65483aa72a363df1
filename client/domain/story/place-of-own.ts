/** A place for letters whose paragraph was deleted without being written again. */
import * as Y from 'yjs'
import { itemOf, itemsIn, typeOf } from '../document/written-by.ts'
import { indexOf, type OthersChange, type Spot } from './others-change.ts'

/** In an empty paragraph that came instead, or in one of its own. `null`: the text stands where it stood. */
export const placeOfOwn = (text: Y.XmlText, change: OthersChange): Spot | null => {
  const gone = goneFrom(text)
  const parent: unknown = gone?.parent
  if (gone === null || !(parent instanceof Y.XmlFragment)) return null
  const [left, right] = [standing(gone.left, 'left'), standing(gone.right, 'right')]
  for (const item of [right, left]) {
    const empty = item !== null && change.isNew(item) ? emptyIn(item) : null
    if (empty !== null) return { text: textIn(empty), index: 0 }
  }
  if (parent instanceof Y.XmlElement && isTextblock(parent)) {
    const beside = left ?? right
    const type = beside === null ? null : typeOf(beside)
    if (type instanceof Y.XmlText) return { text: type, index: beside === left ? type.length : 0 }
    const own = new Y.XmlText()
    parent.insert(placeAfter(left), [own])
    return { text: own, index: 0 }
  }
  const paragraph = new Y.XmlElement('paragraph')
  const isList = parent instanceof Y.XmlElement && parent.nodeName.endsWith('List')
  const outer = isList ? new Y.XmlElement('listItem') : paragraph
  parent.insert(placeAfter(left), [outer])
  if (isList) outer.insert(0, [paragraph])
  return { text: textIn(paragraph), index: 0 }
}

/** The outermost item that went with a text. */
const goneFrom = (text: Y.XmlText): Y.Item | null => {
  let gone: Y.Item | null = null
  for (let at: Y.AbstractType<unknown> | null = text as Y.AbstractType<unknown>; at !== null; at = at.parent) {
    const item = itemOf(at)
    if (item?.deleted === true) gone = item
  }
  return gone
}

const standing = (from: Y.Item | null, side: 'left' | 'right'): Y.Item | null => {
  let item = from
  while (item?.deleted === true) item = item[side]
  return item
}

const placeAfter = (item: Y.Item | null): number => (item === null ? 0 : indexOf(item) + 1)

const isTextblock = ({ nodeName }: Y.XmlElement): boolean => nodeName === 'paragraph' || nodeName === 'heading'

/** The first paragraph or heading without letters in what stands there. */
const emptyIn = (item: Y.Item): Y.XmlElement | null => {
  const type = typeOf(item)
  if (!(type instanceof Y.XmlElement)) return null
  if (isTextblock(type))
    return type.toArray().every((child) => child instanceof Y.XmlText && child.length === 0) ? type : null
  for (let child = itemsIn(type).first; child !== null; child = child.right) {
    const found = child.deleted ? null : emptyIn(child)
    if (found !== null) return found
  }
  return null
}

const textIn = (block: Y.XmlElement): Y.XmlText => {
  const first: unknown = block.length > 0 ? block.get(0) : null
  if (first instanceof Y.XmlText) return first
  const text = new Y.XmlText()
  block.insert(0, [text])
  return text
}
