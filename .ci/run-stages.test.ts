import { expect, test } from 'vitest'
import type { Count } from './count.ts'
import { runStages, type Stage } from './run-stages.ts'

/** Each stage takes a minute and a half. */
const told = async (stages: readonly (Pick<Stage, 'name' | 'needs'> & { readonly count: Count })[]) => {
  let text = ''
  let time = 0
  const exitCode = await runStages(
    stages.map(({ count, ...stage }) => ({ ...stage, run: async () => ((time += 90_000), count) })),
    { say: (said) => void (text += said), now: () => time },
  )
  return { exitCode, lines: text.split('\n').filter((line) => line !== '') }
}

test('it says which of how many and how long so far, and ends with the count alone', async () => {
  const { exitCode, lines } = await told([
    { name: 'types', count: { passed: 1, failed: 0 } },
    { name: 'unit', count: { passed: 20, failed: 0 } },
  ])
  expect(exitCode).toBe(0)
  expect(lines).toEqual([
    '── 1 of 2: types (0:00 so far)',
    '── types: passed in 90.0 s (1 passed, 0 failed)',
    '── 2 of 2: unit (1:30 so far)',
    '── unit: passed in 90.0 s (20 passed, 0 failed)',
    '21 passed, 0 failed',
  ])
})

test('what needs a stage that failed is not run and failed too; failures are said again', async () => {
  const { exitCode, lines } = await told([
    { name: 'build', count: { passed: 0, failed: 1, failures: ['client/main.tsx: does not build'] } },
    { name: 'size', needs: 'build', count: { passed: 1, failed: 0 } },
    { name: 'format', count: { passed: 1, failed: 0 } },
  ])
  expect(exitCode).toBe(1)
  expect(lines).toContain('Not run: build failed.')
  expect(lines.slice(-3)).toEqual(['client/main.tsx: does not build', 'Failed: build, size', '1 passed, 2 failed'])
})

test('the ten slowest of all stages are named, the slowest first', async () => {
  const timed = (stage: string): Count => ({
    passed: 8,
    failed: 0,
    timings: Array.from({ length: 8 }, (_, at) => ({ name: `${stage} ${at}`, ms: stage === 'unit' ? at : 1_000 * at })),
  })
  const { lines } = await told([
    { name: 'unit', count: timed('unit') },
    { name: 'journeys', count: timed('journeys') },
  ])
  const from = lines.indexOf('The slowest, of 3:00 in all:')
  expect(lines.slice(from + 1, -1)).toHaveLength(10)
  expect(lines.slice(from + 1, from + 3)).toEqual(['   7.0 s  journeys 7', '   6.0 s  journeys 6'])
})
