/** What one person keeps for themself: the same on all their devices, and nothing that anybody can break. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { valuesOf } from '../document/plan-doc.ts'
import { NO_DETAILS, parseMyDetails } from './details.ts'
import { readMyDetails, setMyDetails } from './my-details.ts'
import { readMyPlans, setMyPlan } from './my-plans.ts'
import { addSeen, holdsSeen, joinSeen, readSeen } from './seen.ts'
import { clocksOf, createDevice, DAY_MS, meet, NOW, otherPlan, pair, plan, vector } from '../testing/own-devices.ts'

describe('my details', () => {
  test('are what I chose last, on whichever device', () => {
    const [phone, laptop] = pair()
    setMyDetails(phone.doc, { name: ' Wanda\n de Wit ', colour: 3, textSize: 'large' }, NOW, phone.randomness)
    setMyDetails(laptop.doc, { name: 'Wanda', language: 'nl' }, NOW + 1, laptop.randomness)
    meet(phone, laptop)
    const chosen = { name: 'Wanda', colour: 3, language: 'nl', textSize: 'large' }
    expect([readMyDetails(phone.doc), readMyDetails(laptop.doc)]).toEqual([chosen, chosen])
    setMyDetails(phone.doc, { colour: null }, NOW - DAY_MS, phone.randomness) // its clock is behind
    meet(phone, laptop)
    expect(readMyDetails(laptop.doc)).toEqual({ ...chosen, colour: null })
  })

  test('are set by a clock with fractions of a millisecond too', () => {
    const { doc, randomness } = createDevice(1)
    setMyDetails(doc, { name: 'Wanda' }, NOW + 0.25, randomness)
    expect(readMyDetails(doc).name).toBe('Wanda')
  })

  test('that say the same again write nothing', () => {
    const { doc, randomness } = createDevice(1)
    setMyDetails(doc, { name: 'Wanda' }, NOW, randomness)
    const before = Y.encodeStateAsUpdate(doc)
    setMyDetails(doc, { name: 'Wanda' }, NOW + 5, randomness)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('are none of what somebody else stored there', () => {
    expect(parseMyDetails({ name: 7, colour: 6, language: '../x', textSize: 'huge' })).toEqual(NO_DETAILS)
    expect(parseMyDetails({ name: '\u202eWanda', colour: 5, language: 'zh-Hant', textSize: 'larger' })).toEqual({
      name: 'Wanda',
      colour: 5,
      language: 'zh-Hant',
      textSize: 'larger',
    })
  })
})

describe('my plans', () => {
  test('have the title and the place that I gave them last', () => {
    const [phone, laptop] = pair()
    setMyPlan(phone.doc, plan, { title: 'Plan van Sam' }, NOW, phone.randomness)
    setMyPlan(laptop.doc, plan, { archived: true }, NOW, laptop.randomness)
    setMyPlan(laptop.doc, otherPlan, { title: '' }, NOW, laptop.randomness)
    meet(phone, laptop)
    expect(readMyPlans(phone.doc)).toEqual([
      { id: plan, title: 'Plan van Sam', archived: true },
      { id: otherPlan, title: '', archived: null },
    ])
  })
})

describe('what I have seen', () => {
  test('is what all my devices have seen together', () => {
    const [phone, laptop] = pair()
    expect(readSeen(phone.doc, plan)).toBe(null)
    addSeen(phone.doc, plan, vector({ 7: 10, 8: 2 }), phone.randomness)
    addSeen(laptop.doc, plan, vector({ 7: 4, 9: 1 }), laptop.randomness)
    meet(phone, laptop)
    expect(clocksOf(readSeen(phone.doc, plan))).toEqual({ 7: 10, 8: 2, 9: 1 })
    expect(readSeen(phone.doc, otherPlan)).toBe(null)
  })

  test('of an empty plan is something else than never having looked', () => {
    const { doc, randomness } = createDevice(1)
    addSeen(doc, plan, vector({}), randomness)
    expect(clocksOf(readSeen(doc, plan))).toEqual({})
  })

  test('costs what is new in it, and stays few values', () => {
    const { doc, randomness } = createDevice(1)
    const clocks: Record<number, number> = {}
    for (let client = 0; client < 2_000; client += 1) clocks[2 ** 50 + client] = 2 ** 30
    addSeen(doc, plan, vector(clocks), randomness)
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    for (let look = 1; look <= 40; look += 1) addSeen(doc, plan, vector({ ...clocks, 7: look }), randomness)
    expect(sizes).toHaveLength(40)
    expect(sizes.toSorted((a, b) => a - b)[20]).toBeLessThan(200)
    expect(valuesOf(doc).size).toBeLessThanOrEqual(16)
    expect(clocksOf(readSeen(doc, plan))).toEqual({ ...clocks, 7: 40 })
    addSeen(doc, plan, vector({ 7: 20 }), randomness)
    expect(sizes).toHaveLength(40)
  })

  test('is joined and compared, whatever the bytes', () => {
    const broken = new Uint8Array([255, 255, 255])
    expect(clocksOf(joinSeen(vector({ 1: 2 }), vector({ 1: 1, 3: 4 })))).toEqual({ 1: 2, 3: 4 })
    expect(clocksOf(joinSeen(broken, vector({ 1: 1 })))).toEqual({ 1: 1 })
    expect(joinSeen(null, null)).toBe(null)
    expect(holdsSeen(vector({ 1: 2 }), vector({ 1: 1 }))).toBe(true)
    expect(holdsSeen(vector({ 1: 2 }), vector({ 3: 1 }))).toBe(false)
    expect(holdsSeen(null, vector({}))).toBe(true)
  })
})
