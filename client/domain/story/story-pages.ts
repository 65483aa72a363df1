/** A long text in pages, for showing some of it at a time. */

/** Letters of a page: a phone draws so many at once. */
export const PAGE = 20_000
/** How far back a page looks for the end of a word. */
const WORD = 200

/** Joined again they are the text. Pages end between words where there are any. */
export const toPages = (text: string): readonly string[] => {
  const pages: string[] = []
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at)
    pages.push(text.slice(at, end))
    at = end
  }
  return pages
}

const endOf = (text: string, at: number): number => {
  const end = at + PAGE
  if (end >= text.length) return text.length
  const space = /\s(?=\S*$)/u.exec(text.slice(end - WORD, end))
  if (space !== null) return end - WORD + space.index + 1
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end // never half a letter
}
