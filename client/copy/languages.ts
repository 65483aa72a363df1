/** The languages, and how to load their words. Dutch comes with the app; the others are fetched when chosen. */
import { nl, type Copy } from './nl.ts'

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

export const loadCopy = async (language: Language): Promise<Copy> => {
  switch (language) {
    case 'nl':
      return nl
    case 'en':
      return (await import('./en.ts')).en
    case 'pseudo':
      return (await import('./pseudo.ts')).createPseudo(nl)
  }
}
