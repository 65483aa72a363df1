/** One process's share of the seeds. Reports failures, and at the end how often each event happened. */
import { stopTime } from '../testing/time.ts'

const time = stopTime()
// Only now: modules capture the clock when they are loaded.
const { runSchedule } = await import('./schedule.ts')

const [first = 1, last = 0, step = 1] = process.argv.slice(2).map(Number)
const tally = new Map<string, number>()
let failed = 0
for (let seed = first; seed <= last; seed += step) {
  try {
    await runSchedule(seed, time, tally)
  } catch (error) {
    failed += 1
    console.log(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
process.send?.({ failed, tally: [...tally] }, () => process.exit(0))
