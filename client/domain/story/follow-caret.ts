/** Where a caret stands after a change: behind the letter that it stood behind, also where that has gone. */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { itemOf, typeOf } from '../document/written-by.ts'
import { findCopied } from './copied-place.ts'
import { movedIn } from './keep-together.ts'
import {
  indexOf,
  isWithin,
  type OthersChange,
  othersChangeOf,
  type Spot,
  surroundingsOf,
  typedBehind,
} from './others-change.ts'

/** `place` is behind a letter, or at the beginning of a text. `null`: it is where it was. */
export const followCaret = (transaction: Y.Transaction, place: Y.RelativePosition): Y.RelativePosition | null => {
  const { doc } = transaction
  const moved = place.item === null ? null : movedIn(transaction, place.item)
  if (moved !== null) return toPlace({ ...moved, index: moved.index + 1 })
  const change = othersChangeOf(transaction, storyOf(doc))
  const text = textAt(doc, place)
  if (text === null || !change.texts.has(text)) return null
  return (place.item === null ? null : endOfRun(doc, place.item, change)) ?? copyOf(text, place.item, change)
}

const isStanding = ({ deleted }: Y.Item): boolean => !deleted

/** Whoever stands behind somebody's last letter stays behind it while they type on: the caret would part their word. */
const endOfRun = ({ store, clientID }: Y.Doc, id: Y.ID, change: OthersChange): Y.RelativePosition | null => {
  const item: unknown = Y.getItem(store, id)
  if (!(item instanceof Y.Item) || item.deleted || id.client === clientID) return null
  if (id.clock !== item.id.clock + item.length - 1) return null
  let last = item
  for (let next = item.right; next !== null; next = next.right) {
    if (next.deleted) continue
    if (!change.isNew(next) || next.id.client !== id.client || typedBehind(next, isStanding) !== last) break
    last = next
  }
  const text: unknown = item.parent
  return last === item || !(text instanceof Y.Text) ? null : toPlace({ text, index: indexOf(last) + last.length })
}

/** The same place in what was written again elsewhere. */
const copyOf = (text: Y.Text, letter: Y.ID | null, change: OthersChange): Y.RelativePosition | null => {
  const stretches = change.stretchesOf(text)
  const index =
    letter === null
      ? -1
      : stretches.findIndex(({ item, clock, text: letters }) =>
          isWithin(letter, Y.createID(item.id.client, clock), letters.length),
        )
  const stretch = stretches[index]
  const isGone = itemOf(text)?.deleted === true || (stretch !== undefined && stretch.told !== null)
  if (!isGone || (letter !== null && stretch === undefined)) return null
  const around = surroundingsOf(stretches, index + 1, index)
  const behind =
    letter === null || stretch === undefined || stretch.told === null
      ? ''
      : stretch.text.slice(letter.clock - stretch.clock + 1)
  const left = around.left.slice(0, around.left.length - behind.length)
  const found = findCopied({ left, right: behind + around.right }, '', change.written())
  return found === null ? null : toPlace({ text: found.where.text, index: found.where.index + found.at })
}

const toPlace = ({ text, index }: Spot): Y.RelativePosition => Y.createRelativePositionFromTypeIndex(text, index, -1)

const textAt = ({ store }: Y.Doc, { item, type }: Y.RelativePosition): Y.Text | null => {
  const id = item ?? type
  if (id === null || id.clock >= Y.getState(store, id.client)) return null
  const found: unknown = Y.getItem(store, id)
  if (!(found instanceof Y.Item)) return null
  const text: unknown = item === null ? typeOf(found) : found.parent
  return text instanceof Y.Text ? text : null
}
