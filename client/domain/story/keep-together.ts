/**
 * Keeps what this device's person types in one piece. Yjs cannot move text, so others who split, join or turn a paragraph into
 * a list delete what stood there and write it again: letters on their way stay behind in the old place, or go with it. And who
 * writes at the end of a word that is not finished parts it. Each device mends its own letters and nobody else's, so that no two
 * mend the same.
 */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { forgetPlaces, itemOf, itemsIn } from '../document/written-by.ts'
import { findCopied } from './copied-place.ts'
import {
  endOfParted,
  indexOf,
  isWithin,
  type OthersChange,
  othersChangeOf,
  type Spot,
  type Stretch,
  surroundingsOf,
  typedBehind,
} from './others-change.ts'
import { placeOfOwn } from './place-of-own.ts'

/** Origin of the mending transactions. */
const KEPT_TOGETHER = { name: 'kept together' }

/** How often letters have moved, by their clocks at this device. */
type Times = Map<number, number>
/** Clocks of own letters that stand behind a copy, made by another, of the own letters before them. */
type Joined = Set<number>
/** Two people whose letters stand beside each other could move them around each other without end. */
const MOST_TIMES = 4

type Undo = Pick<Y.UndoManager, 'undoStack' | 'redoStack'>

/** Letters of this device at their new place. */
type Move = { readonly from: Y.ID; readonly length: number; readonly to: Spot }

const moved = new WeakMap<Y.Transaction, readonly Move[]>()

/** Where the letter with this id stands after a change, if it was moved because of that. */
export const movedIn = (transaction: Y.Transaction, id: Y.ID): Spot | null => {
  const move = moved.get(transaction)?.find(({ from, length }) => isWithin(id, from, length))
  return move === undefined ? null : { text: move.to.text, index: move.to.index + id.clock - move.from.clock }
}

/** For as long as somebody may write in this document. The undo managers learn where letters have gone. */
export const keepTogether = (doc: Y.Doc, undo: readonly Undo[]): (() => void) => {
  const story = storyOf(doc)
  const times: Times = new Map()
  const joined: Joined = new Set()
  const mend = (transaction: Y.Transaction): void => {
    if (transaction.local) return
    const change = othersChangeOf(transaction, story)
    const isBehind = isBehindOwn(doc.clientID, joined, change)
    const texts = [...change.texts].filter((text) => hasLettersOf(text, doc.clientID))
    const repairs = [
      ...texts.flatMap((text) => (text instanceof Y.XmlText ? strayIn(text, change, doc.clientID, isBehind) : [])),
      ...texts.flatMap((text) => partedIn(text, change, isBehind)),
    ]
    if (repairs.length === 0) return
    for (const type of transaction.changed.keys()) forgetPlaces(type)
    doc.transact(() => {
      moved.set(
        transaction,
        repairs.flatMap((repair) => carry(repair, doc, undo, times, joined)),
      )
    }, KEPT_TOGETHER)
  }
  doc.on('beforeObserverCalls', mend)
  return () => doc.off('beforeObserverCalls', mend)
}

const hasLettersOf = (text: Y.Text, client: number): boolean => {
  for (let item = itemsIn(text).first; item !== null; item = item.right) if (item.id.client === client) return true
  return false
}

/** Whether own letters were typed right behind an item that is own too, or a copy of own letters. */
type IsBehind = (next: Stretch, before?: Y.Item) => boolean

const isBehindOwn =
  (me: number, joined: Joined, { wasThere }: OthersChange): IsBehind =>
  ({ item, clock }, before) => {
    if (item.id.client !== me) return false
    const found = clock === item.id.clock ? typedBehind(item, wasThere) : item
    return found !== null && (before ?? found) === found && (found.id.client === me || joined.has(clock))
  }

/** Letters to move, and where they belong: looked up only when they are moved, as an earlier move may shift it. */
type Repair = {
  readonly stretches: readonly Stretch[]
  readonly from: Y.Text
  /** Whether they go behind a copy of the own letters before them. */
  readonly joins: boolean
  /** `known`: how many of the letters are there already. */
  find(): { readonly spot: Spot; readonly known: number } | null
}

/** Own letters whose surroundings others took elsewhere, without having seen them. */
const strayIn = (text: Y.XmlText, change: OthersChange, me: number, isBehind: IsBehind): readonly Repair[] => {
  const stretches = change.stretchesOf(text)
  if (!stretches.some(({ isGone }) => isGone)) return []
  const isSwallowed = itemOf(text)?.deleted === true
  const isUnseen = ({ item, isNew, told }: Stretch): boolean => item.id.client === me && !isNew && told === null
  return groupsOf(stretches, isUnseen)
    .filter(({ first, last }) => isSwallowed || isLeft(stretches, first, last))
    .map(({ first, last }) => ({
      stretches: stretches.slice(first, last + 1),
      from: text,
      joins: stretches.slice(first, first + 1).some((stretch) => isBehind(stretch)),
      find() {
        const written = lettersOf(stretches.slice(first, last + 1))
        const end = endOfParted(stretches, first, last, change)
        const found = findCopied(surroundingsOf(stretches, first, last, end), written, change.written())
        if (found !== null)
          return { spot: { text: found.where.text, index: found.where.index + found.at }, known: found.known }
        const own = isSwallowed && written.trim() !== '' ? placeOfOwn(text, change) : null
        return own === null ? null : { spot: own, known: 0 }
      },
    }))
}

type Group = { readonly first: number; readonly last: number }

const groupsOf = (stretches: readonly Stretch[], isOne: (stretch: Stretch) => boolean): readonly Group[] => {
  const groups: { first: number; last: number }[] = []
  stretches.forEach((stretch, index) => {
    if (!isOne(stretch)) return
    const group = groups.at(-1)
    if (group?.last === index - 1) group.last = index
    else groups.push({ first: index, last: index })
  })
  return groups
}

/** Whether what a group was written behind has gone; at the beginning of a text, what it was written before. */
const isLeft = (stretches: readonly Stretch[], first: number, last: number): boolean => {
  const before = stretches.slice(0, first).findLast(({ isNew }) => !isNew)
  const neighbour = before ?? stretchWith(stretches, stretches[last]?.item.rightOrigin ?? null)
  return neighbour !== undefined && neighbour.told !== null
}

const stretchWith = (stretches: readonly Stretch[], id: Y.ID | null): Stretch | undefined =>
  id === null
    ? undefined
    : stretches.find(({ item, clock, text }) => isWithin(id, Y.createID(item.id.client, clock), text.length))

/** Own letters that others, who had not seen them, have parted from the own letters before. */
const partedIn = (text: Y.Text, change: OthersChange, isBehind: IsBehind): readonly Repair[] => {
  if (itemOf(text)?.deleted === true) return []
  const stretches = change.stretchesOf(text).filter(({ isGone }) => !isGone)
  const repairs: Repair[] = []
  for (let at = 0; at < stretches.length; at += 1) {
    const head = stretches[at]
    const { parted, last } = partsBehind(stretches, at, isBehind)
    at = last
    if (head === undefined || parted.length === 0) continue
    const find = () => ({ spot: { text, index: indexOf(head.item) + head.item.length }, known: 0 })
    repairs.push({ stretches: parted, from: text, joins: head.item.id.client !== parted[0]?.item.id.client, find })
  }
  return repairs
}

/** What was typed right behind own letters, across what others have put between. `last`: where that ends. */
const partsBehind = (
  stretches: readonly Stretch[],
  head: number,
  isBehind: IsBehind,
): { readonly parted: readonly Stretch[]; readonly last: number } => {
  const parted: Stretch[] = []
  let last = head
  for (;;) {
    const before = stretches[last]
    const between = stretches[last + 1]
    if (before === undefined || between === undefined) break
    const gap = between.isNew && !isBehind(between, before.item)
    if (!gap && parted.length === 0) break
    const next = gap ? stretches.findIndex(({ isNew }, index) => index > last && !isNew) : last + 1
    const part = stretches[next]
    if (part === undefined || !isBehind(part, before.item)) break
    // Whoever wrote there with what follows before their eyes meant to part it.
    if (gap && Y.compareIDs(between.item.rightOrigin, part.item.id)) break
    parted.push(part)
    last = next
  }
  return { parted, last }
}

const lettersOf = (stretches: readonly Stretch[]): string => stretches.map(({ text }) => text).join('')

const carry = (
  { stretches, from, joins, find }: Repair,
  { store, clientID }: Y.Doc,
  undo: readonly Undo[],
  times: Times,
  joined: Joined,
): readonly Move[] => {
  const found = find()
  if (found === null || (found.known === 0 && isThere(stretches, from, found.spot))) return []
  const time = Math.max(...stretches.map(({ clock }) => times.get(clock) ?? 0)) + 1
  if (time > MOST_TIMES) return []
  const { text } = found.spot
  let { index } = found.spot
  let skip = found.known
  let isFirst = true
  return stretches.flatMap(({ item, clock: first, text: letters }): readonly Move[] => {
    const known = Math.min(skip, letters.length)
    skip -= known
    const rest = letters.slice(known)
    if (!item.deleted) {
      const at = indexOf(item)
      from.delete(at, item.length)
      if (from === text && at < index) index -= item.length
    }
    if (rest === '') return []
    const [clock, to] = [Y.getState(store, clientID), { text, index }]
    text.insert(index, rest)
    index += rest.length
    const end = Y.getState(store, clientID)
    if (isFirst && (joins || found.known > 0)) joined.add(clock)
    isFirst = false
    for (let moving = clock; moving < end; moving += 1) times.set(moving, time)
    const move = { from: Y.createID(clientID, first + known), length: rest.length, to }
    for (const manager of undo) tellUndo(manager, move.from, clock, end - clock)
    return [move]
  })
}

/** Whether letters stand at a place already: two people would move theirs around each other without end. */
const isThere = (stretches: readonly Stretch[], from: Y.Text, { text, index }: Spot): boolean => {
  const [first, last] = [stretches[0]?.item, stretches.at(-1)?.item]
  if (from !== text || first === undefined || last === undefined || first.deleted || last.deleted) return false
  return index >= indexOf(first) && index <= indexOf(last) + last.length
}

/** What undo would take back is at another place now. */
const tellUndo = ({ undoStack, redoStack }: Undo, from: Y.ID, clock: number, length: number): void => {
  for (const entry of [...undoStack, ...redoStack]) {
    if (!Y.isDeleted(entry.insertions, from)) continue
    const copies = Y.createDeleteSet()
    copies.clients.set(from.client, [{ clock, len: length }])
    entry.insertions = Y.mergeDeleteSets([entry.insertions, copies])
  }
}
