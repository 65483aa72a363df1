/** Whether a change brought back what went before, as far as the log tells it: the same thing, or just the words that were taken away. */
import { type Detail, keyOfThing } from './details.ts'
import { goesOn, isNothing, joinLines, type Line } from './lines.ts'
import { wordsOf } from './words-of.ts'

/** Shorter words, in letters, come again by chance. */
const FEWEST_BACK = 12
/** The lines looked through for what went: a member may send ten thousand. What went before them, or on an older page, is not known here. */
const LOOKED_BACK = 200

/**
 * The line as it is, or as a putting back of what these lines took away; who takes back their own in one sitting has done neither.
 * Values are left as they are: choosing one again by hand leaves the same in the log.
 */
export const asPutBack = (line: Line, before: readonly Line[]): Line => {
  const brings = line.act === 'made' || (line.act === 'changed' && grown(line.details) >= FEWEST_BACK)
  if (!brings) return line
  const key = keyOfThing(line.thing)
  const same = before.slice(-LOOKED_BACK).filter((other) => keyOfThing(other.thing) === key)
  const isBack = line.act === 'made' ? same.some(({ gone }) => gone !== null) : returns(line, same)
  return isBack ? { ...line, act: 'put-back' } : line
}

const returns = (line: Line, same: readonly Line[]): boolean => {
  const come = piecesOf(line).come
  if (come.length === 0 || piecesOf(line).gone.length > 0) return false
  if (same.some((other) => isUndone(other, line))) return false
  return same.some((other) => {
    const gone = new Set(other.act === 'changed' || other.act === 'took-away' ? piecesOf(other).gone : [])
    return come.every((words) => gone.has(words))
  })
}

const isUndone = (other: Line, line: Line): boolean =>
  other.act === 'changed' && goesOn(other, line) && joinLines(other, line).details.every(isNothing)

const grown = (details: readonly Detail[]): number =>
  details.reduce((sum, detail) => {
    if (detail.form === 'value') return sum
    if (detail.form === 'text') return sum + detail.after.length - detail.before.length
    return sum + (detail.after?.text.length ?? 0) - (detail.before?.text.length ?? 0)
  }, 0)

type Pieces = { readonly gone: readonly string[]; readonly come: readonly string[] }
const known = new WeakMap<Line, Pieces>()

/** What went and came in each text, without what is only space. */
const piecesOf = (line: Line): Pieces => {
  const found = known.get(line)
  if (found !== undefined) return found
  const words = line.details.flatMap((detail) => wordsOf([detail]))
  const of = (kind: 'gone' | 'come'): readonly string[] =>
    words.flatMap((one) => (one.kind === kind && one.text.trim() !== '' ? [one.text.trim()] : []))
  const pieces = { gone: of('gone'), come: of('come') }
  known.set(line, pieces)
  return pieces
}
