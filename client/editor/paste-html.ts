/**
 * What is pasted from elsewhere, before ProseMirror reads it. The page's policy blocks every inline style and handler, also where
 * it is only read, reports it, and takes it out of reach; so they are laid aside under other names, where the schema still finds
 * what was bold or italic.
 */
import { isSafeLink } from '#domain/document/links.ts'

const LAID_ASIDE = 'data-style'

/** Inside tags only: a sentence about style="…" is a sentence. What a style sheet holds is raw text under any such name. */
const layStylesAside = (html: string): string =>
  html
    .replaceAll(/<(\/?)style\b/gi, '<$1xmp')
    .replaceAll(/<base\b/gi, '<wbr')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(["'\s/])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))

/** What the schema reads, and what tells one block from the next. Of all else the words are kept. */
const KEPT =
  /^(?:a|article|aside|b|blockquote|br|dd|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|li|ol|p|pre|section|span|strong|table|tbody|td|tfoot|th|thead|tr|ul)$/i
/** Where not even the words are meant for readers. */
const DROPPED =
  /^(?:head|iframe|math|noembed|noframes|noscript|object|plaintext|script|select|style|svg|template|textarea|title|xmp)$/i
const ATTRIBUTES = [LAID_ASIDE, 'data-pm-slice', 'start'] // of an own copy: how it was cut out
const EMPTY = /^(?:br|hr)$/i

/** Written anew from what a parser found that runs nothing: no tag and no attribute comes through that is not named here. */
export const cleanPaste = (html: string): string => {
  const { body } = new DOMParser().parseFromString(layStylesAside(html), 'text/html')
  const walker = document.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    ({ nodeType, nodeName }) => {
      if (nodeType === Node.TEXT_NODE || KEPT.test(nodeName)) return NodeFilter.FILTER_ACCEPT
      return DROPPED.test(nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
    },
  )
  return writeChildren(walker)
}

/** By the walker alone: in a form, a field called `childNodes` stands in the way of its children. */
const writeChildren = (walker: TreeWalker): string => {
  let html = ''
  let node = walker.firstChild()
  if (node === null) return html
  while (node !== null) {
    html += node instanceof Element ? writeElement(node, walker) : escape(node.nodeValue ?? '')
    node = walker.nextSibling()
  }
  walker.parentNode()
  return html
}

const writeElement = (element: Element, walker: TreeWalker): string => {
  const href = element.getAttribute('href') ?? ''
  const kept = ATTRIBUTES.map((name) => [name, element.getAttribute(name)] as const)
  const attributes = [...kept, ['href', isSafeLink(href) ? href : null] as const]
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escape(value)}"`))
    .join('')
  const name = element.nodeName.toLowerCase()
  return EMPTY.test(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${writeChildren(walker)}</${name}>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')

/** A mark by its element, unless its style says otherwise (Google Docs wraps whole documents in a `<b>` that is not bold), or by style alone. */
export const markRules = (tags: string, on: RegExp, off: RegExp) => [
  ...tags
    .split(' ')
    .map((tag) => ({ tag, getAttrs: (element: HTMLElement) => (off.test(styleOf(element)) ? false : null) })),
  { tag: `span[${LAID_ASIDE}]`, getAttrs: (element: HTMLElement) => (on.test(styleOf(element)) ? null : false) },
]

const styleOf = (element: HTMLElement): string => element.getAttribute(LAID_ASIDE) ?? ''
