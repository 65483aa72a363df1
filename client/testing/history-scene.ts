/** A plan with a history: what two people did, one of whom took the story away. */
import { setAside } from '#domain/document/aside.ts'
import { storyOf } from '#domain/document/plan-doc.ts'
import { setText } from '#domain/document/texts.ts'
import { addGoal, readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { addStep, setStep } from '#domain/goals/steps.ts'
import { addWish, readWishes } from '#domain/goals/wishes.ts'
import { beginPlan } from '#domain/plan/plan.ts'
import { createPeer, type Peer } from '#domain/testing/peers.ts'
import { recordLog } from '#domain/testing/recorded-log.ts'
import { paragraph } from '#domain/testing/story.ts'
import { createFakeHistory } from './fake-history.ts'
import { createFakePlan, ME, NOW, WORKER } from './fake-plan.ts'

const DAY_MS = 86_400_000
const STORY = [
  'Ik woon hier nu elf jaar. Na de scheiding ben ik weinig buiten geweest, en ik ken bijna niemand meer in de buurt.',
  'Ik wil weer werken, het liefst met mensen. Maar eerst moeten de schulden minder worden.',
]

/** `isLate`: on a device that has only the end of it. */
export const createChangedPlan = (isLate = false) => {
  const [ans, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const on = (days: number) => ({
    at: NOW - days * DAY_MS,
    firstEdit: NOW - days * DAY_MS,
    lastEdit: NOW - days * DAY_MS,
  })
  const mine = (days: number, act: (peer: Peer) => void) => recorded.write(ME.person, ans, act, [wanda], on(days))
  const hers = (days: number, act: (peer: Peer) => void, times: object = {}) =>
    recorded.write(WORKER.person, wanda, act, [ans], { ...on(days), ...times })
  mine(9, ({ doc, randomness }) => beginPlan(doc, 'Mijn plan', randomness))
  mine(9, ({ doc }) =>
    storyOf(doc).insert(
      0,
      STORY.map((text) => paragraph(text)),
    ),
  )
  mine(9, ({ doc, randomness }) => addWish(doc, 'Rust in huis', randomness))
  hers(5, ({ doc, randomness }) => addGoal(doc, { title: 'Minder schulden', why: 'Dan slaap ik weer.' }, randomness))
  hers(5, ({ doc, randomness }) => {
    const step = addStep(doc, readGoals(doc)[0]!.id, { what: 'Bellen met de bank' }, randomness)
    setStep(doc, step, { status: 'in-progress', form: 'phone' }, randomness)
  })
  mine(1, ({ doc }) =>
    setText(doc, 'goal', readGoals(doc)[0]!.id, 'why', 'Dan slaap ik weer, en durf ik de post open te maken.'),
  )
  hers(1, ({ doc, randomness }) => setAside(doc, 'wish', readWishes(doc)[0]!.id, NOW, randomness))
  hers(0, ({ doc, randomness }) => setGoalStatus(doc, readGoals(doc)[0]!.id, 'active', randomness), { lastEdit: 0 })
  hers(0, ({ doc }) => storyOf(doc).delete(0, 2))
  const history = createFakeHistory(recorded.log, isLate ? NOW - 9 * 86_400_000 : 'start')
  return createFakePlan({ doc: ans.doc, history })
}

export const historyScenes = <Plans>(plans: Plans) => ({
  changed: { device: { plans, plan: createChangedPlan().plan } },
  late: { device: { plans, plan: createChangedPlan(true).plan } },
})
