/** Who may set what stops, moves or redirects others, and what happens when somebody else did. */
import { expect, test } from 'vitest'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { readPlan } from '../document/read-plan.ts'
import { unknownIn } from '../document/unknown.ts'
import { createPair, meet } from '../testing/peers.ts'
import { beginPlan, readTitles, setTitle } from './plan.ts'
import { leaveSo, overstepsOf, putBack } from './powers.ts'
import { moveSection, readSections, setSectionHidden, setSectionTitle } from './sections.ts'
import { readSuccessor, setSuccessor } from './successor.ts'

const [ANS, WANDA] = [toPersonId(new Uint8Array(16).fill(1)), toPersonId(new Uint8Array(16).fill(2))]
const NEXT = toWorkspaceId(new Uint8Array(16).fill(9))
const begin = () => {
  const [wanda, ans] = createPair()
  const personAt = (client: number) => (client === 1 ? WANDA : client === 2 ? ANS : null)
  const circle = { me: ANS, personAt, mayRule: (person: string) => person === ANS }
  beginPlan(ans.doc, 'Plan van Ans', ans.randomness)
  meet(wanda, ans)
  const oversteps = () =>
    (['schema', 'successor', 'title', 'sections'] as const).map((name) => overstepsOf(readPlan(ans.doc), name, circle))
  return { wanda, ans, circle, oversteps }
}

test('an owner does all of it, and nobody is told', () => {
  const { ans, circle, oversteps } = begin()
  setTitle(ans.doc, 'Anders', ans.randomness)
  setSectionHidden(ans.doc, 'wheel', true, ans.randomness)
  setSuccessor(ans.doc, NEXT, ans.randomness)
  expect(oversteps()).toEqual([[], [], [], []])
  expect(readSuccessor(ans.doc, circle)).toBe(NEXT)
})

test('a successor of somebody else leads nobody away but themself', () => {
  const { wanda, ans, circle, oversteps } = begin()
  setSuccessor(wanda.doc, NEXT, wanda.randomness)
  meet(wanda, ans)
  expect(readSuccessor(ans.doc, circle)).toBeNull()
  expect(readSuccessor(ans.doc, { ...circle, me: WANDA })).toBe(NEXT)
  expect(oversteps()).toEqual([[], [WANDA], [], []])
  putBack(ans.doc, 'successor', circle, '', ans.randomness)
  expect(oversteps()).toEqual([[], [], [], []])
})

test('a title of somebody else counts, and an owner puts it back or leaves it', () => {
  const { wanda, ans, circle, oversteps } = begin()
  setTitle(wanda.doc, 'Plan van de gemeente', wanda.randomness)
  meet(wanda, ans)
  expect([readTitles(ans.doc), oversteps()[2]]).toEqual([['Plan van de gemeente'], [WANDA]])
  leaveSo(ans.doc, 'title', circle, ans.randomness)
  expect([readTitles(ans.doc), oversteps()[2]]).toEqual([['Plan van de gemeente'], []])
  setTitle(wanda.doc, 'Weer anders', wanda.randomness)
  meet(wanda, ans)
  setTitle(wanda.doc, 'Weer anders', wanda.randomness)
  putBack(ans.doc, 'title', circle, 'Plan van Ans', ans.randomness)
  expect([readTitles(ans.doc), oversteps()[2]]).toEqual([['Plan van Ans'], []])
})

test('parts that somebody else hid, renamed and moved stand again as in a new plan, and an owner’s own stay', () => {
  const { wanda, ans, circle, oversteps } = begin()
  const before = readSections(ans.doc).map(({ id }) => id)
  setSectionTitle(ans.doc, 'goals', 'Wat ik wil', ans.randomness)
  meet(wanda, ans)
  setSectionHidden(wanda.doc, 'story', true, wanda.randomness)
  setSectionTitle(wanda.doc, 'story', 'Gesloten', wanda.randomness)
  moveSection(wanda.doc, 'people', null, wanda.randomness)
  meet(wanda, ans)
  expect(oversteps()[3]).toEqual([WANDA])
  putBack(ans.doc, 'sections', circle, '', ans.randomness)
  expect(readSections(ans.doc).map(({ id }) => id)).toEqual(before)
  expect(readSections(ans.doc).filter(({ hidden, title }) => hidden || title !== '')).toMatchObject([
    { id: 'goals', title: 'Wat ik wil' },
  ])
  expect(oversteps()[3]).toEqual([])
})

test('a higher schema version is nothing; what cannot be read is told with its author, and stays', () => {
  const { wanda, ans, oversteps } = begin()
  valuesOf(wanda.doc).set('plan/schema#x', 1_000)
  meet(wanda, ans)
  expect([oversteps(), unknownIn(ans.doc)]).toEqual([[[], [], [], []], []])
  wanda.doc.getMap('receipts').set('one', 7)
  valuesOf(wanda.doc).set('receipt:one/amount#x', 7)
  meet(wanda, ans)
  expect(unknownIn(ans.doc)).toEqual([1])
  expect(ans.doc.getMap('receipts').get('one')).toBe(7)
})

test('whoever handed the plan over has not overstepped with the title of then', () => {
  const { ans, circle } = begin()
  const handedOver = { ...circle, me: WANDA, mayRule: (person: string) => person === WANDA || person === ANS }
  expect(overstepsOf(readPlan(ans.doc), 'title', handedOver)).toEqual([])
})
