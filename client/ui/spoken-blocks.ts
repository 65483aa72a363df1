/** What there is to read aloud in a part of the screen: its blocks in the order they stand in, as a voice should say them. */

export type SpokenBlock = { readonly element: HTMLElement; readonly text: string }

/** How it is said what a field holds and what was chosen. */
export type SpokenWords = {
  readonly ticked: string
  readonly unticked: string
  readonly chosen: (what: string) => string
  readonly nothingChosen: string
  /** A field without anything in it. */
  readonly empty: string
  /** A day such as 2026-11-22. */
  readonly day: (day: string) => string
}

/** Read in one go; text outside of them is read with what holds it. */
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, tr, legend, label, summary, figcaption'
/** Not seen, or said elsewhere. */
const SILENT = '[aria-hidden="true"], [hidden], .no-speech, details:not([open]) > :not(summary), script, style, option'
const PRESSED = 'button, .bt'
const CHOSEN = '[role="group"] > [aria-pressed="true"]'
/** Can be pressed and yet has something to tell: a score on the wheel, what two people set at once, what was chosen out of a row. */
const TELLING = `.wh-tap, .cw .bt, ${CHOSEN}`

export const toSpokenBlocks = (root: HTMLElement, words: SpokenWords): readonly SpokenBlock[] => {
  const blocks = new Map<HTMLElement, string[]>()
  const add = (block: HTMLElement, text: string): void => void blocks.set(block, [...(blocks.get(block) ?? []), text])
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node instanceof HTMLElement ? node : node.parentElement
    if (holder === null || isSilent(holder)) continue
    if (node instanceof HTMLElement) {
      const value = toValue(node, words)
      if (value !== null && isSeen(node)) add((node.localName === 'select' && node.closest('tr')) || node, value)
      continue
    }
    const block = holder.closest<HTMLElement>(`${BLOCKS}, ${TELLING}`) ?? holder
    if (node.nodeValue?.trim() && !holder.matches('textarea') && isSeen(block) && !isPassedOver(block))
      add(block, node.nodeValue)
  }
  return [...blocks]
    .map(([element, parts]) => ({ element, text: toWhole(element, parts, words) }))
    .filter(({ text }) => text !== '')
}

const isSilent = (element: HTMLElement): boolean =>
  element.closest(SILENT) !== null || (element.closest(PRESSED) !== null && element.closest(TELLING) === null)

/** Older browsers cannot tell (Safari before 17.4); what is folded away is left out there too, by SILENT. */
const isSeen = (element: HTMLElement): boolean => element.checkVisibility?.() ?? true

/** What stands in a field; a tick or a choice is said with its words. */
const toValue = (field: HTMLElement, words: SpokenWords): string | null => {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? ''
  if (field instanceof HTMLTextAreaElement) return field.value || words.empty
  if (!(field instanceof HTMLInputElement)) return null
  if (field.type === 'text') return field.value || words.empty
  if (field.type === 'date') return field.value ? words.day(field.value) : words.empty
  // Whose words stand in a block of their own.
  return field.type === 'checkbox' && !field.labels?.[0]?.textContent?.trim() ? toTick(field, words) : null
}

const toTick = ({ checked }: HTMLInputElement, words: SpokenWords): string => (checked ? words.ticked : words.unticked)

/** The words of a block with how it stands. */
const toWhole = (block: HTMLElement, parts: readonly string[], words: SpokenWords): string => {
  const choice = choiceOf(block)
  const group = block.closest('fieldset')
  const text = toLine(parts.join(block.localName === 'tr' ? ', ' : choice?.type === 'radio' ? '. ' : ' '))
  if (choice !== null && group === null) return `${text}: ${toTick(choice, words)}`
  if (choice?.checked || block.matches(CHOSEN)) return words.chosen(text)
  const isOpen = block.localName === 'legend' && group?.querySelector(CHOICE) && !isMade(group)
  return isOpen ? `${text}: ${words.nothingChosen}` : text
}

/** Once something is chosen, that is what is told; what was not chosen only while nothing is. */
const isPassedOver = (block: HTMLElement): boolean => {
  const choice = choiceOf(block)
  return choice !== null && !choice.checked && isMade(choice.closest('fieldset'))
}

const CHOICE = 'input[type="radio"], input[type="checkbox"]'

/** The tick or the choice that these are the words of. */
const choiceOf = (block: HTMLElement): HTMLInputElement | null => {
  const control = block instanceof HTMLLabelElement ? block.control : null
  return control instanceof HTMLInputElement && control.matches(CHOICE) ? control : null
}

const isMade = (group: Element | null): boolean => (group?.querySelector('input:checked') ?? null) !== null

const toLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ · /g, ', ') // some voices say the dot
    .replace(/ ([.,:;!?])/g, '$1')
    .trim()
