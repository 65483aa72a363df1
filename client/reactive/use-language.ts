/**
 * The reader's language. A signal of one typed object instead of @solid-primitives/i18n: `copy().join.role[role]` is checked by the
 * compiler, unions and all, and jumps to its text in an editor; a dictionary of flattened keys would be neither.
 */
import { createContext, untrack, useContext, type Accessor } from 'solid-js'
import type { Copy, FirstCopy, Language, Layer } from '#copy/languages.ts'

export type ChosenLanguage = {
  /** The words that are here, in one language; those of a later layer once it has come. */
  readonly copy: Accessor<FirstCopy>
  readonly language: Accessor<Language>
  /** Chosen on this device; `null`: it follows the browser. */
  readonly chosen: Accessor<Language | null>
  /** Resolves to whether it is shown now: another may have been chosen meanwhile. Rejects, and changes nothing, where its words cannot be fetched. */
  readonly setLanguage: (language: Language) => Promise<boolean>
  readonly has: (layer: Layer) => boolean
  /** Resolves once the words of a layer are here; rejects where they cannot be fetched. */
  readonly fetch: (layer: Layer) => Promise<void>
}

export const LanguageContext = createContext<ChosenLanguage>()

export const useLanguage = (): ChosenLanguage => {
  const words = useContext(LanguageContext)
  if (words === undefined) throw new Error('A screen stands outside LanguageContext.')
  return words
}

export const useFirstCopy = (): Accessor<FirstCopy> => useLanguage().copy

/** For screens that come after these words (with-words.tsx). */
export const useLayer = <Words extends FirstCopy>(layer: Layer): Accessor<Words> => {
  const { copy, has } = useLanguage()
  if (!untrack(() => has(layer))) throw new Error(`A screen does not wait for its words: ${layer}.`)
  return copy as Accessor<Copy & Words>
}
