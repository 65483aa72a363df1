/** A workspace of writers without encryption, for many items at little cost; and the invariants of its log. */
import { createSocketDevice } from '#relay/testing/device.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace } from '#relay/testing/people.ts'
import type { Chance } from '../testing/chance.ts'
import { fail } from './judge.ts'
import { type PlainWriter, startPlainWriter } from './plain-writer.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Place = { readonly port: number; readonly origin: string }
export type PlainPlan = {
  readonly writers: readonly PlainWriter[]
  /**
   * To be called when nobody writes any more: all items are at each of these relays, in one order, where they were
   * acknowledged, and at most as often as they were sent.
   */
  check(places: readonly Place[]): Promise<void>
}

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const beginPlainPlan = async (place: Place, chance: Chance, moved: () => void): Promise<PlainPlan> => {
  const [worker, resident, link] = [await createTestPerson(), await createTestPerson(), await createTestInvitation()]
  const plan = await createTestWorkspace(worker)
  const founding = createSocketDevice(worker, plan, place)
  await founding.comeIn()
  await founding.append(await plan.invite(worker, link))
  await founding.append(await plan.join(link, resident))
  founding.leave()
  const writers = [worker, resident].map((person) => startPlainWriter(place, person, plan, chance, moved))

  const readLog = async (at: Place): Promise<readonly Bytes[]> => {
    const newcomer = createSocketDevice(worker, plan, at)
    await newcomer.comeIn()
    newcomer.leave()
    return newcomer.log
  }
  return {
    writers,
    async check(places) {
      const [log = [], ...others] = await Promise.all(places.map(readLog))
      const keys = log.map(keyOf)
      for (const other of others) if (other.map(keyOf).join() !== keys.join()) fail('Two relays have two logs.')
      const times = new Map<string, number>()
      for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
      for (const { device, sent, wrong } of writers) {
        if (wrong.length > 0) fail(wrong.join(' '))
        for (const [item, most] of sent) {
          const found = times.get(keyOf(item)) ?? 0
          if (found < 1 || found > most) fail(`An item that was sent ${most} times is there ${found} times.`)
        }
        for (const [seq, item] of device.acknowledged)
          if (keys[seq - 1] !== keyOf(item)) fail(`Number ${seq} was acknowledged, and is another.`)
        for (const [index, item] of device.log.entries())
          if (keys[index] !== keyOf(item)) fail(`Number ${index + 1} was told otherwise.`)
      }
    },
  }
}
