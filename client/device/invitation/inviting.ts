/**
 * Making and cancelling invitations on this device (PROTOCOL.md §9). An invitation is stored before anything is sent. One that is made
 * without a connection waits here, and its record is appended as soon as the plan is connected, on screen or visited.
 */
import type { InviteOptions, InviteResult, Member } from '#ports/open-plan.ts'
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import { LINK_INVITATION_MS, NONCE_BYTES, ROOM_INVITATION_MS } from '#shared/protocol/limits.ts'
import { sealGreeting, type Whose } from '#keys/greeting.ts'
import { invitationSeed, locatorOf, parseInvitationLink, toInvitationUrl } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { makeEpoch, makeInvite } from '#keys/make-records.ts'
import type { InvitationRow, PlanRow, WaitingInvitation } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'
import type { Session } from '#sync/session/session.ts'
import type { InvitationContext } from './invitations.ts'

const CODE_DIGITS = 6
const CODE_BYTES = 6

/** Six digits: 48 bits modulo 10^6, whose bias is negligible. */
const drawCode = (environment: Environment): string => {
  const number = environment.randomBytes(CODE_BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
}

/**
 * Whose plan it is, as far as this device knows without guessing: mine if I began it for myself or was given it, another
 * owner's if I began it for them.
 */
export const whoseIs = (members: readonly Member[], forWhom: PlanRow['forWhom'], handOver: boolean): Whose => {
  if (handOver) return { name: 'theirs' }
  const [other, ...more] = members.filter(({ me, role }) => !me && role === 'owner')
  if (forWhom === 'me' || (forWhom === 'joined' && other === undefined)) return { name: 'inviters' }
  const isKnown = forWhom === 'someone' && other !== undefined && other.name !== '' && more.length === 0
  return isKnown ? { name: 'of', person: other.name } : { name: 'not-said' }
}

/** The pause after a connection was lost, or a relay had no room, in ms. */
const RETRY_MS = 5_000

/** One open plan, for the invitations to it. */
export type Inviting = {
  readonly context: InvitationContext
  readonly session: Session
  readonly workspace: WorkspaceId
  readonly person: KeyHolder
}

type Recorded =
  | { readonly name: 'recorded'; readonly expiresAt: number }
  | { readonly name: 'offline' }
  | { readonly name: 'gone' }
  | { readonly name: 'failed'; readonly reason: 'too-many' | 'used-up' | 'refused' }

/** The row's invitation, unless it was cancelled meanwhile. */
const readRow = async ({ context }: Inviting, locator: Locator): Promise<InvitationRow | null> =>
  (await context.database.readInvitations()).find((row) => row.kind === 'made' && row.locator === locator) ?? null

const isIn = (chain: Chain, locator: Locator): boolean => chain.invitations.has(locator)

/** Its time runs from here, not from when it was made. */
const record = async (inviting: Inviting, row: InvitationRow, waiting: WaitingInvitation): Promise<Recorded> => {
  const { session, person, context } = inviting
  const { locator } = row
  const link = parseInvitationLink(row.link ?? '')
  if (link === null) return { name: 'failed', reason: 'refused' }
  const invitation = await deriveKeyHolder(invitationSeed(link.secret, row.code))
  const { role, inviterBecomes, lifetimeMs } = waiting
  let isGone = false
  let expiresAt = session.relayNow() + lifetimeMs
  const outcome = await session.append(async (chain, secret) => {
    const known = chain.invitations.get(locator)
    isGone = (await readRow(inviting, locator)) === null
    if (known !== undefined) expiresAt = known.expiresAt // an earlier try arrived, though its answer did not
    else expiresAt = session.relayNow() + lifetimeMs
    if (isGone || known !== undefined) return null
    return makeInvite(chain, person, invitation, secret, { locator, role, expiresAt, inviterBecomes })
  })
  if (isGone) return { name: 'gone' }
  if (outcome === 'offline' || outcome === 'rate' || outcome === 'relay-full') return { name: 'offline' }
  // A record has room even in a full log; this refusal means too many invitations: open ones, or all that there ever were.
  if (outcome === 'workspace-full') {
    const { chain } = session.state()
    return { name: 'failed', reason: chain !== null && chain.open.size === 0 ? 'used-up' : 'too-many' }
  }
  if (outcome !== 'done') return { name: 'failed', reason: 'refused' }
  await context.database.saveInvitation({ ...row, expiresAt, waiting: null })
  return { name: 'recorded', expiresAt }
}

/** Stored before anything is sent: whatever is lost on the way, the link is not. */
export const invite = async (
  inviting: Inviting,
  options: InviteOptions,
  whose: Whose,
  name: string,
): Promise<InviteResult> => {
  const { context, workspace, session } = inviting
  const { database, environment, appUrl } = context
  const secret = environment.randomBytes(SECRET_BYTES)
  const code = options.withCode ? drawCode(environment) : null
  const said = { inviter: name, organisation: options.organisation ?? '', whose }
  const greeting = await sealGreeting({ workspace, secret }, said, environment.randomBytes(NONCE_BYTES))
  const link = toInvitationUrl(appUrl, { workspace, secret, needsCode: code !== null, greeting })
  const locator = locatorOf(secret)
  const waiting: WaitingInvitation = {
    role: options.role,
    inviterBecomes: options.handOver ? 'editor' : 'same',
    lifetimeMs: options.lifetime === 'room' ? ROOM_INVITATION_MS : LINK_INVITATION_MS,
    failure: null,
  }
  const row: InvitationRow = { locator, workspace, kind: 'made', link, code, expiresAt: null, waiting }
  await database.saveInvitation(row)
  const made = { ok: true, link, code, locator, whose } as const
  const result = await record(inviting, row, waiting)
  switch (result.name) {
    case 'recorded':
      return { ...made, expiresAt: session.toDeviceTime(result.expiresAt) }
    case 'offline': {
      const { connection } = session.state()
      if (typeof connection !== 'object') return { ...made, expiresAt: null }
      await database.removeInvitation(locator) // nothing of this plan will ever leave this device
      return { ok: false, reason: 'refused' }
    }
    case 'gone':
      return { ok: false, reason: 'refused' }
    case 'failed':
      await database.removeInvitation(locator)
      return { ok: false, reason: result.reason }
  }
}

/** Writes an epoch without the invitation. An invitation that has already ended, or still waits, counts as cancelled. */
export const cancelInvitation = async (inviting: Inviting, locator: Locator): Promise<{ ok: boolean }> => {
  const { context, session, person } = inviting
  const { database, environment } = context
  const row = await readRow(inviting, locator)
  if (row?.waiting) await database.removeInvitation(locator)
  const { chain } = session.state()
  if (row?.waiting && (chain === null || !isIn(chain, locator))) return { ok: true }
  const outcome = await session.append(
    async (now, secret) =>
      now.invitations.get(locator)?.state === 'open'
        ? makeEpoch(now, person, secret, { endedPersons: [], endedInvitations: [locator] }, environment.randomBytes)
        : null,
    'newest',
  )
  if (outcome === 'done') await database.removeInvitation(locator)
  return { ok: outcome === 'done' }
}

export type WaitingInvitations = {
  /** Whether some wait, and this device could append them. */
  waits(): boolean
  /** Looks again: the plan's state, or what is stored, has changed. */
  update(): void
  stop(): void
}

/**
 * Appends what waits, one after another, whenever the plan is connected; and forgets the links of invitations that have ended: a
 * used link would still open what was written before its use. `rows` are those stored; `changed` is called when they are others.
 */
export const followWaiting = (
  inviting: Inviting,
  rows: () => readonly InvitationRow[],
  changed: () => Promise<void>,
): WaitingInvitations => {
  const { context, session, workspace, person } = inviting
  let isBusy = false
  let stopPause: (() => void) | null = null
  const pause = (): void => {
    stopPause = context.environment.after(RETRY_MS, () => {
      stopPause = null
      update()
    })
  }
  const mine = (): readonly InvitationRow[] =>
    rows().filter((row) => row.kind === 'made' && row.workspace === workspace)
  const pending = () =>
    mine().flatMap((row) =>
      row.waiting !== null && row.waiting.failure === null ? [{ row, waiting: row.waiting }] : [],
    )
  const over = (): readonly InvitationRow[] => {
    const { chain } = session.state()
    const stateOf = (locator: Locator) => chain?.invitations.get(locator)?.state
    return mine().filter(({ locator }) => stateOf(locator) === 'used' || stateOf(locator) === 'ended')
  }
  const isAble = (): boolean => {
    const { connection, chain } = session.state()
    return connection === 'online' && chain !== null && roleOf(chain, person.id) !== null
  }
  const work = async (): Promise<void> => {
    for (const { row, waiting } of pending()) {
      if (!isAble()) return
      const result = await record(inviting, row, waiting)
      if (result.name === 'offline') return pause()
      if (result.name === 'failed')
        await context.database.saveInvitation({ ...row, waiting: { ...waiting, failure: result.reason } })
      await changed()
    }
  }
  const forget = async (): Promise<void> => {
    const ended = over()
    for (const { locator } of ended) await context.database.removeInvitation(locator)
    if (ended.length > 0) await changed()
  }
  const update = (): void => {
    if (isBusy || stopPause !== null || (over().length === 0 && (!isAble() || pending().length === 0))) return
    isBusy = true
    void forget()
      .then(work)
      .catch(context.environment.report)
      .finally(() => {
        isBusy = false
      })
  }
  return { waits: () => pending().length > 0, update, stop: () => stopPause?.() }
}
