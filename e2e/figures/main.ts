/**
 * `npm run figures [-- --keys 200]`: a keystroke in one browser until it is visible in the other, both real Chromium,
 * on loopback, through the built app and a real relay (figure 6). With `--plan` instead: opening a plan of five years
 * (figure 7). Prints ms; asserts nothing.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../.ci/chromium.ts'
import { measureOpening } from './open-plan.ts'

const { values } = parseArgs({
  options: { keys: { type: 'string', default: '200' }, plan: { type: 'boolean', default: false } },
})
const KEYS = Number(values.keys)
/** ms between two keys: 2 to 4 a second, as people type; never in step with the batches of 150 ms. */
const PAUSE = [233, 410, 287, 371, 319]
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const startRelay = async (port: number, folder: string) => {
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' }
  const relay = spawn(process.execPath, ['sync-server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => relay.stdout.once('data', resolve))
  return relay
}

const STORY = '[role=textbox]'

/** The last key's moment, by the clock both pages share, in ms. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate((story) => {
    const seen: number[] = []
    Object.assign(window, { pressed: seen })
    document
      .querySelector(story)
      ?.addEventListener('keydown', () => seen.push(performance.timeOrigin + performance.now()))
  }, STORY)

/** The moment each further character is drawn. */
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

const measureKeys = async (): Promise<void> => {
  const open = async (): Promise<Page> => (await browser.newContext({ locale: 'nl-NL' })).newPage()
  const [worker, resident] = [await open(), await open()]
  await worker.goto(`http://localhost:${port}/`)
  await worker.getByText('Maak een plan').first().click()
  await worker.getByText('Voor mij').click()
  await worker.getByRole('button', { name: 'Begin' }).click()
  await worker.waitForURL(/#\/plan\/[\w-]+$/)
  const plan = worker.url()
  await worker.goto(`${plan}/invite`)
  await worker.getByText('Ik stuur een link').click()
  await worker.getByRole('button', { name: 'Maak de uitnodiging' }).click()
  await worker.getByText('De uitnodiging is klaar').waitFor()
  const link = /http[^"<> ]*#\/join\/[\w.-]+/.exec(await worker.content())?.[0] ?? ''
  await worker.goto(`${plan}/story`)
  await resident.goto(link)
  await resident.getByRole('button', { name: 'Doe mee' }).click()
  await resident.getByRole('link', { name: 'Mijn verhaal' }).first().click()
  await resident.waitForSelector(STORY)
  await resident.locator(STORY).click()
  await worker.locator(STORY).click()
  await worker.getByText('Gedeeld om').first().waitFor()
  await watchKeys(worker)
  await watchText(resident)
  for (let key = 0; key < KEYS; key++) {
    await worker.keyboard.press('x')
    await worker.waitForTimeout(PAUSE[key % PAUSE.length] ?? 0)
  }
  await resident.waitForFunction((count) => (Reflect.get(window, 'drawn') as number[]).length >= count, KEYS)
  const pressed = (await worker.evaluate(() => Reflect.get(window, 'pressed'))) as number[]
  const drawn = (await resident.evaluate(() => Reflect.get(window, 'drawn'))) as number[]
  const delays = drawn.map((moment, index) => moment - (pressed[index] ?? moment)).toSorted((a, b) => a - b)
  console.log(
    `keystroke to peer, ${KEYS} keys: p50 ${percentile(delays, 0.5)} ms, p99 ${percentile(delays, 0.99)} ms, most ${percentile(delays, 1)} ms`,
  )
}

const port = await freePort()
const folder = mkdtempSync(join(tmpdir(), 'weef-figures-'))
const relay = await startRelay(port, folder)
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: FLAGS })
try {
  if (values.plan) console.log(await measureOpening(browser, `http://localhost:${port}/`, () => relay.kill('SIGKILL')))
  else await measureKeys()
} finally {
  await browser.close()
  relay.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
