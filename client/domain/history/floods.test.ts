/** A flood is one line, however many pages it was read in, and nothing that is shown goes when a page comes. */
import { expect, test } from 'vitest'
import { addGoal } from '../goals/goals.ts'
import { createPeer } from '../testing/peers.ts'
import { recordLog, WANDA } from '../testing/recorded-log.ts'
import { addOlder } from './floods.ts'
import { readPage } from './read-history.ts'

/** The lines of so many goals, one at a time, the latest first. */
const made = async (count: number) => {
  const recorded = recordLog()
  const wanda = createPeer(2)
  for (let n = 0; n < count; n += 1)
    recorded.write(WANDA, wanda, ({ doc, randomness }) => addGoal(doc, { title: `Doel ${n}` }, randomness))
  const size = { least: count, most: count }
  return (await readPage(recorded.log(), count, { pause: async () => {}, prepare: () => {} }, size)).lines
}
const isSameDay = () => true

test('a flood goes on with the page before it, under its id', async () => {
  const lines = await made(40)
  const first = addOlder([], lines.slice(0, 15), isSameDay)
  expect(first.map(({ count }) => count)).toEqual([15])
  const both = addOlder(first, lines.slice(15, 18), isSameDay)
  expect(both.map(({ id, count }) => [id, count])).toEqual([[first[0]?.id, 18]])
  expect(addOlder(both, lines.slice(18), isSameDay)).toEqual(addOlder([], lines, isSameDay))
})

test('lines that were too few for one stay when more of them come', async () => {
  const lines = await made(40)
  const shown = addOlder([], lines.slice(0, 5), isSameDay)
  const both = addOlder(shown, lines.slice(5), isSameDay)
  expect(both.slice(0, 5)).toEqual(lines.slice(0, 5))
  expect(both.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 35])
})

test('another day, and eleven, are no flood', async () => {
  const lines = await made(12)
  expect(addOlder([], lines, () => false)).toEqual(lines)
  expect(addOlder([], lines.slice(1), isSameDay)).toEqual(lines.slice(1))
})
