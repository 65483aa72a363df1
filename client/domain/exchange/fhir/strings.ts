/**
 * People's words as FHIR strings: a letter of theirs is kept, and what the standard forbids is a space (hl7.org/fhir/R4/datatypes.html#string).
 * One pass over the whole bundle, so that no field can be forgotten.
 */

/** FHIR requires a string that is not empty. */
export const NAMELESS = '–'

/** A line break of Unicode is one of FHIR's; any other white space but a tab is a space, and so are control characters. */
const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/gu
const FORBIDDEN = /[^\P{Cc}\t\n]|[^\S\t\n ]/gu

const toFhirString = (text: string): string =>
  text.toWellFormed().replace(LINE_BREAK, '\n').replace(FORBIDDEN, ' ').trim() || NAMELESS

export const withFhirStrings = <Value>(value: Value): Value => {
  if (typeof value === 'string') return toFhirString(value) as Value
  if (Array.isArray(value)) return value.map(withFhirStrings) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withFhirStrings(inner)])) as Value
}
