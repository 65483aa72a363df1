/** How many tests passed and failed, which failed, and how long each took, read from a runner's report. Knows no commands. */
import { isAbsolute, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export type Count = {
  readonly passed: number
  readonly failed: number
  /** File, name, and how its message begins. A stage without tests of its own has none: its output says it. */
  readonly failures?: readonly string[]
  readonly timings?: readonly Timing[]
}
export type Timing = { readonly name: string; readonly ms: number }

/** Lines of a message: enough to know what to look for. */
const MOST_LINES = 12

const failure = (file: string, name: string, messages: readonly (string | undefined)[]): string => {
  const lines = stripVTControlCharacters(messages.join('\n')).split('\n').slice(0, MOST_LINES)
  return [`${file}: ${name}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** A stage without tests of its own counts as one. */
export const countOne = (exitCode: number): Count =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A runner that fails without a failed test (a file that does not load, no test at all) still counts as failed. */
export const countHonestly = (count: Count, exitCode: number): Count =>
  count.failed === 0 && (exitCode !== 0 || count.passed === 0) ? { ...count, failed: 1 } : count

type UnitReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly duration?: number | null
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** vitest names whole paths; tests run from the repository's folder. */
const toFile = (path: string): string => (isAbsolute(path) ? relative(process.cwd(), path) : path)

/** vitest's JSON report. */
export const readUnitReport = (json: string): Count => {
  const report = JSON.parse(json) as UnitReport
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [failure(toFile(name), 'does not load', [message])]
    return failed.map(({ fullName, failureMessages }) => failure(toFile(name), fullName, failureMessages))
  })
  const timings = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: `${toFile(name)}: ${fullName}`, ms: duration ?? 0 })),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests, failures, timings }
}

type Suite = {
  readonly specs: readonly {
    readonly file: string
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly {
        readonly duration: number
        readonly errors: readonly { readonly message?: string }[]
      }[]
    }[]
  }[]
  readonly suites?: readonly Suite[]
}
type JourneyReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
}

const failuresIn = ({ specs, suites = [] }: Suite): readonly string[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(
          file,
          title,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
  ),
  ...suites.flatMap(failuresIn),
]

const timingsIn = ({ specs, suites = [] }: Suite): readonly Timing[] => [
  ...specs.map(({ file, title, tests }) => ({
    name: `${file}: ${title}`,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  })),
  ...suites.flatMap(timingsIn),
]

/** Playwright's JSON report. Flaky is failed: a journey that passes the second time is a defect of ours. */
export const readJourneyReport = (json: string): Count => {
  const { stats, suites } = JSON.parse(json) as JourneyReport
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: suites.flatMap(failuresIn),
    timings: suites.flatMap(timingsIn),
  }
}
