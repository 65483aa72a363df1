/** What there is to read aloud in a part of the screen: its blocks in the order they stand in, as a voice should say them. */

export type SpokenBlock = { readonly element: HTMLElement; readonly text: string }

/** Read in one go; text outside of them is read with what holds it. */
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, tr, legend, label, summary, figcaption'
/** What is only there to be pressed, is not seen, or is said elsewhere. A name on the wheel can be pressed and has a score to tell. */
const SILENT =
  '[aria-hidden="true"], [hidden], .no-speech, details:not([open]) > :not(summary), script, style, button:not(.wh-tap), .bt, select, option'
const FIELDS = 'textarea, input[type="text"]'

export const toSpokenBlocks = (root: HTMLElement): readonly SpokenBlock[] => {
  const blocks = new Map<HTMLElement, string[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node instanceof HTMLElement ? node : node.parentElement
    if (holder === null || holder.closest(SILENT) !== null) continue
    if (node instanceof HTMLElement) {
      if (node.matches(FIELDS) && isSeen(node)) blocks.set(node, [(node as HTMLTextAreaElement).value])
      continue
    }
    const block = holder.closest<HTMLElement>(BLOCKS) ?? holder
    if (node.nodeValue?.trim() && !holder.matches(FIELDS) && isSeen(block) && !isPassedOver(block))
      blocks.set(block, [...(blocks.get(block) ?? []), node.nodeValue])
  }
  return [...blocks]
    .map(([element, parts]) => ({ element, text: toLine(parts.join(element.localName === 'tr' ? ', ' : ' ')) }))
    .filter(({ text }) => text !== '')
}

/** Older browsers cannot tell (Safari before 17.4); what is folded away is left out there too, by SILENT. */
const isSeen = (element: HTMLElement): boolean => element.checkVisibility?.() ?? true

/** Once something is chosen, that is what stands there; what was not chosen is only told while nothing is. */
const isPassedOver = (block: HTMLElement): boolean => {
  const choice = block instanceof HTMLLabelElement ? block.control : null
  if (!(choice instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(choice.type) || choice.checked)
    return false
  return (choice.closest('fieldset')?.querySelector('input:checked') ?? null) !== null
}

const toLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;!?])/g, '$1')
    .trim()
