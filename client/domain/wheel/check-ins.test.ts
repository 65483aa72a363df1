import { describe, expect, test } from 'vitest'
import { finishCheckIn, noteOf, readCheckIn, readCheckIns, setScore, setTalkAbout, startCheckIn } from './check-ins.ts'
import { TOPICS } from '../document/choices.ts'
import { cardOf, ensureCard, readContactCards, setLiking, setTime } from '../contact/contact.ts'
import {
  addConversation,
  addTalkPoint,
  readConversations,
  setConversation,
  setTalked,
} from '../conversations/conversations.ts'
import { parseDay } from '../document/days.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { addStep } from '../goals/steps.ts'
import { createPair, meet, reopen } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { addGoal } from '../goals/goals.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const NOW = 1_795_000_000_000
const person = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!
const begin = () => {
  const [worker, resident] = createPair()
  const id = startCheckIn(worker.doc, { who: { person }, at: NOW, pack: 'weef' }, worker.randomness)
  meet(worker, resident)
  return { worker, resident, id }
}

describe('a wheel', () => {
  test('has no defaults, and distinguishes zero from no score', () => {
    const { worker, id } = begin()
    const empty = { score: [], note: '', talkAbout: false }
    expect(readCheckIns(worker.doc)).toEqual([
      {
        id,
        who: { person },
        at: NOW,
        maker: 1,
        writers: [],
        finishers: [],
        hands: Object.fromEntries(TOPICS.map((topic) => [topic, []])),
        corrects: null,
        pack: 'weef',
        ownTopic: '',
        topics: Object.fromEntries(TOPICS.map((topic) => [topic, empty])),
        finished: false,
        aside: null,
      },
    ])
    setScore(worker.doc, id, 'participation', 0, worker.randomness)
    setScore(worker.doc, id, 'meaningfulness', 4, worker.randomness)
    setScore(worker.doc, id, 'meaningfulness', null, worker.randomness)
    const topics = readCheckIn(worker.doc, id)?.topics
    expect(topics?.participation.score).toEqual([0])
    expect(topics?.meaningfulness.score).toEqual([])
  })

  test('takes whole scores from zero to ten', () => {
    const { worker, id } = begin()
    for (const wrong of [-1, 11, 1.5, Number.NaN]) {
      expect(() => setScore(worker.doc, id, 'own', wrong, worker.randomness)).toThrow(RangeError)
    }
    for (const [index, wrong] of [-1, 11, 1.5, '7', true, [7]].entries()) {
      valuesOf(worker.doc).set(`checkIn:${id}/score:own#${index}`, wrong)
    }
    expect(readCheckIn(worker.doc, id)?.topics.own.score).toEqual([])
  })

  test('keeps different topics filled in at once, and never loses a wish to talk', () => {
    const { worker, resident, id } = begin()
    setScore(worker.doc, id, 'participation', 3, worker.randomness)
    setTalkAbout(worker.doc, id, 'own', true, worker.randomness)
    setScore(resident.doc, id, 'own', 9, resident.randomness)
    setTalkAbout(resident.doc, id, 'own', false, resident.randomness)
    setText(resident.doc, 'checkIn', id, noteOf('own'), 'Mijn hond')
    setText(resident.doc, 'checkIn', id, 'ownTopic', 'Bikkel')
    meet(worker, resident)
    const checkIn = readCheckIn(worker.doc, id)!
    expect(checkIn.ownTopic).toBe('Bikkel')
    expect(checkIn.topics.participation.score).toEqual([3])
    expect(checkIn.topics.own).toEqual({ score: [9], note: 'Mijn hond', talkAbout: true })
    expect(readCheckIn(resident.doc, id)).toEqual(checkIn)
  })

  test('stays as it was once finished', () => {
    const { worker, resident, id } = begin()
    setScore(worker.doc, id, 'own', 5, worker.randomness)
    finishCheckIn(worker.doc, id, worker.randomness)
    meet(worker, resident)
    const before = readCheckIn(worker.doc, id)
    setScore(resident.doc, id, 'own', 6, resident.randomness)
    setTalkAbout(resident.doc, id, 'own', true, resident.randomness)
    expect(readCheckIn(resident.doc, id)).toEqual(before)
    expect(before?.finished).toBe(true)
  })

  test('is corrected by a later one that begins with its values, and does not change itself', () => {
    const { worker, id } = begin()
    const { doc, randomness } = worker
    setScore(doc, id, 'own', 5, randomness)
    setScore(doc, id, 'participation', 0, randomness)
    setTalkAbout(doc, id, 'own', true, randomness)
    setText(doc, 'checkIn', id, noteOf('own'), 'Mijn hond')
    setText(doc, 'checkIn', id, 'ownTopic', 'Bikkel')
    finishCheckIn(doc, id, randomness)
    const first = readCheckIn(doc, id)!
    const later = startCheckIn(doc, { who: { person }, at: NOW + 1, pack: 'weef', corrects: id }, randomness)
    const begun = { id: later, at: NOW + 1, corrects: id, finished: false, finishers: [] }
    expect(readCheckIn(doc, later)).toEqual({ ...first, ...begun })
    setScore(doc, later, 'own', 6, randomness)
    expect(readCheckIns(doc).map(({ topics }) => topics.own.score)).toEqual([[6], [5]])
    expect(readCheckIn(doc, id)).toEqual(first)
  })

  test('without a person or a moment is left out', () => {
    const { worker } = begin()
    for (const fixed of [
      { who: null, at: NOW },
      { who: { person }, at: 1e300 },
      { who: { person }, at: -1 },
    ]) {
      startCheckIn(worker.doc, { ...fixed, pack: 'weef' } as never, worker.randomness)
    }
    expect(readCheckIns(worker.doc)).toHaveLength(1)
  })
})

describe('a person’s contact card', () => {
  test('is one card of the person’s own', () => {
    const [worker, resident] = createPair()
    const card = ensureCard(worker.doc, person, worker.randomness)
    expect(ensureCard(worker.doc, person, worker.randomness)).toBe(card)
    meet(worker, resident)
    setLiking(worker.doc, card, 'phone', 'rather-not', worker.randomness)
    setLiking(resident.doc, card, 'video', 'no', resident.randomness)
    setTime(worker.doc, card, 'mon', 'morning', true, worker.randomness)
    setTime(resident.doc, card, 'mon', 'evening', true, resident.randomness)
    setText(resident.doc, 'contactCard', card, 'words', 'Niet voor tienen')
    meet(worker, resident)
    const mine = cardOf(readContactCards(worker.doc), { person })
    expect(mine).toMatchObject({
      liking: { phone: ['rather-not'], video: ['no'], chat: [] },
      words: 'Niet voor tienen',
    })
    expect(mine?.times.mon).toEqual(['morning', 'evening'])
    expect(mine?.times.tue).toEqual([])
    expect(cardOf(readContactCards(worker.doc), { name: 'Mira' })).toBe(null)
    setLiking(worker.doc, card, 'phone', 'yes', worker.randomness)
    setLiking(resident.doc, card, 'phone', 'no', resident.randomness)
    meet(worker, resident)
    expect(readContactCards(worker.doc)[0]?.liking.phone.toSorted()).toEqual(['no', 'yes'])
  })

  test('keeps everything from two devices that had not heard of each other', () => {
    const [worker, resident] = createPair()
    setText(worker.doc, 'contactCard', ensureCard(worker.doc, person, worker.randomness), 'words', 'Liever bellen')
    setText(
      resident.doc,
      'contactCard',
      ensureCard(resident.doc, person, resident.randomness),
      'words',
      'Niet te vroeg',
    )
    meet(worker, resident)
    expect(
      readContactCards(worker.doc)
        .map(({ words }) => words)
        .toSorted(),
    ).toEqual(['Liever bellen', 'Niet te vroeg'])
    expect(cardOf(readContactCards(worker.doc), { person })).toEqual(cardOf(readContactCards(resident.doc), { person }))
  })
})

describe('a conversation', () => {
  test('is prepared by each person, held, and closed with the next contact', () => {
    const [worker, resident] = createPair()
    const day = parseDay('2026-12-01')!
    const id = addConversation(worker.doc, NOW, worker.randomness)
    const goal = addGoal(worker.doc, { title: 'Post' }, worker.randomness)
    meet(worker, resident)
    const wheel = startCheckIn(resident.doc, { who: { person }, at: NOW, pack: 'weef' }, resident.randomness)
    const own = addTalkPoint(worker.doc, id, { text: 'Geld', source: null }, worker.randomness)
    const asked = { checkIn: wheel, topic: 'own' } as const
    addTalkPoint(resident.doc, id, { text: 'Slapen', source: asked }, resident.randomness)
    addTalkPoint(resident.doc, id, { text: 'Post', source: { goal } }, resident.randomness)
    meet(worker, resident)
    setTalked(worker.doc, own, true, worker.randomness)
    setText(resident.doc, 'conversation', id, 'notes', 'Goed gesprek')
    setConversation(worker.doc, id, { held: true, day, nextDay: day, nextForm: 'phone' }, worker.randomness)
    const step = addStep(worker.doc, goal, { what: 'Bellen', conversation: id }, worker.randomness)
    addTalkPoint(worker.doc, id, { text: 'Bellen', source: { step } }, worker.randomness)
    meet(worker, resident)
    const [conversation] = readConversations(resident.doc)
    expect(conversation).toMatchObject({ id, at: NOW, maker: 1, held: true, day: [day], form: [], nextDay: [day] })
    expect(conversation).toMatchObject({ nextForm: ['phone'], notes: 'Goed gesprek', aside: null })
    const points = conversation!.points.map(({ text, talked, source }) => [text, talked, source])
    expect(points).toHaveLength(4)
    expect(points).toEqual(
      expect.arrayContaining([
        ['Geld', true, null],
        ['Slapen', false, asked],
        ['Post', false, { goal }],
        ['Bellen', false, { step }],
      ]),
    )
    expect(readConversations(reopen(worker, 9).doc)).toEqual(readConversations(resident.doc))
    setConversation(resident.doc, id, { nextForm: null }, resident.randomness)
    expect(readConversations(resident.doc)[0]).toMatchObject({ nextForm: [], nextDay: [day] })
  })

  test('without a valid moment is last, and an invalid source is read as none', () => {
    const [worker] = createPair()
    const id = addConversation(worker.doc, 1e300, worker.randomness)
    for (const source of [7, [], { step: '__proto__' }, { checkIn: 'AAAAAAAAAAA', topic: 'nose' }]) {
      addTalkPoint(worker.doc, id, { text: '', source: source as never }, worker.randomness)
    }
    const [conversation] = readConversations(worker.doc)
    expect(conversation?.at).toBe(0)
    expect(conversation?.points.map(({ source }) => source)).toEqual([null, null, null, null])
  })
})
