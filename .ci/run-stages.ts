/** Runs stages in order, also after one has failed; says how far it is, what took longest, again what failed, and ends with the count alone on its last line. */
import type { Count, Timing } from './count.ts'

export type Stage = { readonly name: string; readonly needs?: string; run(): Promise<Count> }

/** Where it is said, and by which clock, in ms. */
export type Desk = { say(text: string): void; now(): number }

/** So many of the slowest tests are named. */
const MOST_SLOW = 10

const asClock = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
const asSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

export const slowest = (timings: readonly Timing[]): readonly string[] =>
  timings
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, MOST_SLOW)
    .map(({ name, ms }) => `${asSeconds(ms).padStart(8)}  ${name}`)

/** The exit code. */
export const runStages = async (stages: readonly Stage[], { say, now }: Desk): Promise<number> => {
  const begun = now()
  const failed = new Set<string>()
  const counts: Count[] = []
  for (const [index, { name, needs, run }] of stages.entries()) {
    say(`\n── ${index + 1} of ${stages.length}: ${name} (${asClock(now() - begun)} so far)\n`)
    const stageBegun = now()
    const blocked = needs !== undefined && failed.has(needs)
    const count: Count = blocked ? { passed: 0, failed: 1 } : await run()
    if (blocked) say(`Not run: ${needs} failed.\n`)
    if (count.failed > 0) failed.add(name)
    counts.push(count)
    const counted = `${count.passed} passed, ${count.failed} failed`
    say(`── ${name}: ${count.failed > 0 ? 'FAILED' : 'passed'} in ${asSeconds(now() - stageBegun)} (${counted})\n`)
  }
  const slow = slowest(counts.flatMap(({ timings }) => timings ?? []))
  if (slow.length > 0) say(`\nThe slowest, of ${asClock(now() - begun)} in all:\n${slow.join('\n')}\n`)
  for (const each of counts.flatMap(({ failures }) => failures ?? [])) say(`\n${each}\n`)
  if (failed.size > 0) say(`\nFailed: ${[...failed].join(', ')}\n`)
  const sum = (of: 'passed' | 'failed'): number => counts.reduce((total, count) => total + count[of], 0)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
  return sum('failed') > 0 ? 1 : 0
}
