/** A plan in words, as parts, groups and blocks of text. */
import type { Several } from '../document/fields.ts'
import type { Times } from '../document/moments.ts'
import type { PlanWords } from './plan-text-words.ts'
import type { Block } from '../story/story.ts'
import type { SectionName } from '../plan/sections.ts'
import type { CheckIn } from '../wheel/check-ins.ts'

/** A group that stays together on a page: one goal, one wheel, one conversation. */
export type PlanGroup = {
  readonly title: string
  readonly blocks: readonly Block[]
  /** The wheel's values, for media that can draw it. */
  readonly wheel?: { readonly now: CheckIn; readonly before: CheckIn | null }
  /** A conversation that is over: paper still has room for the next. */
  readonly held?: true
  readonly goal?: {
    readonly status: string
    readonly ended: boolean
    readonly about: readonly Block[]
    /** The steps still to do. */
    readonly steps: readonly StepCells[]
    readonly done: number
  }
}
/** What, who, by when, how, and the status; empty where nothing was set. */
export type StepCells = readonly [what: string, who: string, day: string, form: string, status: string]
export type PlanPart = {
  readonly id: SectionName
  readonly title: string
  /** Whether the part is hidden in the overview of this plan. */
  readonly hidden: boolean
  readonly groups: readonly PlanGroup[]
}

/** `all`: every wheel and conversation; otherwise the latest wheels, the conversation that was held last, and those to come. */
export type PlanExtent = 'all' | 'now'

/** A wheel of a later day is nobody's latest. */
export type PlanView = Times & { readonly extent: PlanExtent }

export const inView = <Thing extends { readonly aside: unknown }>(things: readonly Thing[]): readonly Thing[] =>
  things.filter(({ aside }) => aside === null)

export const several = <Value>(
  words: PlanWords,
  values: Several<Value | null>,
  say: (value: Value) => string,
): string => {
  const said = values.filter((value) => value !== null).map(say)
  return said.length > 1 ? words.either(said) : (said[0] ?? '')
}

const run = (text: string) => ({ text, bold: false, italic: false, link: null })
export const paragraph = (text: string): Block => ({ name: 'paragraph', runs: [run(text)] })
export const lines = (texts: readonly string[]): readonly Block[] => texts.map(paragraph)
export const points = (texts: readonly string[]): Block => ({
  name: 'list',
  ordered: false,
  start: 1,
  items: texts.map((text) => [paragraph(text)]),
})
export const inOne = (texts: readonly string[]): readonly Block[] =>
  texts.length === 0 ? [] : [paragraph(texts.join(' · '))]

/** A line with its author, where the author is known. */
export const signed = (words: PlanWords, text: string, client: number | null): string => {
  const author = words.author(client)
  return `${text || words.goals.noWords}${author === null ? '' : ` (${words.who(author)})`}`
}
