/**
 * Figure 11: Lighthouse, with phone settings, on the first pages that people see. It is a package of its own
 * (./lighthouse), installed here when it is missing, so that nobody else waits for its hundred dependencies.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from '@playwright/test'
import { PRACTICE_IDS } from '#domain/plan/practice-id.ts'
import { beginPlan, invite } from './start.ts'

const PACKAGE = join(import.meta.dirname, 'lighthouse')
const ROUNDS = 3
/** From this score on, Lighthouse shows an audit in green. */
const GOOD = 0.9
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof CATEGORIES)[number]

type Report = {
  readonly runtimeError?: unknown
  readonly categories: Readonly<
    Record<Category, { score: number; auditRefs: readonly { id: string; weight: number }[] }>
  >
  readonly audits: Readonly<Record<string, { title: string; score: number | null; displayValue?: string }>>
}

/** `npm install` writes this file last; it has the installed version. */
const isInstalled = (): boolean => {
  const wanted = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).dependencies.lighthouse
  try {
    return JSON.parse(readFileSync(join(PACKAGE, 'node_modules/lighthouse/package.json'), 'utf8')).version === wanted
  } catch {
    return false
  }
}
const install = (): void => {
  console.log('Installing Lighthouse …')
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--loglevel=error'], {
    cwd: PACKAGE,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('Lighthouse could not be installed; npm says why above.')
}

const judge = (address: string, chromium: string, flags: readonly string[]): Report => {
  // Into a file: output still in a pipe when the process ends is cut off.
  const file = join(mkdtempSync(join(tmpdir(), 'weef-lighthouse-')), 'report.json')
  const { stderr } = spawnSync(
    process.execPath,
    [
      join(PACKAGE, 'node_modules/lighthouse/cli/index.js'),
      address,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new --accept-lang=nl-NL ${flags.join(' ')}`,
      '--output=json',
      `--output-path=${file}`,
      '--quiet',
      '--no-enable-error-reporting',
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (!existsSync(file)) throw new Error(stderr)
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(dirname(file), { recursive: true })
  return report.runtimeError === undefined ? report : judge(address, chromium, flags) // sometimes Chromium records nothing
}

/** The median round by performance, which varies most. */
const middleOf = (reports: readonly Report[]): Report | undefined =>
  reports.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score)[
    Math.floor(reports.length / 2)
  ]

/** The three scores in one line, and the audits that lost points below. */
const describe = (name: string, { categories, audits }: Report): string => {
  const scores = CATEGORIES.map((category) => String(Math.round(categories[category].score * 100)).padStart(5))
  const troubles = CATEGORIES.flatMap((category) => categories[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < GOOD)
    .map(({ id }) => `\n    ${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`)
  return `  ${name.padEnd(10)}${scores.join('')}${troubles.join('')}`
}

const findPages = async (browser: Browser, origin: string): Promise<Readonly<Record<string, string>>> => {
  const page = await browser.newPage({ locale: 'nl-NL' })
  const link = await invite(page, await beginPlan(page, origin))
  await page.close()
  const practice = `${origin}#/plan/${PRACTICE_IDS.resident}`
  return { home: origin, join: link, overview: practice, goals: `${practice}/goals`, wheel: `${practice}/wheel` }
}

export const judgePages = async (
  browser: Browser,
  origin: string,
  chromium: string,
  flags: readonly string[],
): Promise<void> => {
  if (!isInstalled()) install()
  console.log(`Lighthouse, mobile, median of ${ROUNDS}: performance, accessibility, best practices`)
  for (const [name, address] of Object.entries(await findPages(browser, origin))) {
    const reports = Array.from({ length: ROUNDS }, () => judge(address, chromium, flags))
    const report = middleOf(reports)
    if (report !== undefined) console.log(describe(name, report))
  }
}
