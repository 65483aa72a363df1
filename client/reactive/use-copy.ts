/**
 * The reader's language. A signal of one typed object instead of @solid-primitives/i18n: `copy().join.role[role]` is checked by the
 * compiler, unions and all, and jumps to its text in an editor; a dictionary of flattened keys would be neither.
 */
import { createContext, useContext, type Accessor } from 'solid-js'
import type { Language } from '#copy/languages.ts'
import type { Copy } from '#copy/nl.ts'

export type Words = {
  readonly copy: Accessor<Copy>
  readonly language: Accessor<Language>
  readonly setLanguage: (language: Language) => void
}

export const WordsContext = createContext<Words>()

export const useWords = (): Words => {
  const words = useContext(WordsContext)
  if (words === undefined) throw new Error('A screen stands outside WordsContext.')
  return words
}

export const useCopy = (): Accessor<Copy> => useWords().copy
