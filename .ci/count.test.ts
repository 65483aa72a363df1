import { expect, test } from 'vitest'
import { countHonestly, countOne, readJourneyReport, readUnitReport } from './count.ts'

test('a stage without tests counts as one', () => {
  expect(countOne(0)).toEqual({ passed: 1, failed: 0 })
  expect(countOne(2)).toEqual({ passed: 0, failed: 1 })
})

test('a runner that found no test, or fell over beside its tests, did not pass', () => {
  expect(countHonestly({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countHonestly({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 })
  expect(countHonestly({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 })
  expect(countHonestly({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 })
})

test('a report of unit tests is read as vitest writes it; a file that does not load is named too', () => {
  const broken = { fullName: 'adds', status: 'failed', duration: 12, failureMessages: ['\u001B[31mError: 3\u001B[39m'] }
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      {
        name: 'sum.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [broken, { ...broken, status: 'passed' }],
      },
      { name: 'away.test.ts', status: 'failed', message: 'No such file', assertionResults: [] },
    ],
  }
  expect(readUnitReport(JSON.stringify(report))).toEqual({
    passed: 5,
    failed: 1,
    failures: ['sum.test.ts: adds\n    Error: 3', 'away.test.ts: does not load\n    No such file'],
    timings: [
      { name: 'sum.test.ts: adds', ms: 12 },
      { name: 'sum.test.ts: adds', ms: 12 },
    ],
  })
})

test('a report of journeys is read as Playwright writes it; a flaky journey failed', () => {
  const spec = (title: string, ...statuses: readonly string[]) => ({
    file: 'a.spec.ts',
    title,
    tests: statuses.map((status) => ({ status, results: [{ duration: 900, errors: [{ message: 'Timed out' }] }] })),
  })
  const inside = { specs: [spec('flaky', 'flaky')] }
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [{ specs: [spec('good', 'expected'), spec('bad', 'unexpected')], suites: [inside] }],
  }
  expect(readJourneyReport(JSON.stringify(report))).toEqual({
    passed: 4,
    failed: 2,
    failures: ['a.spec.ts: bad\n    Timed out', 'a.spec.ts: flaky\n    Timed out'],
    timings: ['good', 'bad', 'flaky'].map((title) => ({ name: `a.spec.ts: ${title}`, ms: 900 })),
  })
})
