/** The beginning of a workspace's log, made by hand: with a second member from the first day. */
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { locatorOf } from '#keys/invitation-link.ts'
import { EMPTY_RING, extendKeyRing, newestSecret } from '#keys/key-ring.ts'
import { makeEpoch, makeInvite, makeJoin } from '#keys/make-records.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { type AppendRequest, NO_RECORD } from '#relay/storage/store.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Chance } from '../testing/chance.ts'

const HOUR_MS = 3_600_000

export const extend = async (chain: Chain | null, record: Uint8Array<ArrayBuffer>): Promise<Chain> => {
  const result = await extendChain(chain, record)
  if (!result.ok) throw new Error(`The founding record is ${result.reason}.`)
  return result.chain
}

/** Root, invitation, join, and the following epoch (R4). */
export const foundWorkspace = async (
  root: Uint8Array<ArrayBuffer>,
  creator: KeyHolder,
  person: KeyHolder,
  chance: Chance,
): Promise<AppendRequest> => {
  const begun = await extend(null, root)
  const { workspace } = begun
  const secret = newestSecret(await extendKeyRing(EMPTY_RING, begun, creator)) ?? new Uint8Array(0)
  const invitationSecret = chance.bytes(SECRET_BYTES)
  const invitation = await deriveKeyHolder(invitationSecret)
  const locator = locatorOf(invitationSecret)
  const terms = { locator, role: 'editor', expiresAt: Date.now() + HOUR_MS, inviterBecomes: 'same' } as const
  const invite = await makeInvite(begun, creator, invitation, secret, terms)
  const invited = await extend(begun, invite)
  const join = await makeJoin(invited, person, invitation, locator)
  if (join === null) throw new Error('Nobody can join.')
  const joined = await extend(invited, join)
  const epoch = await makeEpoch(joined, creator, secret, { endedPersons: [], endedInvitations: [] }, chance.bytes)
  await extend(joined, epoch)
  const items = [root, invite, join, epoch]
  return {
    workspace,
    expectedRecord: NO_RECORD,
    receivedAt: Date.now(),
    items,
    joined: [creator.id, person.id],
    ended: [],
  }
}

/** A home that another device of its person founded a moment before, which the app finds out by asking (PROTOCOL.md, H1). */
export const foundHome = (
  workspace: WorkspaceId,
  root: Uint8Array<ArrayBuffer>,
  creator: KeyHolder,
): AppendRequest => ({
  workspace,
  expectedRecord: NO_RECORD,
  receivedAt: Date.now(),
  items: [root],
  joined: [creator.id],
  ended: [],
})
