/** A log of what two people did, for screens of the history. */
import { storyOf } from '#domain/document/plan-doc.ts'
import { addGoal, readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { createPeer, type Peer } from '#domain/testing/peers.ts'
import { recordLog } from '#domain/testing/recorded-log.ts'
import { writeStory } from '#domain/testing/story.ts'
import { ME, NOW, WORKER } from './fake-plan.ts'

/** Ans wrote a story and made a goal; hours later Wanda took the story away and changed the goal. */
export const happened = () => {
  const [ans, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const at = { at: NOW - 60_000, firstEdit: NOW - 60_000, lastEdit: NOW - 60_000 }
  const mine = (act: (peer: Peer) => void) => recorded.write(ME.person, ans, act, [wanda])
  const hers = (act: (peer: Peer) => void) => recorded.write(WORKER.person, wanda, act, [ans], at)
  mine((peer) => writeStory(peer, 'Ik woon hier al jaren.', 'Ik wil weer werken.'))
  mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk' }, randomness))
  mine(({ doc, randomness }) => addWish(doc, 'Rust in huis', randomness))
  hers(({ doc }) => storyOf(doc).delete(0, 2))
  hers(({ doc, randomness }) => setGoalStatus(doc, readGoals(doc)[0]!.id, 'active', randomness))
  return { ans, mine, hers, recorded }
}
