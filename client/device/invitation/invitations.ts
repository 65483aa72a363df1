/**
 * Creating, previewing, using and cancelling invitations on this device: keys, records and what is stored of both
 * (PROTOCOL.md §9).
 */
import type { InvitationFailure, PreviewResult } from '#ports/device.ts'
import type { InviteOptions, InviteResult } from '#ports/open-plan.ts'
import { roleOf } from '#shared/chain/chain.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import { LINK_INVITATION_MS, ROOM_INVITATION_MS } from '#shared/protocol/limits.ts'
import {
  type InvitationLink,
  invitationSeed,
  locatorOf,
  parseSpokenCode,
  toInvitationUrl,
} from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { makeEpoch, makeInvite, makeJoin } from '#keys/make-records.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { kept } from '#storage/failure.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import type { Session } from '#sync/session/session.ts'
import { type InvitationVisit, isMember, openVisit } from '#sync/invitation/visit-invitation.ts'
import type { VisitResult } from '#sync/invitation/visit-machine.ts'

export type InvitationContext = {
  readonly database: DeviceDatabase
  readonly environment: Environment
  readonly relay: RelayAddress
  /** Open visits by invitation: looked at, not joined yet. */
  readonly visits: Map<Locator, InvitationVisit>
  /** The app's own address without a fragment, which links begin with. */
  readonly appUrl: string
}

const CODE_DIGITS = 6
const CODE_BYTES = 6

/** Six digits: 48 bits modulo 10^6, whose bias is negligible. */
const drawCode = (environment: Environment): string => {
  const number = environment.randomBytes(CODE_BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
}

/** The link is stored before the record is sent: an invitation whose acknowledgement was lost can still be shown. */
export const invite = async (
  context: InvitationContext,
  session: Session,
  workspace: WorkspaceId,
  person: KeyHolder,
  options: InviteOptions,
): Promise<InviteResult> => {
  const { database, environment, appUrl } = context
  const secret = environment.randomBytes(SECRET_BYTES)
  const code = options.withCode ? drawCode(environment) : null
  const invitation = await deriveKeyHolder(invitationSeed(secret, code))
  const locator = locatorOf(secret)
  const expiresAt = session.relayNow() + (options.lifetime === 'room' ? ROOM_INVITATION_MS : LINK_INVITATION_MS)
  const link = toInvitationUrl(appUrl, { workspace, secret, needsCode: code !== null })
  await database.saveInvitation({ locator, workspace, kind: 'made', link, code, expiresAt })
  const inviterBecomes = options.handOver ? 'editor' : 'same'
  const outcome = await session.append((chain, epochSecret) =>
    makeInvite(chain, person, invitation, epochSecret, { locator, role: options.role, expiresAt, inviterBecomes }),
  )
  if (outcome === 'done') return { ok: true, link, code, expiresAt, locator }
  if (outcome !== 'offline') await database.removeInvitation(locator)
  // A record has room even in a full log; this refusal means too many invitations: open ones, or all that there ever were.
  if (outcome === 'workspace-full') {
    const { chain } = session.state()
    return { ok: false, reason: chain !== null && chain.open.size === 0 ? 'used-up' : 'too-many' }
  }
  return { ok: false, reason: outcome === 'offline' ? 'offline' : 'refused' }
}

/** Writes an epoch without the invitation. An invitation that has already ended counts as cancelled. */
export const cancelInvitation = async (
  context: InvitationContext,
  session: Session,
  person: KeyHolder,
  locator: Locator,
): Promise<{ ok: boolean }> => {
  const outcome = await session.append(
    async (chain, secret) =>
      chain.invitations.get(locator)?.state === 'open'
        ? makeEpoch(
            chain,
            person,
            secret,
            { endedPersons: [], endedInvitations: [locator] },
            context.environment.randomBytes,
          )
        : null,
    'newest',
  )
  if (outcome === 'done') await context.database.removeInvitation(locator)
  return { ok: outcome === 'done' }
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

/** A link that this device has used opens the plan, even when the relay's reply to the join was lost. */
const isMine = async (context: InvitationContext, link: InvitationLink, person: KeyHolder | null): Promise<boolean> => {
  if (await isHere(context, link.workspace)) return true
  const { relay, environment } = context
  return person !== null && (await isMember({ relay, environment, workspace: link.workspace, person }))
}

export const previewInvitation = async (
  context: InvitationContext,
  link: InvitationLink,
  person: KeyHolder | null,
): Promise<PreviewResult> => {
  const { workspace, secret, needsCode } = link
  const used = (await context.database.readInvitations()).some(
    ({ kind, locator }) => kind === 'used' && locator === locatorOf(secret),
  )
  const mine = { ok: true, kind: 'mine', workspace } as const
  const takenOff = { ok: true, kind: 'taken-off', workspace } as const
  if (used && (await isMine(context, link, person))) return mine
  if (needsCode)
    return { ok: true, kind: 'open', role: null, people: null, expiresAt: null, inviterName: null, needsCode }
  const { visit } = await visitWith(context, link, null)
  const result = await visit.look()
  if (!result.ok && result.reason === 'used' && (await isMine(context, link, person)))
    return (await isHere(context, workspace)) ? mine : takenOff
  if (!result.ok) return { ok: false, reason: result.reason }
  const found = result.chain.invitations.get(locatorOf(secret))
  if (found === undefined) return { ok: false, reason: 'wrong' }
  const { role, expiresAt } = found
  return { ok: true, kind: 'open', role, people: result.chain.members.size, expiresAt, inviterName: null, needsCode }
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
  const remembered = await context.database.saveInvitation({
    locator,
    workspace,
    kind: 'used',
    link: null,
    code: null,
    expiresAt: null,
  })
  if (!remembered.ok) return failed(remembered.reason === 'full' ? 'full' : 'no-storage')
  const join = async (): Promise<VisitResult> => {
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
  if (result.reason === 'used' && (await isMine(context, link, person))) return { ok: true, workspace, role: null }
  if (result.reason !== 'offline' && result.reason !== 'busy') await context.database.removeInvitation(locator)
  return failed(result.reason)
}
