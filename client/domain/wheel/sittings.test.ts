/** A wheel and its correction in one sitting are one wheel to people; on another day they are two. */
import { expect, test } from 'vitest'
import { setAside } from '../document/aside.ts'
import { readPlan } from '../document/read-plan.ts'
import { createPeer } from '../testing/peers.ts'
import type { Who } from '../plan/who.ts'
import { finishCheckIn, readCheckIns, startCheckIn } from './check-ins.ts'
import { firstOfSitting, withoutCorrected } from './sittings.ts'
import type { EntityId } from '../document/entity-id.ts'

const NOW = 1_795_000_000_000
const MINUTE_MS = 60_000
const ANS: Who = { name: 'Ans' }

const createWorld = () => {
  const { doc, randomness } = createPeer(1)
  const fill = (at: number, corrects?: EntityId, who = ANS): EntityId => {
    const id = startCheckIn(doc, { who, at, pack: 'weef', ...(corrects === undefined ? {} : { corrects }) }, randomness)
    finishCheckIn(doc, id, randomness)
    return id
  }
  return {
    doc,
    randomness,
    fill,
    counted: () => withoutCorrected(readCheckIns(doc)).map(({ id }) => id),
    first: (id: EntityId) => firstOfSitting(readPlan(doc), id),
  }
}

test('a wheel that was corrected twice in one sitting is one: the last stands, and all of them are the first', () => {
  const { fill, counted, first } = createWorld()
  const one = fill(NOW)
  const two = fill(NOW + 10 * MINUTE_MS, one)
  const three = fill(NOW + 15 * MINUTE_MS, two)
  expect(counted()).toEqual([three])
  expect([one, two, three].map(first)).toEqual([one, one, one])
})

test('on another day, of another person, or without a word that it corrects, it is a wheel of its own', () => {
  const { fill, counted, first } = createWorld()
  const one = fill(NOW)
  const others = [
    fill(NOW + 24 * 60 * MINUTE_MS, one),
    fill(NOW + MINUTE_MS, one, { name: 'Wanda' }),
    fill(NOW + 2 * MINUTE_MS),
  ]
  expect(new Set(counted())).toEqual(new Set([one, ...others]))
  expect(others.map(first)).toEqual(others)
})

test('a correction that is still being filled in, or was set aside, hides nothing', () => {
  const { doc, randomness, fill, counted } = createWorld()
  const one = fill(NOW)
  const open = startCheckIn(doc, { who: ANS, at: NOW + MINUTE_MS, pack: 'weef', corrects: one }, randomness)
  expect(counted()).toEqual([open, one])
  finishCheckIn(doc, open, randomness)
  expect(counted()).toEqual([open])
  setAside(doc, 'checkIn', open, NOW, randomness)
  expect(counted()).toContain(one)
})
