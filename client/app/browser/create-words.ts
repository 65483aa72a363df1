/** The reader's language: the one chosen on this device, otherwise the one that the browser prefers. */
import { createSignal } from 'solid-js'
import { chooseLanguage, loadCopy, parseLanguage, type Language } from '#copy/languages.ts'
import type { ChosenLanguage } from '#reactive/use-copy.ts'

const SETTING = 'language'

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Resolves when the words are loaded, so that nothing is drawn in the wrong language first. */
export const createWords = async (
  store: Store | null,
  preferred: readonly string[],
  root: Pick<HTMLElement, 'lang' | 'dir'>,
): Promise<ChosenLanguage> => {
  const [chosen, setChosen] = createSignal(parseLanguage(read(store)))
  const first = chosen() ?? chooseLanguage(preferred)
  const copyOfFirst = await loadCopy(first)
  const [words, setWords] = createSignal({ language: first, copy: copyOfFirst })
  const apply = () => {
    root.lang = words().copy.locale.slice(0, 2)
    root.dir = words().copy.direction
  }
  apply()

  const change = async (language: Language) => {
    const copy = await loadCopy(language)
    setWords({ language, copy })
    setChosen(language)
    apply()
    write(store, language)
  }
  return {
    copy: () => words().copy,
    language: () => words().language,
    chosen,
    setLanguage: (language) => void change(language),
  }
}

/** A store that refuses only loses the choice. */
const read = (store: Store | null): string | null => {
  try {
    return store?.getItem(SETTING) ?? null
  } catch {
    return null
  }
}

const write = (store: Store | null, language: Language): void => {
  try {
    store?.setItem(SETTING, language)
  } catch {
    // Private browsing: the choice lasts until the page closes.
  }
}
