/**
 * A change of the story that came from others, read before it is drawn: the passages that it touched as they stood, which
 * letters its writers deleted knowingly, and what they wrote.
 */
import * as Y from 'yjs'
import { itemOf, itemsIn, typeOf } from '../document/written-by.ts'
import type { Copy, Surroundings } from './copied-place.ts'

/**
 * What sync and tests set on a transaction that applies updates: their bytes. What an update itself deletes its writers had seen.
 * The rest went only because its paragraph did: nobody who deleted it had seen it.
 */
export const UPDATES = 'updates'

/** Letters of one item of a text, as they stood before the change. */
export type Stretch = {
  readonly item: Y.Item
  /** Of its first letter. */
  readonly clock: number
  readonly text: string
  readonly isNew: boolean
  readonly isGone: boolean
  /** The update whose writer deleted it, and so had seen it; `null`: none. Letters of one update went together, perhaps elsewhere. */
  readonly told: number | null
}

/** Where letters are: the index of the first in a text. */
export type Spot = { readonly text: Y.Text; readonly index: number }

export type OthersChange = {
  /** Texts whose letters changed, short texts of the plan included; of the story also those that went with what they stood in. */
  readonly texts: ReadonlySet<Y.Text>
  /** Elements with another list of children than before. */
  readonly parents: ReadonlySet<Y.XmlFragment>
  stretchesOf(text: Y.Text): readonly Stretch[]
  isNew(item: Y.Item): boolean
  /** Whether it stood there before the change. */
  wasThere(item: Y.Item): boolean
  /** Runs of letters that this change brought, as they stand now. */
  written(): readonly Copy<Spot>[]
}

const read = new WeakMap<Y.Transaction, OthersChange>()

export const othersChangeOf = (transaction: Y.Transaction, story: Y.XmlFragment): OthersChange => {
  const known = read.get(transaction)
  if (known !== undefined) return known
  const change = readChange(transaction, story)
  read.set(transaction, change)
  return change
}

const readChange = (transaction: Y.Transaction, story: Y.XmlFragment): OthersChange => {
  const texts = new Set<Y.Text>()
  const parents = new Set<Y.XmlFragment>()
  for (const type of transaction.changed.keys() as Iterable<unknown>) {
    if (type instanceof Y.Text) texts.add(type)
    else if (type instanceof Y.XmlFragment && isIn(type, story)) parents.add(type)
  }
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    const type = struct instanceof Y.Item ? typeOf(struct) : null
    if (type instanceof Y.XmlText && isIn(type, story)) texts.add(type)
  })
  const updates = transaction.meta.get(UPDATES) as readonly Uint8Array[] | undefined
  let told: readonly DeleteSet[] | null = null
  const toldBy = (client: number, clock: number): number | null => {
    if (updates === undefined) return 0
    const index = (told ??= toldIn(updates)).findIndex((deletes) => Y.isDeleted(deletes, Y.createID(client, clock)))
    return index === -1 ? null : index
  }
  const isNew = (item: Y.Item): boolean => item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  return {
    texts,
    parents,
    isNew,
    wasThere: (item) => !isNew(item) && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id)),
    stretchesOf(text) {
      const stretches: Stretch[] = []
      for (let item = itemsIn(text).first; item !== null; item = item.right) {
        if (!(item.content instanceof Y.ContentString)) continue
        const isGone = item.deleted && Y.isDeleted(transaction.deleteSet, item.id)
        if (item.deleted && !isGone) continue
        stretches.push(...piecesOf(item, item.content.str, isNew(item), isGone, toldBy))
      }
      return stretches
    },
    written: () => [...texts, ...newTextsIn(parents, isNew)].flatMap((text) => writtenIn(text, isNew)),
  }
}

/** An item that went with its paragraph may be told in part: its writer typed on. */
const piecesOf = (
  item: Y.Item,
  letters: string,
  isNew: boolean,
  isGone: boolean,
  toldBy: (client: number, clock: number) => number | null,
): readonly Stretch[] => {
  if (!isGone) return [{ item, clock: item.id.clock, text: letters, isNew, isGone, told: null }]
  const pieces: { item: Y.Item; clock: number; text: string; isNew: boolean; isGone: boolean; told: number | null }[] =
    []
  letters.split('').forEach((letter, at) => {
    const clock = item.id.clock + at
    const told = toldBy(item.id.client, clock)
    const last = pieces.at(-1)
    if (last?.told === told) last.text += letter
    else pieces.push({ item, clock, text: letter, isNew, isGone, told })
  })
  return pieces
}

const isIn = (type: object, story: Y.XmlFragment): boolean =>
  type === story || Y.isParentOf(story as Y.AbstractType<unknown>, itemOf(type))

type DeleteSet = ReturnType<typeof Y.createDeleteSet>

const toldIn = (updates: readonly Uint8Array[]): readonly DeleteSet[] =>
  updates.map((update) => Y.decodeUpdate(update).ds)

const newTextsIn = (parents: Iterable<object>, isNew: (item: Y.Item) => boolean): readonly Y.XmlText[] => {
  const texts: Y.XmlText[] = []
  const visit = (parent: object, isInNew: boolean): void => {
    for (let item = itemsIn(parent).first; item !== null; item = item.right) {
      if (item.deleted || (!isInNew && !isNew(item))) continue
      const type = typeOf(item)
      if (type instanceof Y.XmlText) texts.push(type)
      else if (type instanceof Y.XmlElement) visit(type, true)
    }
  }
  for (const parent of parents) if (itemOf(parent)?.deleted !== true) visit(parent, false)
  return texts
}

const writtenIn = (text: Y.Text, isNew: (item: Y.Item) => boolean): readonly Copy<Spot>[] => {
  if (itemOf(text)?.deleted === true) return []
  const runs: { where: Spot; text: string }[] = []
  let [index, run] = [0, null as { where: Spot; text: string } | null]
  for (let item = itemsIn(text).first; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (isNew(item) && item.content instanceof Y.ContentString) {
      if (run === null) runs.push((run = { where: { text, index }, text: '' }))
      run.text += item.content.str
    } else run = null
    index += item.length
  }
  return runs
}

/** What an item was typed right behind: Yjs writes behind what was deleted at a place. `null`: the beginning of its text. */
export const typedBehind = ({ origin, left }: Y.Item, wasThere: (item: Y.Item) => boolean): Y.Item | null => {
  if (origin === null) return null
  let at = left
  while (at !== null && !isWithin(origin, at.id, at.length)) at = at.left
  while (at !== null && !wasThere(at)) at = at.left
  return at
}

export const isWithin = ({ client, clock }: Y.ID, first: Y.ID, length: number): boolean =>
  client === first.client && clock >= first.clock && clock < first.clock + length

/** The index of an item in the text or element that it stands in, as that is now. */
export const indexOf = (item: Y.Item): number => {
  let index = 0
  for (let before = item.left; before !== null; before = before.left)
    if (!before.deleted && before.countable) index += before.length
  return index
}

/**
 * The letters around some stretches that went together, deleted by somebody who had seen them, perhaps to write them elsewhere.
 * `end`: where those behind begin; what stands between is counted as before.
 */
export const surroundingsOf = (
  stretches: readonly Stretch[],
  first: number,
  last: number,
  end = last + 1,
): Surroundings => {
  const before = [...stretches.slice(0, first), ...stretches.slice(last + 1, end)]
  const left = untilStanding(before.toReversed()).toReversed()
  const right = untilStanding(stretches.slice(end))
  const told = (left.findLast(wasTold) ?? right.find(wasTold))?.told
  const lettersIn = (side: readonly Stretch[]): string =>
    side
      .filter((stretch) => stretch.told === told)
      .map(({ text }) => text)
      .join('')
  return { left: lettersIn(left), right: lettersIn(right) }
}

/** Where the word ends that own letters stand in, because its writer, whom they had not seen, typed on. */
export const endOfParted = (
  stretches: readonly Stretch[],
  first: number,
  last: number,
  { wasThere }: Pick<OthersChange, 'wasThere'>,
): number => {
  let end = last + 1
  let word = new Set(stretches.slice(0, first).map(({ item }) => item))
  const seen = stretches[last]?.item.rightOrigin ?? null
  for (;;) {
    const next = stretches[end]
    if (next === undefined || Y.compareIDs(seen, idOf(next))) return end
    const before = next.clock === next.item.id.clock ? typedBehind(next.item, wasThere) : next.item
    if (before === null || !word.has(before) || before.id.client !== next.item.id.client) return end
    word = new Set([next.item])
    end += 1
  }
}

const idOf = ({ item, clock }: Stretch): Y.ID => Y.createID(item.id.client, clock)

const untilStanding = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const end = stretches.findIndex(({ isNew, isGone }) => !isNew && !isGone)
  return stretches.slice(0, end === -1 ? stretches.length : end)
}

const wasTold = ({ told }: Stretch): boolean => told !== null
