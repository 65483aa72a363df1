/** The relay is killed between receive, commit, acknowledge and forward, and restarted on the same folder. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { numberIn } from './storage/rows.ts'
import { openToRead } from './storage/sqlite/sqlite-file.ts'
import type { CrashPoint } from './testing/crash-point.ts'
import { createSocketDevice, type SocketDevice } from './testing/device.ts'
import { append, comeIn } from './testing/plans.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace } from './testing/people.ts'
import { makeRelayPlace, startRelay } from './testing/relay-process.ts'

/** By crash point: who knows of the current item when the relay has died, and whether it is stored after the restart. */
type Point = Exclude<CrashPoint, 'move' | 'moved' | 'rename' | 'replace'>
const MEANS: Record<Point, { readonly author: boolean; readonly other: boolean; readonly kept: boolean }> = {
  receive: { author: false, other: false, kept: false },
  commit: { author: false, other: false, kept: false },
  acknowledge: { author: false, other: false, kept: true },
  forward: { author: true, other: false, kept: true },
}
const POINTS = Object.keys(MEANS) as Point[]

const setUp = async () => {
  const place = await makeRelayPlace()
  onTestFinished(() => place.remove())
  const [worker, resident, link] = [await createTestPerson(), await createTestPerson(), await createTestInvitation()]
  const plan = await createTestWorkspace(worker)
  const [one, other] = [worker, resident].map((person) => createSocketDevice(person, plan, place)) as [
    SocketDevice,
    SocketDevice,
  ]
  const start = async (crashAt?: string) => {
    const env = crashAt === undefined ? place.env : { ...place.env, CRASH_AT: crashAt }
    const relay = startRelay(env, ...(crashAt === undefined ? [] : ['crash-point.ts']))
    onTestFinished(() => void relay.child.kill('SIGKILL'))
    await relay.ready()
    return relay
  }
  return { place, worker, resident, link, plan, one, other, start }
}

test('[S3] [S10] killed between receive, commit, acknowledge and forward: acknowledged items are stored, once, in one order', async () => {
  const { worker, resident, link, plan, one, other, start } = await setUp()
  const first = await start()
  await one.comeIn()
  await one.append(await plan.invite(worker, link))
  await one.append(await plan.join(link, resident))
  first.child.kill('SIGKILL')
  await one.ends()

  // In each round, the first commit is of a record, the second of an entry; after the last round nothing is pending.
  let item = await plan.epoch(worker)
  let kept = false
  const rounds = [1, 2].flatMap((nth) => POINTS.map((point) => ({ point, nth })))
  for (const { point, nth } of rounds) {
    const relay = await start(`${point}:${nth}`)
    for (const device of [one, other]) await device.comeIn()
    expect([point, nth, one.has(item), other.has(item)]).toEqual([point, nth, kept, kept])
    if (kept) item = await plan.epoch(worker) // a stored item is not sent again
    try {
      for (;;) {
        await one.append(item)
        await other.hears(one.log.length)
        item = plan.entry(worker)
      }
    } catch {
      // It died at the crash point, as it was told to.
    }
    expect((await relay.ended).code).toBeNull()
    for (const device of [one, other]) await device.ends()
    const knows = [...one.acknowledged.values()].includes(item)
    expect([point, nth, knows, other.has(item)]).toEqual([point, nth, MEANS[point].author, MEANS[point].other])
    kept = MEANS[point].kept
  }
  await start()
  for (const device of [one, other]) await device.comeIn()
  expect(other.log).toEqual(one.log)
  expect(new Set(one.log.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(one.log.length)
  for (const [seq, bytes] of one.acknowledged) expect(one.log[seq - 1]).toEqual(bytes)
})

test.each(['commit', 'acknowledge'] as const)(
  '[S10] killed at "%s" while a workspace is created: it is created once',
  async (point) => {
    const { one, start } = await setUp()
    const relay = await start(`${point}:1`)
    await expect(one.comeIn()).rejects.toThrow('The socket closed first.')
    expect((await relay.ended).code).toBeNull()
    await start()
    await one.comeIn()
    expect(one.log).toHaveLength(1)
  },
)

const waiting = (folder: string): number => {
  const reader = openToRead(join(folder, 'weef.sqlite'))
  const count = numberIn(reader.prepare('SELECT coalesce(sum(items), 0) AS count FROM journal').get() ?? {}, 'count')
  reader.close()
  return count
}
test.each([
  ['with a full journal', null, [900, 900]],
  ['before a move of the journal is committed', 'move:1', [900, 900]],
  ['right after it', 'moved:1', [1, 400]],
  ['right after the second', 'moved:2', [0, 0]],
] as const)(
  '[W4] killed %s: every entry is there, once, and the next start leaves nothing waiting',
  async (_, at, [least, most]) => {
    const { place, worker, plan, one, start } = await setUp()
    const other = createSocketDevice(worker, plan, place)
    const relay = await start(at ?? undefined)
    const app = await comeIn(place, worker, plan, plan.root)
    const entries = Array.from({ length: 900 }, () => plan.entry(worker))
    for (let from = 0; from < entries.length; from += 100) await append(app, ...entries.slice(from, from + 100))
    if (at === null) relay.child.kill('SIGKILL')
    expect((await relay.ended).code).toBeNull()
    const folder = place.env['DATA_DIR'] ?? ''
    const left = waiting(folder)
    expect([left >= least, left <= most, left]).toEqual([true, true, left])
    await start()
    expect(waiting(folder)).toBe(0)
    for (const device of [one, other]) await device.comeIn()
    expect(one.log.slice(1)).toEqual(entries)
    await one.append(plan.entry(worker))
    await other.hears(902)
    expect(other.log).toEqual(one.log)
  },
)
