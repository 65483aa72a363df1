/** Which languages there are, and how to get their words. Dutch comes with the app; the others when asked for. */
import { nl, type Copy } from './nl.ts'

/** `pseudo` is for tests and never offered. */
export const LANGUAGES = ['nl', 'en', 'pseudo'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in its own language, as people look for it. */
export const OFFERED: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'nl', name: 'Nederlands' },
  { language: 'en', name: 'English' },
]

export const parseLanguage = (text: string | null): Language | null =>
  LANGUAGES.find((language) => language === text) ?? null

/** The first language of the browser that we speak; Dutch when there is none. */
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
