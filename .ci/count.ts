/** How many tests passed and failed, read from a runner's report. Knows no commands. */

export type Count = { readonly passed: number; readonly failed: number }

/** A stage without tests of its own counts as one. */
export const countOne = (exitCode: number): Count =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A runner that fails without a failed test (a file that does not load, no test at all) still counts as failed. */
export const countHonestly = (count: Count, exitCode: number): Count =>
  count.failed === 0 && (exitCode !== 0 || count.passed === 0) ? { ...count, failed: 1 } : count

/** vitest's JSON report. */
export const readUnitReport = (json: string): Count => {
  const report = JSON.parse(json) as { numPassedTests: number; numFailedTests: number }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

/** Playwright's JSON report. Flaky is failed: a journey that passes the second time is a defect of ours. */
export const readJourneyReport = (json: string): Count => {
  const { stats } = JSON.parse(json) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}
