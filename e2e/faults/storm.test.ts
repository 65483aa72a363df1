/** Everybody loses the relay at the same moment and reconnects: spread out, not as a storm. */
import { expect, onTestFinished, test } from 'vitest'
import { makeRelayPlace, type RelayProcess, startRelay } from '#relay/testing/relay-process.ts'
import { createChance } from '../testing/chance.ts'
import { gatherCrowd } from './crowd.ts'
import { SEEDS } from './seeds.ts'
import { createWatch } from './watch.ts'

const PEOPLE = 2_000
/** The number of refusals for lack of room that is allowed: none on a quiet machine, some where a relay starts slowly. */
const MOST_REFUSED = PEOPLE
const MOST_REFUSED_OF_ONE = 6
/** Of the period in which all make their first attempt, no tenth may have more than this share of them. */
const MOST_AT_ONCE = 0.2
/** Attempts of one person, by chance. The span doubles with each; without that, these would take a few seconds. */
const MOST_TRIES = 12

const mostAtOnce = (waits: readonly number[]): number => {
  const longest = Math.max(...waits)
  const tenths = Array.from({ length: 10 }, (_, at) => waits.filter((ms) => Math.floor((ms / longest) * 9.99) === at))
  return Math.max(...tenths.map(({ length }) => length)) / waits.length
}

test.each(SEEDS)(
  'a relay with 2,000 connections is killed, and another time restarted: all reconnect within a few attempts (seed %i)',
  async (seed) => {
    const place = await makeRelayPlace()
    onTestFinished(() => place.remove())
    const start = async (): Promise<RelayProcess> => {
      const started = startRelay({ ...place.env, MAX_LAG_MS: '60000' }) // load shedding on a busy machine is not the subject
      onTestFinished(() => void started.child.kill('SIGKILL'))
      await started.ready()
      return started
    }
    const first = await start()
    const chance = createChance(seed)
    const watch = createWatch()
    const relay = { url: `ws://127.0.0.1:${place.port}/relay`, origin: place.origin }
    const crowd = await gatherCrowd(PEOPLE, relay, () => chance.number(0, 999_999) / 1_000_000, watch)
    onTestFinished(() => crowd.leave())
    crowd.tries()
    const comeBack = async (): Promise<RelayProcess> => {
      const started = await start()
      await watch.until(
        () => crowd.online() === PEOPLE,
        () => `all are back, and not ${crowd.online()}`,
        60_000,
      )
      const { most, refused, mostRefused } = crowd.tries()
      expect(most).toBeLessThanOrEqual(MOST_TRIES)
      expect(refused).toBeLessThanOrEqual(MOST_REFUSED)
      expect(mostAtOnce(crowd.firstWaits())).toBeLessThan(MOST_AT_ONCE)
      expect(mostRefused).toBeLessThanOrEqual(MOST_REFUSED_OF_ONE)
      return started
    }

    first.child.kill('SIGKILL')
    await first.ended
    const second = await comeBack()
    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    crowd.tries() // a stopping relay refuses by design
    await comeBack()
  },
  120_000,
)
