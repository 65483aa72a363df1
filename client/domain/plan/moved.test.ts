/** [G1] Whoever moved to new keys is the same person: what they said by the earlier ones is theirs, and nobody else's. */
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { addCard, joinCards, readContactCards, setLiking } from '../contact/contact.ts'
import { setAnswer } from '../goals/answers.ts'
import { addGoal, readGoals } from '../goals/goals.ts'
import { createPeer, meet } from '../testing/peers.ts'
import { hear, hearAll } from './hands.ts'
import { readPeople, readPerson, setMyColour, setMyName } from './people.ts'

const [ANS, AGAIN, WANDA] = [1, 2, 3].map((fill) => toPersonId(new Uint8Array(16).fill(fill))) as [
  ReturnType<typeof toPersonId>,
  ReturnType<typeof toPersonId>,
  ReturnType<typeof toPersonId>,
]
const [BEFORE, AFTER, WANDAS] = [1, 2, 3]
/** As the log says: Ans has a new key card. */
const authors = {
  personAt: (client: number) => (client === BEFORE || client === AFTER ? AGAIN : client === WANDAS ? WANDA : null),
  currentPerson: (person: typeof ANS) => (person === ANS ? AGAIN : person),
}

test('an answer stays its own person’s, under the person’s key of now', () => {
  const [before, wanda] = [createPeer(BEFORE), createPeer(WANDAS)]
  const goal = addGoal(before.doc, { title: 'Naar buiten', why: '' }, before.randomness)
  meet(before, wanda)
  setAnswer(before.doc, goal, { person: ANS }, { answer: 'agree', words: '' }, before.randomness)
  setAnswer(wanda.doc, goal, { person: ANS }, { answer: 'disagree', words: 'Te snel.' }, wanda.randomness)
  meet(before, wanda)
  const heard = (readGoals(wanda.doc)[0]?.answers ?? []).map((answer) => hear(answer, authors))
  expect(heard.map(({ who, answer, own, by }) => [who, answer, own, by])).toEqual(
    expect.arrayContaining([
      [{ person: AGAIN }, 'agree', true, AGAIN],
      [{ person: AGAIN }, 'disagree', false, WANDA],
    ]),
  )
})

test('an answer by the new key stands in place of the one before, and of nobody else’s', () => {
  const [before, after, wanda] = [createPeer(BEFORE), createPeer(AFTER), createPeer(WANDAS)]
  const goal = addGoal(before.doc, { title: 'Naar buiten', why: '' }, before.randomness)
  setAnswer(before.doc, goal, { person: ANS }, { answer: 'agree', words: '' }, before.randomness)
  meet(before, after, wanda)
  setAnswer(after.doc, goal, { person: AGAIN }, { answer: 'disagree', words: 'Toch niet.' }, after.randomness)
  setAnswer(wanda.doc, goal, { person: WANDA }, { answer: 'agree', words: '' }, wanda.randomness)
  meet(before, after, wanda)
  const heard = hearAll(readGoals(after.doc)[0]?.answers ?? [], authors)
  expect(heard.map(({ who, answer }) => [who, answer]).toSorted()).toEqual(
    [
      [{ person: AGAIN }, 'disagree'],
      [{ person: WANDA }, 'agree'],
    ].toSorted(),
  )
})

test('a contact card of before and one of after are one', () => {
  const [before, after] = [createPeer(BEFORE), createPeer(AFTER)]
  setLiking(before.doc, addCard(before.doc, { person: ANS }, before.randomness), 'phone', 'yes', before.randomness)
  setLiking(after.doc, addCard(after.doc, { person: AGAIN }, after.randomness), 'chat', 'no', after.randomness)
  meet(before, after)
  const cards = joinCards(readContactCards(after.doc), authors)
  expect(cards.map(({ who, author, own }) => [who, author, own])).toEqual([[{ person: AGAIN }, AGAIN, true]])
})

test('the name and the colour of before count until the new key has some', () => {
  const [before, after] = [createPeer(BEFORE), createPeer(AFTER)]
  setMyName(before.doc, ANS, 'Ans', before.randomness)
  setMyColour(before.doc, ANS, 3, before.randomness)
  meet(before, after)
  expect(readPerson(after.doc, AGAIN, authors)).toEqual({ person: AGAIN, name: 'Ans', colour: 3 })
  setMyName(after.doc, AGAIN, 'Ans Bakker', after.randomness)
  expect(readPerson(after.doc, AGAIN, authors)).toEqual({ person: AGAIN, name: 'Ans Bakker', colour: 3 })
})

test('a name counts under either key, and the person is listed once', () => {
  const [before, after] = [createPeer(BEFORE), createPeer(AFTER)]
  setMyName(before.doc, ANS, 'Ans', before.randomness)
  setMyName(after.doc, AGAIN, 'Ans', after.randomness)
  meet(before, after)
  expect(readPeople(after.doc, authors).map(({ person, name }) => [person, name])).toEqual([[AGAIN, 'Ans']])
  expect(readPerson(after.doc, ANS, authors).name).toBe('Ans')
})
