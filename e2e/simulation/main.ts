/**
 * `npm run simulate -- --seeds 1000 [--from 1]`: several people and one relay under seeded schedules of edits, lost
 * connections, lost acknowledgements, crashes between any two local writes, full disks, wrong clocks and relay restarts. A
 * failing seed is printed.
 */
import { parseArgs } from 'node:util'
import { stopTime } from './time.ts'

const time = stopTime()
// Only now: modules take hold of the clock when they are loaded.
const { runSchedule } = await import('./schedule.ts')
const { HOSTILE_ACTS } = await import('./hostile/act.ts')
const { LIES } = await import('./liar.ts')

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '300' }, from: { type: 'string', default: '1' } },
})
const first = Number(values.from)
const last = first + Number(values.seeds) - 1

/** Each of these must have happened: what never fired proves nothing. */
const MUST_FIRE = [
  'edit',
  'reset',
  'reset, messages lost',
  'offline',
  'online',
  'crash',
  'crash between writes',
  'app closed',
  'app opened',
  'relay killed',
  'disk full',
  'disk has room again',
  'disk refuses: document',
  'disk refuses: records',
  'disk refuses: cursor',
  'disk refuses: salt',
  'opened anew after its salt was refused',
  'clock set back',
  'clock set forward',
  'offline said, nothing lost',
  'invite: done',
  'invite: offline',
  'join: editor',
  'join: reader',
  'join: owner',
  'cancel: done',
  'role: done',
  'store lost: document',
  'store lost: cursor',
  'K1: a checkpoint in the log',
  'K2: begun with a checkpoint',
  'K2: the log says the same as its checkpoint',
  'crash with a checkpoint on screen',
  'K2: a false checkpoint is outdone',
  ...HOSTILE_ACTS,
  ...LIES,
  'C3: somebody consents',
  'C3: cut off, forked',
]
const ENOUGH_SEEDS = 50 // fewer may leave out the rarest

const tally = new Map<string, number>()
let failed = 0
for (let seed = first; seed <= last; seed++) {
  try {
    await runSchedule(seed, time, tally)
  } catch (error) {
    failed += 1
    console.log(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
for (const [what, times] of [...tally].toSorted()) console.log(`${String(times).padStart(8)}  ${what}`)
const silent = last - first >= ENOUGH_SEEDS ? MUST_FIRE.filter((what) => !tally.has(what)) : []
if (silent.length > 0) console.log(`Never happened: ${silent.join(', ')}.`)
failed += silent.length
console.log(`${last - first + 1 - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
