/** The reader's language: the one chosen on this device, otherwise the one that the browser prefers. */
import { createSignal } from 'solid-js'
import {
  chooseLanguage,
  type Copy,
  joinLayers,
  type Language,
  type Layer,
  LAYERS,
  parseLanguage,
} from '#copy/languages.ts'
import { loadCopy, type Words } from '#copy/load-copy.ts'
import { holdApart } from '#wording/hold-apart.ts'
import type { ChosenLanguage } from '#reactive/use-language.ts'

const SETTING = 'language'

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** What comes with a layer: screens that are opened now and then also say what a plan says. */
const WITH: Readonly<Record<Layer, readonly Layer[]>> = {
  first: ['first'],
  aside: ['aside'],
  plan: ['plan'],
  more: ['aside', 'plan', 'more'],
}

type Shown = { readonly language: Language; readonly layers: ReadonlySet<Layer>; readonly copy: Copy }

/** Resolves when the words that are shown first are loaded, so that nothing is drawn in the wrong language first. */
export const createWords = async (
  store: Store | null,
  preferred: readonly string[],
  root: Pick<HTMLElement, 'lang' | 'dir'>,
  load: (language: Language, layer: Layer) => Promise<Words> = loadCopy,
): Promise<ChosenLanguage> => {
  const [chosen, setChosen] = createSignal(parseLanguage(read(store)))
  const loadAll = async (language: Language, layers: ReadonlySet<Layer>): Promise<Shown> => {
    const parts = await Promise.all(LAYERS.filter((layer) => layers.has(layer)).map((layer) => load(language, layer)))
    return { language, layers, copy: holdApart(joinLayers(parts)) }
  }
  const [shown, setShown] = createSignal(await loadAll(chosen() ?? chooseLanguage(preferred), new Set(['first'])))
  const apply = () => {
    root.lang = shown().copy.locale.slice(0, 2)
    root.dir = shown().copy.direction
  }
  apply()

  let wanted = shown().language
  /** Of the language that is wanted. */
  let asked: ReadonlySet<Layer> = shown().layers
  /** All that is asked for, in one language: what is asked for meanwhile is waited for too, and so comes in no other. */
  const show = async (): Promise<void> => {
    for (;;) {
      const [language, layers] = [wanted, asked]
      const isThere = (): boolean =>
        shown().language === language && [...layers].every((layer) => shown().layers.has(layer))
      const next = isThere() ? null : await loadAll(language, layers)
      if (language !== wanted || layers !== asked) continue
      if (next !== null && !isThere()) setShown(next)
      return apply()
    }
  }
  const change = async (language: Language): Promise<void> => {
    wanted = language
    try {
      await show()
    } catch (error) {
      if (wanted === language) wanted = shown().language
      throw error
    }
    if (wanted !== language) return
    setChosen(language)
    write(store, language)
  }
  return {
    copy: () => shown().copy,
    language: () => shown().language,
    chosen,
    setLanguage: (language) => void change(language),
    has: (layer) => shown().layers.has(layer),
    async fetch(layer) {
      asked = new Set([...asked, ...WITH[layer]])
      try {
        await show()
      } catch (error) {
        asked = shown().layers // so that another screen, or another language, does not fail too
        throw error
      }
    },
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
