/** The relay is killed between receive, commit, acknowledge and forward, under people with the app's own sync code. */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '#relay/storage/sqlite/open-sqlite.ts'
import type { CrashPoint } from '#relay/testing/crash-point.ts'
import { makeRelayPlace, type RelayProcess, startRelay } from '#relay/testing/relay-process.ts'
import { createChance } from '../testing/chance.ts'
import { checkSettled } from './checks.ts'
import { createJudge } from './judge.ts'
import { startWriting } from './typists.ts'
import { beginPlan } from './plan.ts'
import { SEEDS } from './seeds.ts'

const POINTS: readonly CrashPoint[] = ['receive', 'commit', 'move', 'acknowledge', 'moved', 'forward']
/** It dies at one of this many commits after its start, or moves of the journal, which are a second apart. */
const LATEST = { commit: 8, move: 2 }
/** Devices with a faster clock reconnect sooner: waits of seconds are not the subject here. */
const PACE = 8

test.each(SEEDS)(
  '[S3] [S10] [C1] [C4] killed at every point while three people write: everything is there, once (seed %i)',
  async (seed) => {
    const chance = createChance(seed)
    const place = await makeRelayPlace()
    onTestFinished(() => place.remove())
    const start = async (crashAt?: string): Promise<RelayProcess> => {
      const env = crashAt === undefined ? place.env : { ...place.env, CRASH_AT: crashAt }
      const started = startRelay(env, ...(crashAt === undefined ? [] : ['crash-point.ts']))
      onTestFinished(() => void started.child.kill('SIGKILL'))
      await started.ready()
      return started
    }
    const first = await start()
    const relay = { url: `ws://127.0.0.1:${place.port}/relay`, origin: place.origin }
    const random = (): number => chance.number(0, 999) / 1_000
    const plan = await beginPlan({ relay, names: ['worker', 'resident', 'neighbour'], pace: PACE, random })
    onTestFinished(() => plan.leave())
    const judge = createJudge(plan.workspace, plan.people[0]!.holder)
    const pens = plan.people.map((person) => startWriting(person, chance))
    onTestFinished(() => pens.forEach((pen) => pen.stop()))

    first.child.kill('SIGKILL')
    await first.ended
    for (const point of POINTS) {
      const killed = await start(`${point}:${chance.number(1, point.startsWith('move') ? LATEST.move : LATEST.commit)}`)
      expect((await killed.ended).code).toBeNull()
      const { store } = await openSqliteStore(place.env['DATA_DIR'] ?? '', Date.now())
      await judge.readStore(store)
      judge.checkPromises(plan.people)
      await store.close()
    }
    await start()
    for (const pen of pens) pen.stop()
    const written = pens.flatMap(({ words }) => words)
    const { unacknowledged, sentAgain } = await checkSettled(plan, judge, written)
    expect(judge.late).toEqual([]) // a crash never lets an older item arrive late
    // It did die where it was told to: before a commit, sent items were lost; after it, only the acknowledgement was.
    expect(unacknowledged).toBeGreaterThanOrEqual(1)
    expect(sentAgain).toBeGreaterThanOrEqual(1)
  },
  90_000,
)
