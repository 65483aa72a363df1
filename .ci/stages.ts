/** What `npm test` runs, in order. A stage counts as one, except where it can count its own tests. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { ROOT, run } from './command.ts'
import { countHonestly, countOne, readJourneyReport, readUnitReport, type Count } from './count.ts'
import { ensurePostgres } from './postgres.ts'
import { ensureProxies } from './proxies.ts'

export type Stage = { readonly name: string; readonly needs?: string; run(): Promise<Count> }

/** Enough to meet every fault many times within half a minute; `npm run simulate` takes more. */
const SEEDS = 300

const one = async (exitCode: Promise<number>): Promise<Count> => countOne(await exitCode)

const all = async (...commands: readonly (readonly string[])[]): Promise<number> => {
  const codes: number[] = []
  for (const [command = '', ...args] of commands) codes.push(await run(command, args))
  return Math.max(...codes)
}

/** Runs a test runner and reads what it wrote; an old report is never taken for a new one. */
const counted = async (
  report: string,
  runTests: () => Promise<number>,
  read: (json: string) => Count,
): Promise<Count> => {
  const file = join(ROOT, report)
  rmSync(file, { force: true })
  const exitCode = await runTests()
  return countHonestly(existsSync(file) ? read(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 }, exitCode)
}

const UNIT_REPORT = '.cache/vitest.json'
const JOURNEY_REPORT = '.cache/playwright.json' // e2e/playwright.config.ts

/** Without PostgreSQL or a proxy their tests fail, and say why; all others run. */
const unit = async (): Promise<number> => {
  await ensurePostgres()
  await ensureProxies()
  return run('vitest', [
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ])
}

const journeys = async (): Promise<number> => {
  const chromium = await ensureChromium()
  if (chromium === null) return 1
  await ensureProxies()
  return run('playwright', ['test', '-c', 'e2e/playwright.config.ts'], { CHROMIUM_PATH: chromium })
}

export const STAGES: readonly Stage[] = [
  { name: 'types', run: () => one(all(['tsc'], ['tsc', '-p', 'shared'], ['tsc', '-p', 'client/domain'])) },
  { name: 'lint', run: () => one(run('oxlint', ['--deny-warnings'])) },
  { name: 'format', run: () => one(run('oxfmt', ['--check'])) },
  { name: 'dead code', run: () => one(run('knip')) },
  { name: 'unit', run: () => counted(UNIT_REPORT, unit, readUnitReport) },
  { name: 'simulation', run: () => one(run('node', ['e2e/simulation/main.ts', '--seeds', String(SEEDS)])) },
  { name: 'build', run: () => one(run('vite', ['build', '--logLevel', 'warn'])) },
  { name: 'size', needs: 'build', run: () => one(run('size-limit')) },
  { name: 'end to end', needs: 'build', run: () => counted(JOURNEY_REPORT, journeys, readJourneyReport) },
]
