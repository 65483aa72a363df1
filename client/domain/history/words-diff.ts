/** The words that went and came between two texts. Myers' shortest edit script over words, bounded: beyond that a stretch counts as replaced. */
import { findChange } from '../document/texts.ts'

/** `kept`: in both; `gone`: only before; `come`: only after. */
export type Stretch = { readonly kind: 'kept' | 'gone' | 'come'; readonly text: string }

/** The most edits that are looked for between two texts. The work grows with their square; a rewritten page is one replacement. */
const MAX_EDITS = 400

/** The characters of both texts together up to which words are compared; longer ones differ in one stretch. */
const MAX_LETTERS = 60_000

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

/** What is left of the edits that may be looked for, over all texts of one change: a member may rewrite thousands at once. */
export type Effort = { edits: number }
export const newEffort = (): Effort => ({ edits: 5 * MAX_EDITS })

/** Once the effort is spent, what differs is one replacement. */
export const diffWords = (before: string, after: string, effort: Effort = newEffort()): readonly Stretch[] => {
  const change = findChange(before, after)
  if (change === null) return joined([['kept', before]])
  if (before.length + after.length > MAX_LETTERS || effort.edits === 0)
    return joined([
      ['kept', before.slice(0, change.at)],
      ['gone', before.slice(change.at, change.at + change.removed)],
      ['come', change.inserted],
      ['kept', before.slice(change.at + change.removed)],
    ])
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const [middleOld, middleNow] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  const script = shortestScript(middleOld, middleNow, effort) ?? [
    ['gone', middleOld.join('')],
    ['come', middleNow.join('')],
  ]
  return joined([
    ['kept', old.slice(0, start).join('')],
    ...script,
    ['kept', end === 0 ? '' : old.slice(-end).join('')],
  ])
}

type Piece = readonly [Stretch['kind'], string]

/** Neighbours of one kind become one stretch. */
const joined = (pieces: readonly Piece[]): readonly Stretch[] => {
  const stretches: { kind: Stretch['kind']; text: string }[] = []
  for (const [kind, text] of pieces) {
    const last = stretches.at(-1)
    if (text === '') continue
    if (last?.kind === kind) last.text += text
    else stretches.push({ kind, text })
  }
  return stretches
}

/** E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. `null`: too many edits. */
const shortestScript = (old: readonly string[], now: readonly string[], effort: Effort): readonly Piece[] | null => {
  const most = Math.min(old.length + now.length, MAX_EDITS, effort.edits)
  /** The furthest place in `old` on each diagonal, and for each number of edits the part of it that was reached by then. */
  const furthest = new Int32Array(2 * most + 3).fill(-1)
  const trace: Int32Array[] = []
  const middle = most + 1
  furthest[middle + 1] = 0
  const at = (diagonal: number): number => furthest[middle + diagonal] ?? -1
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const goesDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
      let x = goesDown ? at(diagonal + 1) : at(diagonal - 1) + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1
      furthest[middle + diagonal] = x
      if (x >= old.length && x - diagonal >= now.length) {
        effort.edits -= edits
        return walkBack(old, now, trace)
      }
    }
  }
  effort.edits -= most
  return null
}

const walkBack = (old: readonly string[], now: readonly string[], trace: readonly Int32Array[]): Piece[] => {
  const pieces: Piece[] = []
  let [x, y] = [old.length, now.length]
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const at = (diagonal: number): number => trace[edits]?.[diagonal + edits + 1] ?? -1
    const diagonal = x - y
    const goesDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const before = goesDown ? diagonal + 1 : diagonal - 1
    const [toX, toY] = edits === 0 ? [0, 0] : [at(before), at(before) - before]
    while (x > toX && y > toY) {
      pieces.push(['kept', old[x - 1] ?? ''])
      ;[x, y] = [x - 1, y - 1]
    }
    if (edits === 0) break
    pieces.push(goesDown ? ['come', now[y - 1] ?? ''] : ['gone', old[x - 1] ?? ''])
    ;[x, y] = [toX, toY]
  }
  return pieces.reverse()
}

/** The letters that went and came, to say whether somebody wrote or took away. */
export const countLetters = (stretches: readonly Stretch[]): { readonly gone: number; readonly come: number } => {
  const of = (wanted: Stretch['kind']): number =>
    stretches.reduce((sum, { kind, text }) => (kind === wanted ? sum + text.trim().length : sum), 0)
  return { gone: of('gone'), come: of('come') }
}

/** Unchanged words between two changes that are shorter than this, in letters, are read with them. */
const SHORT = 4

/** The same for people: changes with hardly a word between them become one that went and one that came. */
export const forReading = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const shown: Stretch[] = []
  let [gone, come] = ['', '']
  const flush = (): void => {
    if (gone !== '') shown.push({ kind: 'gone', text: gone })
    if (come !== '') shown.push({ kind: 'come', text: come })
    ;[gone, come] = ['', '']
  }
  stretches.forEach(({ kind, text }, index) => {
    const isBetween = gone + come !== '' && index < stretches.length - 1 && text.trim().length < SHORT
    if (kind === 'kept' && !isBetween) {
      flush()
      shown.push({ kind, text })
      return
    }
    if (kind !== 'come') gone += text
    if (kind !== 'gone') come += text
  })
  flush()
  return shown
}
