/** What I am called and how I read, as values. Knows no document, since the start of the app needs it before any. */
import { oneOf } from '../document/choices.ts'
import { type Plain, toLine } from '../document/plain.ts'
import type { Colour } from '../plan/people.ts'

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** `null`: never chosen. */
export type MyDetails = {
  readonly name: string | null
  readonly colour: Colour | null
  /** BCP 47; the app knows which languages it has. */
  readonly language: string | null
  readonly textSize: TextSize | null
}
export const NO_DETAILS: MyDetails = { name: null, colour: null, language: null, textSize: null }
export const DETAILS = Object.keys(NO_DETAILS) as readonly (keyof MyDetails)[]

/** As long as a name in a plan (people.ts), which would load all of Yjs here. */
const NAME_LIMIT = 40
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const MAX_LANGUAGE = 35 // RFC 5646 §4.4.1: longer tags may be cut

const parseColour = (value: unknown): Colour | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 5 ? (value as Colour) : null
const parseLanguageTag = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= MAX_LANGUAGE && LANGUAGE.test(value) ? value : null

/** Takes details from stored or foreign data; what is no such detail counts as never chosen. */
export const parseMyDetails = (found: { readonly [name in keyof MyDetails]?: unknown }): MyDetails => ({
  name: toLine(found.name, NAME_LIMIT),
  colour: parseColour(found.colour),
  language: parseLanguageTag(found.language),
  textSize: oneOf(TEXT_SIZES)(found.textSize as Plain),
})
