/**
 * Loads the words of a language. Dutch comes with the app, in pieces that each screen brings along; the others are fetched whole
 * when chosen.
 */
import type { Copy, FirstCopy, Language } from './languages.ts'
import { nlFirst } from './nl/first.ts'

export type Loaded =
  | { readonly language: 'nl'; readonly copy: FirstCopy }
  | { readonly language: Exclude<Language, 'nl'>; readonly copy: Copy }

export const loadCopy = async (language: Language): Promise<Loaded> => {
  switch (language) {
    case 'nl':
      return { language, copy: nlFirst }
    case 'en':
      return { language, copy: (await import('./en.ts')).en }
    case 'pseudo':
      return { language, copy: (await import('./pseudo.ts')).pseudo }
  }
}
