import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addGoal, setGoalStatus } from '../goals/goals.ts'
import { markSeen, readTakenAway } from './news.ts'
import { entitiesOf, storyOf } from '../document/plan-doc.ts'
import { createPair, meet, type Peer } from '../testing/peers.ts'
import { paragraph } from '../testing/story.ts'
import { setText } from '../document/texts.ts'

/** A plan with a goal that both have seen. */
const begin = () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  meet(worker, resident)
  return { worker, resident, goal, seen: markSeen(worker.doc) }
}

describe('what was taken away', () => {
  /** The deletions of one act, as its entry in the log would name them. */
  const deletedBy = ({ doc }: Peer, act: () => void) => {
    const updates: Uint8Array[] = []
    const note = (update: Uint8Array): void => void updates.push(update)
    doc.on('update', note)
    act()
    doc.off('update', note)
    return new Map(
      [...Y.decodeUpdate(Y.mergeUpdates(updates)).ds.clients].map(([client, ranges]) => [
        client,
        ranges.map(({ clock, len }) => [clock, clock + len] as const),
      ]),
    )
  }

  test('paragraphs of the story, and words of a goal, that stood there at the last look', () => {
    const { worker, resident, goal } = begin()
    storyOf(worker.doc).insert(0, [paragraph('Ik woon hier al jaren.'), paragraph('Ik wil werken.')])
    setText(worker.doc, 'goal', goal, 'why', 'Omdat ik mensen wil zien.')
    meet(worker, resident)
    const seen = markSeen(worker.doc)
    const story = deletedBy(resident, () => storyOf(resident.doc).delete(0, 2))
    const why = deletedBy(resident, () => setText(resident.doc, 'goal', goal, 'why', 'Omdat.'))
    meet(worker, resident)
    expect(readTakenAway(worker.doc, seen, story).map(({ part }) => part)).toEqual(['story'])
    expect(readTakenAway(worker.doc, seen, story)[0]?.letters).toBeGreaterThan(30)
    expect(readTakenAway(worker.doc, seen, why)).toEqual([{ part: 'goals', letters: 19 }])
  })

  test('a name, a short story and a thing of which nothing is left, however short they were', () => {
    const { worker, resident, goal } = begin()
    storyOf(worker.doc).insert(0, [paragraph('Hoi.')])
    setText(worker.doc, 'goal', goal, 'title', 'Werk')
    meet(worker, resident)
    const seen = markSeen(worker.doc)
    const letters = (storyOf(resident.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
    const story = deletedBy(resident, () => letters.delete(0, 4))
    const title = deletedBy(resident, () => setText(resident.doc, 'goal', goal, 'title', ''))
    meet(worker, resident)
    expect(readTakenAway(worker.doc, seen, story)).toEqual([{ part: 'story', letters: 4 }])
    expect(readTakenAway(worker.doc, seen, title)).toEqual([{ part: 'goals', letters: 4 }])
    letters.insert(0, 'Dag.')
    setText(resident.doc, 'goal', goal, 'title', 'Baan')
    meet(worker, resident)
    for (const deleted of [story, title]) expect(readTakenAway(worker.doc, seen, deleted)).toEqual([])
    const thing = deletedBy(resident, () => entitiesOf(resident.doc, 'goal').delete(goal))
    meet(worker, resident)
    expect(readTakenAway(worker.doc, seen, thing).map(({ part }) => part)).toEqual(['goals'])
  })

  test('not a corrected word, nor words that nobody had seen, nor a value that another took the place of', () => {
    const { worker, resident, goal, seen } = begin()
    storyOf(resident.doc).insert(0, [paragraph('Dit heeft nog niemand gelezen.')])
    const unseen = deletedBy(resident, () => storyOf(resident.doc).delete(0, 1))
    const word = deletedBy(resident, () => setText(resident.doc, 'goal', goal, 'title', 'Naar bed'))
    const value = deletedBy(resident, () => setGoalStatus(resident.doc, goal, 'active', resident.randomness))
    meet(worker, resident)
    for (const deleted of [unseen, word, value]) expect(readTakenAway(worker.doc, seen, deleted)).toEqual([])
    expect(readTakenAway(worker.doc, Uint8Array.of(255), word)).toEqual([])
    expect(readTakenAway(worker.doc, seen, new Map([[9_999, [[0, 2 ** 50]]]]))).toEqual([])
  })
})
