/**
 * The one function that decides whether a record is valid (R2), shared by relay and app. Pure, though asynchronous because
 * of WebCrypto: the same chain and the same bytes give the same result everywhere, at any time.
 */
import { concatBytes, equalBytes } from '#shared/protocol/bytes.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import type { Chain, FormerMember } from './chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { GrowingMap } from './growing-map.ts'
import { decodeRecord, NO_RECORD_HASH, type SignedRecord } from './records.ts'
import { applyClose, applyEpoch, applyInvite, applyJoin, applyRole, applyRoot, type RuleResult } from './rules.ts'
import { verifySignature } from './signatures.ts'

export type ChainFailure =
  | 'malformed'
  /** Number or previous hash do not follow the last record: another record was first (R1). */
  | 'out-of-order'
  /** A kind of a later version: the app has to be updated. */
  | 'unknown-kind'
  | 'not-allowed'
  | 'bad-signature'
export type ChainResult =
  | { readonly ok: true; readonly chain: Chain; readonly record: SignedRecord }
  | { readonly ok: false; readonly reason: ChainFailure }

const failed = (reason: ChainFailure): ChainResult => ({ ok: false, reason })

const applyRecord = (chain: Chain | null, record: SignedRecord): RuleResult => {
  const { body } = record
  if (chain === null) return body.kind === 'root' ? applyRoot(record, body) : { ok: false }
  if (chain.closed) return { ok: false }
  switch (body.kind) {
    case 'root':
    case 'unknown':
      return { ok: false }
    case 'invite':
      return applyInvite(chain, record, body)
    case 'join':
      return applyJoin(chain, record, body)
    case 'role':
      return applyRole(chain, record, body)
    case 'epoch':
      return applyEpoch(chain, record, body)
    case 'close':
      return applyClose(chain, record)
  }
}

/** The bytes that a record's signatures cover. The label keeps any other signed object from passing as a record. */
export const recordBytesToSign = (signed: Uint8Array): Uint8Array<ArrayBuffer> =>
  concatBytes(labelBytes('weef/record'), signed)

const isSigned = async (chain: Chain, record: SignedRecord): Promise<boolean> => {
  const author = chain.members.get(record.author)?.keys.sign
  const locator = record.body.kind === 'join' ? record.body.locator : null
  const signers =
    record.body.kind === 'join' || record.body.kind === 'root'
      ? [record.body.keys.sign, ...(locator === null ? [] : [chain.invitations.get(locator)?.keys.sign])]
      : [author]
  const signed = recordBytesToSign(record.signed)
  const checks = signers.map((signer, index) => {
    const signature = record.signatures[index]
    return signer !== undefined && signature !== undefined && verifySignature(signer, signed, signature)
  })
  return (await Promise.all(checks)).every((holds) => holds)
}

/** Those whose membership this record ends are remembered, so that they can be told (S7). A join ends its own inviter. */
const formerAfter = (
  before: Chain | null,
  after: Chain,
  { author, body }: SignedRecord,
): GrowingMap<PersonId, FormerMember> => {
  if (before === null || before.members === after.members) return after.former
  const ended = [...before.members.values()].filter(({ person }) => !after.members.has(person))
  const byWhom = (person: PersonId): PersonId => (body.kind === 'join' ? person : author)
  return after.former.with(ended.map(({ person, keys }) => [person, { keys, by: byWhom(person) }] as const))
}

/**
 * What a record that has been checked before makes of the chain: everything is judged as in `extendChain`, but its signatures.
 * For what a store of one's own holds, which took it only after checking.
 */
export const replayRecord = (chain: Chain | null, bytes: Uint8Array): ChainResult => {
  const record = decodeRecord(bytes)
  if (record === null) return failed('malformed')
  const expected = chain === null ? { number: 0, hash: NO_RECORD_HASH } : { number: chain.number + 1, hash: chain.hash }
  if (record.number !== expected.number || !equalBytes(record.previous, expected.hash)) return failed('out-of-order')
  if (chain !== null && record.workspace !== chain.workspace) return failed('not-allowed')
  if (record.body.kind === 'unknown') return failed('unknown-kind')
  const applied = applyRecord(chain, record)
  if (!applied.ok) return failed('not-allowed')
  const former = formerAfter(chain, applied.chain, record)
  return { ok: true, record, chain: { ...applied.chain, former, number: record.number, hash: record.hash } }
}

/** `chain` is null before the root. The root creates its chain; every other record extends one. */
export const extendChain = async (chain: Chain | null, bytes: Uint8Array): Promise<ChainResult> => {
  const made = replayRecord(chain, bytes)
  if (!made.ok || (await isSigned(chain ?? made.chain, made.record))) return made
  return failed('bad-signature')
}
