/** Creates and signs the app's records (PROTOCOL.md §3). Whether they are allowed is decided by the chain. */
import { type Chain, currentEpoch, openInvitations } from '#shared/chain/chain.ts'
import { recordBytesToSign } from '#shared/chain/extend.ts'
import type { Box, InviterBecomes, RecordBody, WorkspaceKind } from '#shared/chain/record-bodies.ts'
import { ROOT_SALT_BYTES } from '#shared/chain/record-bodies.ts'
import {
  encodeRecordToSign,
  NO_RECORD_HASH,
  type RecordFields,
  withSignatures,
  workspaceIdOf,
} from '#shared/chain/records.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Locator, PersonId } from '#shared/protocol/ids.ts'
import { BOX_BYTES, CONTENT_KEY_BYTES, NONCE_BYTES } from '#shared/protocol/limits.ts'
import { openBox, sealBox } from './boxes.ts'
import { commitmentTo, type EpochSecret, keepsCommitment, sealPrevious } from './content-keys.ts'
import type { KeyHolder } from './key-holder.ts'

export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>
export type RecordBytes = Uint8Array<ArrayBuffer>

/** A key off the curve gets a box that opens for nobody: its holder cannot read, and nobody else is held up. */
const boxFor = async (...parameters: Parameters<typeof sealBox>): Promise<Box> =>
  (await sealBox(...parameters)) ?? new Uint8Array(BOX_BYTES)

const signRecord = async (
  fields: RecordFields,
  body: RecordBody,
  signers: readonly KeyHolder[],
): Promise<RecordBytes> => {
  const signed = encodeRecordToSign(fields, body)
  return withSignatures(signed, await Promise.all(signers.map((signer) => signer.sign(recordBytesToSign(signed)))))
}

const next = (chain: Chain, author: PersonId): RecordFields => ({
  workspace: chain.workspace,
  number: chain.number + 1,
  previous: chain.hash,
  author,
})

/** All that a root draws: the workspace's id hangs on both. `secret`: of epoch 0. */
export type RootSeed = { readonly salt: Uint8Array<ArrayBuffer>; readonly secret: EpochSecret }

export const makeRoot = async (
  creator: KeyHolder,
  workspaceKind: WorkspaceKind,
  randomBytes: RandomBytes,
): Promise<RecordBytes> => {
  const secret = randomBytes(CONTENT_KEY_BYTES)
  return makeRootOf(creator, workspaceKind, { secret, salt: randomBytes(ROOT_SALT_BYTES) })
}

export const rootIdentity = ({ keys }: KeyHolder, workspaceKind: WorkspaceKind, { salt, secret }: RootSeed) =>
  ({ kind: 'root', salt, workspaceKind, keys, commitment: commitmentTo(secret) }) as const

export const makeRootOf = async (
  creator: KeyHolder,
  workspaceKind: WorkspaceKind,
  seed: RootSeed,
): Promise<RecordBytes> => {
  const { secret } = seed
  const { keys } = creator
  const identity = rootIdentity(creator, workspaceKind, seed)
  const workspace = workspaceIdOf(identity)
  const box = await boxFor(keys.box, { workspace, record: 0, epoch: 0, recipient: creator.id }, secret)
  const fields = { workspace, number: 0, previous: NO_RECORD_HASH, author: creator.id }
  return signRecord(fields, { ...identity, box }, [creator])
}

export type InviteOptions = {
  readonly locator: Locator
  readonly role: Role
  readonly expiresAt: number
  readonly inviterBecomes: InviterBecomes
}

export const makeInvite = async (
  chain: Chain,
  inviter: KeyHolder,
  invitation: KeyHolder,
  secret: EpochSecret,
  options: InviteOptions,
): Promise<RecordBytes> => {
  const fields = next(chain, inviter.id)
  const place = {
    workspace: chain.workspace,
    record: fields.number,
    epoch: currentEpoch(chain).number,
    recipient: options.locator,
  }
  const box = await boxFor(invitation.keys.box, place, secret)
  return signRecord(fields, { kind: 'invite', keys: invitation.keys, box, ...options }, [inviter])
}

/** `null` when the invitation's box does not open: the new member could read nothing. */
export const makeJoin = async (
  chain: Chain,
  person: KeyHolder,
  invitation: KeyHolder,
  locator: Locator,
): Promise<RecordBytes | null> => {
  const placed = chain.boxes.get(locator)
  const epoch = placed && chain.epochs[placed.epoch]
  if (placed === undefined || epoch === undefined) return null
  const { workspace } = chain
  const place = { workspace, record: placed.record, epoch: placed.epoch, recipient: locator }
  const secret = await openBox(invitation.boxKeys, place, placed.box)
  if (secret === null || !keepsCommitment(secret, epoch.commitment)) return null
  const fields = next(chain, person.id)
  const own = { workspace, record: fields.number, epoch: placed.epoch, recipient: person.id }
  const box = await boxFor(person.keys.box, own, secret)
  return signRecord(fields, { kind: 'join', locator, keys: person.keys, box }, [person, invitation])
}

/** Changes a member's role, by an owner; `null`: the author leaves. */
export const makeRole = (chain: Chain, author: KeyHolder, person: PersonId, role: Role | null): Promise<RecordBytes> =>
  signRecord(next(chain, author.id), { kind: 'role', person, role }, [author])

/** Nothing follows it: the relay erases the content. */
export const makeClose = (chain: Chain, owner: KeyHolder): Promise<RecordBytes> =>
  signRecord(next(chain, owner.id), { kind: 'close' }, [owner])

export type EpochOptions = {
  readonly endedPersons: readonly PersonId[]
  readonly endedInvitations: readonly Locator[]
}

/** A new content key for everybody who stays. `previous`: the newest secret that the author has. */
export const makeEpoch = async (
  chain: Chain,
  author: KeyHolder,
  previous: EpochSecret,
  { endedPersons, endedInvitations }: EpochOptions,
  randomBytes: RandomBytes,
): Promise<RecordBytes> => {
  const secret = randomBytes(CONTENT_KEY_BYTES)
  const epoch = currentEpoch(chain).number + 1
  const fields = next(chain, author.id)
  const placeOf = (recipient: PersonId | Locator) => ({
    workspace: chain.workspace,
    record: fields.number,
    epoch,
    recipient,
  })
  const persons = [...chain.members.values()].filter(({ person }) => !endedPersons.includes(person))
  const staying = new Set(persons.map(({ person }) => person))
  const open = openInvitations(chain).filter(
    ({ locator, inviter }) => !endedInvitations.includes(locator) && staying.has(inviter),
  )
  const [personBoxes, invitationBoxes, sealedPrevious] = await Promise.all([
    Promise.all(
      persons.map(async ({ person, keys }) => ({ person, box: await boxFor(keys.box, placeOf(person), secret) })),
    ),
    Promise.all(
      open.map(async ({ locator, keys }) => ({ locator, box: await boxFor(keys.box, placeOf(locator), secret) })),
    ),
    sealPrevious(secret, chain.workspace, epoch, previous, randomBytes(NONCE_BYTES)),
  ])
  const body = {
    kind: 'epoch',
    endedPersons,
    endedInvitations,
    commitment: commitmentTo(secret),
    personBoxes,
    invitationBoxes,
    sealedPrevious,
  } as const
  return signRecord(fields, body, [author])
}
