/**
 * Sanitises pasted HTML before ProseMirror parses it. The page's policy blocks, reports and strips every inline style and
 * handler, even while parsing; so styles are moved to another attribute, where the schema finds what was bold or italic.
 */
import { isSafeLink } from '#domain/document/links.ts'

const LAID_ASIDE = 'data-style'

/** Only inside tags: style="…" within a sentence is text. The content of a style element is raw text under any name. */
const layStylesAside = (html: string): string =>
  html
    .replaceAll(/<(\/?)style\b/gi, '<$1xmp')
    .replaceAll(/<base\b/gi, '<wbr')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(["'\s/])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))

/** Elements that the schema reads, or that separate blocks. Of all others only the words are kept. */
const KEPT =
  /^(?:a|article|aside|b|blockquote|br|dd|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|li|ol|p|pre|section|span|strong|table|tbody|td|tfoot|th|thead|tr|ul)$/i
/** Elements whose text is not meant for readers. */
const DROPPED =
  /^(?:head|iframe|math|noembed|noframes|noscript|object|plaintext|script|select|style|svg|template|textarea|title|xmp)$/i
const ATTRIBUTES = [LAID_ASIDE, 'data-pm-slice', 'start'] // how a copy from the editor was cut out
const EMPTY = /^(?:br|hr)$/i

/** Serialised anew from a parser that runs nothing: only the tags and attributes named here come through. */
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

/** Through a TreeWalker: in a form, a field named `childNodes` would shadow the property. */
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

/**
 * A mark by its element unless a style contradicts it (Google Docs wraps whole documents in a `<b>` that is not bold), or
 * by a style alone.
 */
export const markRules = (tags: string, on: RegExp, off: RegExp) => [
  ...tags
    .split(' ')
    .map((tag) => ({ tag, getAttrs: (element: HTMLElement) => (off.test(styleOf(element)) ? false : null) })),
  { tag: `span[${LAID_ASIDE}]`, getAttrs: (element: HTMLElement) => (on.test(styleOf(element)) ? null : false) },
]

const styleOf = (element: HTMLElement): string => element.getAttribute(LAID_ASIDE) ?? ''
