/** Who takes part, changed by records of this person's: roles, removing, leaving, closing (PROTOCOL.md §3). */
import type { RecordResult } from '#ports/open-plan.ts'
import { expiredInvitations, roleOf } from '#shared/chain/chain.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeClose, makeEpoch, makeRole, type RandomBytes } from '#keys/make-records.ts'
import type { RecordOutcome } from '#sync/session/machine/in-flight.ts'
import type { MakeKeyless, MakeRecord } from '#sync/session/make-record.ts'
import type { Session } from '#sync/session/session.ts'

/** Who leaves or closes a plan waits at most this long, in ms, until what they wrote is shared: nobody gets it later. */
const SETTLE_MS = 5_000

export type Membership = {
  setRole(person: PersonId, role: Role): Promise<RecordResult>
  removeMember(person: PersonId): Promise<RecordResult>
  leave(): Promise<RecordResult>
  closeForAll(): Promise<RecordResult>
}

export const createMembership = (session: Session, me: KeyHolder, randomBytes: RandomBytes): Membership => {
  /** A record that came first and did the same counts as done: its maker then gives `null`. */
  const toResult = (outcome: RecordOutcome): RecordResult => {
    if (outcome === 'done') return { ok: true }
    return { ok: false, reason: outcome === 'offline' ? 'offline' : 'refused' }
  }
  const append = async (make: MakeKeyless): Promise<RecordResult> => toResult(await session.append(make, 'none'))
  const shareFirst = async (): Promise<void> => {
    await session.flush()
    await session.settle(SETTLE_MS)
  }
  return {
    setRole: (person, role) =>
      append(async (chain) => (roleOf(chain, person) === role ? null : makeRole(chain, me, person, role))),
    async removeMember(person) {
      const make: MakeRecord = async (chain, secret) => {
        if (roleOf(chain, person) === null) return null
        const ended = expiredInvitations(chain, session.relayNow()).map(({ locator }) => locator)
        return makeEpoch(chain, me, secret, { endedPersons: [person], endedInvitations: ended }, randomBytes)
      }
      return toResult(await session.append(make, 'newest'))
    },
    async leave() {
      await shareFirst()
      return append(async (chain) => (roleOf(chain, me.id) === null ? null : makeRole(chain, me, me.id, null)))
    },
    async closeForAll() {
      await shareFirst()
      return append(async (chain) => (chain.closed ? null : makeClose(chain, me)))
    },
  }
}
