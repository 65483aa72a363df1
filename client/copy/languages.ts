/**
 * The languages, and what their words consist of, in layers by when they are needed. A screen waits for no more than its own, so
 * that the list of plans does not wait for words that it does not show.
 */
import type { nlAside } from './nl/aside.ts'
import type { nlFirst } from './nl/first.ts'
import type { nlMore } from './nl/more.ts'
import type { nlPlan } from './nl/plan.ts'

export type FirstCopy = typeof nlFirst
export type AsideCopy = FirstCopy & typeof nlAside
export type PlanCopy = FirstCopy & typeof nlPlan
export type Copy = AsideCopy & PlanCopy & typeof nlMore

/** `first`: the list of plans. `aside`: what stands beside it now and then. `plan`: the ways into a plan, and what it is opened for every day. */
export const LAYERS = ['first', 'aside', 'plan', 'more'] as const
export type Layer = (typeof LAYERS)[number]

/** `pseudo` is for tests and never offered. */
export const LANGUAGES = ['nl', 'en', 'pseudo'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each under its own name, as people look for it. */
export const OFFERED: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'nl', name: 'Nederlands' },
  { language: 'en', name: 'English' },
]

export const isOffered = (language: Language): boolean => OFFERED.some((one) => one.language === language)

export const parseLanguage = (text: string | null): Language | null =>
  LANGUAGES.find((language) => language === text) ?? null

/** The first of the browser's preferred languages that is offered; otherwise Dutch. */
export const chooseLanguage = (preferred: readonly string[]): Language =>
  preferred.map((tag) => OFFERED.find(({ language }) => tag.split('-')[0] === language)?.language).find(Boolean) ?? 'nl'

type Parts = Readonly<Record<string, unknown>>

/** One subject can have words in each. */
const joinWords = <A extends Parts, B extends Parts>(some: A, others: B): A & B => {
  const joined: Record<string, unknown> = { ...some }
  for (const [subject, words] of Object.entries(others)) {
    const known = joined[subject]
    joined[subject] = isSubject(known) && isSubject(words) ? { ...known, ...words } : words
  }
  return joined as A & B
}

/** The layers of a language, or some of them: what asks for the others waits for them. */
export const joinLayers = (layers: readonly Parts[]): Copy => layers.reduce(joinWords) as Copy

const isSubject = (words: unknown): words is object => typeof words === 'object' && words !== null
