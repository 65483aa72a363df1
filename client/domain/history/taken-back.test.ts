/** What somebody takes back is told as that. */
import { expect, test } from 'vitest'
import { addConversation, readConversations, setConversation } from '../conversations/conversations.ts'
import { setAnswer } from '../goals/answers.ts'
import { proposeEnding, withdrawEnding } from '../goals/endings.ts'
import { addGoal, readGoals } from '../goals/goals.ts'
import { createPeer, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, START, WANDA } from '../testing/recorded-log.ts'
import { readPage } from './read-history.ts'

test('who takes back an end, a proposal or an answer is not said to have given it', async () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const mine = (act: (peer: Peer) => void): void => recorded.write(RESIDENT, me, act, [wanda])
  const hers = (act: (peer: Peer) => void): void => recorded.write(WANDA, wanda, act, [me])
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
