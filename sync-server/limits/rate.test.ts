import { describe, expect, test } from 'vitest'
import { createPlaces, createQuota, createRate, createRates, MAX_QUOTA_KEYS } from './rate.ts'

const take = (times: number, once: () => boolean): number => Array.from({ length: times }, once).filter(Boolean).length

test('a rate allows its burst at once, then so many a second; a clock that is set back takes nothing away', () => {
  const mayGo = createRate({ burst: 5, perSecond: 2 })
  expect(take(9, () => mayGo(1_000))).toBe(5)
  expect(take(9, () => mayGo(2_000))).toBe(2)
  expect(take(9, () => mayGo(0))).toBe(0)
  expect(take(9, () => mayGo(1_000))).toBe(2)
  expect(take(9, () => mayGo(900_000))).toBe(5)
})

describe('rates of many', () => {
  test('are each their own, and a dear thing costs more', () => {
    const rates = createRates({ burst: 5, perSecond: 1 })
    expect(take(9, () => rates.take('worker', 0))).toBe(5)
    expect([rates.take('resident', 0, 4), rates.take('resident', 0, 2), rates.take('resident', 0, 1)]).toEqual([
      true,
      false,
      true,
    ])
  })
  test('[S8] keep only who was busy lately, and forget nobody who still is', () => {
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
  test('begins anew with each window', () => {
    const mayBegin = createQuota(2, 1_000)
    expect(take(5, () => mayBegin('office', 999))).toBe(2)
    expect(take(5, () => mayBegin('home', 999))).toBe(2)
    expect(take(5, () => mayBegin('office', 1_000))).toBe(2)
  })
  test('[S8] counts so many keys and no more: all others share one, and those who were first are not held up', () => {
    const mayBegin = createQuota(3, 1_000)
    for (let key = 0; key < MAX_QUOTA_KEYS; key++) expect(mayBegin(`address ${key}`, 0)).toBe(true)
    let number = 0
    expect(take(1_000, () => mayBegin(`another ${number++}`, 0))).toBe(3)
    expect(mayBegin('address 0', 0)).toBe(true)
  })
})

test('places are given back once, and nobody is remembered who has none', () => {
  const places = createPlaces(2)
  const [first, second] = [places.take('a'), places.take('a')]
  expect([places.take('a'), places.size()]).toEqual([null, 1])
  first?.()
  first?.()
  expect(places.take('a')).not.toBeNull()
  expect(places.take('a')).toBeNull()
  second?.()
  expect(places.take('a')).not.toBeNull()
  const other = places.take('b')
  expect(places.size()).toBe(2)
  other?.()
  expect(places.size()).toBe(1)
})
