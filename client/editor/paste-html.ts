/**
 * Sanitises pasted HTML before ProseMirror parses it. The page's policy blocks, reports and strips every inline style and
 * handler, even while parsing; so styles are moved to another attribute, where the schema finds what was bold or italic.
 */
import { isSafeLink } from '#domain/document/links.ts'
import { toInertHtml } from '#domain/exchange/inert-html.ts'

const LAID_ASIDE = 'data-style'

/** Elements that the schema reads. */
const READ = /^(?:a|b|blockquote|br|div|em|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|ul)$/i
/** Elements that stand on lines of their own, of which the schema's reader knows only some. Of all others only the words are kept. */
const BLOCK =
  /^(?:address|article|aside|caption|center|dd|details|dialog|dl|dt|fieldset|figcaption|figure|footer|header|hgroup|legend|main|nav|optgroup|search|section|summary|table|tbody|td|tfoot|th|thead|tr)$/i
/** Lists that browsers still know by other names. */
const OLD_LIST = /^(?:dir|menu)$/i
const STANDS_APART = /display:\s*(?:block|flex|grid|list-item|table)\b/i
/** Elements whose text is not meant for readers. */
const DROPPED =
  /^(?:head|iframe|math|noembed|noframes|noscript|object|plaintext|script|select|style|svg|template|textarea|title|xmp)$/i
const ATTRIBUTES = [LAID_ASIDE, 'data-pm-slice', 'start'] // how a copy from the editor was cut out
const EMPTY = /^(?:br|hr)$/i

/** Word writes an item of a list as a paragraph that is called so by its style, with the sign before it as words. */
const WORDS_ITEM = /\bmso-list:\s*l\d+\s+level\d/i
const WORDS_SIGN = /\bmso-list:\s*ignore\b/i
/** What stands between two of them, which are one list. */
const BETWEEN_ITEMS = /<\/(ul|ol)>\s*<\1 data-item[^<>]*>/g

const nameOf = ({ nodeName }: Node): string =>
  OLD_LIST.test(nodeName) ? 'ul' : BLOCK.test(nodeName) ? 'div' : nodeName.toLowerCase()

/** Serialised anew from a parser that runs nothing: only the tags and attributes named here come through. `onPicture`: one was left out. */
export const cleanPaste = (html: string, onPicture: () => void = () => {}): string => {
  const page = new DOMParser().parseFromString(toInertHtml(html), 'text/html')
  // By the prototype: a picture named `body` would cover the page's own.
  const body = Document.prototype.querySelector.call(page, 'body')
  if (body === null) return ''
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    const { nodeType, nodeName } = node
    if (nodeType === Node.TEXT_NODE || READ.test(nameOf(node))) return NodeFilter.FILTER_ACCEPT
    return DROPPED.test(nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
  })
  return writeChildren({ walker, onPicture })
}

type Cleaning = { readonly walker: TreeWalker; readonly onPicture: () => void }

/** What is written of each child of where the walker stands. */
const listChildren = <Written>(walker: TreeWalker, write: (node: Node) => Written): readonly Written[] => {
  const written: Written[] = []
  let node = walker.firstChild()
  if (node === null) return written
  while (node !== null) {
    written.push(write(node))
    node = walker.nextSibling()
  }
  walker.parentNode()
  return written
}

const writeChildren = (cleaning: Cleaning): string =>
  listChildren(cleaning.walker, (node) =>
    node instanceof Element ? writeElement(node, cleaning) : escape(node.nodeValue ?? ''),
  )
    .join('')
    .replaceAll(BETWEEN_ITEMS, '')

const writeElement = (element: Element, cleaning: Cleaning): string => {
  if (element.nodeName === 'IMG') return writePicture(element, cleaning)
  if (element.nodeName === 'TR') return writeRow(cleaning)
  const style = element.getAttribute(LAID_ASIDE) ?? ''
  if (WORDS_SIGN.test(style)) return ''
  if (WORDS_ITEM.test(style)) return writeItem(element, cleaning)
  const href = element.getAttribute('href') ?? ''
  const kept = ATTRIBUTES.map((name) => [name, element.getAttribute(name)] as const)
  const attributes = [...kept, ['href', isSafeLink(href) ? href : null] as const]
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escape(value)}"`))
    .join('')
  const name = nameOf(element)
  if (EMPTY.test(name)) return `<${name}${attributes}>`
  const inner = `<${name}${attributes}>${writeChildren(cleaning)}</${name}>`
  return name === 'span' && STANDS_APART.test(style) ? `<div>${inner}</div>` : inner
}

/** Lists in lists become one. */
const writeItem = (item: Element, cleaning: Cleaning): string => {
  const sign = [...item.querySelectorAll(`[${LAID_ASIDE}]`)].find((one) =>
    WORDS_SIGN.test(one.getAttribute(LAID_ASIDE) ?? ''),
  )
  const [, number] = /^\s*(\w+)[.)]/.exec(sign?.textContent ?? '') ?? []
  const list = number === undefined ? 'ul' : 'ol'
  const start = /^\d{1,3}$/.test(number ?? '') ? ` start="${number}"` : ''
  return `<${list} data-item=""${start}><li>${writeChildren(cleaning)}</li></${list}>`
}

/** Chats and mail programs write an emoji as a picture that is called so. */
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3)[\p{M}\p{Cf}\p{Extended_Pictographic}\p{Emoji_Modifier}]*$/u
const writePicture = (picture: Element, { onPicture }: Cleaning): string => {
  const alt = picture.getAttribute('alt') ?? ''
  if (EMOJI.test(alt)) return alt
  onPicture()
  return ''
}

const END = /(?: ?<(?:\/\w+|br)[^<>]*>)+ ?$/i
const LINE = /<(?:\/(?:p|div|h[1-6])|br|hr|li|pre|blockquote)\b/i
const LINE_TAG = /<\/?(?:p|div)\b[^<>]*>/gi
const hasLines = (cell: string): boolean => LINE.test(cell.replaceAll(/\s+/g, ' ').replace(END, ''))

/** The cells of a row side by side on one line, as in the text for the record; cells of several lines below each other. */
const writeRow = ({ walker, onPicture }: Cleaning): string => {
  const cells = listChildren(walker, () => writeChildren({ walker, onPicture })).filter((cell) => cell.trim() !== '')
  return cells.some(hasLines)
    ? cells.map((cell) => `<div>${cell}</div>`).join('')
    : `<p>${cells.map((cell) => cell.replaceAll(LINE_TAG, '')).join(' · ')}</p>`
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
