/**
 * The longest tasks of the page while somebody types in a long story, on a slowed CPU: whoever types waits for them. Once in a
 * story of 10,000 words, once behind a paste of 300,000 characters.
 */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { beginPlan } from './start.ts'

/** A phone with 2 GB compared to a laptop (quality.md, figure 7). */
const SLOWED = 4
const STORY = '[role=textbox]'
const KEYS = 40
/** ms between two keys, as people type. */
const PAUSE = [233, 410, 287, 371, 319]
const WORDS = 'Ik woon hier nu elf jaar en ken de buurt; op dinsdag komt de buurvrouw koffie drinken.'.split(' ')

/** `words` of them, in paragraphs of about a hundred. */
const makeText = (words: number): string =>
  Array.from({ length: words }, (_, n) => `${WORDS[n % WORDS.length]}${n % 100 === 99 ? '\n\n' : ' '}`).join('')

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    ([selector, plain]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector(selector)?.dispatchEvent(event)
    },
    [STORY, text] as const,
  )

/** Tasks of 50 ms and more, in ms. */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })

const throttle = (devtools: CDPSession, rate: number): Promise<unknown> =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate })

const measure = async (browser: Browser, origin: string, name: string, text: string): Promise<string> => {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const plan = await beginPlan(page, origin)
  await page.goto(`${plan}/story`)
  await page.locator(STORY).click()
  await paste(page, text)
  await page.waitForTimeout(2_000)
  const shown = (await page.locator(STORY).textContent())?.length ?? 0
  await page.reload()
  await page.locator(STORY).click()
  await page.keyboard.press('Control+End')
  const devtools = await context.newCDPSession(page)
  await throttle(devtools, SLOWED)
  await page.waitForTimeout(3_000) // what the opening began is over
  await watchTasks(page)
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
    await page.waitForTimeout(PAUSE[key % PAUSE.length] ?? 0)
  }
  const tasks = ((await page.evaluate(() => Reflect.get(window, 'tasks'))) as number[]).toSorted((a, b) => b - a)
  await context.close()
  const worst = tasks.slice(0, 5).map((ms) => ms.toFixed(0))
  return `  ${name} (${shown} characters): ${tasks.length} tasks of 50 ms or more for ${KEYS} keys; longest ${worst.join(', ') || '–'} ms`
}

export const measureTyping = async (browser: Browser, origin: string): Promise<string> =>
  [
    `Typing in a long story, CPU ${SLOWED} × slowed`,
    await measure(browser, origin, '10,000 words', makeText(10_000)),
    await measure(browser, origin, '300,000 characters', makeText(60_000).slice(0, 300_000)),
  ].join('\n')
