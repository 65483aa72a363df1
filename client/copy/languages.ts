/**
 * The languages, and what their words consist of: what is shown first, what a plan needs beside it, and the rest. A screen asks for
 * no more than what comes with it, so that the list of plans does not wait for words that it does not show.
 */
import type { nlFirst } from './nl/first.ts'
import type { nlMore } from './nl/more.ts'
import type { nlPlan } from './nl/plan.ts'

export type FirstCopy = typeof nlFirst
export type PlanCopy = FirstCopy & typeof nlPlan
export type Copy = PlanCopy & typeof nlMore

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
export const joinWords = <A extends Parts, B extends Parts>(some: A, others: B): A & B => {
  const joined: Record<string, unknown> = { ...some }
  for (const [subject, words] of Object.entries(others)) {
    const known = joined[subject]
    joined[subject] = isSubject(known) && isSubject(words) ? { ...known, ...words } : words
  }
  return joined as A & B
}

const isSubject = (words: unknown): words is object => typeof words === 'object' && words !== null
