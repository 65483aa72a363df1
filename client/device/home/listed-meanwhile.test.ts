/** A plan that is listed by another way while its home is read: what the home says of it counts all the same. */
import { expect, test } from 'vitest'
import { createHomeDoc } from '#domain/home/home-doc.ts'
import { readMyPlan, setMyPlan } from '#domain/home/my-plans.ts'
import { createRandomness } from '#domain/testing/peers.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { newRow } from '../store/plan-list.ts'
import { createPlanRows } from '../store/plan-rows.ts'
import { createDeviceHome } from './device-home.ts'
import { meet } from './meet.ts'

const NOW = 1_795_000_000_000
const home = toWorkspaceId(new Uint8Array(16).fill(1))
const plan = toWorkspaceId(new Uint8Array(16).fill(3))

test('a plan that I put away on another device stays put away', async () => {
  const doc = createHomeDoc(1)
  const randomness = createRandomness(1)
  setMyPlan(doc, plan, { title: 'Oud plan', archived: true }, NOW, randomness)
  const database = createMemoryDeviceDatabase()
  const plans = createPlanRows(() => database, [])
  const { device } = createDeviceHome({
    environment: { now: () => NOW } as never,
    database: () => database,
    rows: plans.rows,
    engine: () => Promise.reject(new Error('Nothing is opened.')),
    changePlan: plans.change,
    addPlans: plans.add,
    seenElsewhere: () => {},
    stored: null,
  })
  const meetOnce = async (before: () => Promise<unknown> = async () => {}) => {
    const cache = await device.readCache()
    const met = meet(doc, { home, rows: plans.rows(), cache, now: NOW, randomness })
    await before()
    await device.keepMet(met, cache)
  }
  await meetOnce(() => plans.add([{ ...newRow(plan, 'joined', '', NOW), coming: 'title' }])) // the relay's list
  for (let again = 0; again < 2; again++) {
    await meetOnce()
    expect(plans.read(plan)).toMatchObject({ title: 'Oud plan', archived: true })
    expect(readMyPlan(doc, plan).archived).toBe(true)
  }
  expect(await plans.add([{ ...newRow(plan, 'joined', '', NOW), coming: 'title' }])).toEqual([])
  expect(plans.read(plan)).toMatchObject({ title: 'Oud plan', archived: true })
})
