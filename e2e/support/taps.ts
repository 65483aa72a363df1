/** What a task asks of somebody with a phone: taps of a finger and screens, counted and printed beside the aim. */
import type { Locator, Page, TestInfo } from '@playwright/test'
import { expect } from '@playwright/test'

export type Counted = {
  /** Brings it into view, as a thumb does, and taps. */
  tap(one: Locator): Promise<void>
  /** Types where the focus is; a field without it is tapped first. */
  type(field: Locator, text: string): Promise<void>
  /** Opens the system's own choice of a day and chooses one there: two taps. */
  day(field: Locator, day: string): Promise<void>
  /** Prints both counts and holds the aim. */
  tell(task: string, aim: number): void
}

const screenOf = (address: string): string => new URL(address).hash.split('?')[0] ?? ''

/** Counts from now on. */
export const countTaps = (page: Page, words: Set<string>, info: TestInfo): Counted => {
  let taps = 0
  let screens = 1
  let last = screenOf(page.url())
  page.on('framenavigated', (frame) => {
    const now = screenOf(frame.url())
    if (frame !== page.mainFrame() || now === last) return
    last = now
    screens += 1
  })
  const tap = async (one: Locator): Promise<void> => {
    await one.scrollIntoViewIfNeeded()
    taps += 1
    await one.tap()
  }
  return {
    tap,
    async type(field, text) {
      words.add(text)
      await expect(field).toBeVisible()
      if (!(await field.evaluate((element) => element === document.activeElement))) await tap(field)
      await expect(field).toBeFocused()
      await page.keyboard.insertText(text)
    },
    async day(field, day) {
      await tap(field)
      taps += 1
      await field.fill(day)
    },
    tell(task, aim) {
      const said = `${task}: ${taps} taps on ${screens} screens (aim ${aim})`
      console.log(said)
      info.annotations.push({ type: 'taps', description: said })
      expect(taps, said).toBeLessThanOrEqual(aim)
    },
  }
}
