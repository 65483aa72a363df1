/** An epoch whose key opens for nobody: valid by the public rules (R2), and repaired by a device that cannot open it. */
import { currentEpoch, openInvitations } from '#shared/chain/chain.ts'
import { extendChain, recordBytesToSign } from '#shared/chain/extend.ts'
import { encodeRecordToSign, withSignatures } from '#shared/chain/records.ts'
import { BOX_BYTES, CONTENT_KEY_BYTES, NONCE_BYTES, SEALED_KEY_BYTES } from '#shared/protocol/limits.ts'
import { commitmentTo, sealPrevious } from '#keys/content-keys.ts'
import type { Chance } from '../../testing/chance.ts'
import type { Knowledge, HostileMember } from './member.ts'

export const makeGarbageEpoch = async (
  { chain, keys }: Knowledge,
  { person }: HostileMember,
  chance: Chance,
): Promise<Uint8Array<ArrayBuffer>> => {
  const box = (): Uint8Array<ArrayBuffer> => chance.bytes(BOX_BYTES)
  const secret = chance.bytes(CONTENT_KEY_BYTES)
  const number = currentEpoch(chain).number + 1
  const linked = chance.happens(0.5)
  const fields = { workspace: chain.workspace, number: chain.number + 1, previous: chain.hash, author: person.id }
  const signed = encodeRecordToSign(fields, {
    kind: 'epoch',
    endedPersons: [],
    endedInvitations: [],
    commitment: commitmentTo(secret),
    personBoxes: [...chain.members.keys()].map((member) => ({ person: member, box: box() })),
    invitationBoxes: openInvitations(chain).map(({ locator }) => ({ locator, box: box() })),
    sealedPrevious: linked
      ? await sealPrevious(secret, chain.workspace, number, keys.secret, chance.bytes(NONCE_BYTES))
      : chance.bytes(SEALED_KEY_BYTES),
  })
  return withSignatures(signed, [await person.sign(recordBytesToSign(signed))])
}

/** More of them than the relay takes of one person in an hour: a healing device must get its turn all the same. */
const FLOOD = 14

export const makeFlood = async (
  knowledge: Knowledge,
  member: HostileMember,
  chance: Chance,
): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const flood: Uint8Array<ArrayBuffer>[] = []
  let { chain } = knowledge
  for (let count = 0; count < FLOOD; count++) {
    const record = await makeGarbageEpoch({ ...knowledge, chain }, member, chance)
    const extended = await extendChain(chain, record)
    if (!extended.ok) return flood
    flood.push(record)
    chain = extended.chain
  }
  return flood
}
