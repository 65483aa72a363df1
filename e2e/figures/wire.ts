/**
 * Figure 9: bytes that a device sends while people type: two at once, and one alone. Counted where the browser passes them
 * to its WebSocket, so without TLS and framing (2 to 8 bytes per message).
 */
import type { Browser, Page } from '@playwright/test'
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { beginPlan, invite } from './start.ts'

const STORY = '[role=textbox]'
/** ms between two keys: four a second. */
const PAUSE_MS = 250
const KEYS = 120
/** After the last sign of anybody, batching stays interactive for a minute (PROTOCOL.md §7); in ms. */
const ALONE_MS = 65_000

type Sent = { entries: number; entryBytes: number; presenceBytes: number }

/** Counts what this page sends from now on. */
const countSent = async (page: Page): Promise<() => Sent> => {
  let sent: Sent = { entries: 0, entryBytes: 0, presenceBytes: 0 }
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  devtools.on('Network.webSocketFrameSent', ({ response }) => {
    const bytes = new Uint8Array(Buffer.from(response.payloadData, 'base64'))
    for (const frame of decodeAppFrames(bytes) ?? []) {
      if (frame.type === 'append') {
        sent.entries += 1
        sent.entryBytes += bytes.length
      }
      if (frame.type === 'presence') sent.presenceBytes += bytes.length
    }
  })
  return () => {
    const counted = sent
    sent = { entries: 0, entryBytes: 0, presenceBytes: 0 }
    return counted
  }
}

const type = async (...pages: readonly Page[]): Promise<number> => {
  const from = performance.now()
  for (let key = 0; key < KEYS; key++) {
    await Promise.all(pages.map((page) => page.keyboard.press('x')))
    await pages[0]?.waitForTimeout(PAUSE_MS)
  }
  return (performance.now() - from) / 1_000
}

const say = (who: string, { entries, entryBytes, presenceBytes }: Sent, seconds: number): string =>
  `${who}: ${entries} entries of ${(entryBytes / entries).toFixed(0)} B, ` +
  `${((entryBytes + presenceBytes) / seconds).toFixed(0)} B/s with cursor, ${(entryBytes / KEYS).toFixed(0)} B per character`

export const measureWire = async (browser: Browser, origin: string): Promise<string> => {
  const open = async (): Promise<Page> => (await browser.newContext({ locale: 'nl-NL' })).newPage()
  const [worker, resident] = [await open(), await open()]
  const counting = await countSent(worker)
  const plan = await beginPlan(worker, origin)
  const link = await invite(worker, plan)
  await resident.goto(link)
  await resident.getByRole('button', { name: 'Doe mee' }).click()
  await resident
    .getByRole('navigation')
    .getByRole('link', { name: /verhaal/i })
    .first()
    .click()
  await resident.locator(STORY).click()
  await worker.goto(`${plan}/story`)
  await worker.locator(STORY).click()
  await worker.getByText('Gedeeld om').first().waitFor()
  counting()
  const secondsTogether = await type(worker, resident)
  const together = say('two people type, each', counting(), secondsTogether)
  await resident.close()
  await worker.waitForTimeout(ALONE_MS)
  counting()
  const secondsAlone = await type(worker)
  await worker.getByText('Gedeeld om').first().waitFor()
  return `${together}\n${say('one alone', counting(), secondsAlone)}`
}
