/** All words of the reader's language. Whoever imports this brings them in Dutch along. */
import type { Accessor } from 'solid-js'
import type { Copy } from '#copy/languages.ts'
import { nl } from '#copy/nl.ts'
import { holdApart } from '#wording/hold-apart.ts'
import { useLanguage } from './use-language.ts'

const dutch = holdApart(nl)

export const useCopy = (): Accessor<Copy> => {
  const { words } = useLanguage()
  return () => {
    const { language, copy } = words()
    return language === 'nl' ? dutch : copy
  }
}
