/**
 * The rules for each kind of record, judged from public bytes alone (R2). Pure: chain and record in, new chain or a reason
 * out. Signatures and order are checked before, in extend.ts.
 */
import type { Locator, PersonId } from '#shared/protocol/ids.ts'
import { MAX_CIRCLE } from '#shared/protocol/limits.ts'
import {
  type Chain,
  currentEpoch,
  type Invitation,
  type Member,
  openInvitations,
  outrankedBy,
  ownersOf,
  type PlacedBox,
  roleOf,
} from './chain.ts'
import { GrowingMap } from './growing-map.ts'
import type { Box, EpochBody, InviteBody, InviterBecomes, JoinBody, RoleBody, RootBody } from './record-bodies.ts'
import { personIdOf, type SignedRecord, workspaceIdOf } from './records.ts'
import { higherRole, lowerRole, mayWrite, type Role, roleRank } from './roles.ts'

export type RuleResult = { readonly ok: true; readonly chain: Chain } | { readonly ok: false }
const REFUSED: RuleResult = { ok: false }

/** `rekeyDue` is also set when an invitation ended by itself, because its link still opens the current epoch. */
const settle = (chain: Chain): RuleResult => {
  if (ownersOf(chain).length === 0) return REFUSED
  const outlived = openInvitations(chain).filter((invitation) =>
    outrankedBy(invitation, roleOf(chain, invitation.inviter)),
  )
  if (outlived.length === 0) return { ok: true, chain }
  const ended = outlived.map(({ locator }) => locator)
  return { ok: true, chain: { ...chain, ...withState(chain, ended, { state: 'ended' }), rekeyDue: true } }
}

/** The invitations, of which these are open no more. */
const withState = (
  chain: Chain,
  locators: readonly Locator[],
  change: Pick<Invitation, 'state' | 'joiner'>,
): Pick<Chain, 'invitations' | 'open'> => {
  const changed = locators.flatMap((locator): [Locator, Invitation][] => {
    const invitation = chain.invitations.get(locator)
    return invitation === undefined ? [] : [[locator, { ...invitation, ...change }]]
  })
  const open = new Set(chain.open)
  for (const locator of locators) open.delete(locator)
  return { invitations: chain.invitations.with(changed), open }
}

const withRole = (
  members: ReadonlyMap<PersonId, Member>,
  person: PersonId,
  role: Role | null,
): ReadonlyMap<PersonId, Member> => {
  const changed = new Map(members)
  const member = changed.get(person)
  if (member === undefined) return members
  if (role === null) changed.delete(person)
  else changed.set(person, { ...member, role })
  return changed
}

/** The inviter's role after handing over; it is never raised. */
const becoming = (role: Role | null, becomes: InviterBecomes): Role | null =>
  becomes === 'same' ? role : becomes === 'none' ? null : lowerRole(role, 'editor')

export const applyRoot = (record: SignedRecord, body: RootBody): RuleResult => {
  if (record.number !== 0 || record.workspace !== workspaceIdOf(body)) return REFUSED
  const person = personIdOf(body.keys)
  if (record.author !== person) return REFUSED
  const epoch = { number: 0, record: 0, author: person, commitment: body.commitment, sealedPrevious: null }
  return {
    ok: true,
    chain: {
      workspace: record.workspace,
      kind: body.workspaceKind,
      number: 0,
      hash: record.hash,
      members: new Map([[person, { person, role: 'owner', keys: body.keys }]]),
      former: GrowingMap.of(),
      invitations: GrowingMap.of(),
      open: new Set(),
      epochs: [epoch],
      boxes: GrowingMap.of([[person, { epoch: 0, record: 0, author: person, box: body.box }]]),
      rekeyDue: false,
      closed: false,
      closedBy: null,
      movedTo: new Map(),
    },
  }
}

/**
 * A person moves to new keys by an invitation that is made out to those keys themselves: only whoever holds both can write
 * its two records, so nobody is made another's successor without wanting it.
 */
const isMove = ({ inviter, inviterBecomes, keys }: Invitation, joiner: PersonId): boolean =>
  inviterBecomes === 'none' && inviter !== joiner && personIdOf(keys) === joiner

/** Whoever joins is here as themself, whatever they moved to before. */
const withMove = (
  movedTo: ReadonlyMap<PersonId, PersonId>,
  invitation: Invitation,
  joiner: PersonId,
): ReadonlyMap<PersonId, PersonId> => {
  const moves = isMove(invitation, joiner)
  if (!moves && !movedTo.has(joiner)) return movedTo
  const changed = new Map(movedTo)
  changed.delete(joiner)
  if (moves) changed.set(invitation.inviter, joiner)
  return changed
}

export const applyInvite = (chain: Chain, record: SignedRecord, body: InviteBody): RuleResult => {
  const role = roleOf(chain, record.author)
  const movesAlong = body.inviterBecomes === 'none' && roleRank(body.role) <= roleRank(role)
  if (role === null || (role !== 'owner' && !movesAlong)) return REFUSED
  if (chain.invitations.has(body.locator)) return REFUSED
  if (chain.members.size + chain.open.size >= MAX_CIRCLE) return REFUSED
  const soleOwner = role === 'owner' && ownersOf(chain).length === 1
  if (soleOwner && body.inviterBecomes !== 'same' && body.role !== 'owner') return REFUSED
  const { locator, keys, expiresAt, inviterBecomes, box } = body
  const invitation: Invitation = {
    locator,
    keys,
    role: body.role,
    expiresAt,
    inviter: record.author,
    inviterBecomes,
    state: 'open',
  }
  const placed = { epoch: currentEpoch(chain).number, record: record.number, author: record.author, box }
  return settle({
    ...chain,
    invitations: chain.invitations.with([[locator, invitation]]),
    open: new Set(chain.open).add(locator),
    boxes: chain.boxes.with([[locator, placed]]),
  })
}

export const applyJoin = (chain: Chain, record: SignedRecord, body: JoinBody): RuleResult => {
  const invitation = chain.invitations.get(body.locator)
  if (invitation?.state !== 'open' || record.author !== personIdOf(body.keys)) return REFUSED
  const person = record.author
  const before = roleOf(chain, person)
  const role = higherRole(before, invitation.role)
  if (role === null) return REFUSED
  const joined = new Map(chain.members).set(person, { person, role, keys: body.keys })
  const { inviter, inviterBecomes } = invitation
  const members =
    inviter === person ? joined : withRole(joined, inviter, becoming(roleOf(chain, inviter), inviterBecomes))
  const placed = { epoch: currentEpoch(chain).number, record: record.number, author: person, box: body.box }
  return settle({
    ...chain,
    members,
    ...withState(chain, [body.locator], { state: 'used', joiner: person }),
    boxes: chain.boxes.with([[person, placed]]),
    rekeyDue: true,
    movedTo: withMove(chain.movedTo, invitation, person),
  })
}

export const applyRole = (chain: Chain, record: SignedRecord, body: RoleBody): RuleResult => {
  const leaves = body.role === null
  const allowed = leaves ? body.person === record.author : roleOf(chain, record.author) === 'owner'
  if (!allowed || roleOf(chain, body.person) === null) return REFUSED
  return settle({
    ...chain,
    members: withRole(chain.members, body.person, body.role),
    rekeyDue: chain.rekeyDue || leaves,
  })
}

const isExactly = <Id>(listed: readonly Id[], expected: readonly Id[]): boolean => {
  const ids = new Set(listed)
  return listed.length === expected.length && ids.size === listed.length && expected.every((id) => ids.has(id))
}

export const applyEpoch = (chain: Chain, record: SignedRecord, body: EpochBody): RuleResult => {
  const role = roleOf(chain, record.author)
  if (!mayWrite(role) || (body.endedPersons.length > 0 && role !== 'owner')) return REFUSED
  if (body.endedPersons.includes(record.author)) return REFUSED
  if (body.endedPersons.some((person) => !chain.members.has(person))) return REFUSED
  if (body.endedInvitations.some((locator) => chain.invitations.get(locator)?.state !== 'open')) return REFUSED
  const members = new Map(chain.members)
  for (const person of body.endedPersons) members.delete(person)
  // Before boxes are counted: a removed person's open invitations end too, or they could read on by one (R3).
  const settled = settle({ ...chain, members, ...withState(chain, body.endedInvitations, { state: 'ended' }) })
  if (!settled.ok) return REFUSED
  const after = settled.chain
  if (
    !isExactly(
      body.personBoxes.map(({ person }) => person),
      [...members.keys()],
    )
  )
    return REFUSED
  if (
    !isExactly(
      body.invitationBoxes.map(({ locator }) => locator),
      [...after.open],
    )
  )
    return REFUSED
  const number = currentEpoch(chain).number + 1
  const { author } = record
  const epoch = {
    number,
    record: record.number,
    author,
    commitment: body.commitment,
    sealedPrevious: body.sealedPrevious,
  }
  const placed = (recipient: PersonId | Locator, box: Box): [PersonId | Locator, PlacedBox] => [
    recipient,
    { epoch: number, record: record.number, author, box },
  ]
  const boxes = chain.boxes.with([
    ...body.personBoxes.map(({ person, box }) => placed(person, box)),
    ...body.invitationBoxes.map(({ locator, box }) => placed(locator, box)),
  ])
  return { ok: true, chain: { ...after, epochs: [...chain.epochs, epoch], boxes, rekeyDue: false } }
}

export const applyClose = (chain: Chain, record: SignedRecord): RuleResult =>
  roleOf(chain, record.author) === 'owner'
    ? { ok: true, chain: { ...chain, closed: true, closedBy: record.author } }
    : REFUSED
