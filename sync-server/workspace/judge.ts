/** Which items may be appended (S2, S6, R1, R2). Pure: chain, head and bytes in, a refusal or nothing out. */
import { type Chain, currentEpoch, mayWriteEntries, roleOf } from '#shared/chain/chain.ts'
import { type ChainFailure, extendChain } from '#shared/chain/extend.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { type Role, roleRank } from '#shared/chain/roles.ts'
import type { Identity } from '#shared/protocol/app-frames.ts'
import { idBytes } from '#shared/protocol/ids.ts'
import { MAX_SEEN_AGE } from '#shared/protocol/limits.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'
import { readEntryHeader, standsAt } from './entry-header.ts'
import { recordShare, type Tally } from './shares.ts'

/** Whether this connection is admitted to this workspace now. */
const isAdmitted = (chain: Chain, identity: Identity): boolean =>
  identity.kind === 'person'
    ? chain.members.has(identity.person)
    : chain.invitations.get(identity.locator)?.state === 'open'

/**
 * Who appends where, with the bytes of both ids: decoding them anew for every entry would cost more than all other checks.
 */
export type Writer = {
  readonly identity: Identity
  /** A person's id; `null` for an invitation, which writes no entries. */
  readonly id: Uint8Array | null
  readonly workspace: Uint8Array
}
export const createWriter = (identity: Identity, workspace: Uint8Array): Writer => ({
  identity,
  id: identity.kind === 'person' ? idBytes(identity.person) : null,
  workspace,
})

/** The connection is authenticated, so only header fields are checked (S2). `head` is the last numbered item. */
export const judgeEntry = (chain: Chain, head: number, writer: Writer, bytes: Uint8Array): Refusal | null => {
  const { identity, id, workspace } = writer
  const entry = readEntryHeader(bytes)
  if (entry === null) return 'malformed'
  if (identity.kind !== 'person' || id === null || !standsAt(bytes, entry.authorAt, id)) return 'not-allowed'
  if (!standsAt(bytes, entry.workspaceAt, workspace) || !mayWriteEntries(chain, identity.person, entry.epoch)) {
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

/** Whether a join that this relay has lost (C3) may be restored: by a member who could give that role themselves. */
const mayBringBack = (chain: Chain, identity: Identity, role: Role): boolean => {
  const own = identity.kind === 'person' ? roleOf(chain, identity.person) : null
  return own !== null && roleRank(own) >= roleRank(role)
}

export type RecordVerdict =
  | { readonly ok: true; readonly chain: Chain }
  | { readonly ok: false; readonly refusal: Refusal }

/** All of R1 and R2, and what only the relay enforces: expiry of invitations (`now` in ms), and each person's share. */
export const judgeRecord = async (
  chain: Chain,
  identity: Identity,
  bytes: Uint8Array,
  now: number,
  tally: Tally,
  limits: Pick<RelayLimits, 'openInvitations' | 'invitations' | 'changes' | 'personEpochs'>,
): Promise<RecordVerdict> => {
  const record = decodeRecord(bytes)
  const body = record?.body
  const locator = body?.kind === 'join' ? body.locator : null
  const isTheOneAppend = identity.kind === 'person' || locator === identity.locator
  if (!isAdmitted(chain, identity) || !isTheOneAppend) return { ok: false, refusal: 'not-allowed' }
  const invitation = locator === null ? undefined : chain.invitations.get(locator)
  const expired = invitation?.state === 'open' && invitation.expiresAt <= now
  if (expired && !mayBringBack(chain, identity, invitation.role)) return { ok: false, refusal: 'expired' }
  const extended = await extendChain(chain, bytes)
  if (!extended.ok) return { ok: false, refusal: REFUSAL_OF[extended.reason] }
  const share = recordShare(tally, chain, extended.record, now, limits)
  return share === 'within' ? extended : { ok: false, refusal: share === 'used-up' ? 'workspace-full' : 'rate' }
}

/** Presence is taken only from a member, and only for the current epoch's key. */
export const mayBePresent = (chain: Chain, identity: Identity, epoch: number): boolean =>
  identity.kind === 'person' && isAdmitted(chain, identity) && currentEpoch(chain).number === epoch
