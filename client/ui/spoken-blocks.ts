/** The blocks of a part of the screen, in document order, as text for a voice. */

export type SpokenBlock = { readonly element: HTMLElement; readonly text: string }

/** Words for the values of fields and choices. */
export type SpokenWords = {
  readonly ticked: string
  readonly unticked: string
  readonly chosen: (what: string) => string
  readonly nothingChosen: string
  /** For an empty field. */
  readonly empty: string
  /** For a day such as 2026-11-22. */
  readonly day: (day: string) => string
}

/** Read as one unit; text outside of them is read with its container. */
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, tr, legend, label, summary, figcaption'
/** Invisible, or read elsewhere. */
const SILENT = '[aria-hidden="true"], [hidden], .no-speech, details:not([open]) > :not(summary), script, style, option'
const PRESSED = 'button, .bt'
const CHOSEN = '[role="group"] > [aria-pressed="true"]'
/** Buttons that are read, because they carry content: a score on the wheel, conflicting values, the chosen one of a row. */
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

/** Safari before 17.4 lacks checkVisibility; folded content is left out there too, by SILENT. */
const isSeen = (element: HTMLElement): boolean => element.checkVisibility?.() ?? true

/** A field's value; ticks and choices are read with their labels. */
const toValue = (field: HTMLElement, words: SpokenWords): string | null => {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? ''
  if (field instanceof HTMLTextAreaElement) return field.value || words.empty
  if (!(field instanceof HTMLInputElement)) return null
  if (field.type === 'text' || field.type === 'time') return field.value || words.empty
  if (field.type === 'date') return field.value ? words.day(field.value) : words.empty
  // Elements whose words are in a block of their own.
  return field.type === 'checkbox' && !field.labels?.[0]?.textContent?.trim() ? toTick(field, words) : null
}

const toTick = ({ checked }: HTMLInputElement, words: SpokenWords): string => (checked ? words.ticked : words.unticked)

/** The words of a block with its state. */
const toWhole = (block: HTMLElement, parts: readonly string[], words: SpokenWords): string => {
  const choice = choiceOf(block)
  const group = block.closest('fieldset')
  const text = toLine(parts.join(block.localName === 'tr' ? ', ' : choice?.type === 'radio' ? '. ' : ' '))
  if (choice !== null && group === null) return `${text}: ${toTick(choice, words)}`
  if (choice?.checked || block.matches(CHOSEN)) return words.chosen(text)
  const isOpen = block.localName === 'legend' && group?.querySelector(CHOICE) && !isMade(group)
  return isOpen ? `${text}: ${words.nothingChosen}` : text
}

/** Once an option is chosen, only that one is read; the others only while none is. */
const isPassedOver = (block: HTMLElement): boolean => {
  const choice = choiceOf(block)
  return choice !== null && !choice.checked && isMade(choice.closest('fieldset'))
}

const CHOICE = 'input[type="radio"], input[type="checkbox"]'

/** The check box or radio button that this text labels. */
const choiceOf = (block: HTMLElement): HTMLInputElement | null => {
  const control = block instanceof HTMLLabelElement ? block.control : null
  return control instanceof HTMLInputElement && control.matches(CHOICE) ? control : null
}

const isMade = (group: Element | null): boolean => (group?.querySelector('input:checked') ?? null) !== null

const toLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ · /g, ', ') // some voices speak the dot
    .replace(/ ([.,:;!?])/g, '$1')
    .trim()
