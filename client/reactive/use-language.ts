/**
 * The reader's language. A signal of one typed object instead of @solid-primitives/i18n: `copy().join.role[role]` is checked by the
 * compiler, unions and all, and jumps to its text in an editor; a dictionary of flattened keys would be neither.
 */
import { createContext, useContext, type Accessor } from 'solid-js'
import type { FirstCopy, Language } from '#copy/languages.ts'
import type { Loaded } from '#copy/load-copy.ts'

export type ChosenLanguage = {
  readonly words: Accessor<Loaded>
  readonly copy: Accessor<FirstCopy>
  readonly language: Accessor<Language>
  /** Chosen on this device; `null`: it follows the browser. */
  readonly chosen: Accessor<Language | null>
  readonly setLanguage: (language: Language) => void
}

export const LanguageContext = createContext<ChosenLanguage>()

export const useLanguage = (): ChosenLanguage => {
  const words = useContext(LanguageContext)
  if (words === undefined) throw new Error('A screen stands outside LanguageContext.')
  return words
}

export const useFirstCopy = (): Accessor<FirstCopy> => useLanguage().copy
