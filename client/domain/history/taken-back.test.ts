/** What somebody takes back is told as that. */
import { expect, test } from 'vitest'
import { addConversation, readConversations, setConversation } from '../conversations/conversations.ts'
import { setText } from '../document/texts.ts'
import { setAnswer } from '../goals/answers.ts'
import { proposeEnding, withdrawEnding } from '../goals/endings.ts'
import { entitiesOf, storyOf } from '../document/plan-doc.ts'
import { addGoal, readGoals } from '../goals/goals.ts'
import { createPeer, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, START, WANDA } from '../testing/recorded-log.ts'
import { writeStory } from '../testing/story.ts'
import { putBack } from './put-back.ts'
import { readPage } from './read-history.ts'

/** Two who write in one log; `lines` are all of its history. */
const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const mine = (act: (peer: Peer) => void): void => recorded.write(RESIDENT, me, act, [wanda])
  const hers = (act: (peer: Peer) => void): void => recorded.write(WANDA, wanda, act, [me])
  const lines = async () => {
    const { length } = recorded.entries
    const reading = { pause: async () => {}, prepare: () => {} }
    return (await readPage(recorded.log(), length, reading, { least: length, most: length })).lines
  }
  return { recorded, mine, hers, lines }
}

test('who takes back an end, a proposal or an answer is not said to have given it', async () => {
  const { recorded, mine, hers } = begin()
  mine(({ doc, randomness }) => {
    addConversation(doc, START, randomness)
    addGoal(doc, { title: 'Werk' }, randomness)
  })
  const goal = ({ doc }: Peer) => readGoals(doc)[0]!.id
  const held = ({ doc, randomness }: Peer, value: boolean): void =>
    setConversation(doc, readConversations(doc)[0]!.id, { held: value }, randomness)
  mine((peer) => setAnswer(peer.doc, goal(peer), { person: RESIDENT }, { answer: 'agree', words: '' }, peer.randomness))
  mine((peer) => proposeEnding(peer.doc, goal(peer), 'cancelled', START, peer.randomness))
  mine((peer) => held(peer, true))
  hers((peer) => held(peer, false))
  hers((peer) => withdrawEnding(peer.doc, goal(peer), peer.randomness))
  mine((peer) => setAnswer(peer.doc, goal(peer), { person: RESIDENT }, null, peer.randomness))
  const { lines } = await readPage(recorded.log(), recorded.entries.length, {
    pause: async () => {},
    prepare: () => {},
  })
  expect(lines.slice(0, 6).map(({ person, act }) => `${person === WANDA ? 'Wanda' : 'ik'} ${act}`)).toEqual([
    'ik unanswered',
    'Wanda withdrew',
    'Wanda reopened',
    'ik finished',
    'ik proposed',
    'ik answered',
  ])
})

test('what is put back is told as that: words of the story, of a goal, and a whole goal; other words are not', async () => {
  const { recorded, mine, hers, lines } = begin()
  const goal = ({ doc }: Peer) => readGoals(doc)[0]!.id
  mine((peer) => writeStory(peer, 'Ik woon hier al elf jaar.', 'Het bevalt mij goed.'))
  mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk', why: 'Ik wil geld en rust' }, randomness))
  recorded.pass(60)
  for (const take of [
    ({ doc }: Peer) => storyOf(doc).delete(0, 1),
    (peer: Peer) => setText(peer.doc, 'goal', goal(peer), 'why', 'Ik wil'),
    (peer: Peer) => entitiesOf(peer.doc, 'goal').delete(goal(peer)),
  ]) {
    hers(take)
    recorded.pass(60)
    const [line] = await lines()
    mine(({ doc, randomness }) => putBack(doc, line!, { me: RESIDENT, randomness }))
    recorded.pass(60)
  }
  mine((peer) => writeStory(peer, 'Ik woon hier nu heel graag.'))
  expect((await lines()).map(({ person, act }) => `${person === WANDA ? 'Wanda' : 'ik'} ${act}`).toReversed()).toEqual([
    'ik wrote',
    'ik made',
    'Wanda took-away',
    'ik put-back',
    'Wanda took-away',
    'ik put-back',
    'Wanda took-away',
    'ik put-back',
    'ik wrote',
  ])
})

test('in one sitting each keeps its place: what was written, who took it away, that it is back, and what came after', async () => {
  const { mine, hers, lines } = begin()
  mine((peer) => writeStory(peer, 'Ik woon hier al elf jaar.'))
  for (let round = 0; round < 2; round += 1) {
    hers(({ doc }) => storyOf(doc).delete(0, storyOf(doc).length))
    const [line] = await lines()
    mine(({ doc, randomness }) => putBack(doc, line!, { me: RESIDENT, randomness }))
  }
  mine((peer) => writeStory(peer, 'Het bevalt mij goed.'))
  expect(
    (await lines()).map(({ person, act, from, to }) => [person === WANDA ? 'Wanda' : 'ik', act, from, to]),
  ).toEqual([
    ['ik', 'wrote', 6, 6],
    ['ik', 'put-back', 5, 5],
    ['Wanda', 'took-away', 4, 4],
    ['ik', 'put-back', 3, 3],
    ['Wanda', 'took-away', 2, 2],
    ['ik', 'wrote', 1, 1],
  ])
})
