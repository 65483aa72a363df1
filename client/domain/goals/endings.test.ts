/** Ending goals together, by two or many people in any order of arrival: proposer and agreer stay known, and a withdrawn goal does not end. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreeEnding, outcomeOf, proposeEnding, withdrawEnding } from './endings.ts'
import { readEnding } from '../testing/read-parts.ts'
import { addGoal, readGoals, setGoalStatus } from './goals.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { createPair, createPeer, deliver, meet, type Peer, reopen } from '../testing/peers.ts'
import { createUndo } from '../undo/undo.ts'

const NOW = 1_795_000_000_000

const begin = (...more: readonly Peer[]) => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  setGoalStatus(worker.doc, goal, 'active', worker.randomness)
  meet(worker, resident, ...more)
  const propose = ({ doc, randomness }: Peer, at = NOW) => proposeEnding(doc, goal, 'completed', at, randomness)
  const agree = ({ doc, randomness }: Peer, at = NOW + 1) => agreeEnding(doc, goal, 'completed', at, randomness)
  const withdraw = ({ doc, randomness }: Peer) => withdrawEnding(doc, goal, randomness)
  return { worker, resident, goal, propose, agree, withdraw }
}
const goalOf = ({ doc }: Peer) => readGoals(doc)[0]!

describe('a goal that has ended', () => {
  test('shows everybody who proposed it and who agreed, by the log, also when opened anew', () => {
    const { worker, resident, propose, agree } = begin()
    propose(worker)
    meet(worker, resident)
    agree(resident)
    meet(worker, resident)
    const decision = { proposed: [{ client: 1, at: NOW }], agreed: [{ client: 2, at: NOW + 1 }], set: [] }
    for (const peer of [worker, resident, reopen(worker, 9)])
      expect(goalOf(peer)).toMatchObject({ status: ['completed'], ending: null, decision })
  })

  test('by a person alone was proposed by nobody', () => {
    const { worker, agree } = begin()
    agree(worker)
    expect(goalOf(worker).decision).toEqual({ proposed: [], agreed: [{ client: 1, at: NOW + 1 }], set: [] })
  })

  test('in an earlier release shows who said yes, or nothing where nobody did', () => {
    const { worker, goal } = begin()
    for (const name of [...valuesOf(worker.doc).keys()].filter((key) => key.includes('/status#')))
      valuesOf(worker.doc).delete(name)
    valuesOf(worker.doc).set(`goal:${goal}/status#1`, 'completed')
    expect(goalOf(worker).decision).toEqual({ proposed: [], agreed: [], set: [{ client: 1, at: 0 }] })
    valuesOf(worker.doc).set(`goal:${goal}/ending#1`, null)
    expect(goalOf(worker).decision).toEqual({ proposed: [], agreed: [{ client: 1, at: 0 }], set: [] })
  })

  test('and goes on does not reopen an old proposal; a new one is separate', () => {
    const { worker, resident, goal, propose, agree } = begin()
    propose(worker)
    meet(worker, resident)
    agree(resident)
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    meet(worker, resident)
    expect(goalOf(worker)).toMatchObject({ status: ['active'], ending: null, decision: null })
    propose(resident, NOW + 5)
    meet(worker, resident)
    expect(goalOf(worker).ending).toEqual({ outcome: 'completed', at: NOW + 5, client: 2 })
    agree(worker, NOW + 6)
    expect(goalOf(worker).decision).toEqual({
      proposed: [{ client: 2, at: NOW + 5 }],
      agreed: [{ client: 1, at: NOW + 6 }],
      set: [],
    })
  })

  test('and was undone by the agreer has its proposal open again, still by its author', () => {
    const { worker, resident, propose, agree } = begin()
    propose(worker)
    meet(worker, resident)
    const undo = createUndo(resident.doc)
    agree(resident)
    undo.undo()
    expect(goalOf(resident)).toMatchObject({ status: ['active'], ending: { client: 1, at: NOW }, decision: null })
  })
})

describe('a proposal', () => {
  test('withdrawn by another person does not come back in that name; an own one comes back as own', () => {
    const { worker, resident, goal, propose, withdraw } = begin()
    propose(worker)
    meet(worker, resident)
    const undo = createUndo(resident.doc)
    withdraw(resident)
    undo.undo()
    expect(readEnding(resident.doc, goal)).toBe(null)
    propose(resident)
    withdraw(resident)
    undo.undo()
    expect(readEnding(resident.doc, goal)?.client).toBe(2)
  })

  test('withdrawn while another person agrees stands beside the ending, in any order of arrival', () => {
    for (const order of [0, 1]) {
      const { worker, resident, propose, agree, withdraw } = begin()
      propose(worker)
      meet(worker, resident)
      withdraw(worker)
      agree(resident)
      if (order === 0) meet(worker, resident)
      else meet(resident, worker)
      for (const peer of [worker, resident, reopen(worker, 9)]) {
        expect(goalOf(peer).status.toSorted()).toEqual(['active', 'completed'])
        expect(goalOf(peer)).toMatchObject({ ending: null, decision: null })
      }
    }
  })

  test('beside a concurrent one is settled by the same yes, which counts as agreement to one of them only', () => {
    const { worker, resident, goal, propose, agree } = begin()
    propose(worker)
    proposeEnding(resident.doc, goal, 'cancelled', NOW, resident.randomness)
    meet(worker, resident)
    agree(resident)
    meet(worker, resident)
    expect(goalOf(worker)).toMatchObject({ ending: null, decision: { proposed: [{ client: 1, at: NOW }] } })
  })
})

/** Acts of a circle of four, each hearing of the others now and then. */
const PEERS = [1, 2, 3, 4]
const act = fc.record({
  peer: fc.nat(PEERS.length - 1),
  kind: fc.constantFrom('propose', 'agree', 'withdraw', 'go on' as const),
  outcome: fc.constantFrom('completed', 'cancelled' as const),
  heard: fc.array(fc.nat(PEERS.length - 1), { maxLength: 2 }),
})

test('in a circle with the acts that screens offer, no goal ends without one person’s proposal and another’s yes', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.array(act, { maxLength: 25 }), (seed, acts) => {
      const peers = PEERS.map((client) => createPeer(client, seed * 7 + client))
      const [first] = peers
      const goal = addGoal(first!.doc, { title: 'Naar buiten' }, first!.randomness)
      meet(...peers)
      acts.forEach(({ peer, kind, outcome, heard }, now) => {
        for (const from of heard) if (from !== peer) deliver(peers[from]!, peers[peer]!)
        const { doc, randomness } = peers[peer]!
        const open = readEnding(doc, goal)
        const ended = outcomeOf(goalOf(peers[peer]!).status) !== null
        if (kind === 'go on' && ended) setGoalStatus(doc, goal, 'active', randomness)
        if (ended) return
        if (kind === 'propose' && open === null) proposeEnding(doc, goal, outcome, now, randomness)
        if (kind === 'withdraw' && open !== null) withdrawEnding(doc, goal, randomness)
        if (kind === 'agree' && open !== null && open.client !== doc.clientID)
          agreeEnding(doc, goal, open.outcome, now, randomness)
      })
      meet(...peers)
      meet(...peers.toReversed())
      const seen = peers.map(goalOf)
      for (const one of seen) expect(one).toEqual(seen[0])
      const { decision, status } = seen[0]!
      expect(decision === null).toBe(outcomeOf(status) === null)
      if (decision === null) return
      expect(decision.agreed.length).toBeGreaterThan(0)
      for (const { client } of decision.agreed)
        expect(decision.proposed.some((one) => one.client !== client)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
