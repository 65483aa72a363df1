/**
 * A text as people search for it: whoever types "Lukasz" finds Łukasz. Letters stand for those that look or sound like them, and what
 * one keyboard has and the other lacks is left out. Both sides of a comparison are folded. Knows no plan.
 */

/** Letters that Unicode does not take apart (NFKD), and those of which people type the plain one, each row before the plain one. */
const PLAIN = 'łl øo đðɖd ħh ŧt ŋn ıi əe ςσ ٱا ىیي ةەھہه کك'
const IN_TWO = ['ßss', 'æae', 'œoe', 'þth']
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...PLAIN.split(' ').flatMap((row) => [...row].map((letter) => [letter, row.at(-1) ?? ''] as const)),
  ...IN_TWO.map(([letter = '', ...plain]) => [letter, plain.join('')] as const),
])
/** Of the Arabic scripts. Others have no keyboard without ours. */
const DIGIT = /[٠-٩۰-۹]/
/** Accents, marks that cannot be seen, hyphens, apostrophes of phones, and the Arabic hamza and stretching line. */
const LEFT_OUT = /[\p{M}\p{Cf}\p{Pd}'’‘‛`´ʹ-ʿ′＇ءـ]/u

const SPECIAL = /[^\0-\x7f]|['`-]/gu

const foldLetter = (letter: string): string =>
  LEFT_OUT.test(letter) ? '' : Array.from(letter.normalize('NFKD').toLowerCase(), foldPart).join('')

const foldPart = (part: string): string => {
  if (DIGIT.test(part)) return String((part.codePointAt(0) ?? 0) % 16)
  return LEFT_OUT.test(part) ? '' : (LETTERS.get(part) ?? part)
}

export const foldText = (text: string): string => text.replace(SPECIAL, foldLetter).toLowerCase()

/** Some write such a name in two words. */
const HYPHEN = /(?<=\p{L}{2})\p{Pd}(?=\p{L}{2})/gu

/** The words that somebody searches for, folded. */
export const toSearched = (search: string): readonly string[] =>
  foldText(search.replace(HYPHEN, ' '))
    .split(/\s+/)
    .filter((word) => word !== '')

/** Where this place of the folded text is in the text itself, before what is left out. */
const placeIn = (text: string, folded: number): number => {
  let [at, length] = [0, 0]
  for (const letter of text) {
    if (length >= folded) break
    length += foldText(letter).length
    at += letter.length
  }
  return at
}

/** The most letters on each side of a word that was found. */
const AROUND = 40

/** A word that was found, with what stands around it. */
export type Found = { readonly before: string; readonly word: string; readonly after: string }

/** The first of these words in a text; `null`: it has none of them. */
export const findIn = (text: string, searched: readonly string[]): Found | null => {
  const folded = foldText(text)
  const places = searched.map((word) => ({ word, at: folded.indexOf(word) })).filter(({ at }) => at >= 0)
  const [first] = places.toSorted((a, b) => a.at - b.at)
  if (first === undefined) return null
  const [start, end] = [placeIn(text, first.at), placeIn(text, first.at + first.word.length)]
  return { before: lastOf(text.slice(0, start)), word: text.slice(start, end), after: firstOf(text.slice(end)) }
}

/** Cut between words where there is a place to. */
const lastOf = (text: string): string =>
  text.length <= AROUND
    ? text
    : `… ${text
        .slice(-AROUND)
        .toWellFormed()
        .replace(/^\S*\s+/, '')}`
const firstOf = (text: string): string =>
  text.length <= AROUND
    ? text
    : `${text
        .slice(0, AROUND)
        .toWellFormed()
        .replace(/\s+\S*$/, '')} …`
