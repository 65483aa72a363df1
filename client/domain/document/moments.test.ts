/** A phone that stood in 2036: what it dated is not the latest for ten years, on anybody's device. */
import { describe, expect, test } from 'vitest'
import { addConversation, readConversations, setConversation } from '../conversations/conversations.ts'
import { createPair, meet, type Peer, reopen } from '../testing/peers.ts'
import { createUndo } from '../undo/undo.ts'
import { readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { latestWheelsOf } from '../wheel/latest-wheels.ts'
import { setAside } from './aside.ts'
import { inTime, mendMoments, type Times } from './moments.ts'
import { readPlan } from './read-plan.ts'

const NOW = 1_795_000_000_000
const DAY = 24 * 3_600_000
const AHEAD = NOW + 3_650 * DAY
const ANS = { name: 'Ans' }

const fill = ({ doc, randomness }: Peer, at: number) => {
  const id = startCheckIn(doc, { who: ANS, at, pack: 'neutral' }, randomness)
  setScore(doc, id, 'participation', 5, randomness)
  return id
}
const latest = ({ doc }: Peer, times: Times) => latestWheelsOf(readPlan(doc), times).map(({ id, at }) => [id, at])

describe('where the log knows when a thing came', () => {
  /** The resident (clientID 2) wrote last two days ago, whatever their clock said. */
  const times: Times = { now: NOW, editedAt: (client) => (client === 2 ? NOW - 2 * DAY : null) }

  test('it is no younger than that: what was made later is the latest', () => {
    const [worker, resident] = createPair()
    const ahead = fill(resident, AHEAD)
    meet(worker, resident)
    expect(latest(worker, times)).toEqual([[ahead, NOW - 2 * DAY]])
    const later = fill(worker, NOW - DAY)
    expect(latest(worker, times)).toEqual([[later, NOW - DAY]])
    const before = fill(resident, NOW - 3 * DAY)
    meet(worker, resident)
    expect(inTime(readCheckIns(worker.doc), times).map(({ id }) => id)).toEqual([later, ahead, before])
  })

  test('a conversation too, with its contents', () => {
    const [worker, resident] = createPair()
    const ahead = addConversation(resident.doc, AHEAD, resident.randomness)
    setConversation(resident.doc, ahead, { held: true }, resident.randomness)
    meet(worker, resident)
    const later = addConversation(worker.doc, NOW - DAY, worker.randomness)
    const shown = inTime(readConversations(worker.doc), times)
    expect(shown.map(({ id }) => id)).toEqual([later, ahead])
    expect(shown[1]).toMatchObject({ at: NOW - 2 * DAY, held: true, aside: null })
  })

  test('the same list and rows come back as long as nothing else is known, so that a caret in them stays', () => {
    const [worker, resident] = createPair()
    fill(resident, AHEAD)
    meet(worker, resident)
    const rows = () => inTime(readCheckIns(worker.doc), times)
    expect(rows()[0]).toBe(rows()[0])
    const honest = readCheckIns(worker.doc)
    expect(inTime(honest, { now: AHEAD })).toBe(honest)
  })
})

describe('their author’s device, once it has heard the time', () => {
  const mend = ({ doc }: Peer, times: Times, mine: number) => {
    mendMoments(doc, 'checkIn', readCheckIns(doc), times, (client) => client === mine)
    mendMoments(doc, 'conversation', readConversations(doc), times, (client) => client === mine)
  }

  test('dates them anew, for releases before too, and nobody else’s', () => {
    const [worker, resident] = createPair()
    const own = fill(resident, AHEAD)
    const past = fill(resident, NOW - DAY)
    const late = fill(resident, NOW + 5_000) // by a relay that is heard late
    const talk = addConversation(resident.doc, AHEAD, resident.randomness)
    meet(worker, resident)
    const other = fill(worker, AHEAD)
    meet(worker, resident)
    mend(resident, { now: NOW + 0.5 }, 2)
    meet(worker, resident)
    for (const peer of [worker, resident, reopen(worker, 9)]) {
      const dates = new Map(readCheckIns(peer.doc).map(({ id, at }) => [id, at]))
      expect([dates.get(own), dates.get(past), dates.get(late), dates.get(other)]).toEqual([
        NOW,
        NOW - DAY,
        NOW + 5_000,
        AHEAD,
      ])
      expect(readConversations(peer.doc)).toMatchObject([{ id: talk, at: NOW, maker: 2 }])
    }
  })

  test('knows from the log when it was at the latest', () => {
    const [, resident] = createPair()
    fill(resident, AHEAD)
    mend(resident, { now: NOW, editedAt: () => NOW - 2 * DAY }, 2)
    expect(readCheckIns(resident.doc)).toMatchObject([{ at: NOW - 2 * DAY }])
  })

  test('is no work on them: what was set aside stays aside, and undo passes it by', () => {
    const [worker, resident] = createPair()
    const undo = createUndo(resident.doc)
    const own = fill(resident, AHEAD)
    setAside(resident.doc, 'checkIn', own, AHEAD, resident.randomness)
    meet(worker, resident)
    mend(resident, { now: NOW }, 2)
    meet(worker, resident)
    expect(readCheckIns(worker.doc)).toMatchObject([{ at: NOW, aside: { client: 2 } }])
    undo.undo()
    expect(readCheckIns(resident.doc)).toMatchObject([{ at: NOW, aside: null }])
  })
})
