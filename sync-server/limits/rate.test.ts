import { describe, expect, test } from 'vitest'
import { createSlots, createQuota, createRate, createRates, MAX_QUOTA_KEYS } from './rate.ts'

const take = (times: number, once: () => boolean): number => Array.from({ length: times }, once).filter(Boolean).length

test('a rate allows its burst at once, then so many per second; a clock that is set back takes nothing away', () => {
  const mayGo = createRate({ burst: 5, perSecond: 2 })
  expect(take(9, () => mayGo(1_000))).toBe(5)
  expect(take(9, () => mayGo(2_000))).toBe(2)
  expect(take(9, () => mayGo(0))).toBe(0)
  expect(take(9, () => mayGo(1_000))).toBe(2)
  expect(take(9, () => mayGo(900_000))).toBe(5)
})

describe('rates by key', () => {
  test('are independent of each other, and an expensive call takes several tokens', () => {
    const rates = createRates({ burst: 5, perSecond: 1 })
    expect(take(9, () => rates.take('worker', 0))).toBe(5)
    expect([rates.take('resident', 0, 4), rates.take('resident', 0, 2), rates.take('resident', 0, 1)]).toEqual([
      true,
      false,
      true,
    ])
  })
  test('[S8] keep only recently active keys, and drop none that is still active', () => {
    const rates = createRates({ burst: 5, perSecond: 1 })
    take(5, () => rates.take('busy', 99_999))
    for (let person = 0; person < 100_000; person++) rates.take(`person ${person}`, 100_000 + person)
    expect(rates.size()).toBeLessThan(5_000)
    for (let tries = 0; tries < 5; tries++) rates.take('busy', 200_000)
    for (let person = 0; person < 10_000; person++) rates.take(`other ${person}`, 200_001)
    expect(rates.take('busy', 200_001)).toBe(false)
  })
})

describe('a quota', () => {
  test('starts anew with each window', () => {
    const mayBegin = createQuota(2, 1_000)
    expect(take(5, () => mayBegin('office', 999))).toBe(2)
    expect(take(5, () => mayBegin('home', 999))).toBe(2)
    expect(take(5, () => mayBegin('office', 1_000))).toBe(2)
  })
  test('[S8] counts a bounded number of keys; all others share one count, and the first keys are not affected', () => {
    const mayBegin = createQuota(3, 1_000)
    for (let key = 0; key < MAX_QUOTA_KEYS; key++) expect(mayBegin(`address ${key}`, 0)).toBe(true)
    let number = 0
    expect(take(1_000, () => mayBegin(`another ${number++}`, 0))).toBe(3)
    expect(mayBegin('address 0', 0)).toBe(true)
  })
})

test('a place is given back, and a key without places is not kept', () => {
  const places = createSlots(2)
  expect([places.take('a'), places.take('a'), places.take('a')]).toEqual([true, true, false])
  expect([places.hasRoom('a'), places.hasRoom('b'), places.size()]).toEqual([false, true, 1])
  places.leave('a')
  expect([places.take('a'), places.take('a')]).toEqual([true, false])
  expect(places.take('b')).toBe(true)
  expect(places.size()).toBe(2)
  places.leave('b')
  expect(places.size()).toBe(1)
})
