import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GrowingMap } from './growing-map.ts'

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer()), { maxLength: 6 })

test('it holds what a map would hold after each step, and every earlier one stays as it was', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 60 }), (steps) => {
      const plain: Map<number, number>[] = [new Map()]
      const growing = [GrowingMap.of<number, number>()]
      for (const step of steps) {
        plain.push(new Map([...(plain.at(-1) ?? []), ...step]))
        growing.push((growing.at(-1) ?? GrowingMap.of<number, number>()).with(step))
      }
      for (const [index, map] of growing.entries()) {
        const expected = plain[index] ?? new Map<number, number>()
        expect([...map]).toEqual([...expected])
        expect([map.size, [...map.keys()], [...map.values()]]).toEqual([
          expected.size,
          [...expected.keys()],
          [...expected.values()],
        ])
        for (let key = 0; key <= 40; key++)
          expect([map.has(key), map.get(key)]).toEqual([expected.has(key), expected.get(key)])
      }
    }),
  )
})

test('an entry is copied a few times at most, however large the map becomes', () => {
  let map = GrowingMap.of<number, number>()
  const layersOf = (): readonly { size: number }[] => Reflect.get(map, 'layers')
  let moved = 0
  for (let count = 0; count < 4_096; count++) {
    const before = new Set(layersOf())
    map = map.with([[count, count]])
    for (const layer of layersOf()) if (!before.has(layer)) moved += layer.size
  }
  expect(map.size).toBe(4_096)
  expect(moved / 4_096).toBeLessThan(30)
  expect(layersOf().length).toBeLessThan(14)
})
