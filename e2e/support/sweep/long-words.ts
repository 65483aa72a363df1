/** What people wrote, as long as one word can be: a name without a space, an insurance, an address. */
import type { Page } from '@playwright/test'

const LONG_NAME = 'Hubertusblaineviiwolfeschlegelsteinhause' // 40 letters, the most of a name
const LONG_WORDS = `Arbeidsongeschiktheidsverzekeringsmaatschappij https://www.mijngemeente.nl/inwoners/zorg-en-ondersteuning/wmo-aanvragen`

type Words = { readonly typed: readonly string[]; readonly name: string; readonly words: string }
type Stretched = { stretched?: [text: Text, before: string][] }

/** Runs in the page. Texts that people's words stand in alone become long words; where they stand among others, they become one. */
const stretch = ({ typed, name, words }: Words): void => {
  const all: [Text, string][] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    const parent = text.parentElement
    // An editor would take it for typing, and a spoke has its own place for its name.
    if (parent === null || text.data.trim() === '' || parent.closest('[contenteditable], script, style, .wh-words'))
      continue
    const among = typed.reduce((line, word) => line.replaceAll(word, name), text.data)
    const long = parent.closest('[translate=no]') === null ? among : words
    if (long !== text.data) all.push([text, text.data])
    text.data = long
  }
  ;(window as Stretched).stretched = all
}
const restore = (): void => {
  for (const [text, before] of (window as Stretched).stretched ?? []) text.data = before
}

/** What `look` finds while every word of people is long. */
export const withLongWords = async (
  page: Page,
  typed: Iterable<string>,
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  // Shorter ones are parts of the app's own words, and the longest come first.
  const known = [...typed].filter(({ length }) => length > 2).toSorted((a, b) => b.length - a.length)
  await page.evaluate(stretch, { typed: known, name: LONG_NAME, words: LONG_WORDS })
  const found = await look()
  await page.evaluate(restore)
  return found
}
