/** Several relays on one PostgreSQL: they are killed, frozen and lose their database while people write. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPostgresStore } from '#relay/storage/postgres/open-postgres.ts'
import { type PostgresServer, startPostgres } from '#relay/testing/postgres.ts'
import { type Chance, createChance } from '../testing/chance.ts'
import { checkSettled } from './checks.ts'
import { createJudge } from './judge.ts'
import { startWriting } from './typists.ts'
import { beginPlainPlan } from './plain-plan.ts'
import { beginPlan } from './plan.ts'
import { type OneRelay, startRelays } from './relays.ts'
import { SEEDS } from './seeds.ts'

/** Devices with a faster clock reconnect sooner, and notice a missing reply sooner. */
const PACE = 8
/** After each fault everybody receives this many more items. */
const ITEMS_BETWEEN = 12

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

const setUp = async (seed: number, relayCount: number) => {
  const chance = createChance(seed)
  const url = await server.createDatabase()
  let moved = (): void => {}
  const relays = await startRelays(relayCount, { DATABASE_URL: url }, () => moved())
  onTestFinished(() => relays.stop())
  const random = (): number => chance.number(0, 999) / 1_000
  const names = ['worker', 'resident', 'neighbour', 'friend']
  const plan = await beginPlan({ relay: relays.address, names, pace: PACE, random })
  onTestFinished(() => plan.leave())
  moved = plan.watch.moved
  const place = { port: Number(new URL(relays.address.url).port), origin: relays.address.origin }
  const plain = [await beginPlainPlan(place, chance, moved), await beginPlainPlan(place, chance, moved)]
  const writers = plain.flatMap((one) => one.writers)
  const pens = plan.people.map((person) => startWriting(person, chance))
  onTestFinished(() => pens.forEach((pen) => pen.stop()))

  /** Resolves when each has an acknowledgement, and has received what the others wrote. */
  const goOn = async (after: string): Promise<void> => {
    const heads = plan.people.map(({ told }) => told.log.size)
    const target = Math.max(...heads) + ITEMS_BETWEEN
    const safe = plan.people.map(({ told }) => told.acknowledged.size)
    const plainSafe = writers.map(({ device }) => device.acknowledged.size)
    const isOn = (): boolean =>
      plan.people.every(({ told }, at) => told.log.size >= target && told.acknowledged.size > (safe[at] ?? 0)) &&
      writers.every(({ device }, at) => device.acknowledged.size > (plainSafe[at] ?? 0))
    await plan.watch.until(isOn, `everybody goes on after: ${after}`)
  }
  const finish = async () => {
    for (const pen of pens) pen.stop()
    for (const writer of writers) await writer.stop()
    const judge = createJudge(plan.workspace, plan.people[0]!.holder)
    const store = await openPostgresStore(url)
    onTestFinished(() => store.close())
    const written = pens.flatMap(({ words }) => words)
    const settled = await checkSettled(
      plan,
      judge,
      written,
      relays.all.map(({ direct }) => direct),
    )
    await judge.readStore(store)
    const places = relays.all.map(({ direct }) => ({ port: Number(new URL(direct.url).port), origin: direct.origin }))
    for (const one of plain) await one.check(places)
    return settled
  }
  return { chance, url, relays, plan, writers, goOn, finish }
}
type World = Awaited<ReturnType<typeof setUp>>

const FAULTS: Readonly<Record<string, (world: World, relay: OneRelay) => Promise<void>>> = {
  'a relay is killed, and its people find another': async ({ goOn }, relay) => {
    await relay.kill()
    await goOn('killed')
    await relay.start()
  },
  'the database is killed': async () => {
    await server.crash()
    await server.start()
  },
  'nobody hears the bell': async ({ url }) => {
    const drop = () =>
      server.asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ~ 'LISTEN|pg_notify'`,
        url,
      )
    await expect.poll(drop, { timeout: 30_000 }).not.toEqual([]) // a moment ago there may have been no database
  },
  'a relay stands still, its people go elsewhere, and it goes on': async ({ goOn }, relay) => {
    relay.freeze()
    await goOn('frozen')
    relay.thaw()
  },
  'everything is killed at once': async ({ relays }) => {
    await Promise.all([server.crash(), ...relays.all.map((each) => each.kill())])
    await server.start()
    await Promise.all(relays.all.map((each) => each.start()))
  },
}

const shuffle = (chance: Chance, names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, place: chance.number(0, 1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name)

test.each(SEEDS)(
  '[S3] [S10] [C1] [C4] relays on one PostgreSQL, and the database, are killed and frozen: everything is there, once, in one order (seed %i)',
  async (seed) => {
    const world = await setUp(seed, 2 + ((seed + 1) % 2))
    const { chance, relays, goOn, finish } = world
    await goOn('the beginning')
    for (const name of shuffle(chance, Object.keys(FAULTS))) {
      const busy = relays.all.filter((relay) => relay.people() > 0)
      await FAULTS[name]?.(world, chance.pick(busy)!)
      await goOn(name)
    }
    await finish()
  },
  120_000,
)
