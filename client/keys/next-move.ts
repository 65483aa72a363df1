/**
 * Moving one plan to a new key card (PROTOCOL.md §9): what comes next, from the plan's records alone. Nothing else is stored of
 * it, so whoever was interrupted asks again. Pure.
 */
import { type Chain, currentPerson, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { personIdOf } from '#shared/chain/records.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Locator, PersonId } from '#shared/protocol/ids.ts'

export type MoveStep =
  /** An invitation that is made out to the new keys, and by which the earlier ones end. */
  | { readonly name: 'invite'; readonly role: Role }
  | { readonly name: 'join'; readonly locator: Locator }
  | { readonly name: 'moved' }
  /** Neither key takes part, or nobody does any more. `elsewhere`: another new card was first. */
  | { readonly name: 'gone'; readonly elsewhere: boolean }

/** `now`: the relay's, in ms since 1970. */
export const nextMove = (chain: Chain, from: PersonId, to: PersonId, now: number): MoveStep => {
  const role = roleOf(chain, from)
  if (role === null && roleOf(chain, to) !== null) return { name: 'moved' }
  if (role === null) return { name: 'gone', elsewhere: currentPerson(chain, from) !== from }
  if (chain.closed) return { name: 'gone', elsewhere: false }
  const mine = openInvitations(chain).find(
    (each) =>
      each.inviter === from &&
      each.inviterBecomes === 'none' &&
      each.role === role &&
      each.expiresAt > now &&
      personIdOf(each.keys) === to,
  )
  return mine === undefined ? { name: 'invite', role } : { name: 'join', locator: mine.locator }
}
