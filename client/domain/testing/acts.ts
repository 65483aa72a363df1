/** Random acts of people in a plan, each on a device of their own, delivered in any order: for property tests. */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { toPersonId } from '#shared/protocol/ids.ts'
import { ensureCard, readContactCards, setLiking, setTime } from '../contact/contact.ts'
import {
  addConversation,
  addTalkPoint,
  readConversations,
  setConversation,
  setTalked,
} from '../conversations/conversations.ts'
import { setAside, showAgain } from '../document/aside.ts'
import { DIMENSIONS, GOAL_STATUSES } from '../document/choices.ts'
import { toDay } from '../document/days.ts'
import { moveAfter } from '../document/order.ts'
import { setText } from '../document/texts.ts'
import { setAnswer } from '../goals/answers.ts'
import { agreeEnding, proposeEnding, withdrawEnding } from '../goals/endings.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { addStep, readSteps, setStep } from '../goals/steps.ts'
import { addWish, readWishes } from '../goals/wishes.ts'
import { moveSection, readSections, SECTIONS, setSectionHidden } from '../plan/sections.ts'
import { createUndo } from '../undo/undo.ts'
import { finishCheckIn, noteOf, readCheckIns, setScore, setTalkAbout, startCheckIn } from '../wheel/check-ins.ts'
import { createPeer, type Peer } from './peers.ts'
import { readAnswers } from './read-parts.ts'

const PEERS = 4
const NOW = 1_795_000_000_000
const PEOPLE = [1, 2, 3].map((fill) => ({ person: toPersonId(new Uint8Array(16).fill(fill)) }))

/** Everything that screens show of a plan, except the story. */
export const readAll = (doc: Y.Doc) => ({
  wishes: readWishes(doc),
  goals: readGoals(doc),
  steps: readSteps(doc),
  answers: readGoals(doc).map(({ id }) => readAnswers(doc, id)),
  checkIns: readCheckIns(doc),
  cards: readContactCards(doc),
  conversations: readConversations(doc),
  sections: readSections(doc),
})

/** An act of a person: `pick` chooses the thing, `how` the change. */
type Act = (peer: Peer, pick: number, how: number) => void
const at = <Item>(list: readonly Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)]
/** Picks from a list that is never empty. */
const one = <Item>(list: readonly Item[], index: number): Item => {
  const item = at(list, index)
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}
const pickIn =
  <Item>(read: (doc: Y.Doc) => readonly Item[], act: (peer: Peer, item: Item, how: number) => void): Act =>
  (peer, pick, how) => {
    const item = at(read(peer.doc), pick)
    if (item !== undefined) act(peer, item, how)
  }

const ACTS: readonly Act[] = [
  ({ doc, randomness }, _, how) => addWish(doc, `wens ${how}`, randomness),
  ({ doc, randomness }, _, how) => addGoal(doc, { title: `doel ${how}` }, randomness),
  pickIn(readGoals, ({ doc, randomness }, goal, how) => addStep(doc, goal.id, { what: `stap ${how}` }, randomness)),
  pickIn(readGoals, ({ doc, randomness }, goal, how) =>
    setGoalStatus(doc, goal.id, one(GOAL_STATUSES, how), randomness),
  ),
  pickIn(readGoals, ({ doc }, goal, how) =>
    setText(doc, 'goal', goal.id, 'title', `${goal.title.slice(how % 5)}é${how}`),
  ),
  pickIn(readGoals, ({ doc, randomness }, goal, how) =>
    how % 2 === 0 ? setAside(doc, 'goal', goal.id, NOW + how, randomness) : showAgain(doc, 'goal', goal.id, randomness),
  ),
  pickIn(readGoals, ({ doc, randomness }, goal, how) => {
    const list = readGoals(doc)
    moveAfter(doc, 'goal', goal.id, list, at([null, ...list], how)?.id ?? null, randomness)
  }),
  pickIn(readGoals, ({ doc, randomness }, goal, how) => {
    if (how % 3 === 0) proposeEnding(doc, goal.id, 'completed', NOW, randomness)
    else if (how % 3 === 1) withdrawEnding(doc, goal.id, randomness)
    else agreeEnding(doc, goal.id, how % 2 === 0 ? 'completed' : 'cancelled', NOW, randomness)
  }),
  pickIn(readGoals, ({ doc, randomness }, goal, how) =>
    setAnswer(doc, goal.id, one(PEOPLE, how), { answer: how % 2 === 0 ? 'agree' : 'disagree', words: '' }, randomness),
  ),
  pickIn(readSteps, ({ doc, randomness }, step, how) =>
    setStep(doc, step.id, { day: toDay(NOW + how * 86_400_000), form: 'phone' }, randomness),
  ),
  pickIn(readSteps, ({ doc, randomness }, step, how) => setAside(doc, 'step', step.id, NOW + how, randomness)),
  ({ doc, randomness }, _, how) =>
    startCheckIn(doc, { who: one(PEOPLE, how), at: NOW + how, pack: 'weef' }, randomness),
  pickIn(readCheckIns, ({ doc, randomness }, { id }, how) => {
    const topic = one(DIMENSIONS, how)
    setScore(doc, id, topic, how % 11, randomness)
    setTalkAbout(doc, id, topic, how % 2 === 0, randomness)
    setText(doc, 'checkIn', id, noteOf(topic), `notitie ${how}`)
    if (how % 7 === 0) finishCheckIn(doc, id, randomness)
  }),
  pickIn(readCheckIns, ({ doc, randomness }, { id }, how) =>
    how % 3 === 0 ? showAgain(doc, 'checkIn', id, randomness) : setAside(doc, 'checkIn', id, NOW + how, randomness),
  ),
  ({ doc, randomness }, pick, how) => {
    const card = ensureCard(doc, one(PEOPLE, pick).person, randomness)
    setLiking(doc, card, 'phone', how % 2 === 0 ? 'yes' : 'no', randomness)
    setTime(doc, card, 'mon', 'morning', how % 2 === 0, randomness)
  },
  ({ doc, randomness }, _, how) => addConversation(doc, NOW + how, randomness),
  pickIn(readConversations, ({ doc, randomness }, { id, points }, how) => {
    addTalkPoint(doc, id, { text: `punt ${how}`, source: null }, randomness)
    setConversation(doc, id, { held: how % 2 === 0, nextForm: 'video' }, randomness)
    const point = at(points, how)
    if (point !== undefined) setTalked(doc, point.id, how % 2 === 0, randomness)
  }),
  ({ doc, randomness }, pick, how) => {
    setSectionHidden(doc, one(SECTIONS, pick), how % 2 === 0, randomness)
    moveSection(doc, one(SECTIONS, pick), at([null, ...SECTIONS], how) ?? null, randomness)
  },
]

export const step = fc.record({
  peer: fc.nat(PEERS - 1),
  act: fc.nat(ACTS.length + 1),
  pick: fc.nat(5),
  how: fc.nat(40),
  /** The peers whose updates are delivered first, each from the last delivered point. */
  heard: fc.array(fc.nat(PEERS - 1), { maxLength: 2 }),
})

type Done = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Peers that keep their writes as separate updates, so that a delivered update may build on one that is still missing. */
const createCircle = (seed: number) => {
  const peers = Array.from({ length: PEERS }, (_, index) => createPeer(index + 1, seed * PEERS + index))
  const written = peers.map(({ doc }) => {
    const own: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') own.push(update)
    })
    return own
  })
  const heard = peers.map(() => peers.map(() => 0))
  const hear = (to: number, from: number): void => {
    const own = one(written, from)
    const news = own.slice(one(heard, to)[from])
    one(heard, to)[from] = own.length
    for (const update of news) Y.applyUpdate(one(peers, to).doc, update, 'network')
  }
  return { peers, hear }
}

/** `check` is asked about each document that was just written in. */
export const run = (seed: number, steps: readonly Done[], check: (doc: Y.Doc) => void = () => {}) => {
  const { peers, hear } = createCircle(seed)
  const undo = peers.map(({ doc }) => createUndo(doc))
  for (const { peer, act, pick, how, heard } of steps) {
    const me = one(peers, peer)
    for (const from of heard) if (from !== peer) hear(peer, from)
    if (act < ACTS.length) one(ACTS, act)(me, pick, how)
    else if (act === ACTS.length) one(undo, peer).undo()
    else one(undo, peer).redo()
    check(me.doc)
    if (how % 3 === 0) readAll(me.doc) // an earlier reading must not be returned after a write
  }
  return peers
}
