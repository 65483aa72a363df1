import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSpoke, fromThreadX, HIGHEST, scoreAlong, toEdges, toPoint, toRings, toThreadX } from './wheel-geometry.ts'
import { scoreAfterKey } from './wheel-keys.ts'

const COUNT = 6
const place = fc.record({ index: fc.nat(COUNT - 1), score: fc.nat(HIGHEST) })

describe('the web', () => {
  test('begins at the top and goes clockwise', () => {
    expect(toPoint(0, COUNT, HIGHEST)).toEqual({ x: 0, y: -86 })
    expect(toPoint(3, COUNT, HIGHEST)).toEqual({ x: 0, y: 86 })
    expect(toPoint(1, COUNT, HIGHEST).x).toBeGreaterThan(0)
  })

  test('has a ring for every two points, zero included', () => {
    expect(toRings(COUNT)).toHaveLength(6)
  })

  test('zero is a place of its own on each spoke', () => {
    const zeros = [0, 1, 2, 3, 4, 5].map((index) => toPoint(index, COUNT, 0))
    expect(new Set(zeros.map(({ x, y }) => `${x} ${y}`)).size).toBe(COUNT)
  })

  test('pointing at the place of a score finds its spoke, and dragged there the dot has that score', () => {
    fc.assert(
      fc.property(place, ({ index, score }) => {
        expect(findSpoke(toPoint(index, COUNT, score), COUNT)).toBe(index)
        expect(scoreAlong(index, COUNT, toPoint(index, COUNT, score))).toBe(score)
      }),
    )
  })

  test('the very middle, the space between two spokes and the outside mean nothing', () => {
    expect(findSpoke({ x: 1, y: 1 }, COUNT)).toBeNull()
    const [one, two] = [toPoint(0, COUNT, HIGHEST), toPoint(1, COUNT, HIGHEST)]
    expect(findSpoke({ x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 }, COUNT)).toBeNull()
    expect(findSpoke({ x: 0, y: -110 }, COUNT)).toBeNull()
  })

  test('a dragged dot stays on its spoke and on the scale, wherever the finger goes', () => {
    expect(scoreAlong(0, COUNT, { x: 40, y: -500 })).toBe(HIGHEST)
    expect(scoreAlong(0, COUNT, { x: 40, y: 90 })).toBe(0)
  })

  test('a wedge is drawn only between two neighbours that have scores; zero is a score', () => {
    expect(toEdges([1, 2, null, 4, 5, null])).toHaveLength(2)
    expect(toEdges([0, 0, null, null, null, null])).toHaveLength(1)
    expect(toEdges([1, null, 3, null, 5, null])).toEqual([])
    expect(toEdges([1, 2, 3, 4, 5, 6])).toHaveLength(COUNT)
  })
})

test('the thread of a seventh topic: every score has a place, and the place finds the score', () => {
  const scores = Array.from({ length: HIGHEST + 1 }, (_, score) => score)
  expect(scores.map((score) => fromThreadX(toThreadX(score)))).toEqual(scores)
  expect([fromThreadX(-999), fromThreadX(999)]).toEqual([0, HIGHEST])
})

describe('keys', () => {
  test('without a score there is no middle to start from: up begins at zero, down at ten', () => {
    expect(scoreAfterKey('ArrowUp', null)).toBe(0)
    expect(scoreAfterKey('ArrowRight', null)).toBe(0)
    expect(scoreAfterKey('ArrowDown', null)).toBe(HIGHEST)
  })

  test('steps, ends and clearing', () => {
    expect(scoreAfterKey('ArrowUp', 4)).toBe(5)
    expect(scoreAfterKey('ArrowLeft', 4)).toBe(3)
    expect(scoreAfterKey('PageUp', 9)).toBe(HIGHEST)
    expect(scoreAfterKey('ArrowDown', 0)).toBe(0)
    expect([scoreAfterKey('Home', 7), scoreAfterKey('End', 7)]).toEqual([0, HIGHEST])
    expect([scoreAfterKey('Delete', 0), scoreAfterKey('Backspace', 3)]).toEqual([null, null])
  })

  test('other keys are left to the page', () => {
    expect([scoreAfterKey('Tab', 3), scoreAfterKey('a', 3)]).toEqual([undefined, undefined])
  })
})
