/**
 * The state that a workspace's records amount to (PROTOCOL.md §3): members, invitations, epochs. A plain value and queries
 * on it; the rules that change it are rules.ts.
 */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { GrowingMap } from './growing-map.ts'
import type { Box, InviterBecomes, PublicKeys, WorkspaceKind } from './record-bodies.ts'
import { mayWrite, type Role, roleRank } from './roles.ts'

export type Member = { readonly person: PersonId; readonly role: Role; readonly keys: PublicKeys }
/** Somebody who took part once. `by`: whose record ended it, which is their own when they left. */
export type FormerMember = { readonly keys: PublicKeys; readonly by: PersonId }
export type Invitation = {
  readonly locator: Locator
  readonly keys: PublicKeys
  readonly role: Role
  readonly expiresAt: number
  readonly inviter: PersonId
  readonly inviterBecomes: InviterBecomes
  readonly state: 'open' | 'used' | 'ended'
  /** Who joined by it; absent while nobody has. */
  readonly joiner?: PersonId
}
/** The period of one content key. `sealedPrevious` is null for epoch 0. */
export type Epoch = {
  readonly number: number
  readonly record: number
  readonly author: PersonId
  readonly commitment: Uint8Array<ArrayBuffer>
  readonly sealedPrevious: Uint8Array<ArrayBuffer> | null
}
/** An epoch key sealed to one recipient, and the context that the box is bound to. */
export type PlacedBox = {
  readonly epoch: number
  readonly record: number
  readonly author: PersonId
  readonly box: Box
}

export type Chain = {
  readonly workspace: WorkspaceId
  readonly kind: WorkspaceKind
  /** The last record's number and hash (32 bytes). */
  readonly number: number
  readonly hash: Uint8Array<ArrayBuffer>
  readonly members: ReadonlyMap<PersonId, Member>
  /** Everybody whose membership ever ended, those who joined again included. */
  readonly former: GrowingMap<PersonId, FormerMember>
  /** All there ever were. */
  readonly invitations: GrowingMap<Locator, Invitation>
  /** The locators of those that are open: with the members at most MAX_CIRCLE. */
  readonly open: ReadonlySet<Locator>
  /** All epochs so far; the last one is current. */
  readonly epochs: readonly [Epoch, ...Epoch[]]
  /** The newest box for each person and invitation. */
  readonly boxes: GrowingMap<PersonId | Locator, PlacedBox>
  /** Somebody joined or left, or an invitation ended, since the current epoch began, so a new one is due (R4). */
  readonly rekeyDue: boolean
  readonly closed: boolean
  /** Whose record closed it. */
  readonly closedBy: PersonId | null
  /** Who moved to new keys, by the keys that they had (PROTOCOL.md §9). */
  readonly movedTo: ReadonlyMap<PersonId, PersonId>
}

export const currentEpoch = (chain: Chain): Epoch => chain.epochs.at(-1) ?? chain.epochs[0]
export const roleOf = (chain: Chain, person: PersonId): Role | null => chain.members.get(person)?.role ?? null
export const openInvitations = (chain: Chain): readonly Invitation[] =>
  [...chain.open].flatMap((locator) => chain.invitations.get(locator) ?? [])
export const ownersOf = (chain: Chain): readonly Member[] =>
  [...chain.members.values()].filter((member) => member.role === 'owner')

/** Why a person takes no part any more, as the records say; `null`: they do, or never did. `by`: whose record it was. */
export type Ending = { readonly how: 'removed' | 'left' | 'closed'; readonly by: PersonId }
export const endOfMembership = (chain: Chain, person: PersonId): Ending | null => {
  const ended = chain.members.has(person) ? undefined : chain.former.get(person)
  if (ended !== undefined) return { how: ended.by === person ? 'left' : 'removed', by: ended.by }
  return chain.closedBy === null ? null : { how: 'closed', by: chain.closedBy }
}

/**
 * The person as who they are now: whoever moved to new keys is still the same human being. Ends also where records lead in
 * a circle.
 */
export const currentPerson = ({ movedTo }: Pick<Chain, 'movedTo'>, person: PersonId): PersonId => {
  let current = person
  for (let steps = 0; steps < movedTo.size; steps++) current = movedTo.get(current) ?? current
  return current
}

/** Whether this person may write an entry here (E1). */
export const mayWriteEntries = (chain: Chain, person: PersonId, epoch: number): boolean =>
  !chain.closed && mayWrite(roleOf(chain, person)) && currentEpoch(chain).number === epoch

/** Invitations that have expired but that no epoch has ended yet. `now` in ms. */
export const expiredInvitations = (chain: Chain, now: number): readonly Invitation[] =>
  openInvitations(chain).filter((invitation) => invitation.expiresAt <= now)

/** Whether a new epoch is due: an old link must open nothing that is written later (R4). `now` in ms. */
export const needsEpoch = (chain: Chain, now: number): boolean =>
  !chain.closed && (chain.rekeyDue || expiredInvitations(chain, now).length > 0)

/** Whether the inviter could no longer give this invitation's role, which ends it. */
export const outrankedBy = (invitation: Invitation, inviterRole: Role | null): boolean =>
  roleRank(invitation.role) > roleRank(inviterRole)
