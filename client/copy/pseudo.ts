/** A pseudo language for tests, longer than Dutch and right-to-left. Text that appears untouched did not come from copy/. */
import type { Copy } from './languages.ts'
import { nl } from './nl.ts'

const ACCENTED: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ú',
  A: 'Á',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Ú',
  n: 'ñ',
  w: 'ŵ',
  c: 'ç',
}
const LENGTHENED_BY = 0.35 // translations of short interface texts grow by about a third (W3C, "Text size in translation")

export const toPseudo = (text: string): string => {
  if (text === '') return text
  const accented = text.replaceAll(/[aeiouAEIOUnwc]/g, (letter) => ACCENTED[letter] ?? letter)
  return `⟦${accented}${' ñö'.repeat(Math.ceil((text.length * LENGTHENED_BY) / 3))}⟧`
}

/** Maps strings and the results of functions; dates and counts stay the same. */
const map = (part: unknown): unknown => {
  if (typeof part === 'string') return toPseudo(part)
  if (typeof part === 'function')
    return (...values: readonly unknown[]) => map((part as (...values: readonly unknown[]) => unknown)(...values))
  if (Array.isArray(part)) return part.map(map)
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, map(value)]))
  return part
}

/** For words from elsewhere, such as an instrument pack. */
export const mapWords = <Words>(words: Words): Words => map(words) as Words

export const createPseudo = (copy: Copy): Copy => ({
  ...(map(copy) as Copy),
  locale: copy.locale,
  direction: 'rtl',
})

export const pseudo = createPseudo(nl)
