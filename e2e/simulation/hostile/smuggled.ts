/** Items that an honest relay refuses, and a careless one would forward: each device detects them by itself (E1, E3). */
import { equalBytes } from '#shared/protocol/bytes.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { SIGNATURE_BYTES } from '#shared/protocol/limits.ts'
import { craftUpdate } from '#sync/testing/craft-update.ts'
import type { Chance } from '../../testing/chance.ts'
import type { Knowledge, HostileMember } from './member.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Smuggled = (knowledge: Knowledge, chance: Chance, member: HostileMember) => Promise<Bytes | null>

const own = ({ client, state }: Knowledge): { update: Bytes } => ({
  update: craftUpdate([{ client, clock: state.clocks.get(client) ?? 0, structs: [{ text: 'squat' }] }]),
})
const someEntry = ({ items }: Knowledge, chance: Chance): Bytes | null => {
  const entry = chance.pick(items.filter((item) => itemKind(item) === 'entry'))
  return entry === undefined ? null : new Uint8Array(entry)
}

export const SMUGGLED: Readonly<Record<string, Smuggled>> = {
  'E1 signed by nobody': async (knowledge, chance, member) =>
    member.forge(knowledge, own(knowledge), { signature: chance.bytes(SIGNATURE_BYTES) }),
  'E1 under the name of somebody else': async (knowledge, _, member) => {
    const author = knowledge.state.authors.get(knowledge.foreign)?.person
    return author === undefined ? null : member.forge(knowledge, own(knowledge), { header: { author } })
  },
  'E1 of an epoch that is over': async (knowledge, _, member) => {
    const epoch = knowledge.chain.epochs.length - 2
    const epochKeys = knowledge.keysOf(epoch)
    return epochKeys === undefined ? null : member.forge(knowledge, own(knowledge), { header: { epoch }, epochKeys })
  },
  'E1 of another workspace': async (knowledge, chance, member) =>
    member.forge(knowledge, own(knowledge), { header: { workspace: toWorkspaceId(chance.bytes(16)) } }),
  'a replayed entry': async (knowledge, chance) => someEntry(knowledge, chance),
  'E1 a re-labelled entry': async (knowledge, chance) => {
    const entry = someEntry(knowledge, chance)
    if (entry !== null) entry[2] = entry[2] === 0 ? 1 : 0 // update, checkpoint
    const isTrueAgain = entry !== null && knowledge.items.some((item) => equalBytes(item, entry))
    return isTrueAgain ? null : entry
  },
  'E3 no entry at all': async (_, chance) => Uint8Array.from([1, ...chance.bytes(30)]),
}
