/** [G1] What one member writes under another's key never counts as theirs; what they wrote themself does, from any of their devices. */
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { addCard, joinCards, readContactCards, setLiking } from '../contact/contact.ts'
import { valuesOf } from '../document/plan-doc.ts'
import type { EntityId } from '../document/entity-id.ts'
import { setText } from '../document/texts.ts'
import { setAnswer, writeDownAnswer } from '../goals/answers.ts'
import { agreeEnding, proposeEnding } from '../goals/endings.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { createPeer, meet, type Peer } from '../testing/peers.ts'
import { finishCheckIn, noteOf, readCheckIns, setScore, setTalkAbout, startCheckIn } from '../wheel/check-ins.ts'
import { hear, othersIn } from './hands.ts'
import { defaultColour, readPeople, readPerson, setMyColour, setMyName } from './people.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'

const NOW = 1_795_000_000_000
const [ANS, WANDA] = [1, 2].map((fill) => toPersonId(new Uint8Array(16).fill(fill))) as [
  ReturnType<typeof toPersonId>,
  ReturnType<typeof toPersonId>,
]
const [PHONE, LAPTOP, WANDAS] = [1, 11, 2]
/** As the log says: Ans has two devices. */
const authors = {
  personAt: (client: number) => (client === PHONE || client === LAPTOP ? ANS : client === WANDAS ? WANDA : null),
}
const begin = () => {
  const [phone, laptop, wanda] = [createPeer(PHONE), createPeer(LAPTOP), createPeer(WANDAS)]
  return { phone, laptop, wanda }
}
const AGREE = { answer: 'agree', words: '' } as const
const DISAGREE = { answer: 'disagree', words: 'Te snel.' } as const

test('a name and a colour count from the person alone, on whichever of their devices', () => {
  const { phone, laptop, wanda } = begin()
  setMyName(phone.doc, ANS, 'Ans', phone.randomness)
  setMyColour(laptop.doc, ANS, 4, laptop.randomness)
  setMyName(wanda.doc, WANDA, 'Ans', wanda.randomness)
  setMyName(wanda.doc, ANS, 'De gemeente', wanda.randomness)
  setMyColour(wanda.doc, ANS, 1, wanda.randomness)
  meet(phone, laptop, wanda)
  for (const { doc } of [phone, laptop, wanda]) {
    expect(readPerson(doc, ANS, authors)).toEqual({ person: ANS, name: 'Ans', colour: 4 })
    expect(readPeople(doc, authors).map(({ name }) => name)).toEqual(['Ans', 'Ans'])
  }
})

test('a name that another replaced is gone, and not theirs', () => {
  const { phone, wanda } = begin()
  setMyName(phone.doc, ANS, 'Ans', phone.randomness)
  meet(phone, wanda)
  setMyName(wanda.doc, ANS, 'Boef', wanda.randomness)
  meet(phone, wanda)
  expect(readPerson(phone.doc, ANS, authors)).toEqual({ person: ANS, name: '', colour: defaultColour(ANS) })
  expect(readPeople(phone.doc, authors)).toEqual([])
})

test('while a checkpoint is compared with the log no author is known, and names count as they are', () => {
  const { phone } = begin()
  setMyName(phone.doc, ANS, 'Ans', phone.randomness)
  expect(readPerson(phone.doc, ANS, { personAt: () => null }).name).toBe('Ans')
})

test('an answer is own from its person alone; what another wrote down stands beside it and never replaces it', () => {
  const { phone, wanda } = begin()
  const goal = addGoal(phone.doc, { title: 'Post' }, phone.randomness)
  setAnswer(phone.doc, goal, { person: ANS }, DISAGREE, phone.randomness)
  meet(phone, wanda)
  writeDownAnswer(wanda.doc, goal, { person: ANS }, AGREE, authors, wanda.randomness)
  meet(phone, wanda)
  const heard = () =>
    readGoals(phone.doc)[0]!.answers.map((answer) => {
      const { answer: choice, own, by } = hear(answer, authors)
      return { choice, own, by }
    })
  const own = { choice: 'disagree', own: true, by: ANS }
  expect(heard().toSorted((a, b) => Number(b.own) - Number(a.own))).toEqual([
    own,
    { choice: 'agree', own: false, by: WANDA },
  ])
  setAnswer(phone.doc, goal, { person: ANS }, DISAGREE, phone.randomness)
  expect(heard()).toEqual([own]) // their own words settle what another wrote down
})

test('an agreement of before does not stand for an outcome that somebody sets now', () => {
  const { phone, wanda } = begin()
  const goal = addGoal(phone.doc, { title: 'Post' }, phone.randomness)
  meet(phone, wanda)
  proposeEnding(wanda.doc, goal, 'cancelled', NOW, wanda.randomness)
  meet(phone, wanda)
  agreeEnding(phone.doc, goal, 'cancelled', NOW, phone.randomness)
  setGoalStatus(phone.doc, goal, 'active', phone.randomness)
  meet(phone, wanda)
  setGoalStatus(wanda.doc, goal, 'cancelled', wanda.randomness)
  meet(phone, wanda)
  expect(readGoals(phone.doc)[0]?.decision).toEqual({
    proposed: [],
    agreed: [],
    set: [{ client: WANDAS, at: 0 }],
  })
})

test('a wheel names everybody else who said something in it, and not who only began or finished it', () => {
  const { phone, wanda } = begin()
  const id = startCheckIn(phone.doc, { who: { person: ANS }, at: NOW, pack: 'weef' }, phone.randomness)
  setScore(phone.doc, id, 'own', 7, phone.randomness)
  meet(phone, wanda)
  const others = () => {
    const [wheel] = readCheckIns(phone.doc)
    return wheel === undefined ? null : othersIn(wheel.who, wheel.writers, authors)
  }
  expect(others()).toEqual([])
  finishCheckIn(wanda.doc, id, wanda.randomness)
  meet(phone, wanda)
  expect([others(), readCheckIns(phone.doc)[0]?.finishers]).toEqual([[], [WANDAS]])
  const begun = startCheckIn(wanda.doc, { who: { person: ANS }, at: NOW, pack: 'weef' }, wanda.randomness)
  expect(readCheckIns(wanda.doc).find((wheel) => wheel.id === begun)?.writers).toEqual([])
})

test.each<[string, (peer: Peer, id: EntityId) => void]>([
  ['a score', ({ doc, randomness }, id) => setScore(doc, id, 'participation', 2, randomness)],
  ['a wish to talk', ({ doc, randomness }, id) => setTalkAbout(doc, id, 'own', true, randomness)],
  ['a reason', ({ doc }, id) => setText(doc, 'checkIn', id, noteOf('own'), 'Van Wanda')],
  ['a name of the topic', ({ doc }, id) => setText(doc, 'checkIn', id, 'ownTopic', 'Van Wanda')],
])('a wheel with %s of another names them', (_, say) => {
  const { phone, wanda } = begin()
  const id = startCheckIn(phone.doc, { who: { person: ANS }, at: NOW, pack: 'weef' }, phone.randomness)
  meet(phone, wanda)
  say(wanda, id)
  meet(phone, wanda)
  const [wheel] = readCheckIns(phone.doc)
  expect(wheel && othersIn(wheel.who, wheel.writers, authors)).toEqual([WANDA])
})

test('a contact card holds its author’s choices alone, and says who else wrote in its words', () => {
  const { phone, wanda } = begin()
  const card = addCard(phone.doc, { person: ANS }, phone.randomness)
  setLiking(phone.doc, card, 'phone', 'no', phone.randomness)
  setText(phone.doc, 'contactCard', card, 'words', 'Na vijf uur.')
  meet(phone, wanda)
  setLiking(wanda.doc, card, 'chat', 'yes', wanda.randomness)
  valuesOf(wanda.doc).set(`contactCard:${card}/form:phone#forged`, 'yes')
  meet(phone, wanda)
  expect(joinCards(readContactCards(phone.doc), authors)).toMatchObject([
    { own: true, others: [], liking: { phone: ['no'], chat: [] } },
  ])
  setText(wanda.doc, 'contactCard', card, 'words', 'Na vijf uur. Of altijd!')
  meet(phone, wanda)
  expect(joinCards(readContactCards(phone.doc), authors)).toMatchObject([{ own: true, others: [WANDA] }])
})

test('in an honest plan everything own reads as own', () => {
  const { doc, personAt, resident } = createSamplePlan(createPeer(5).randomness, NOW)
  const own = readGoals(doc).flatMap(({ answers }) => answers.map((answer) => hear(answer, { personAt }).own))
  expect(own).toEqual([true, true, true])
  for (const { who, writers } of readCheckIns(doc)) expect(othersIn(who, writers, { personAt })).toEqual([])
  expect(readPerson(doc, resident, { personAt }).name).toBe('Ans')
})
