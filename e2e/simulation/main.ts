/**
 * `npm run simulate -- --seeds 1000 [--from 1] [--workers 2]`: several people and one relay under seeded schedules of
 * edits, lost connections, lost acknowledgements, crashes between any two local writes, full disks, wrong clocks and relay
 * restarts. A quarter of them has a hostile member, half a lying relay, and some a relay that is strict or has little room.
 * Prints a failing seed.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REQUIRED_EVENTS } from './required-events.ts'
import { count, type Tally } from './tally.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
})
const first = Number(values.from)
const last = first + Number(values.seeds) - 1
const workers = Math.min(Number(values.workers), last - first + 1)
const ENOUGH_SEEDS = 300 // fewer may miss the rarest event

type Report = { readonly failed: number; readonly tally: readonly (readonly [string, number])[] }

/** Of a process that dies no seed has passed. */
const runWorker = (from: number): Promise<Report> =>
  new Promise((resolve) => {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), [from, last, workers].map(String))
    worker.on('message', (report) => resolve(report as Report))
    worker.on('exit', () => resolve({ failed: Math.floor((last - from) / workers) + 1, tally: [] }))
  })

const reports = await Promise.all(Array.from({ length: workers }, (_, index) => runWorker(first + index)))
const tally: Tally = new Map()
for (const [what, times] of reports.flatMap((report) => report.tally)) count(tally, what, times)
for (const [what, times] of [...tally].toSorted()) console.log(`${String(times).padStart(8)}  ${what}`)
const silent = last - first + 1 >= ENOUGH_SEEDS ? REQUIRED_EVENTS.filter((what) => !tally.has(what)) : []
if (silent.length > 0) console.log(`Never happened: ${silent.join(', ')}.`)
const failed = reports.reduce((sum, report) => sum + report.failed, 0)
console.log(`${last - first + 1 - failed} passed, ${failed + silent.length} failed`)
process.exit(failed + silent.length === 0 ? 0 : 1)
