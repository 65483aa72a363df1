/**
 * Finds a place of a text in copies of it. Yjs cannot move text: whoever splits a paragraph, joins two or makes a list of one
 * deletes words and writes them again. Knows only strings.
 */

/** Words that somebody wrote in one go, perhaps a copy. */
export type Copy<Where> = { readonly where: Where; readonly text: string }

/** What stood before and behind a place and was deleted, perhaps after copying it. */
export type Surroundings = { readonly left: string; readonly right: string }

/** `known`: how many of the letters written at the place are in the copy already. */
export type Found<Where> = { readonly where: Where; readonly at: number; readonly known: number }

/** Fewer equal letters than this could be chance, where there are more. */
const LEAST = 4
/** Letters at the beginning of a copy that are looked for. */
const MOST_PIECE = 200
/** Letters that are compared before a place where a copy was changed on both sides of it. */
const CONTEXTS = [32, 16, 8, LEAST]

/** Where `written`, which stood between these surroundings, belongs in one of the copies. `null`: none is a copy of them. */
export const findCopied = <Where>(
  around: Surroundings,
  written: string,
  copies: readonly Copy<Where>[],
): Found<Where> | null => {
  let best: (Found<Where> & { readonly score: number }) | null = null
  for (const { where, text } of copies) {
    const found = placeIn(text, around, written)
    if (found !== null && (best === null || found.score > best.score)) best = { where, ...found }
  }
  return best
}

type Place = { readonly at: number; readonly known: number; readonly score: number }

const placeIn = (copy: string, { left, right }: Surroundings, written: string): Place | null => {
  const all = left + right
  const before = sharedPrefix(copy, 0, all)
  const behind = sharedSuffix(copy, copy.length, all)
  const enough = Math.min(LEAST, all.length)
  if (all === '') {
    const known = sharedPrefix(copy, 0, written)
    return known === 0 ? null : { at: known, known, score: known }
  }
  if (right === '' && before >= left.length && before >= enough) {
    // Whoever wrote on there meant to write behind it.
    const known = sharedPrefix(copy, left.length, written)
    return { at: known === written.length ? left.length + known : copy.length, known, score: before + known }
  }
  if (before >= left.length && Math.max(before, behind) >= enough) {
    const known = knownIn(copy, left.length, written, right)
    return { at: left.length + known, known, score: before + behind + known }
  }
  const piece = right === '' && behind < enough ? pieceOf(copy, left) : 0
  if (piece > 0) {
    const known = knownIn(copy, piece, written, right)
    return { at: piece + known, known, score: piece + known }
  }
  if (behind >= right.length && Math.max(before, behind) >= enough) {
    const end = copy.length - right.length
    if (behind === 0) return { at: end, known: 0, score: 0 } // what stood right before the place was deleted
    let known = Math.min(written.length, end)
    while (known > 0 && !copy.startsWith(written.slice(0, known), end - known)) known -= 1
    return { at: end, known, score: before + behind + known }
  }
  return behindContext(copy, left, right, written)
}

/** How many of the last letters before the place a copy begins with: it was divided once more. */
const pieceOf = (copy: string, left: string): number => {
  let length = Math.min(MOST_PIECE, left.length, copy.length)
  while (length > 0 && !copy.startsWith(left.slice(-length))) length -= 1
  return length
}

/** How many of the written letters stand there, where what follows them may begin alike. */
const knownIn = (copy: string, from: number, written: string, right: string): number => {
  let [best, score] = [0, -1]
  for (let known = sharedPrefix(copy, from, written); known >= 0; known -= 1) {
    const after = sharedPrefix(copy, from + known, right)
    if (after > score) [best, score] = [known, after]
  }
  return best
}

const behindContext = (copy: string, left: string, right: string, written: string): Place | null => {
  for (const length of [...CONTEXTS, left.length]) {
    if (length > left.length || length === 0) continue
    const start = copy.lastIndexOf(left.slice(-length))
    if (start === -1 || (length < LEAST && start !== copy.indexOf(left))) continue
    const known = knownIn(copy, start + length, written, right)
    const end = right === '' && known < written.length ? copy.length : start + length + known
    return { at: end, known, score: length + known }
  }
  return null
}

const sharedPrefix = (text: string, from: number, other: string): number => {
  let length = 0
  while (length < other.length && from + length < text.length && text[from + length] === other[length]) length += 1
  return length
}

const sharedSuffix = (text: string, to: number, other: string): number => {
  let length = 0
  while (length < other.length && length < to && text[to - 1 - length] === other[other.length - 1 - length]) length += 1
  return length
}
