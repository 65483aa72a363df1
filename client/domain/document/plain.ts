/** Turns the contents of a document, which any member can write, into plain values of bounded size, or leaves them out. */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** The most levels of a value. Our own have three; a sender may nest 5,000, which would overflow a reader's stack. */
const MAX_DEPTH = 16
/** The most elements of a list or record. Our own have a few; an agreement lists the proposals that it answers. */
const MAX_ELEMENTS = 1_000
/** The most characters of one value: a note of ten pages. Longer text belongs in the story. */
const MAX_TEXT = 32_768
/** The most characters of a title: two lines at 320 px in the size of a heading. */
export const TITLE_LIMIT = 120

/**
 * A plain value; `undefined` for anything that no version of ours writes: bytes, a nested shared type, a number that JSON lacks, too many
 * levels or elements. The one decoder of values: whatever reads a plan, reads what this lets in.
 */
export const toPlain = (value: unknown, depth: number = MAX_DEPTH): Plain | undefined => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return value.slice(0, MAX_TEXT).toWellFormed()
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined // -0 is 0; each field has a range of its own
  if (typeof value !== 'object' || depth === 0) return undefined
  if (Array.isArray(value)) return toPlainList(value, depth - 1)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return undefined
  return toPlainRecord(value, depth - 1)
}

const toPlainList = (list: readonly unknown[], depth: number): Plain | undefined => {
  if (list.length > MAX_ELEMENTS) return undefined
  const plain = list.map((element) => toPlain(element, depth))
  return plain.every((element) => element !== undefined) ? plain : undefined
}

const toPlainRecord = (record: object, depth: number): Plain | undefined => {
  const plain: { [name: string]: Plain } = Object.create(null) // without a prototype, a name such as `__proto__` is only a name
  const entries = Object.entries(record)
  if (entries.length > MAX_ELEMENTS) return undefined
  for (const [name, value] of entries) {
    const element = toPlain(value, depth)
    if (element === undefined) return undefined
    plain[name] = element
  }
  return plain
}

/** Control characters that reach outside their line: line breaks, and marks that turn the direction of the text around a name. */
const UNRULY = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u061c]+/gu

const SEEN = /[^\s\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether it has more than spaces, joiners and fillers: words without any count as none, because a link called so cannot be found. */
export const isSeen = (text: string): boolean => SEEN.test(text)

/** The beginning of a text, never cut inside a surrogate pair. */
export const cut = (text: string, limit: number): string =>
  text.slice(0, /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit).toWellFormed()

/** A title or name as one line of at most `limit` characters, never cut inside a surrogate pair; `null` when nothing readable is left. */
export const toLine = (value: unknown, limit: number): string | null => {
  if (typeof value !== 'string' || value === '') return null
  const line = value.slice(0, MAX_TEXT).normalize('NFC').replace(UNRULY, ' ').replace(/\s+/g, ' ').trim()
  const bounded = [...line.toWellFormed()].slice(0, limit).join('').trim()
  return isSeen(bounded) ? bounded : null
}
