/** Floods: what one person did to very many things of one kind is said as one line, so that the rest of a day stays readable. */
import type { Line } from './lines.ts'

/** So many lines in a row are a flood. */
const FLOOD = 12

/** Joins floods: very many lines of one person in a row that do the same to things of one kind, the latest first in and out. */
export const joinFloods = (lines: readonly Line[], isSameDay: (a: number, b: number) => boolean): readonly Line[] => {
  const joined: Line[] = []
  for (let start = 0; start < lines.length;) {
    const first = lines[start]
    if (first === undefined) break
    let end = start + 1
    while (end < lines.length && isAlike(first, lines[end], isSameDay)) end += 1
    if (end - start >= FLOOD)
      joined.push({ ...first, from: lines[end - 1]?.from ?? first.from, details: [], gone: null, count: end - start })
    else joined.push(...lines.slice(start, end))
    start = end
  }
  return joined
}

const isAlike = (a: Line, b: Line | undefined, isSameDay: (a: number, b: number) => boolean): boolean =>
  b !== undefined &&
  a.person === b.person &&
  a.act === b.act &&
  a.thing.kind === b.thing.kind &&
  a.thing.kind !== 'story' &&
  isSameDay(a.at, b.at)
