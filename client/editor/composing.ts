/**
 * Lets others' changes wait while a word is composed in the same paragraph: the browser would type the word a second time. What is
 * composed is written all the same, each letter behind the one that it was typed behind.
 */
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { followCaret } from '#domain/story/follow-caret.ts'
import { movedIn } from '#domain/story/keep-together.ts'
import { indexOf } from '#domain/story/others-change.ts'
import {
  blockAt,
  changesOf,
  type Letter,
  lettersOf,
  pathOf,
  placeIn,
  toTypedStep,
  type TypedStep,
} from './typed-places.ts'
import type { SharedSelection, StoryLink } from './y-tiptap-binding.ts'

/** On a phone the last word counts as composed for as long as the cursor stands behind it: after a pause others are shown. */
const PAUSE_MS = 1_000

/** A paragraph as it is shown, with the place of every letter in the shared story. */
type Shown = { readonly block: Y.XmlElement; readonly path: readonly number[]; readonly letters: Letter[] }

export type Composing = {
  /** Before others' change takes effect. */
  note(): void
  /** Whether others' change, which would be drawn between these positions, has to wait. */
  holds(transaction: Y.Transaction, from: number, to: number, selection: SharedSelection | null): boolean
  /** Writes what was composed meanwhile; `false`: nothing waits. */
  write(transactions: readonly Transaction[]): boolean
  /** Ends the waiting, with where the cursor is then; `null`: nothing waited. */
  end(): SharedSelection | null
}

export const createComposing = (view: EditorView, link: StoryLink, release: () => void): Composing => {
  let shown: Shown | null = null
  let waiting: { caret: SharedSelection } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(release, PAUSE_MS)
  }
  return {
    note() {
      if (waiting !== null) return
      const { $from } = view.state.selection
      const path = pathOf($from)
      const block = view.composing ? blockAt(link.story, path, $from.parent.type.name) : null
      const letters = block === null ? null : lettersOf(block)
      shown =
        block === null || letters?.length !== $from.parent.content.size || letters.length === 0
          ? null
          : { block, path, letters }
    },
    holds(transaction, from, to, selection) {
      const { $from } = view.state.selection
      const isElsewhere = to < $from.start() || from > $from.end()
      const isMeant = waiting !== null || (view.composing && !isElsewhere)
      // A paragraph that went elsewhere is shown there: the word is interrupted, and not lost.
      const isHere =
        shown !== null &&
        shown.block.parent !== null &&
        shown.letters.every(({ id }) => movedIn(transaction, id) === null)
      const caret = waiting?.caret ?? selection
      if (!isMeant || !isHere || caret === null) return false
      const follow = (place: Y.RelativePosition | null) => place && (followCaret(transaction, place) ?? place)
      waiting = { caret: { anchor: follow(caret.anchor), head: follow(caret.head) } }
      wait()
      return true
    },
    write(transactions) {
      if (waiting === null || shown === null) return false
      for (const step of transactions.flatMap(changesOf).map(toTypedStep)) {
        const place = step === null || String(step.path) !== String(shown.path) ? null : writeBehind(shown, step)
        if (place !== null) waiting = { caret: { anchor: place, head: place } }
      }
      wait()
      return true
    },
    end() {
      clearTimeout(timer)
      const caret = waiting?.caret ?? null
      waiting = null
      return caret
    },
  }
}

const writeBehind = ({ block, letters }: Shown, { from, to, letters: typed }: TypedStep): Y.RelativePosition | null => {
  const { doc } = block
  if (doc === null) return null
  const spotOf = ({ id }: Letter): { text: Y.Text; index: number; isThere: boolean } | null => {
    const item: unknown = Y.getItem(doc.store, id)
    const text: unknown = item instanceof Y.Item ? item.parent : null
    if (!(item instanceof Y.Item) || !(text instanceof Y.Text)) return null
    return { text, index: indexOf(item) + (item.deleted ? 0 : id.clock - item.id.clock), isThere: !item.deleted }
  }
  const left = letters[from - 1]
  for (const letter of letters.slice(from, to)) {
    const spot = spotOf(letter)
    if (spot?.isThere) spot.text.delete(spot.index, 1)
  }
  const before = left === undefined ? null : spotOf(left)
  const place =
    before === null ? placeIn(block, 0) : { text: before.text, index: before.index + (before.isThere ? 1 : 0) }
  const text = typed.map((node) => node.text ?? '').join('')
  const clock = Y.getState(doc.store, doc.clientID)
  place.text.insert(place.index, text)
  const added = Array.from({ length: text.length }, (_, at) => ({ id: Y.createID(doc.clientID, clock + at) }))
  letters.splice(from, to - from, ...added)
  return Y.createRelativePositionFromTypeIndex(place.text, place.index + text.length, -1)
}
