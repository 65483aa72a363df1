/** Which items may be appended (S2, S6, R1, R2). Pure: chain, head and bytes in, a refusal or nothing out. */
import { type Chain, currentEpoch, mayWriteEntries, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { type ChainFailure, extendChain } from '#shared/chain/extend.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { type Role, roleRank } from '#shared/chain/roles.ts'
import type { Identity } from '#shared/protocol/app-frames.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { glanceAtEntry } from '#shared/protocol/entries.ts'
import { idBytes } from '#shared/protocol/ids.ts'
import { MAX_SEEN_AGE } from '#shared/protocol/limits.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'

/** May this connection speak of this workspace at all, now? */
const isAdmitted = (chain: Chain, identity: Identity): boolean =>
  identity.kind === 'person'
    ? chain.members.has(identity.person)
    : chain.invitations.get(identity.locator)?.state === 'open'

/** Who appends where, with the bytes of both ids: to make them anew for every entry costs more than all the rest. */
export type Writer = {
  readonly identity: Identity
  /** Of a person; an invitation writes no entries. */
  readonly id: Uint8Array | null
  readonly workspace: Uint8Array
}
export const createWriter = (identity: Identity, workspace: Uint8Array): Writer => ({
  identity,
  id: identity.kind === 'person' ? idBytes(identity.person) : null,
  workspace,
})

/** The connection is trusted, so only header fields are looked at (S2). `head` is the last item that anybody was given. */
export const judgeEntry = (chain: Chain, head: number, writer: Writer, bytes: Uint8Array): Refusal | null => {
  const { identity, id, workspace } = writer
  const entry = glanceAtEntry(bytes)
  if (entry === null) return 'malformed'
  if (identity.kind !== 'person' || id === null || !equalBytes(entry.author, id)) return 'not-allowed'
  if (!equalBytes(entry.workspace, workspace) || !mayWriteEntries(chain, identity.person, entry.epoch)) {
    return 'not-allowed'
  }
  return entry.seen > head || entry.seen < head - MAX_SEEN_AGE ? 'stale' : null
}

const REFUSAL_OF: Readonly<Record<ChainFailure, Refusal>> = {
  malformed: 'malformed',
  'out-of-order': 'invalid',
  'unknown-kind': 'invalid',
  'not-allowed': 'invalid',
  'bad-signature': 'invalid',
}

/** A join that this relay has lost (C3), in time when it was made: from a member who could give that role themself. */
const mayBringBack = (chain: Chain, identity: Identity, role: Role): boolean => {
  const own = identity.kind === 'person' ? roleOf(chain, identity.person) : null
  return own !== null && roleRank(own) >= roleRank(role)
}

/** An expired one opens nothing any more, also before a device has ended it (R4). */
const waitForAnswer = (chain: Chain, now: number): number =>
  openInvitations(chain).filter(({ expiresAt }) => expiresAt > now).length

export type RecordVerdict =
  | { readonly ok: true; readonly chain: Chain }
  | { readonly ok: false; readonly refusal: Refusal }

/** All of R1 and R2, and what only the relay keeps: when an invitation expires (`now` in ms), and how many there are. */
export const judgeRecord = async (
  chain: Chain,
  identity: Identity,
  bytes: Uint8Array,
  now: number,
  limits: Pick<RelayLimits, 'openInvitations' | 'invitations'>,
): Promise<RecordVerdict> => {
  const body = decodeRecord(bytes)?.body
  const locator = body?.kind === 'join' ? body.locator : null
  const isTheOneAppend = identity.kind === 'person' || locator === identity.locator
  if (!isAdmitted(chain, identity) || !isTheOneAppend) return { ok: false, refusal: 'not-allowed' }
  const invitation = locator === null ? undefined : chain.invitations.get(locator)
  const expired = invitation?.state === 'open' && invitation.expiresAt <= now
  if (expired && !mayBringBack(chain, identity, invitation.role)) return { ok: false, refusal: 'expired' }
  const isFull = (): boolean =>
    chain.invitations.size >= limits.invitations || waitForAnswer(chain, now) >= limits.openInvitations
  if (body?.kind === 'invite' && isFull()) return { ok: false, refusal: 'workspace-full' }
  const extended = await extendChain(chain, bytes)
  return extended.ok ? extended : { ok: false, refusal: REFUSAL_OF[extended.reason] }
}

/** Presence counts only from a member and for the key that all of them use now. */
export const mayBePresent = (chain: Chain, identity: Identity, epoch: number): boolean =>
  identity.kind === 'person' && isAdmitted(chain, identity) && currentEpoch(chain).number === epoch
