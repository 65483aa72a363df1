import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byOrder, isOrder, moveAfter, orderAfter, type Ordered, placesAfter } from './order.ts'
import { valuesOf } from './plan-doc.ts'
import { moveSection, readSections, setSectionHidden, setSectionTitle } from '../plan/sections.ts'
import { createPair, meet, type Peer } from '../testing/peers.ts'
import { addWish, readWishes } from '../goals/wishes.ts'

const texts = ({ doc }: Peer) => readWishes(doc).map(({ text }) => text)
const begin = (names: string) => {
  const [worker, resident] = createPair()
  const ids = [...names].map((name) => addWish(worker.doc, name, worker.randomness))
  meet(worker, resident)
  const move = ({ doc, randomness }: Peer, name: string, after: string | null) => {
    const idOf = (text: string) => ids[names.indexOf(text)]!
    moveAfter(doc, 'wish', idOf(name), readWishes(doc), after === null ? null : idOf(after), randomness)
  }
  return { worker, resident, ids, move }
}

describe('things that are moved', () => {
  test('stand where they were put', () => {
    const { worker, move } = begin('ABCD')
    move(worker, 'D', 'A')
    expect(texts(worker)).toEqual(['A', 'D', 'B', 'C'])
    move(worker, 'B', null)
    expect(texts(worker)).toEqual(['B', 'A', 'D', 'C'])
    move(worker, 'B', 'C')
    expect(texts(worker)).toEqual(['A', 'D', 'C', 'B'])
    move(worker, 'D', 'D')
    expect(texts(worker)[0]).toBe('D')
  })

  test('by two people at once are neither lost nor doubled, and in the same order for both', () => {
    const { worker, resident, move } = begin('ABCD')
    move(worker, 'A', 'D')
    move(resident, 'A', 'B')
    move(resident, 'C', null)
    meet(worker, resident)
    expect(texts(worker).toSorted()).toEqual(['A', 'B', 'C', 'D'])
    expect(texts(resident)).toEqual(texts(worker))
  })

  test('between two that were added at once find room there', () => {
    const { worker, resident } = begin('A')
    addWish(worker.doc, 'B', worker.randomness)
    addWish(resident.doc, 'C', resident.randomness)
    meet(worker, resident)
    addWish(worker.doc, 'D', worker.randomness)
    const wishes = readWishes(worker.doc)
    expect(wishes[1]?.order).toBe(wishes[2]?.order)
    moveAfter(worker.doc, 'wish', wishes[3]!.id, wishes, wishes[1]!.id, worker.randomness)
    expect(texts(worker)).toEqual([wishes[0]!.text, wishes[1]!.text, 'D', wishes[2]!.text])
  })

  const name = fc.constantFrom(...'ABCDE')
  const order = fc.oneof(
    fc.constantFrom(
      '',
      'a0',
      'a1',
      'a1V',
      'Zz',
      'zzzz',
      'a0'.repeat(200),
      `a0${'z'.repeat(498)}`,
      'b',
      '~',
      'A0',
      'a10',
    ),
    fc.string({ maxLength: 4 }),
  )

  test('always land right behind the chosen one, whatever orders a stranger wrote', () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 5, maxLength: 5 }), name, fc.option(name), (orders, moved, after) => {
        const { worker, ids, move } = begin('ABCDE')
        for (const [index, id] of ids.entries()) {
          for (const key of valuesOf(worker.doc).keys()) {
            if (key.startsWith(`wish:${id}/order#`)) valuesOf(worker.doc).delete(key)
          }
          valuesOf(worker.doc).set(`wish:${id}/order#1`, orders[index])
        }
        const before = texts(worker).filter((text) => text !== moved)
        move(worker, moved, after)
        const index = after === null || after === moved ? 0 : before.indexOf(after) + 1
        expect(texts(worker)).toEqual(before.toSpliced(index, 0, moved))
      }),
    )
  })

  test('a thousand times to the same narrow place still land there', () => {
    let list: readonly Ordered[] = ['A', 'B', 'C'].map((id, index) => ({ id, order: `a${index}` }))
    for (let round = 0; round < 4_000; round += 1) {
      const [, second, third] = list
      const places = placesAfter(list, third!.id, list[0]!.id)
      list = list.map((item) => ({ ...item, order: places.get(item.id) ?? item.order })).toSorted(byOrder)
      expect([list[1]!.id, list[2]!.id]).toEqual([third!.id, second!.id])
    }
    for (const { order: last } of list) expect(isOrder(last)).toBe(true)
  })
})

test('are last when added, also behind things without an order', () => {
  expect(orderAfter([])).toBe('a0')
  expect(orderAfter([{ id: 'x', order: '' }])).toBe('a0')
  expect(orderAfter([{ id: 'x', order: 'a0' }]) > 'a0').toBe(true)
})

describe('the parts of a plan', () => {
  const names = ({ doc }: Peer) => readSections(doc).map(({ id }) => id)

  test('have an order, until somebody moves one', () => {
    const [worker, resident] = createPair()
    expect(names(worker)).toEqual(['story', 'wheel', 'goals', 'conversations', 'contact', 'people'])
    moveSection(worker.doc, 'contact', null, worker.randomness)
    moveSection(resident.doc, 'people', null, resident.randomness)
    meet(worker, resident)
    expect(names(worker)).toEqual(names(resident))
    expect(names(worker).slice(2)).toEqual(['story', 'wheel', 'goals', 'conversations'])
    const [first, second] = names(worker)
    moveSection(worker.doc, 'goals', first!, worker.randomness)
    expect(names(worker).slice(0, 3)).toEqual([first, 'goals', second])
  })

  test('are hidden and renamed; hidden and shown at once is shown', () => {
    const [worker, resident] = createPair()
    setSectionHidden(worker.doc, 'wheel', true, worker.randomness)
    setSectionTitle(worker.doc, 'wheel', '  Mijn\nspinnenweb', worker.randomness)
    meet(worker, resident)
    expect(readSections(resident.doc)[1]).toEqual({ id: 'wheel', order: 'a1', hidden: true, title: 'Mijn spinnenweb' })
    setSectionHidden(worker.doc, 'wheel', false, worker.randomness)
    setSectionTitle(worker.doc, 'wheel', '', worker.randomness)
    setSectionHidden(resident.doc, 'goals', false, resident.randomness)
    setSectionHidden(worker.doc, 'goals', true, worker.randomness)
    meet(worker, resident)
    const [, wheel, goals] = readSections(worker.doc)
    expect(wheel).toMatchObject({ hidden: false, title: '' })
    expect(goals?.hidden).toBe(false)
  })

  test('keep their defaults where the values make no sense', () => {
    const [worker] = createPair()
    for (const field of ['hidden', 'title', 'order']) valuesOf(worker.doc).set(`section:story/${field}#1`, { a: 1 })
    expect(readSections(worker.doc)[0]).toEqual({ id: 'story', order: 'a0', hidden: false, title: '' })
  })
})

test('an order is what the library can go on from', () => {
  for (const order of ['a0', 'Zz', 'a1V', 'b00', 'zzzzzzzzzzzzzzzzzzzzzzzzzzz']) expect(isOrder(order)).toBe(true)
  for (const order of ['', 'b', 'a', 'a00', '0a', 'a0-', 'a\u00e9', 7, null, 'a1'.repeat(300)]) {
    expect(isOrder(order)).toBe(false)
  }
})
