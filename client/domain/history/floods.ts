/** Floods: what one person did to very many things of one kind is said as one line, so that the rest of a day stays readable. */
import type { Line } from './lines.ts'

/** So many lines in a row are a flood. */
const FLOOD = 12

type IsSameDay = (a: number, b: number) => boolean

/** Adds a page of older lines to those that are shown, the latest first. What is shown stays; only a flood at its end goes on. */
export const addOlder = (shown: readonly Line[], older: readonly Line[], isSameDay: IsSameDay): readonly Line[] => {
  const last = shown.at(-1)
  return last === undefined || last.count === 1
    ? [...shown, ...joinFloods(older, isSameDay)]
    : [...shown.slice(0, -1), ...joinFloods([last, ...older], isSameDay)]
}

/** Joins very many lines of one person in a row that do the same to things of one kind. */
const joinFloods = (lines: readonly Line[], isSameDay: IsSameDay): readonly Line[] => {
  const joined: Line[] = []
  for (let start = 0; start < lines.length;) {
    const first = lines[start]
    if (first === undefined) break
    let end = start + 1
    while (end < lines.length && isAlike(first, lines[end], isSameDay)) end += 1
    const alike = lines.slice(start, end)
    const count = alike.reduce((sum, line) => sum + line.count, 0)
    if (alike.length > 1 && count >= FLOOD)
      joined.push({ ...first, from: alike.at(-1)?.from ?? first.from, details: [], gone: null, count })
    else joined.push(...alike)
    start = end
  }
  return joined
}

const isAlike = (a: Line, b: Line | undefined, isSameDay: IsSameDay): boolean =>
  b !== undefined &&
  a.person === b.person &&
  a.act === b.act &&
  a.thing.kind === b.thing.kind &&
  a.thing.kind !== 'story' &&
  isSameDay(a.at, b.at)
