/** Keyboard focus: it is visible, and it is always somewhere. The functions that run in the page know nothing of ours. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.ts'

type Stop = {
  readonly name: string
  /** Its number among those that `listStops` found. */
  readonly stop: string | null
  readonly there: boolean
  readonly trouble: string | null
}

/** Runs in the page. The focus ring may still be growing, and the page scrolling: a fault must persist for some frames. */
const lookAtFocus = async (wanted: Element | null): Promise<Stop> => {
  const focused = document.activeElement
  const words = (element: Element): string =>
    (element.getAttribute('aria-label') || element.textContent || element.id || '').trim().slice(0, 40)
  if (focused === null || focused === document.body)
    return { name: 'nothing', stop: null, there: false, trouble: 'nothing has the focus' }
  const name = `<${focused.localName}.${focused.className}> “${words(focused)}”`

  /** Red, green, blue and alpha, each up to 255. */
  const toPixel = (colour: string): readonly number[] => {
    const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour)
    if (plain !== null)
      return plain.slice(1).map((part, index) => (index === 3 ? Number(part ?? 1) * 255 : Number(part)))
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (pen === null) return []
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    return [...pen.getImageData(0, 0, 1, 1).data]
  }
  /** WCAG 2.2, relative luminance. */
  const light = (colour: string): number =>
    toPixel(colour)
      .slice(0, 3)
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  const paperBehind = (element: Element): string => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (toPixel(backgroundColor)[3] === 255) return backgroundColor
    }
    return 'white'
  }
  const hasRing = (holder: Element | null | undefined): boolean => {
    if (!holder) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(holder)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return false
    const [dark = 0, bright = 0] = [light(outlineColor), light(paperBehind(holder))].toSorted((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05) >= 3 // WCAG 2.2, 1.4.11
  }
  const isInSight = (): boolean => {
    const box = (focused.closest('label') ?? focused).getBoundingClientRect()
    const isIt = (at: Element | null): boolean =>
      at !== null && (focused.contains(at) || at.contains(focused) || at.closest('label')?.contains(focused) === true)
    return [0.5, 0.1, 0.9].some((x) =>
      [0.5, 0.1, 0.9].some((y) => isIt(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y))),
    )
  }
  const find = (): string | null => {
    if (focused instanceof HTMLInputElement && focused.type === 'date') return null // the browser shows which part of it
    // A heading takes the focus to be read; it is no control.
    const holders = [focused, focused.parentElement, focused.parentElement?.parentElement, focused.closest('li, label')]
    if (!focused.matches('h1, h2, h3') && !holders.some(hasRing)) return `does not show the focus: ${name}`
    return isInSight() ? null : `has the focus out of sight: ${name}`
  }
  const FRAMES = 30
  let trouble = find()
  for (let frame = 0; trouble !== null && frame < FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame)
    trouble = find()
  }
  return { name, stop: (focused as HTMLElement).dataset['stop'] ?? null, there: focused === wanted, trouble }
}

/** Runs in the page: the elements that Tab must reach, in document order. In a radio group it is the chosen one. */
const listStops = (): readonly string[] => {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]',
    ),
  ]
  const isChosen = (radio: HTMLElement): boolean => {
    if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio') return true
    const group = all.filter((other) => other instanceof HTMLInputElement && other.name === radio.name)
    return radio === (group.find((other) => (other as HTMLInputElement).checked) ?? group[0])
  }
  const reachable = all.filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [inert] *') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      isChosen(element),
  )
  return reachable.map((element, index) => (element.dataset['stop'] = String(index)))
}

const MOST_STOPS = 150 // more Tabs than any screen has stops

/** Walks through a whole page by Tab, from its beginning; returns the faults. */
export const walk = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => {
    const start = document.createElement('span')
    start.tabIndex = -1
    start.className = 'no-print'
    document.body.prepend(start)
    start.focus()
  })
  const wanted = await page.evaluate(listStops)
  const reached: string[] = []
  const troubles: string[] = []
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press('Tab')
    const { name, stop, trouble } = await page.evaluate(lookAtFocus, null)
    if (stop === null || stop === reached[0]) break
    if (stop === reached.at(-1)) continue // a date field has several parts
    if (trouble !== null) troubles.push(trouble)
    if (stop !== wanted[reached.length])
      troubles.push(`Tab comes to ${stop}, not to ${wanted[reached.length]}: ${name}`)
    reached.push(stop)
  }
  if (reached.length < wanted.length) troubles.push(`Tab reaches ${reached.length} of ${wanted.length}`)
  return troubles
}

/** Waits until the focus is somewhere visible. */
export const expectSeenFocus = (one: Person): Promise<void> =>
  expect.poll(async () => (await one.page().evaluate(lookAtFocus, null)).trouble).toBeNull()

/** Presses Tab until the element has the focus; the focus must be visible at every stop. */
export const tabTo = async (one: Person, wanted: Locator, key = 'Tab'): Promise<void> => {
  await expect(wanted).toBeVisible()
  const element = await wanted.elementHandle()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await one.page().keyboard.press(key)
    const { there, trouble, name } = await one.page().evaluate(lookAtFocus, element)
    if (name !== 'nothing') expect(trouble).toBeNull() // the browser's own controls follow after the page
    if (there) return
  }
  throw new Error(`${key} does not reach ${wanted}.`)
}

/** Reaches the element by Tab and presses a key; the focus must then be somewhere, even if the element is gone. */
export const pressOn = async (one: Person, wanted: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(one, wanted)
  await one.page().keyboard.press(key)
  await expectSeenFocus(one)
}
