/** What flows between a home and a device's rows, and in which direction. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { NO_DETAILS } from '#domain/home/details.ts'
import { valuesOf } from '#domain/document/plan-doc.ts'
import { createHomeDoc, type HomeDoc } from '#domain/home/home-doc.ts'
import { readMyDetails, setMyDetails } from '#domain/home/my-details.ts'
import { readMyPlan, setMyPlan } from '#domain/home/my-plans.ts'
import { addNote, NOTE_MS, readNotes } from '#domain/home/notes.ts'
import { addSeen, readSeen } from '#domain/home/seen.ts'
import { createRandomness } from '#domain/testing/peers.ts'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import type { PlanRow } from '#storage/rows.ts'
import { newRow } from '../store/plan-list.ts'
import { type HomeCache, NO_HOME } from './home-cache.ts'
import { meet } from './meet.ts'

const NOW = 1_795_000_000_000
const [home, otherHome, plan, otherPlan] = [1, 2, 3, 4].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill))) as [
  ReturnType<typeof toWorkspaceId>,
  ReturnType<typeof toWorkspaceId>,
  ReturnType<typeof toWorkspaceId>,
  ReturnType<typeof toWorkspaceId>,
]
const seenOf = (clocks: Readonly<Record<number, number>>): Uint8Array =>
  Y.encodeStateVector(new Map(Object.entries(clocks).map(([client, clock]) => [Number(client), clock])))
const rowOf = (more: Partial<PlanRow> = {}): PlanRow => ({ ...newRow(plan, 'me', 'Rustig wonen', NOW), ...more })
const randomness = createRandomness(1)

/** A device with one plan, which meets its home now and then. */
const createDevice = (doc: HomeDoc, row: PlanRow | null, first: HomeCache = NO_HOME) => {
  let [rows, cache, now] = [row === null ? [] : [row], first, NOW]
  return {
    row: () => rows[0]!,
    rows: () => rows,
    me: () => cache.me,
    change(change: Partial<PlanRow>) {
      rows = rows.map((each) => ({ ...each, ...change }))
    },
    setMe(me: Partial<HomeCache['me']>) {
      cache = { ...cache, me: { ...cache.me, ...me } }
    },
    takeOff() {
      cache = { ...cache, takenOff: rows.map(({ id }) => id) }
      rows = []
    },
    meet(which = home) {
      const met = meet(doc, { home: which, rows, cache, now: (now += 1), randomness })
      cache = met.cache
      for (const { id, change } of met.changed) rows = rows.map((each) => (each.id === id ? change(each) : each))
      rows = [...rows, ...met.added]
    },
  }
}

describe('at the first meeting', () => {
  test('an empty home gets all that the device has, and the name that I have in the plan I opened last', () => {
    const doc = createHomeDoc(1)
    const seen = seenOf({ 7: 3 })
    const device = createDevice(doc, rowOf({ archived: true, seen, myName: 'Ans' }))
    device.setMe({ textSize: 'large' })
    device.meet()
    expect(readMyDetails(doc)).toEqual({ ...NO_DETAILS, name: 'Ans', textSize: 'large' })
    expect(readMyPlan(doc, plan)).toEqual({ id: plan, title: 'Rustig wonen', archived: true })
    expect(readSeen(doc, plan)).toEqual(seen)
    expect(device.me().name).toBe('Ans')
  })

  test('what the home has counts, and what it lacks is added', () => {
    const doc = createHomeDoc(1)
    setMyDetails(doc, { name: 'Ans B' }, NOW, randomness)
    setMyPlan(doc, plan, { title: 'Wonen' }, NOW, randomness)
    setMyPlan(doc, otherPlan, { title: 'Samen eten', archived: true }, NOW, randomness)
    addSeen(doc, plan, seenOf({ 7: 3 }), randomness)
    const device = createDevice(doc, rowOf({ archived: true, seen: seenOf({ 7: 1, 8: 1 }) }))
    device.setMe({ name: 'Ans', language: 'nl' })
    device.meet()
    expect(device.me()).toMatchObject({ name: 'Ans B', language: 'nl' })
    expect(readMyDetails(doc)).toMatchObject({ name: 'Ans B', language: 'nl' })
    expect(device.rows()).toMatchObject([
      { title: 'Wonen', archived: true, seen: seenOf({ 7: 3, 8: 1 }) },
      { id: otherPlan, title: 'Samen eten', archived: true, coming: 'content' },
    ])
  })
})

describe('afterwards', () => {
  test('what was changed here goes to the home, and everything else comes from it', () => {
    const doc = createHomeDoc(1)
    const device = createDevice(doc, rowOf())
    device.meet()
    setMyPlan(doc, plan, { title: 'Weer wonen' }, NOW + 10, randomness)
    setMyDetails(doc, { name: 'Ans', colour: 2 }, NOW + 10, randomness)
    device.change({ archived: true })
    device.setMe({ textSize: 'larger' })
    device.meet()
    expect(device.row()).toMatchObject({ title: 'Weer wonen', archived: true })
    expect(readMyPlan(doc, plan)).toEqual({ id: plan, title: 'Weer wonen', archived: true })
    expect([device.me(), readMyDetails(doc)]).toEqual(
      [1, 2].map(() => ({ name: 'Ans', colour: 2, language: null, textSize: 'larger' })),
    )
    device.change({ archived: false })
    device.setMe({ textSize: null })
    device.meet()
    expect(readMyPlan(doc, plan).archived).toBe(false)
    expect(readMyDetails(doc).textSize).toBe(null)
  })

  test('two devices settle on one state, and then nothing is written', () => {
    const doc = createHomeDoc(1)
    const [phone, laptop] = [createDevice(doc, rowOf()), createDevice(doc, rowOf({ title: 'Wonen', archived: true }))]
    for (const device of [phone, laptop, phone, laptop]) device.meet()
    expect(phone.row()).toMatchObject({ title: 'Rustig wonen', archived: true })
    expect(laptop.row()).toMatchObject({ title: 'Rustig wonen', archived: true })
    const before = Y.encodeStateAsUpdate(doc)
    for (const device of [phone, laptop]) device.meet()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('a plan without its title yet takes no title away', () => {
    const doc = createHomeDoc(1)
    const device = createDevice(doc, rowOf())
    device.meet()
    device.change({ title: '' }) // opened before anything of it had come
    device.meet()
    expect(readMyPlan(doc, plan).title).toBe('Rustig wonen')
    const coming = createDevice(doc, rowOf({ title: '', coming: 'title' }))
    coming.meet()
    expect(coming.row()).toMatchObject({ title: 'Rustig wonen', coming: 'content' })
  })

  test('what was taken off here stays off, and stays with my other devices', () => {
    const doc = createHomeDoc(1)
    const device = createDevice(doc, rowOf())
    device.meet()
    device.takeOff()
    device.meet()
    expect(device.rows()).toEqual([])
    expect(readMyPlan(doc, plan).title).toBe('Rustig wonen')
  })

  test('plans that I opened as somebody else, or that the relay refuses, are not mine', () => {
    const doc = createHomeDoc(1)
    createDevice(doc, rowOf({ person: toPersonId(new Uint8Array(16).fill(9)), myName: 'Wanda' })).meet()
    createDevice(doc, rowOf({ coming: 'refused' })).meet()
    expect([readMyPlan(doc, plan).title, readMyDetails(doc).name]).toEqual(['', null])
  })

  test('a device that is another person’s now tells nothing of the one before', () => {
    const [mine, theirs] = [createHomeDoc(1), createHomeDoc(2)]
    const device = createDevice(mine, null)
    device.setMe({ name: 'Ans', textSize: 'large' })
    device.meet()
    const later = createDevice(theirs, null, { ...NO_HOME, home, me: device.me(), metMe: device.me() })
    later.meet(otherHome)
    expect([readMyDetails(theirs), later.me()]).toEqual([NO_DETAILS, NO_DETAILS])
  })

  test('what a newer version wrote stays in the home, also where this device has chosen something that it knows', () => {
    const doc = createHomeDoc(1)
    const values = valuesOf(doc)
    const newer: readonly (readonly [string, unknown])[] = [
      ['me/textSize#x', { at: NOW, value: 'huge' }],
      ['me/contrast#x', { at: NOW, value: 'high' }],
      [`plan:${plan}/archived#x`, { at: NOW, value: 'until spring' }],
      [`plan:${otherPlan}/pinned#x`, { at: NOW, value: true }],
      ['note:AAAAAAAAAAA/note#x', { at: NOW, value: { kind: 'spoken', plan, expires: NOW - 1 } }],
    ]
    for (const [name, value] of newer) values.set(name, value)
    const device = createDevice(doc, rowOf())
    device.setMe({ textSize: 'large' })
    for (let time = 0; time < 3; time += 1) device.meet()
    for (const [name, value] of newer) expect(values.get(name)).toEqual(value)
    expect(device.me().textSize).toBe('large')
    device.setMe({ textSize: 'larger' })
    device.meet()
    expect(readMyDetails(doc).textSize).toBe('larger')
  })

  test('notes that are over leave the home', () => {
    const doc = createHomeDoc(1)
    addNote(doc, { kind: 'note', place: { plan }, text: 'x' }, NOW - NOTE_MS, randomness)
    createDevice(doc, null).meet()
    expect(readNotes(doc, 0)).toEqual([])
  })
})
