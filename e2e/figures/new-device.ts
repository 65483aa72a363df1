/**
 * Figure 7, second half: joining a plan of five years by its link, on a slowed CPU, in an empty browser that has loaded the
 * app. From the tap on the button until the first goal is shown, and until the whole log is there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import { FIRST_OPEN_GOAL } from './five-years.ts'
import { storeFiveYears } from './five-years-log.ts'
import { startRelay } from './start.ts'

/** A phone with 2 GB compared to a laptop (quality.md, figure 7). */
const SLOWED = 4
const PATIENCE_MS = 300_000

export const measureNewDevice = async (browser: Browser): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'weef-figures-'))
  const { link, items, bytes } = await storeFiveYears(folder, '', Date.now())
  const { origin, stop } = await startRelay(folder)
  const context = await browser.newContext({ locale: 'nl-NL' })
  try {
    const page = await context.newPage()
    await page.goto(`${origin}${link}`)
    const button = page.getByRole('button', { name: 'Doe mee' })
    await button.waitFor()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    const from = performance.now()
    await button.click()
    await page.getByText(FIRST_OPEN_GOAL).first().waitFor({ timeout: PATIENCE_MS })
    const shown = performance.now() - from
    await page.getByText('Gedeeld om').first().waitFor({ timeout: PATIENCE_MS })
    const whole = performance.now() - from
    const history = await measureHistory(page)
    return (
      `Joining a plan of five years, CPU ${SLOWED} × slowed: shown ${shown.toFixed(0)} ms after the tap, ` +
      `all ${items} items (${(bytes / 1e6).toFixed(1)} MB) of the log checked after ${whole.toFixed(0)} ms\n${history}`
    )
  } finally {
    await context.close()
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const HISTORY_ROUNDS = 6

/**
 * The history of that plan, on the same slowed CPU: from the tap until its first lines are shown, and until a tap is answered.
 * Before every second opening something is written.
 */
const measureHistory = async (page: Page): Promise<string> => {
  const ways = page.getByRole('navigation', { name: 'In dit plan' })
  const rounds: string[] = []
  for (let round = 0; round < HISTORY_ROUNDS; round += 1) {
    const went = round % 2 === 0
    if (went) await writeWish(page, ways)
    await ways.getByRole('link', { name: 'Over dit plan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Over dit plan' }).waitFor()
    const from = performance.now()
    await ways.getByRole('link', { name: 'Wat is er veranderd' }).click()
    await page.locator('.hi-line').first().waitFor({ timeout: PATIENCE_MS })
    const shown = performance.now() - from
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 10_000 })))
    rounds.push(`${went ? 'after writing ' : ''}${shown.toFixed(0)}/${(performance.now() - from).toFixed(0)}`)
  }
  return `Its history, CPU ${SLOWED} × slowed, opened ${HISTORY_ROUNDS} times: shown/free for a tap after ${rounds.join(', ')} ms`
}

const writeWish = async (page: Page, ways: Locator): Promise<void> => {
  await ways.getByRole('link', { name: 'Wensen, doelen, stappen' }).click()
  await page.getByRole('button', { name: 'Schrijf een wens op' }).click()
  await page.getByRole('textbox').first().fill('Rust in huis')
  await page.keyboard.press('Enter')
  await page.getByText('Rust in huis').first().waitFor({ timeout: PATIENCE_MS })
  await page.getByText('Gedeeld om').first().waitFor({ timeout: PATIENCE_MS })
}
