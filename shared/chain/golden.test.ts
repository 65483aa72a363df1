/** One record of every kind from the golden vectors: it decodes, it is valid, and no version with a flipped byte is. */
import { describe, expect, test } from 'vitest'
import { flipsOf } from '../golden/flips.ts'
import {
  fromHex,
  ITEM_CHANGED,
  RECORD_NAMES,
  recordBytes,
  type RecordName,
  toHex,
  toId,
  vectors,
} from '../golden/vectors.ts'
import type { Locator, PersonId, WorkspaceId } from '../protocol/ids.ts'
import { type Chain, currentEpoch } from './chain.ts'
import { extendChain } from './extend.ts'
import type { RecordBody } from './record-bodies.ts'
import { decodeRecord, encodeRecordToSign, personIdOf, withSignatures, workspaceIdOf } from './records.ts'

const { keys, records } = vectors
const workspace = toId<WorkspaceId>(vectors.workspace.id)
const worker = toId<PersonId>(keys.worker.id)
const resident = toId<PersonId>(keys.resident.id)
const locator = toId<Locator>(keys.invitation.locator)
const publicKeys = (of: 'worker' | 'resident' | 'invitation') => ({
  sign: fromHex(keys[of].signPoint),
  box: fromHex(keys[of].boxPoint),
})
/** A body ends with its box: 113 bytes. */
const lastBox = (name: RecordName) => fromHex(records[name].body).slice(-113)
const commitment = (epoch: number) => fromHex(vectors.workspace.commitments[epoch] ?? '')

const ROOT: RecordBody = {
  kind: 'root',
  salt: fromHex(vectors.workspace.salt),
  workspaceKind: 'plan',
  keys: publicKeys('worker'),
  commitment: commitment(0),
  box: lastBox('root'),
}
const SAID: Partial<Record<RecordName, RecordBody>> = {
  root: ROOT,
  invite: {
    kind: 'invite',
    locator,
    keys: publicKeys('invitation'),
    role: 'owner',
    expiresAt: vectors.workspace.expiresAt,
    inviterBecomes: 'editor',
    box: lastBox('invite'),
  },
  join: { kind: 'join', locator, keys: publicKeys('resident'), box: lastBox('join') },
  role: { kind: 'role', person: worker, role: 'reader' },
  close: { kind: 'close' },
}

/** The chain before this record; `null` before the root. */
const chainBefore = async (name: RecordName): Promise<Chain | null> => {
  let chain: Chain | null = null
  for (const earlier of RECORD_NAMES.slice(0, RECORD_NAMES.indexOf(name))) {
    const result = await extendChain(chain, recordBytes(earlier))
    if (!result.ok) throw new Error(`${earlier}: ${result.reason}`)
    chain = result.chain
  }
  return chain
}

test('every kind of record has a vector', () => {
  expect(new Set(RECORD_NAMES.map((name) => decodeRecord(recordBytes(name))?.body.kind))).toEqual(
    new Set(['root', 'invite', 'join', 'role', 'epoch', 'close']),
  )
})

test(`ids cover the public keys, and all of the root but its box — ${ITEM_CHANGED}`, () => {
  expect(personIdOf(publicKeys('worker'))).toBe(worker)
  expect(workspaceIdOf(ROOT)).toBe(workspace)
})

describe(`records — ${ITEM_CHANGED}`, () => {
  test.each(RECORD_NAMES)('%s decodes, and encodes to the same bytes', (name) => {
    const record = decodeRecord(recordBytes(name))
    expect(record).not.toBeNull()
    if (record === null || record.body.kind === 'unknown') return
    expect(toHex(record.hash)).toBe(records[name].hash)
    expect(toHex(record.signed)).toBe(records[name].signed)
    expect(toHex(encodeRecordToSign(record, record.body))).toBe(records[name].signed)
    expect(toHex(withSignatures(record.signed, record.signatures))).toBe(records[name].bytes)
    expect(record.workspace).toBe(workspace)
    expect(record.number).toBe(RECORD_NAMES.indexOf(name))
    expect(record.author).toBe(['root', 'invite'].includes(name) ? worker : resident)
    expect(record.signatures).toHaveLength(name === 'join' ? 2 : 1)
    const said = SAID[name]
    if (said !== undefined) expect(record.body).toEqual(said)
  })

  test('epoch', () => {
    const body = decodeRecord(recordBytes('epoch'))?.body
    expect(body).toMatchObject({
      kind: 'epoch',
      endedPersons: [worker],
      commitment: commitment(1),
      personBoxes: [{ person: resident }],
      sealedPrevious: fromHex(vectors.workspace.sealedPrevious),
    })
    const stays = decodeRecord(recordBytes('inviteStaying'))?.body
    const ends = decodeRecord(recordBytes('inviteEnded'))?.body
    expect(body).toMatchObject({
      endedInvitations: [ends?.kind === 'invite' && ends.locator],
      invitationBoxes: [{ locator: stays?.kind === 'invite' && stays.locator }],
    })
  })

  test('the whole chain is valid, and yields the members', async () => {
    const open = await chainBefore('close')
    expect([...(open?.members ?? [])].map(([person, { role }]) => [person, role])).toEqual([[resident, 'owner']])
    expect([...(open?.invitations.values() ?? [])].map(({ state }) => state)).toEqual(['used', 'ended', 'open'])
    expect(open && currentEpoch(open).number).toBe(1)
    const closed = await extendChain(open, recordBytes('close'))
    expect(closed).toMatchObject({ ok: true, chain: { closed: true, number: 7 } })
  })
})

/** Signatures are checked last, so a flipped byte is caught by the codec, by the chain or by the signature. */
test.each(RECORD_NAMES)('no record with a flipped byte of %s is valid', async (name) => {
  const chain = await chainBefore(name)
  const bytes = recordBytes(name)
  expect((await extendChain(chain, bytes)).ok).toBe(true)
  const flips = flipsOf(bytes)
  const taken = await Promise.all(flips.map(async (flipped) => (await extendChain(chain, flipped.bytes)).ok))
  expect(flips.filter((_, index) => taken[index]).map(({ at, mask }) => [at, mask])).toEqual([])
})
