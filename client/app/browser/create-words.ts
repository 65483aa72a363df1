/** The reader's language: the one chosen on this device, otherwise the one that the browser prefers. */
import { createSignal } from 'solid-js'
import { chooseLanguage, type Language, parseLanguage } from '#copy/languages.ts'
import { type Loaded, loadCopy } from '#copy/load-copy.ts'
import { holdApart } from '#wording/hold-apart.ts'
import type { ChosenLanguage } from '#reactive/use-language.ts'

const SETTING = 'language'

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Resolves when the words are loaded, so that nothing is drawn in the wrong language first. */
export const createWords = async (
  store: Store | null,
  preferred: readonly string[],
  root: Pick<HTMLElement, 'lang' | 'dir'>,
  load: (language: Language) => Promise<Loaded> = loadCopy,
): Promise<ChosenLanguage> => {
  const [chosen, setChosen] = createSignal(parseLanguage(read(store)))
  const first = chosen() ?? chooseLanguage(preferred)
  const [words, setWords] = createSignal(holdApart(await load(first)))
  const apply = () => {
    root.lang = words().copy.locale.slice(0, 2)
    root.dir = words().copy.direction
  }
  apply()

  let wanted = first
  /** The last choice stands, also when the words of an earlier one come later. */
  const change = async (language: Language) => {
    wanted = language
    const loaded = await load(language)
    if (wanted !== language) return
    setWords(holdApart(loaded))
    setChosen(language)
    apply()
    write(store, language)
  }
  return {
    words,
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
