import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { defaultColour, readPeople, readPerson, setMyColour, setMyName } from './people.ts'
import { readValues } from '../document/values.ts'
import { beginPlan, readTitles, setTitle } from './plan.ts'
import { createPlanDoc, SCHEMA_VERSION, valuesOf } from '../document/plan-doc.ts'
import { readStoryText } from '../story/story-text.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'
import { NOBODY } from '../testing/read-parts.ts'

const RESIDENT = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!
const WORKER = parsePersonId('d29ya2VyLXdvcmtlci13bw')!

const createRandomness = () => {
  let drawn = 0
  return { randomBytes: (length: number) => new Uint8Array(length).fill(++drawn) }
}

test('a plan saved by release 1 still opens — if this fails, people lose their words', async () => {
  const doc = createPlanDoc()
  Y.applyUpdate(doc, await readFile(new URL('../fixtures/plan-r1.bin', import.meta.url)))
  expect(readValues(doc, 'plan/schema')).toEqual([1])
  expect(readTitles(doc)).toEqual(['Plan van Ines', 'Samen verder'])
  expect(readPeople(doc, NOBODY)).toEqual([
    { person: RESIDENT, name: 'Ines', colour: 4 },
    { person: WORKER, name: 'Wijkteam', colour: defaultColour(WORKER) },
  ])
  expect(readStoryText(doc)).toBe(
    'Wie ben ik\n\nIk woon hier nu twee jaar. Ik ken bijna niemand 🌱\nZie de buurttuin\n\n• buiten zijn\n  1. moestuin\n• ',
  )
})

test('a new plan has a title and a version, in one transaction', () => {
  const doc = createPlanDoc(1)
  const origins: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
  beginPlan(doc, '  Mijn\nplan ', createRandomness())
  expect(readTitles(doc)).toEqual(['Mijn plan'])
  expect(readValues(doc, 'plan/schema')).toEqual([SCHEMA_VERSION])
  expect(origins).toEqual([beginPlan])
})

test('an emptied title is no title', () => {
  const doc = createPlanDoc(1)
  const randomness = createRandomness()
  beginPlan(doc, 'Mijn plan', randomness)
  setTitle(doc, '   ', randomness)
  expect(readTitles(doc)).toEqual([])
})

test('a title from outside is one line of bounded length that cannot turn the direction of the text around it', () => {
  const doc = createPlanDoc(1)
  valuesOf(doc).set('plan/title#1', `a\u202eb\u2028\u0000c${'👩🏽‍🌾'.repeat(9_000)}`)
  valuesOf(doc).set('plan/title#2', 7)
  const [title = '', ...others] = readTitles(doc)
  expect(others).toEqual([])
  expect(title.startsWith('a b c')).toBe(true)
  expect([...title].length).toBeLessThanOrEqual(120)
  expect(title.isWellFormed()).toBe(true)
})

test('a person who gave nothing has no name, and the same colour on every device', () => {
  const doc = createPlanDoc(1)
  expect(readPerson(doc, WORKER, NOBODY)).toEqual({ person: WORKER, name: '', colour: defaultColour(WORKER) })
  expect(readPeople(doc, NOBODY)).toEqual([])
})

test('a person has the name and colour they chose', () => {
  const doc = createPlanDoc(1)
  const randomness = createRandomness()
  setMyName(doc, RESIDENT, 'Ines', randomness)
  setMyColour(doc, RESIDENT, 5, randomness)
  setMyName(doc, RESIDENT, 'Inès', randomness)
  expect(readPerson(doc, RESIDENT, NOBODY)).toEqual({ person: RESIDENT, name: 'Inès', colour: 5 })
  expect(readPeople(doc, NOBODY)).toEqual([readPerson(doc, RESIDENT, NOBODY)])
})

test('an invalid name or colour is left out', () => {
  const doc = createPlanDoc(1)
  valuesOf(doc).set(`person:${RESIDENT}/name#1`, { html: '<b>' })
  valuesOf(doc).set(`person:${RESIDENT}/name#2`, 'x'.repeat(500))
  valuesOf(doc).set(`person:${RESIDENT}/colour#1`, 6)
  valuesOf(doc).set(`person:${RESIDENT}/colour#2`, '3')
  valuesOf(doc).set('person:nobody/name#1', 'Nobody')
  valuesOf(doc).set(`person:${WORKER}/other#1`, 'x')
  expect(readPeople(doc, NOBODY)).toEqual([{ person: RESIDENT, name: 'x'.repeat(40), colour: defaultColour(RESIDENT) }])
})
