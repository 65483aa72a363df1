/** A device with an earlier key of somebody who has moved to a new card: it is still theirs, whatever it may not read any more. */
import { Awareness } from 'y-protocols/awareness'
import { expect, test } from 'vitest'
import { setMyName } from '#domain/plan/people.ts'
import { createPeer } from '#domain/testing/peers.ts'
import { toPersonId } from '#shared/protocol/ids.ts'
import { createPlanView } from './plan-view.ts'

const [BEFORE, AFTER] = [toPersonId(new Uint8Array(16).fill(1)), toPersonId(new Uint8Array(16).fill(2))]

test('it is me, by my name, and the plan is mine', () => {
  const { doc, randomness } = createPeer(1)
  setMyName(doc, BEFORE, 'Ans', randomness)
  const chain = {
    members: new Map([[AFTER, { person: AFTER, role: 'owner' }]]),
    former: new Map(),
    invitations: new Map(),
    open: new Set(),
    movedTo: new Map([[BEFORE, AFTER]]),
    epochs: [{ author: BEFORE }],
    closed: false,
  }
  const session = {
    awareness: new Awareness(doc),
    state: () => ({ chain, connection: 'offline', dirty: false, sharedAt: 1, missingFromLog: [], fullness: 0 }),
    unsharedWords: () => [],
    toDeviceTime: (at: number) => at,
  }
  const authors = { personAt: () => AFTER, currentPerson: (person: string) => (person === BEFORE ? AFTER : person) }
  const copy = { state: () => ({ name: 'saved' }) }
  const given = ['plan', doc, copy, session, BEFORE, authors, () => [], 'me'] as unknown
  const view = createPlanView(...(given as Parameters<typeof createPlanView>))
  expect(view.members().map(({ person, me, name }) => [person, me, name])).toEqual([[AFTER, true, 'Ans']])
  expect([view.planPerson(), view.ended(), view.role()]).toEqual([AFTER, { how: 'moved', by: AFTER }, 'reader'])
  session.awareness.destroy()
})
