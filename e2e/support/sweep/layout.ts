/**
 * Layout faults of a screen: horizontal scrolling, clipped content, targets that are too small, and focused elements that
 * are hidden.
 */
import type { Page } from '@playwright/test'

/** CSS pixels, product.md rule 8 (WCAG 2.2, 2.5.5 asks the same). */
const SMALLEST_TARGET = 44

/** Runs in the page. An open dialog is all that counts. */
const measure = (smallest: number): readonly string[] => {
  const found: string[] = []
  const root = document.documentElement
  const scope = document.querySelector('[role=alertdialog], [role=dialog]') ?? document.body
  const SLACK = 1.5 // letters and borders are drawn on fractions of pixels
  const name = (element: Element): string =>
    `<${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}> “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`
  const parents = (element: Element): Element[] => {
    const all: Element[] = []
    for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) all.push(at)
    return all
  }
  /** Visible: neither folded away nor for screen readers only. */
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    parents(element).every((parent) => !getComputedStyle(parent).clipPath.startsWith('inset(50%'))

  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')].find(
      (element) => isSeen(element) && element.getBoundingClientRect().right > root.clientWidth + SLACK,
    )
    found.push(`moves sideways, ${root.scrollWidth} in ${root.clientWidth}${widest ? `: ${name(widest)}` : ''}`)
  }

  const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const parent = text.parentElement
    if (parent === null || text.textContent?.trim() === '' || !isSeen(parent) || parent.closest('option')) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
    const holders = parents(parent)
    for (const box of boxes) {
      const stop = holders.findIndex((holder) => {
        const { overflowX, overflowY } = getComputedStyle(holder)
        const edge = holder.getBoundingClientRect()
        const out = {
          x: box.left < edge.left - SLACK || box.right > edge.right + SLACK,
          y: box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK,
        }
        const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
        return (cuts(overflowX) && out.x) || (cuts(overflowY) && out.y)
      })
      const scrolls = holders.some((holder) => ['auto', 'scroll'].includes(getComputedStyle(holder).overflowX))
      if (stop >= 0) found.push(`cut off by ${name(holders[stop] ?? parent)}: ${name(parent)}`)
      else if (!scrolls && (box.left < -SLACK || box.right > root.clientWidth + SLACK))
        found.push(`outside the screen: ${name(parent)}`)
      else continue
      break
    }
  }

  /** The area that a finger may hit: the label of a choice and a stretched link count as a whole. */
  const targetOf = (control: Element): DOMRect => {
    const stretched = getComputedStyle(control, '::after')
    if (stretched.content !== 'none' && stretched.position === 'absolute') {
      const whole = parents(control).find((parent) => getComputedStyle(parent).position !== 'static')
      if (whole !== undefined) return whole.getBoundingClientRect()
    }
    const own = control.getBoundingClientRect()
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
    return labels
      .map((label) => label.getBoundingClientRect())
      .filter(() => control.matches('[type=radio], [type=checkbox]'))
      .reduce((all, box) => {
        const left = Math.min(all.left, box.left)
        const top = Math.min(all.top, box.top)
        return new DOMRect(left, top, Math.max(all.right, box.right) - left, Math.max(all.bottom, box.bottom) - top)
      }, own)
  }
  const isInSentence = (control: Element): boolean =>
    control.localName === 'a' &&
    getComputedStyle(control).display === 'inline' &&
    (control.parentElement?.textContent?.trim() ?? '') !== control.textContent?.trim()
  for (const control of scope.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')) {
    if (!isSeen(control) || isInSentence(control)) continue
    const { width, height } = targetOf(control)
    if (width < smallest - 0.5 || height < smallest - 0.5)
      found.push(`too small to hit, ${Math.round(width)} × ${Math.round(height)}: ${name(control)}`)
  }
  return found
}

/** Runs in the page, after Tab was pressed, so that focus is shown as for keyboard users. */
const focusEach = (): readonly string[] => {
  const found: string[] = []
  /** By what scrolls or hides; up and down one can scroll. */
  const isRingCut = (holder: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineOffset, position } = getComputedStyle(holder)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 || position === 'fixed') return false
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)
    const { left, right } = holder.getBoundingClientRect()
    for (let at = holder.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue
      const box = at.getBoundingClientRect()
      if (at.scrollWidth > at.clientWidth) return false // it scrolls to the side
      if (left - reach < box.left - 1 || right + reach > box.right + 1) return true
    }
    return false
  }
  const scope = document.querySelector('[role=alertdialog], [role=dialog]') ?? document.body
  const before = document.activeElement
  const controls = [...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
  controls.at(-1)?.focus() // focusing what already has focus would not scroll to it
  for (const control of controls) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    control.focus()
    if (document.activeElement !== control) continue // one of a radio group, or behind a dialog
    const box = control.getBoundingClientRect()
    const holders = [control, control.parentElement, control.parentElement?.parentElement, control.closest('li')]
    const name = `<${control.localName}.${control.className}> “${(control.textContent || control.getAttribute('aria-label') || '').trim().slice(0, 40)}”`
    const shows = holders.some((holder) => {
      if (!holder) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(holder)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    if (holders.some((holder) => holder && isRingCut(holder)))
      found.push(`shows only a part of its focus ring: ${name}`)
    if (!shows) found.push(`does not show that it has the focus: ${name}`)
    // A part must be visible (WCAG 2.2, 2.4.11): its middle or one of its quarters.
    const spots = [0.5, 0.25, 0.75].flatMap((x) =>
      [0.5, 0.25, 0.75].map((y) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)),
    )
    const isIt = (at: Element | null): boolean =>
      at !== null && (control.contains(at) || at.contains(control) || at.closest('label')?.control === control)
    const [over] = spots
    if (!spots.some(isIt)) found.push(`has the focus behind ${over ? over.localName : 'the edge'}: ${name}`)
  }
  if (before instanceof HTMLElement) before.focus()
  return found
}

/**
 * Runs in the page. Words that go on in the middle of a line below, as people's long words and addresses may. The browser hyphenates none
 * that is so short (base.css), so that it breaks them only where something leaves a column too little room.
 */
const breakWords = (shortest: number): readonly string[] => {
  const found: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const parent = text.parentElement
    if (
      parent === null ||
      !parent.checkVisibility({ visibilityProperty: true }) ||
      parent.closest('option, .only-heard, .ap-skip:not(:focus)')
    )
      continue
    for (const word of (text.textContent ?? '').matchAll(/(?<!\S)\p{L}+(?=[.,:;?!)”]*(?:\s|$))/gu)) {
      if (word[0].length >= shortest) continue
      const range = document.createRange()
      range.setStart(text, word.index)
      range.setEnd(text, word.index + word[0].length)
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)),
      )
      if (lines.size > 1) found.push(`breaks “${word[0]}”: <${parent.localName}.${parent.className}>`)
    }
  }
  return found
}

/** Runs in the page. What is chosen among others of its kind, and looks like them. */
const compareChosen = (): readonly string[] => {
  const CHOSEN = '[aria-pressed=true], [aria-current]:not([aria-current=false])'
  const look = (element: Element): string => {
    const { backgroundColor, color, borderColor, borderWidth, outlineStyle, fontWeight } = getComputedStyle(element)
    return [backgroundColor, color, borderColor, borderWidth, outlineStyle, fontWeight].join()
  }
  return [...document.querySelectorAll<HTMLElement>(CHOSEN)]
    .filter((chosen) => chosen.checkVisibility({ visibilityProperty: true }))
    .filter((chosen) =>
      [...document.getElementsByClassName(chosen.className)].some(
        (other) => !other.matches(CHOSEN) && other.localName === chosen.localName && look(other) === look(chosen),
      ),
    )
    .map((chosen) => `looks as if it was not chosen: <${chosen.localName}.${chosen.className}> “${chosen.textContent}”`)
}

/** Letters of a word that a browser may hyphenate: `hyphenate-limit-chars` in base.css. */
const HYPHENATED = 12

export const findBrokenWords = (page: Page): Promise<readonly string[]> => page.evaluate(breakWords, HYPHENATED)

export const findChosenTroubles = (page: Page): Promise<readonly string[]> => page.evaluate(compareChosen)

export const findLayoutTroubles = (page: Page): Promise<readonly string[]> => page.evaluate(measure, SMALLEST_TARGET)

export const findFocusTroubles = async (page: Page): Promise<readonly string[]> => {
  await page.keyboard.press('Tab')
  return page.evaluate(focusEach)
}
