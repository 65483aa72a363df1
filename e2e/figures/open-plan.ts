/**
 * Figure 7: opening a plan of five years from this device's copy, offline, with the app from the service worker, on a
 * slowed CPU. From the address until the first goal can be read on the overview, as it was last seen or in the plan itself,
 * until the plan is there and can be written in, and until a tap is answered; compared with an empty plan, which shows the app's
 * own share.
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

type Moments = { readonly readable: number; readonly editable: number }

/** Records when a text is first drawn, and when the plan itself draws it, in ms since the address was entered. */
const watchFor = async (page: Page, text: string): Promise<void> => {
  await page.addInitScript((wanted) => {
    let readable: number | null = null
    const look = (): void => {
      const isDrawn = document.body?.textContent?.includes(wanted) === true
      if (isDrawn) readable ??= performance.now()
      if (isDrawn && document.querySelector('[data-seen-last]') === null)
        Object.assign(window, { moments: { readable, editable: performance.now() } })
      else requestAnimationFrame(look)
    }
    look()
  }, text)
}

type Visits = Readonly<Record<'readable' | 'editable' | 'free', readonly number[]>>
/** A page that is left sooner keeps nothing of what it has shown. */
const SEEN_MS = 2_500

const visit = async (context: BrowserContext, address: string, text: string): Promise<Visits> => {
  const visits = { readable: [] as number[], editable: [] as number[], free: [] as number[] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: round === 0 ? 1 : SLOWED }) // the first round warms up
    await watchFor(page, text)
    await page.goto(address)
    await page.waitForFunction(() => Reflect.has(window, 'moments'), undefined, { timeout: 60_000 })
    const { readable, editable } = (await page.evaluate(() => Reflect.get(window, 'moments'))) as Moments
    const idle = await page.evaluate(
      () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    )
    if (round === 0) await page.waitForTimeout(SEEN_MS)
    await page.close()
    if (round === 0) continue
    visits.readable.push(readable)
    visits.editable.push(editable)
    visits.free.push(idle)
  }
  return visits
}

const middle = (times: readonly number[]): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(0)

const say = (name: string, { readable, editable, free }: Visits): string =>
  `${name}: readable after ${middle(readable)} ms, editable after ${middle(editable)} ms, free for a tap after ` +
  `${middle(free)} ms (median of ${ROUNDS}; readable ${list(readable)}; editable ${list(editable)})`
const list = (times: readonly number[]): string => times.map((time) => time.toFixed(0)).join(', ')

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
