/** Looking at invitations and joining with them, on this device: keys, records and what is stored of both (PROTOCOL.md §9). */
import type { InvitationFailure, PreviewResult } from '#ports/device.ts'
import { roleOf } from '#shared/chain/chain.ts'
import { type Role, roleRank } from '#shared/chain/roles.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import { openGreeting } from '#keys/greeting.ts'
import { type InvitationLink, invitationSeed, locatorOf, parseSpokenCode } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { makeJoin } from '#keys/make-records.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import { kept } from '#storage/failure.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { type InvitationVisit, isMember, openVisit } from '#sync/invitation/visit-invitation.ts'
import type { VisitResult } from '#sync/invitation/visit-machine.ts'
import { toClaims } from './claims.ts'

export type InvitationContext = {
  readonly database: WholeDatabase
  readonly environment: Environment
  readonly relay: RelayAddress
  /** Open visits by invitation: looked at, not joined yet. */
  readonly visits: Map<Locator, InvitationVisit>
  /** The app's own address without a fragment, which links begin with. */
  readonly appUrl: string
}

/** Joining goes on over the connection of a look a moment ago; with a spoken code there is no look. */
const visitWith = async (
  { relay, environment, visits }: InvitationContext,
  { workspace, secret }: InvitationLink,
  code: string | null,
): Promise<{ readonly visit: InvitationVisit; readonly invitation: KeyHolder; readonly isReused: boolean }> => {
  const invitation = await deriveKeyHolder(invitationSeed(secret, code))
  const locator = locatorOf(secret)
  const open = code === null ? visits.get(locator) : undefined
  if (open?.isOpen()) return { visit: open, invitation, isReused: true }
  const visit = openVisit({ relay, environment, workspace, locator, invitation })
  if (code === null) visits.set(locator, visit)
  return { visit, invitation, isReused: false }
}

const isHere = async ({ database }: InvitationContext, workspace: WorkspaceId): Promise<boolean> =>
  (await database.readPlans()).some(({ id }) => id === workspace)
/** Whether this device has used the link, or was about to. Taking a plan off forgets it: an old link then reopens nothing. */
const hasUsed = async ({ database }: InvitationContext, locator: Locator): Promise<boolean> =>
  (await database.readInvitations()).some((row) => row.kind === 'used' && row.locator === locator)

const hasMade = async ({ database }: InvitationContext, locator: Locator): Promise<boolean> =>
  (await database.readInvitations()).some((row) => row.kind === 'made' && row.locator === locator)
/** A link that this device has used opens the plan, even when the relay's reply to the join was lost. */
const isMine = async (context: InvitationContext, link: InvitationLink, person: KeyHolder | null): Promise<boolean> => {
  if (await isHere(context, link.workspace)) return true
  const { relay, environment } = context
  return person !== null && (await isMember({ relay, environment, workspace: link.workspace, person }))
}

/** Whether this person takes part, as far as this device knows; a plan that is here as another person says nothing about it. */
const hasJoined = async (context: InvitationContext, link: InvitationLink, person: KeyHolder): Promise<boolean> => {
  const { database, relay, environment } = context
  const here = (await database.readPlans()).find(({ id }) => id === link.workspace)
  if (here !== undefined && !here.person) return true
  return isMember({ relay, environment, workspace: link.workspace, person })
}

export const previewInvitation = async (
  context: InvitationContext,
  link: InvitationLink,
  person: KeyHolder | null,
): Promise<PreviewResult> => {
  const { workspace, secret, needsCode } = link
  const used = await hasUsed(context, locatorOf(secret))
  const mine = { ok: true, kind: 'mine', workspace } as const
  const takenOff = { ok: true, kind: 'taken-off', workspace } as const
  if (used && (await isMine(context, link, person))) return mine
  const here = (await context.database.readPlans()).find(({ id, coming }) => id === workspace && coming !== 'refused')
  if (here !== undefined && (await hasMade(context, locatorOf(secret))))
    return { ok: true, kind: 'member', workspace, mine: true }
  const said = await openGreeting(link)
  const greeting = said && toClaims(said)
  if (needsCode) return { ok: true, kind: 'open', role: null, people: null, expiresAt: null, greeting, needsCode }
  const { visit } = await visitWith(context, link, null)
  const result = await visit.look()
  if (!result.ok && result.reason === 'used' && (await isMine(context, link, person)))
    return (await isHere(context, workspace)) ? mine : takenOff
  // A greeting that opens shows that the link is whole: the relay has not heard of it, or not any more.
  if (!result.ok)
    return { ok: false, reason: result.reason === 'wrong' && said !== null ? 'not-yet' : result.reason, greeting }
  const found = result.chain.invitations.get(locatorOf(secret))
  if (found === undefined) return { ok: false, reason: 'wrong', greeting }
  const { role, expiresAt } = found
  const as = here?.person ?? person?.id
  const has = here === undefined || as === undefined ? null : roleOf(result.chain, as)
  if (roleRank(has) >= roleRank(role)) return { ok: true, kind: 'member', workspace, mine: false }
  return { ok: true, kind: 'open', role, people: result.chain.members.size, expiresAt, greeting, needsCode }
}

/** `role` is unknown while the relay's reply to the join is missing. */
export type Joined =
  | { readonly ok: true; readonly workspace: WorkspaceId; readonly role: Role | null }
  | { readonly ok: false; readonly reason: InvitationFailure }

/** Stores that this device uses the link before the join is sent, so that a lost reply does not lose the plan. */
export const joinWith = async (
  context: InvitationContext,
  link: InvitationLink,
  spokenCode: string,
  person: KeyHolder,
): Promise<Joined> => {
  const { workspace, secret, needsCode } = link
  const code = needsCode ? parseSpokenCode(spokenCode) : null
  const failed = (reason: InvitationFailure): Joined => ({ ok: false, reason })
  if (needsCode && code === null) return failed('wrong-code')
  const locator = locatorOf(secret)
  const wasTried = await hasUsed(context, locator)
  let joins = 0
  const remembered = await context.database.saveInvitation({
    locator,
    workspace,
    kind: 'used',
    link: null,
    code: null,
    expiresAt: null,
    waiting: null,
  })
  if (!remembered.ok) return failed(remembered.reason === 'full' ? 'full' : 'no-storage')
  const join = async (): Promise<VisitResult> => {
    joins += 1
    const { visit, invitation, isReused } = await visitWith(context, link, code)
    const joined = await visit.join((chain) => makeJoin(chain, person, invitation, locator))
    // A connection that stood open while the invitation was read may be dead by now, which says nothing of the network.
    return isReused && !joined.ok && joined.reason === 'offline' ? join() : joined
  }
  const result = await join()
  if (result.ok) {
    // Records that the disk refused arrive again with the log.
    await kept(context.database.syncStore(workspace).addRecords(result.records))
    return { ok: true, workspace, role: roleOf(result.chain, person.id) }
  }
  // Used by an earlier try of ours, whose reply was lost; or by a device that has taken the plan off since, which is none.
  const mayBeMine = wasTried || joins > 1
  if (result.reason === 'used' && mayBeMine && (await hasJoined(context, link, person)))
    return { ok: true, workspace, role: null }
  if (result.reason !== 'offline' && result.reason !== 'busy') await context.database.removeInvitation(locator)
  return failed(result.reason)
}
