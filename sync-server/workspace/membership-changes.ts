/** What a new record ends: people, and invitations (S7). Pure. */
import type { Chain } from '#shared/chain/chain.ts'
import type { Identity } from '#shared/protocol/app-frames.ts'
import { CLOSE, type CloseCode } from '#shared/protocol/close-codes.ts'
import type { PersonId } from '#shared/protocol/ids.ts'

/** The close code for a connection that `after` no longer admits; `null` when it goes on. */
export const endingOf = (after: Chain, identity: Identity): CloseCode | null => {
  if (identity.kind === 'person') return after.members.has(identity.person) ? null : CLOSE.removed
  switch (after.invitations.get(identity.locator)?.state) {
    case 'open':
      return null
    case 'used':
      return CLOSE.invitationUsed
    case 'ended':
    case undefined:
      return CLOSE.invitationCancelled
  }
}

export type MembershipChange = { readonly joined: readonly PersonId[]; readonly ended: readonly PersonId[] }
const NOBODY: MembershipChange = { joined: [], ended: [] }
/** The persons who are in `after` but were not before, and the other way round. */
export const membershipChangeOf = (before: Chain | null, after: Chain): MembershipChange =>
  before === after
    ? NOBODY
    : {
        joined: [...after.members.keys()].filter((person) => before?.members.has(person) !== true),
        ended: [...(before?.members.keys() ?? [])].filter((person) => !after.members.has(person)),
      }
