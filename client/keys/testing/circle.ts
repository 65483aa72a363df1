/**
 * The members of one workspace and its real chain, by name, for tests of records. Records are made by the app's own makers,
 * or forged where a test needs what the app never makes. Randomness is a counter, so every run is the same.
 */
import { type Chain, currentEpoch } from '#shared/chain/chain.ts'
import { type ChainFailure, extendChain, recordBytesToSign } from '#shared/chain/extend.ts'
import type { InviterBecomes, RecordBody } from '#shared/chain/record-bodies.ts'
import { encodeRecordToSign, type RecordFields, withSignatures } from '#shared/chain/records.ts'
import type { Role } from '#shared/chain/roles.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import type { Locator } from '#shared/protocol/ids.ts'
import type { EpochSecret } from '../content-keys.ts'
import { locatorOf } from '../invitation-link.ts'
import { deriveKeyHolder, type KeyHolder, type Secret } from '../key-holder.ts'
import { makeEpoch, makeInvite, makeJoin, makeRoot, type RandomBytes, type RecordBytes } from '../make-records.ts'

export type RecordOutcome = 'valid' | ChainFailure
export type InviteTerms = { readonly role?: Role; readonly becomes?: InviterBecomes; readonly expiresAt?: number }
export type Forgery = {
  readonly by: string
  readonly body: RecordBody
  /** Who signs; by default the author. */
  readonly signers?: readonly string[]
  readonly fields?: Partial<RecordFields>
}
/** An hour after the test clock's start. */
export const EXPIRES_AT = 3_600_000

const utf8 = new TextEncoder()
/** The same name has the same keys in every test. */
export const secretOf = (name: string): Secret => sha256(utf8.encode(name)).slice(0, 16)
const known = new Map<string, Promise<KeyHolder>>()
export const holderOf = (name: string): Promise<KeyHolder> => {
  const holder = known.get(name) ?? deriveKeyHolder(secretOf(name))
  known.set(name, holder)
  return holder
}
export const locatorFor = (invitation: string): Locator => locatorOf(secretOf(invitation))

/** Never repeats, and is the same in every run. */
export const createChance = (seed: string): RandomBytes => {
  let drawn = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => [...sha256(utf8.encode(`${seed} ${drawn++}`))])
    return Uint8Array.from(blocks.flat().slice(0, length))
  }
}

export const createCircle = async (creator: string, seed = 'circle') => {
  const chance = createChance(seed)
  let secret: EpochSecret = new Uint8Array(0)
  /** Makers draw an epoch's 32 bytes first; the secret of a refused record must not be remembered. */
  const watched = (): { randomBytes: RandomBytes; drawn(): EpochSecret } => {
    let first: EpochSecret | null = null
    const randomBytes: RandomBytes = (length) => {
      const bytes = chance(length)
      first ??= bytes
      return bytes
    }
    return { randomBytes, drawn: () => first ?? secret }
  }
  const beginning = watched()
  const root = await makeRoot(await holderOf(creator), 'plan', beginning.randomBytes)
  secret = beginning.drawn()
  const begun = await extendChain(null, root)
  if (!begun.ok) throw new Error(begun.reason)
  let chain: Chain = begun.chain
  const records: RecordBytes[] = [root]

  const give = async (record: RecordBytes): Promise<RecordOutcome> => {
    const result = await extendChain(chain, record)
    if (!result.ok) return result.reason
    chain = result.chain
    records.push(record)
    return 'valid'
  }
  const forge = async ({ by, body, signers = [by], fields }: Forgery): Promise<RecordBytes> => {
    const author = (await holderOf(by)).id
    const place = { workspace: chain.workspace, number: chain.number + 1, previous: chain.hash, author, ...fields }
    const signed = encodeRecordToSign(place, body)
    const holders = await Promise.all(signers.map(holderOf))
    return withSignatures(signed, await Promise.all(holders.map((holder) => holder.sign(recordBytesToSign(signed)))))
  }
  const namesOf = async (...names: readonly string[]) =>
    new Map(await Promise.all(names.map(async (name) => [(await holderOf(name)).id, name] as const)))
  const people = new Set([creator])

  return {
    records,
    chain: () => chain,
    /** The current epoch's secret, as its author drew it. */
    secret: () => secret,
    give,
    forge,
    /** The roles of all members, by name. */
    async roles(): Promise<Record<string, Role>> {
      const names = await namesOf(...people)
      return Object.fromEntries([...chain.members.values()].map((each) => [names.get(each.person) ?? '?', each.role]))
    },
    stateOf: (invitation: string) => chain.invitations.get(locatorFor(invitation))?.state ?? null,
    epoch: () => currentEpoch(chain).number,
    async invite(by: string, invitation: string, terms: InviteTerms = {}): Promise<RecordOutcome> {
      const { role = 'editor', becomes = 'same', expiresAt = EXPIRES_AT } = terms
      const options = { locator: locatorFor(invitation), role, expiresAt, inviterBecomes: becomes }
      return give(await makeInvite(chain, await holderOf(by), await holderOf(invitation), secret, options))
    },
    /** `cannot` when no join can be made. */
    async join(person: string, invitation: string): Promise<RecordOutcome | 'cannot'> {
      people.add(person)
      const [joining, invited] = [await holderOf(person), await holderOf(invitation)]
      const record = await makeJoin(chain, joining, invited, locatorFor(invitation))
      return record === null ? 'cannot' : give(record)
    },
    async setRole(by: string, person: string, role: Role | null): Promise<RecordOutcome> {
      return give(await forge({ by, body: { kind: 'role', person: (await holderOf(person)).id, role } }))
    },
    async renew(by: string, ended: { persons?: readonly string[]; invitations?: readonly string[] } = {}) {
      const drawing = watched()
      const holders = await Promise.all((ended.persons ?? []).map(holderOf))
      const record = await makeEpoch(
        chain,
        await holderOf(by),
        secret,
        {
          endedPersons: holders.map(({ id }) => id),
          endedInvitations: (ended.invitations ?? []).map(locatorFor),
        },
        drawing.randomBytes,
      )
      const outcome = await give(record)
      if (outcome === 'valid') secret = drawing.drawn()
      return outcome
    },
    close: async (by: string): Promise<RecordOutcome> => give(await forge({ by, body: { kind: 'close' } })),
  }
}
export type Circle = Awaited<ReturnType<typeof createCircle>>

/** A worker who owns the plan, a resident and a neighbour who are editors. Six records. */
export const createCircleOfThree = async (): Promise<Circle> => {
  const circle = await createCircle('worker')
  for (const name of ['resident', 'neighbour']) {
    await circle.invite('worker', `for ${name}`)
    await circle.join(name, `for ${name}`)
  }
  await circle.renew('worker')
  return circle
}
