/** Wheels of several people at once, in any order of arrival: set aside and edited, and two scores in a finished wheel. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setAside, showAgain } from '../document/aside.ts'
import {
  finishCheckIn,
  noteOf,
  readCheckIn,
  readCheckIns,
  scorersOf,
  setScore,
  setTalkAbout,
  startCheckIn,
} from './check-ins.ts'
import type { EntityId } from '../document/entity-id.ts'
import { latestOf } from './latest-wheels.ts'
import { readLatestWheels } from '../testing/read-parts.ts'
import { toTalkList } from './talk-list.ts'
import { createPair, createPeer, deliver, meet, type Peer, reopen } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { createUndo } from '../undo/undo.ts'

const NOW = 1_795_000_000_000
const ANS = { name: 'Ans' }
const TOPIC = 'participation'

const start = ({ doc, randomness }: Peer, at = NOW) => startCheckIn(doc, { who: ANS, at, pack: 'weef' }, randomness)
const begin = () => {
  const [worker, resident] = createPair()
  const id = start(worker)
  setTalkAbout(worker.doc, id, TOPIC, true, worker.randomness)
  meet(worker, resident)
  return { worker, resident, id }
}
const put = (peer: Peer, id: EntityId) => setAside(peer.doc, 'checkIn', id, NOW, peer.randomness)
const asideOf = ({ doc }: Peer, id: EntityId) => readCheckIn(doc, id)?.aside

const EDITS: readonly (readonly [string, (peer: Peer, id: EntityId) => void])[] = [
  ['a score', ({ doc, randomness }, id) => setScore(doc, id, TOPIC, 0, randomness)],
  ['a tick', ({ doc, randomness }, id) => setTalkAbout(doc, id, 'own', true, randomness)],
  ['a note', ({ doc }, id) => setText(doc, 'checkIn', id, noteOf(TOPIC), 'Nieuw')],
  ['that it is finished', ({ doc, randomness }, id) => finishCheckIn(doc, id, randomness)],
]

describe('a wheel that was set aside', () => {
  test('is kept, and does not count among the latest wheels until it is brought back', () => {
    const { worker, resident, id } = begin()
    const before = start(worker, NOW - 9)
    setScore(worker.doc, before, TOPIC, 4, worker.randomness)
    put(worker, id)
    meet(worker, resident)
    expect(asideOf(resident, id)).toEqual({ client: 1, at: NOW })
    expect(readCheckIns(resident.doc)).toHaveLength(2)
    expect(readLatestWheels(resident.doc).map((one) => one.id)).toEqual([before])
    expect(toTalkList(readCheckIns(resident.doc))).toEqual([])
    showAgain(resident.doc, 'checkIn', id, resident.randomness)
    expect(toTalkList(readCheckIns(resident.doc))).toMatchObject([{ checkIn: id, topic: TOPIC }])
  })

  test.each(EDITS)('and got %s at the same time is in view again, on every device, in both orders', (_, edit) => {
    for (const order of [0, 1]) {
      const { worker, resident, id } = begin()
      put(worker, id)
      edit(resident, id)
      if (order === 0) meet(worker, resident)
      else meet(resident, worker)
      for (const peer of [worker, resident, reopen(worker, 9)]) expect(asideOf(peer, id)).toBe(null)
    }
  })

  test('by accident is brought back by one undo', () => {
    const { worker, id } = begin()
    const undo = createUndo(worker.doc)
    put(worker, id)
    undo.undo()
    expect(asideOf(worker, id)).toBe(null)
  })
})

describe('two scores in a wheel that is finished', () => {
  const both = () => {
    const { worker, resident, id } = begin()
    setScore(worker.doc, id, TOPIC, 0, worker.randomness)
    setScore(resident.doc, id, TOPIC, 8, resident.randomness)
    finishCheckIn(worker.doc, id, worker.randomness)
    meet(worker, resident)
    return { worker, resident, id }
  }
  const scoreAt = ({ doc }: Peer, id: EntityId) => readCheckIn(doc, id)?.topics[TOPIC].score

  test('keep their authors, and one of the two may be chosen, once', () => {
    const { worker, resident, id } = both()
    expect(scorersOf(worker.doc, id, TOPIC).toSorted()).toEqual([1, 2])
    for (const other of [5, null]) setScore(resident.doc, id, TOPIC, other, resident.randomness)
    expect(scoreAt(resident, id)?.toSorted()).toEqual([0, 8])
    setScore(resident.doc, id, TOPIC, 0, resident.randomness)
    setScore(resident.doc, id, TOPIC, 8, resident.randomness)
    meet(worker, resident)
    expect(scoreAt(worker, id)).toEqual([0])
  })

  test('stay when two people choose differently at once, in any order of arrival', () => {
    for (const order of [0, 1]) {
      const { worker, resident, id } = both()
      setScore(worker.doc, id, TOPIC, 0, worker.randomness)
      setScore(resident.doc, id, TOPIC, 8, resident.randomness)
      if (order === 0) meet(worker, resident)
      else meet(resident, worker)
      expect(scoreAt(worker, id)?.toSorted()).toEqual([0, 8])
      expect(scoreAt(resident, id)).toEqual(scoreAt(worker, id))
    }
  })
})

/** Random acts of a circle of four on one wheel that all of them know. */
const act = fc.record({
  peer: fc.nat(3),
  score: fc.option(fc.nat(10)),
  aside: fc.constantFrom('put', 'show', 'leave' as const),
  heard: fc.array(fc.nat(3), { maxLength: 2 }),
})
const circle = (seed: number) => {
  const peers = [1, 2, 3, 4].map((client) => createPeer(client, seed * 7 + client))
  const id = start(peers[0]!)
  meet(...peers)
  return { peers, id }
}

test('a finished wheel never gains a score, under any acts of a circle', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.array(fc.option(fc.nat(10)), { minLength: 1, maxLength: 4 }),
      fc.array(act, { maxLength: 15 }),
      (seed, given, acts) => {
        const { peers, id } = circle(seed)
        given.forEach((score, index) => setScore(peers[index]!.doc, id, TOPIC, score, peers[index]!.randomness))
        finishCheckIn(peers[0]!.doc, id, peers[0]!.randomness)
        meet(...peers)
        const scoreOf = ({ doc }: Peer) => readCheckIn(doc, id)!.topics[TOPIC].score
        const left = scoreOf(peers[0]!)
        for (const { peer, score, heard } of acts) {
          for (const from of heard) if (from !== peer) deliver(peers[from]!, peers[peer]!)
          setScore(peers[peer]!.doc, id, TOPIC, score, peers[peer]!.randomness)
        }
        meet(...peers)
        const now = scoreOf(peers[0]!)
        for (const peer of peers) expect(scoreOf(peer)).toEqual(now)
        for (const score of now) expect(left).toContain(score)
        if (left.length < 2) expect(now).toEqual(left)
      },
    ),
  )
})

test('no last edit stays hidden and all lists agree, whatever a circle sets aside and edits', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.array(act, { maxLength: 15 }), fc.nat(3), (seed, acts, last) => {
      const { peers, id } = circle(seed)
      for (const { peer, score, aside, heard } of acts) {
        for (const from of heard) if (from !== peer) deliver(peers[from]!, peers[peer]!)
        const { doc, randomness } = peers[peer]!
        if (aside === 'put') put(peers[peer]!, id)
        else if (aside === 'show') showAgain(doc, 'checkIn', id, randomness)
        else setScore(doc, id, TOPIC, score, randomness)
      }
      // One person edits while all others set aside what they see.
      for (const peer of peers) if (peer !== peers[last]) put(peer, id)
      setText(peers[last]!.doc, 'checkIn', id, noteOf(TOPIC), `een woord ${acts.length}`)
      meet(...peers)
      meet(...peers.toReversed())
      for (const { doc } of peers) {
        expect(readCheckIn(doc, id)?.aside).toBe(null)
        expect(latestOf(readCheckIns(doc)).map((one) => one.id)).toEqual([id])
      }
    }),
  )
})
