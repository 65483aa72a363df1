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

test('reports are read as their runners write them; a flaky journey failed', () => {
  expect(readUnitReport('{"numPassedTests":5,"numFailedTests":1}')).toEqual({ passed: 5, failed: 1 })
  expect(readJourneyReport('{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":0}}')).toEqual({
    passed: 4,
    failed: 2,
  })
})
