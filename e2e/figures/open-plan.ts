/**
 * Figure 7: a plan of five years is opened from this device's own copy, offline, with the app as the service worker keeps it,
 * on a slowed CPU. From the address to the first goal on the overview, and until a tap is answered.
 */
import type { Browser, Page } from '@playwright/test'
import { CHECK_INS, FIRST_OPEN_GOAL, GOALS, makeFiveYears, TEXT_EDITS } from './five-years.ts'

/** A 2 GB phone against a laptop (quality.md, figure 7). */
const SLOWED = 4
const ROUNDS = 5

/** Puts a document where the app keeps it, as one row, as its trimming leaves it. */
const storeCopy = (page: Page, plan: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    async ([name, text]) => {
      const row = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
      await new Promise((resolve) => {
        const transaction = database.transaction('updates', 'readwrite')
        transaction.objectStore('updates').add(row)
        transaction.addEventListener('complete', resolve)
      })
      database.close()
    },
    [`weef-plan-${plan}`, Buffer.from(bytes).toString('base64')] as const,
  )

/** Notes when a text is first drawn, in ms since the address was entered. */
const watchFor = async (page: Page, text: string): Promise<void> => {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (document.body?.textContent?.includes(wanted)) Object.assign(window, { shownAt: performance.now() })
      else requestAnimationFrame(look)
    }
    look()
  }, text)
}

export const measureOpening = async (browser: Browser, origin: string, stop: () => void): Promise<string> => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByText('Maak een plan').first().click()
  await page.getByText('Voor mij').click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL(/#\/plan\/[\w-]+$/)
  const address = page.url()
  const plan = /[\w-]+$/.exec(address)?.[0] ?? ''
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(origin)
  await page.getByText('Mijn plan').first().waitFor()
  await storeCopy(page, plan, makeFiveYears(Date.now()))
  await page.close()
  stop()
  await context.setOffline(true)
  const opened: number[] = []
  const answered: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const visit = await context.newPage()
    const devtools = await context.newCDPSession(visit)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: round === 0 ? 1 : SLOWED }) // the first one warms up
    await watchFor(visit, FIRST_OPEN_GOAL)
    await visit.goto(address)
    await visit.waitForFunction(() => Reflect.has(window, 'shownAt'), undefined, { timeout: 60_000 })
    const shown = (await visit.evaluate(() => Reflect.get(window, 'shownAt'))) as number
    const free = await visit.evaluate(
      () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    )
    await visit.close()
    if (round === 0) continue
    opened.push(shown)
    answered.push(free)
  }
  const middle = (times: readonly number[]): string =>
    (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(0)
  return (
    `a plan with ${GOALS} goals and steps, ${CHECK_INS} check-ins, ${TEXT_EDITS} text edits, offline, warm, ` +
    `CPU ${SLOWED} × slowed: shown after ${middle(opened)} ms, free for a tap after ${middle(answered)} ms ` +
    `(median of ${ROUNDS}; shown: ${opened.map((time) => time.toFixed(0)).join(', ')})`
  )
}
