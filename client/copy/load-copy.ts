/**
 * Loads the words of a language, layer by layer. What is shown first comes with the app in Dutch, and every other layer with the
 * screens that wait for it.
 */
import type { Language, Layer } from './languages.ts'
import { nlFirst } from './nl/first.ts'

/** Some words of a language: its subjects by name. */
export type Words = Readonly<Record<string, unknown>>
type Loads = Readonly<Record<Layer, () => Words | Promise<Words>>>

const NONE = (): Words => ({})
const LOADS: Readonly<Record<Language, Loads>> = {
  nl: {
    first: () => nlFirst,
    aside: async () => (await import('./nl/aside.ts')).nlAside,
    plan: async () => (await import('./nl/plan.ts')).nlPlan,
    more: async () => (await import('./nl/more.ts')).nlMore,
  },
  en: {
    first: async () => (await import('./en/first.ts')).enFirst,
    aside: async () => (await import('./en/aside.ts')).enAside,
    plan: async () => (await import('./en/plan.ts')).enPlan,
    more: async () => (await import('./en/more.ts')).enMore,
  },
  pseudo: { first: async () => (await import('./pseudo.ts')).pseudo, aside: NONE, plan: NONE, more: NONE },
}

export const loadCopy = async (language: Language, layer: Layer): Promise<Words> => LOADS[language][layer]()
