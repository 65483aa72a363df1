/** [rule 2] How far the log was read for takings is never forgotten: whoever is invited anew reads all of it again. */
import { expect, test } from 'vitest'
import { createPeer } from '#domain/testing/peers.ts'
import { toPersonId } from '#shared/protocol/ids.ts'
import { followTakenAway } from './taken-away.ts'

const ME = toPersonId(new Uint8Array(16).fill(1))

test('a plan that is closed while its log is read again keeps how far it was seen', () => {
  const { doc } = createPeer(1)
  let seq = 40
  const taken = followTakenAway(
    {
      doc,
      session: { state: () => ({ checking: false, seq }), flush: async () => {} } as never,
      journal: { since: async () => [] },
      me: ME,
      personAt: () => null,
      currentPerson: (person) => person,
      confirm: async (all) => all,
    },
    { seen: new Uint8Array([0]), seenSeq: 40, taken: [] },
  )
  seq = 3 // epochs were missed: it begins anew
  expect(taken.toRow().seenSeq).toBe(40)
  seq = 44
  expect(taken.toRow().seenSeq).toBe(44)
})
