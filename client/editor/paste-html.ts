/**
 * What is pasted from elsewhere, before ProseMirror reads it. The page's policy blocks every inline style, reports it, and takes
 * it out of reach; so styles are laid aside under another name, where the schema still finds what was bold or italic.
 */
const LAID_ASIDE = 'data-style'

/** Inside tags only: a sentence about style="…" is a sentence. */
export const layStylesAside = (html: string): string =>
  html
    .replaceAll(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(["'\s])style(\s*=)/gi, `$1${LAID_ASIDE}$2`))

/** A mark by its element, unless its style says otherwise (Google Docs wraps whole documents in a `<b>` that is not bold), or by style alone. */
export const markRules = (tags: string, on: RegExp, off: RegExp) => [
  ...tags
    .split(' ')
    .map((tag) => ({ tag, getAttrs: (element: HTMLElement) => (off.test(styleOf(element)) ? false : null) })),
  { tag: `span[${LAID_ASIDE}]`, getAttrs: (element: HTMLElement) => (on.test(styleOf(element)) ? null : false) },
]

const styleOf = (element: HTMLElement): string => element.getAttribute(LAID_ASIDE) ?? ''
