/**
 * Figure 7: opening a plan of five years from this device's copy, offline, with the app from the service worker, on a
 * slowed CPU. From the address to the first goal on the overview, and until a tap is answered; compared with an empty plan,
 * which shows the app's own share.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { CHECK_INS, FIRST_OPEN_GOAL, GOALS, makeFiveYears, TEXT_EDITS } from './five-years.ts'

/** A phone with 2 GB compared to a laptop (quality.md, figure 7). */
const SLOWED = 4
const ROUNDS = 5
/** A text on the overview of a plan without goals. */
const EMPTY = 'Zo begin je'

/** Stores a document where the app does, as one row, as after trimming. */
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

/** Records when a text is first drawn, in ms since the address was entered. */
const watchFor = async (page: Page, text: string): Promise<void> => {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (document.body?.textContent?.includes(wanted)) Object.assign(window, { shownAt: performance.now() })
      else requestAnimationFrame(look)
    }
    look()
  }, text)
}

type Visits = { readonly shown: readonly number[]; readonly free: readonly number[] }

const visit = async (context: BrowserContext, address: string, text: string): Promise<Visits> => {
  const shown: number[] = []
  const free: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: round === 0 ? 1 : SLOWED }) // the first round warms up
    await watchFor(page, text)
    await page.goto(address)
    await page.waitForFunction(() => Reflect.has(window, 'shownAt'), undefined, { timeout: 60_000 })
    const moment = (await page.evaluate(() => Reflect.get(window, 'shownAt'))) as number
    const idle = await page.evaluate(
      () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    )
    await page.close()
    if (round === 0) continue
    shown.push(moment)
    free.push(idle)
  }
  return { shown, free }
}

const middle = (times: readonly number[]): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(0)

const say = (name: string, { shown, free }: Visits): string =>
  `${name}: shown after ${middle(shown)} ms, free for a tap after ${middle(free)} ms ` +
  `(median of ${ROUNDS}; shown ${shown.map((time) => time.toFixed(0)).join(', ')})`

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
  await page.getByText(EMPTY).first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.close()
  stop()
  await context.setOffline(true)
  const empty = await visit(context, address, EMPTY)
  const home = await context.newPage()
  await home.goto(origin)
  await home.getByText('Mijn plan').first().waitFor()
  await storeCopy(home, plan, makeFiveYears(Date.now()))
  await home.close()
  const full = await visit(context, address, FIRST_OPEN_GOAL)
  const what = `${GOALS} goals and steps, ${CHECK_INS} check-ins, ${TEXT_EDITS} text edits`
  return `Opening a plan, offline, warm, CPU ${SLOWED} × slowed\n${say('  empty', empty)}\n${say(`  ${what}`, full)}`
}
