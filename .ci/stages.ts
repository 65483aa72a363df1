/** What there is to run, and what of it judges a change. A stage counts as one, except where it can count its own tests. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { ROOT, run } from './command.ts'
import { countHonestly, countOne, readJourneyReport, readUnitReport, type Count } from './count.ts'
import { ensurePostgres } from './postgres.ts'
import { ensureProxies } from './proxies.ts'
import type { Stage } from './run-stages.ts'

/** Enough to meet every fault many times within half a minute; `npm run simulate` takes more. */
const SEEDS = 300
/** Most faults, in a third of the time. */
const FEWER_SEEDS = 100

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

const JOURNEY_REPORT = '.cache/playwright.json' // e2e/playwright.config.ts

/** Tests of these projects (vite.config.ts). */
const vitest = (...projects: readonly string[]): Promise<Count> => {
  const report = `.cache/vitest-${projects.join('-')}.json`
  const only = projects.map((project) => `--project=${project}`)
  const options = ['--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted(report, () => run('vitest', ['run', ...only, ...options]), readUnitReport)
}

/** Without PostgreSQL or a proxy their tests fail, and say why; all others run. */
const processes = async (): Promise<Count> => {
  await ensurePostgres()
  await ensureProxies()
  return vitest('processes')
}

const journeys = (...only: readonly string[]): Promise<Count> =>
  counted(
    JOURNEY_REPORT,
    async () => {
      const chromium = await ensureChromium()
      if (chromium === null) return 1
      return run('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...only], { CHROMIUM_PATH: chromium })
    },
    readJourneyReport,
  )

const simulate = (seeds: number): Promise<Count> =>
  one(run('node', ['e2e/simulation/main.ts', '--seeds', String(seeds)]))

const types: Stage = { name: 'types', run: () => one(all(['tsc'], ['tsc', '-p', 'shared'], ['tsc', '-p', 'client/domain'])) } // prettier-ignore
const lint: Stage = { name: 'lint', run: () => one(run('oxlint', ['--deny-warnings'])) }
const unit: Stage = { name: 'unit', run: () => vitest('logic', 'screens') }
const build: Stage = { name: 'build', run: () => one(run('vite', ['build', '--logLevel', 'warn'])) }

export const EVERYTHING: readonly Stage[] = [
  types,
  lint,
  { name: 'format', run: () => one(run('oxfmt', ['--check'])) },
  { name: 'dead code', run: () => one(run('knip')) },
  unit,
  { name: 'mutations', run: () => vitest('mutations') },
  { name: 'processes', run: processes },
  { name: 'simulation', run: () => simulate(SEEDS) },
  build,
  { name: 'size', needs: 'build', run: () => one(run('size-limit')) },
  {
    name: 'end to end',
    needs: 'build',
    run: async () => {
      await ensurePostgres()
      await ensureProxies()
      return journeys()
    },
  },
]

/** Within three minutes on two quiet cores: no process that is killed, and of the journeys the main job of each kind. */
export const ENOUGH_FOR_A_CHANGE: readonly Stage[] = [
  types,
  lint,
  unit,
  { name: 'simulation', run: () => simulate(FEWER_SEEDS) },
  build,
  { name: 'smoke', needs: 'build', run: () => journeys('--grep=@smoke') },
]
