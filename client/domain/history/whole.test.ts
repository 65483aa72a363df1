import { describe, expect, test } from 'vitest'
import { setAside } from '../document/aside.ts'
import { entitiesOf, storyOf } from '../document/plan-doc.ts'
import { readText, setText } from '../document/texts.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { setAnswer } from '../goals/answers.ts'
import { addStep } from '../goals/steps.ts'
import { readStoryText } from '../story/story-text.ts'
import { createPeer, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, WANDA } from '../testing/recorded-log.ts'
import { writeStory } from '../testing/story.ts'
import { readPlan } from '../document/read-plan.ts'
import { followPutBack, putBackWhole } from './put-back.ts'
import { readMoment } from './read-history.ts'
import { readWhole, type Whole } from './whole.ts'

const READING = { pause: async () => {}, prepare: () => {} }
const STORY: Whole = { kind: 'story' }

const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  return {
    me,
    mine: (act: (peer: Peer) => void) => recorded.write(RESIDENT, me, act, [wanda]),
    hers: (act: (peer: Peer) => void) => recorded.write(WANDA, wanda, act, [me]),
    /** The plan as it is now, for later. */
    now: () => readMoment(recorded.log(), recorded.entries.length, READING),
    log: recorded.log,
    back: (then: Awaited<ReturnType<typeof readMoment>>, whole: Whole) =>
      putBackWhole(me.doc, then, whole, { me: RESIDENT, randomness: me.randomness }),
  }
}

test('a moment has what was there then, and nothing of later', async () => {
  const { mine, log } = begin()
  mine((peer) => writeStory(peer, 'Eerst.'))
  mine((peer) => writeStory(peer, 'Daarna.'))
  const texts = async (seq: number) => (await readMoment(log(), seq, READING)).story.map(({ text }) => text)
  expect(await texts(0)).toEqual([])
  expect(await texts(1)).toEqual(['Eerst.'])
  expect(await texts(99)).toEqual(['Eerst.', 'Daarna.'])
})

describe('the story', () => {
  test('what went in several times comes back at once, and what others wrote since stays', async () => {
    const { me, mine, hers, now, back } = begin()
    mine((peer) => writeStory(peer, 'Een.', 'Twee.', 'Drie.'))
    const then = await now()
    hers(({ doc }) => storyOf(doc).delete(0, 1))
    hers((peer) => writeStory(peer, 'Vier.'))
    hers(({ doc }) => storyOf(doc).delete(1, 1))
    expect(readStoryText(me.doc)).toBe('Twee.\n\nVier.')
    const undo = followPutBack(me.doc)
    expect(back(then, STORY)).toBe(true)
    expect(readStoryText(me.doc)).toBe('Een.\n\nTwee.\n\nDrie.\n\nVier.')
    expect(back(then, STORY)).toBe(false)
    undo.undo()
    expect(readStoryText(me.doc)).toBe('Twee.\n\nVier.')
  })

  test('a goal that went meanwhile stays away', async () => {
    const { me, mine, hers, now, back } = begin()
    mine((peer) => writeStory(peer, 'Een.'))
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk' }, randomness))
    const then = await now()
    hers(({ doc, randomness }) => setAside(doc, 'goal', readGoals(doc)[0]!.id, 5, randomness))
    expect(back(then, STORY)).toBe(false)
    expect(readGoals(me.doc)[0]?.aside).not.toBeNull()
  })
})

describe('a goal', () => {
  const withGoal = () => {
    const it = begin()
    it.mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk vinden' }, randomness))
    const { id } = readGoals(it.me.doc)[0]!
    it.mine(({ doc, randomness }) => addStep(doc, id, { what: 'Bellen' }, randomness))
    const step = [...readPlan(it.me.doc).entities.step.keys()][0]!
    return { ...it, id, step, whole: { kind: 'goal', id } as const }
  }

  test('reads with its steps, and without those of others', async () => {
    const { mine, now, whole } = withGoal()
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Ander doel' }, randomness))
    const pieces = readWhole(await now(), whole)
    expect(pieces.map(({ name }) => name)).toEqual(['Werk vinden', 'Bellen'])
  })

  test('its words and its steps come back; a choice that somebody made since counts', async () => {
    const { me, hers, now, back, id, step, whole } = withGoal()
    const then = await now()
    hers(({ doc }) => setText(doc, 'goal', id, 'title', 'Werk'))
    hers(({ doc }) => entitiesOf(doc, 'step').delete(step))
    hers(({ doc, randomness }) => setGoalStatus(doc, id, 'active', randomness))
    expect(back(then, whole)).toBe(true)
    expect(readText(me.doc, 'goal', id, 'title')).toBe('Werk vinden')
    expect(readWhole({ plan: readPlan(me.doc), story: [] }, whole).map(({ name }) => name)).toEqual([
      'Werk vinden',
      'Bellen',
    ])
    expect(readGoals(me.doc)[0]?.status).toEqual(['active'])
    expect(back(then, whole)).toBe(false)
  })

  test('what was set aside since is there again, and no answer of anybody is', async () => {
    const { me, mine, hers, now, back, id, step, whole } = withGoal()
    mine(({ doc, randomness }) => setAnswer(doc, id, { person: RESIDENT }, { answer: 'agree', words: '' }, randomness))
    const then = await now()
    mine(({ doc, randomness }) => setAnswer(doc, id, { person: RESIDENT }, null, randomness))
    hers(({ doc, randomness }) => setAside(doc, 'step', step, 5, randomness))
    hers(({ doc, randomness }) => setAside(doc, 'goal', id, 5, randomness))
    expect(back(then, whole)).toBe(true)
    expect(readGoals(me.doc)[0]?.aside).toBeNull()
    expect(readWhole({ plan: readPlan(me.doc), story: [] }, whole)).toHaveLength(2)
    expect(readGoals(me.doc)[0]?.answers).toEqual([])
  })
})
