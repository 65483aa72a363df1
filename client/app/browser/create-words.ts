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

const FIRST: ReadonlySet<Layer> = new Set(['first'])

type Shown = { readonly language: Language; readonly layers: ReadonlySet<Layer>; readonly copy: Copy }

/**
 * Resolves when the words that are shown first are loaded, so that nothing is drawn in the wrong language first. Dutch comes with the
 * app: who cannot have their own language now can go on, and has it the next time.
 */
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
  /** Words that come later change none that are on the screen: only another language is told. */
  let shown = await loadAll(chosen() ?? chooseLanguage(preferred), FIRST).catch(() => loadAll('nl', FIRST))
  const [language, setLanguage] = createSignal(shown.language)
  const apply = () => {
    root.lang = shown.copy.locale.slice(0, 2)
    root.dir = shown.copy.direction
  }
  apply()

  let wanted = shown.language
  /** Of the language that is wanted. */
  let asked: ReadonlySet<Layer> = shown.layers
  /** All that is asked for, in one language: what is asked for meanwhile is waited for too, and so comes in no other. */
  const show = async (): Promise<void> => {
    for (;;) {
      const [next, layers] = [wanted, asked]
      const isThere = (): boolean => shown.language === next && [...layers].every((layer) => shown.layers.has(layer))
      const loaded = isThere() ? null : await loadAll(next, layers)
      if (next !== wanted || layers !== asked) continue
      if (loaded !== null && !isThere()) shown = loaded
      setLanguage(shown.language)
      return apply()
    }
  }
  const change = async (next: Language): Promise<boolean> => {
    wanted = next
    try {
      await show()
    } catch (error) {
      if (wanted === next) wanted = shown.language
      throw error
    }
    if (wanted !== next) return false
    setChosen(next)
    write(store, next)
    return true
  }
  return {
    copy: () => (language(), shown.copy),
    language,
    chosen,
    setLanguage: change,
    has: (layer) => shown.layers.has(layer),
    async fetch(layer) {
      asked = new Set([...asked, ...WITH[layer]])
      try {
        await show()
      } catch (error) {
        asked = shown.layers // so that another screen, or another language, does not fail too
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
