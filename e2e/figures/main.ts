/**
 * `npm run figures [-- --keys 200]`: the latency of a keystroke (figure 6). With `--plan`: opening a plan of five years
 * (figure 7); with `--wire`: bytes sent while typing (figure 9); with `--typing`: the longest tasks while typing in a long story; with `--lighthouse`: Lighthouse on the first pages (figure
 * 11). Prints; asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '../../.ci/chromium.ts'
import { measureKeys } from './keystroke.ts'
import { judgePages } from './lighthouse.ts'
import { measureNewDevice } from './new-device.ts'
import { measureOpening } from './open-plan.ts'
import { startRelay } from './start.ts'
import { measureTyping } from './typing.ts'
import { measureWire } from './wire.ts'

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '200' },
    plan: { type: 'boolean', default: false },
    wire: { type: 'boolean', default: false },
    lighthouse: { type: 'boolean', default: false },
    typing: { type: 'boolean', default: false },
  },
})
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

const folder = mkdtempSync(join(tmpdir(), 'weef-figures-'))
const { origin, stop } = await startRelay(folder)
const executablePath = findChromium() ?? 'chromium'
const browser = await chromium.launch({ executablePath, args: FLAGS })
try {
  if (values.plan) console.log(`${await measureOpening(browser, origin, stop)}\n${await measureNewDevice(browser)}`)
  else if (values.wire) console.log(await measureWire(browser, origin))
  else if (values.typing) console.log(await measureTyping(browser, origin))
  else if (values.lighthouse) await judgePages(browser, origin, executablePath, FLAGS)
  else console.log(await measureKeys(browser, origin, Number(values.keys)))
} finally {
  await browser.close()
  stop()
  rmSync(folder, { recursive: true, force: true })
}
