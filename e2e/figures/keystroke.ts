/**
 * Figure 6: the time until a keystroke in one browser is visible in another: two real Chromiums on loopback, the built app
 * and a real relay.
 */
import type { Browser, Page } from '@playwright/test'
import { beginPlan, invite } from './start.ts'

/** ms between two keys: 2 to 4 a second, as people type, and out of step with the batches of 150 ms. */
const PAUSE = [233, 410, 287, 371, 319]
const STORY = '[role=textbox]'

/** The time of the last key, by the clock that both pages share, in ms. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate((story) => {
    const seen: number[] = []
    Object.assign(window, { pressed: seen })
    document
      .querySelector(story)
      ?.addEventListener('keydown', () => seen.push(performance.timeOrigin + performance.now()))
  }, STORY)

/** The time at which each further character is drawn. */
const watchText = (page: Page): Promise<void> =>
  page.evaluate((story) => {
    const drawn: number[] = []
    Object.assign(window, { drawn })
    const text = document.querySelector(story)
    const length = (): number => (text?.textContent?.match(/x/g) ?? []).length
    const look = (): void => {
      const now = performance.timeOrigin + performance.now()
      while (drawn.length < length()) drawn.push(now)
    }
    if (text !== null) new MutationObserver(look).observe(text, { characterData: true, childList: true, subtree: true })
  }, STORY)

const percentile = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0)

export const measureKeys = async (browser: Browser, origin: string, keys: number): Promise<string> => {
  const open = async (): Promise<Page> => (await browser.newContext({ locale: 'nl-NL' })).newPage()
  const [worker, resident] = [await open(), await open()]
  const plan = await beginPlan(worker, origin)
  const link = await invite(worker, plan)
  await worker.goto(`${plan}/story`)
  await resident.goto(link)
  await resident.getByRole('button', { name: 'Doe mee' }).click()
  await resident
    .getByRole('navigation')
    .getByRole('link', { name: /verhaal/i })
    .first()
    .click()
  await resident.waitForSelector(STORY)
  await resident.locator(STORY).click()
  await worker.locator(STORY).click()
  await worker.getByText('Gedeeld om').first().waitFor()
  await watchKeys(worker)
  await watchText(resident)
  for (let key = 0; key < keys; key++) {
    await worker.keyboard.press('x')
    await worker.waitForTimeout(PAUSE[key % PAUSE.length] ?? 0)
  }
  await resident.waitForFunction((count) => (Reflect.get(window, 'drawn') as number[]).length >= count, keys)
  const pressed = (await worker.evaluate(() => Reflect.get(window, 'pressed'))) as number[]
  const drawn = (await resident.evaluate(() => Reflect.get(window, 'drawn'))) as number[]
  const delays = drawn.map((moment, index) => moment - (pressed[index] ?? moment)).toSorted((a, b) => a - b)
  return `keystroke to peer, ${keys} keys: p50 ${percentile(delays, 0.5)} ms, p99 ${percentile(delays, 0.99)} ms, most ${percentile(delays, 1)} ms`
}
