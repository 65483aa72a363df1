/** What is wrong with a typed card, in the reader's words. */
import type { Copy } from '#copy/languages.ts'
import type { CardFault } from '#ports/own-keys.ts'

export const toFaultWords = (copy: Copy, fault: CardFault | null): string | undefined => {
  const words = copy.card.fault
  switch (fault?.name) {
    case undefined:
      return undefined
    case 'empty':
      return words.empty()
    case 'character':
      return words.character(fault)
    case 'group':
      return words.group(fault)
    case 'length':
      return words.length(fault)
    case 'check':
      return words.check()
  }
}
