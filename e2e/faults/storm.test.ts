/** Everybody loses the relay at the same moment, and comes back: a wave, and no storm. */
import { expect, onTestFinished, test } from 'vitest'
import { makeRelayPlace, type RelayProcess, startRelay } from '#relay/testing/relay-process.ts'
import { createChance } from '../testing/chance.ts'
import { gatherCrowd } from './crowd.ts'
import { SEEDS } from './seeds.ts'
import { createWatch } from './watch.ts'

const PEOPLE = 2_000
/** So often people may be told that there is no room: never on a quiet machine, sometimes where a relay starts slowly. */
const MOST_REFUSED = PEOPLE
const MOST_REFUSED_OF_ONE = 6
/** Of the time in which all try for the first time, no tenth may hold more than this part of them. */
const MOST_AT_ONCE = 0.2
/** Tries of one person, as chance may have it. The span doubles with each; if it did not, these were a few seconds. */
const MOST_TRIES = 12

const mostAtOnce = (waits: readonly number[]): number => {
  const longest = Math.max(...waits)
  const tenths = Array.from({ length: 10 }, (_, at) => waits.filter((ms) => Math.floor((ms / longest) * 9.99) === at))
  return Math.max(...tenths.map(({ length }) => length)) / waits.length
}

test.each(SEEDS)(
  'a relay with 2,000 connections is killed, and another time restarted: all come back within a few tries (seed %i)',
  async (seed) => {
    const place = await makeRelayPlace()
    onTestFinished(() => place.remove())
    const start = async (): Promise<RelayProcess> => {
      const started = startRelay({ ...place.env, MAX_LAG_MS: '60000' }) // a busy machine is no matter of this rule
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
    crowd.tries() // while it says goodbye there is no room by right
    await comeBack()
  },
  120_000,
)
