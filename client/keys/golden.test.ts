/** Keys, cards, boxes and seals against bytes that other primitives made. */
import { describe, expect, test } from 'vitest'
import { extendChain } from '#shared/chain/extend.ts'
import type { Chain } from '#shared/chain/chain.ts'
import { verifySignature } from '#shared/chain/signatures.ts'
import { fromHex, ITEM_CHANGED, RECORD_NAMES, recordBytes, toHex, toId, vectors } from '#shared/golden/vectors.ts'
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { type BoxPlace, openBox } from './boxes.ts'
import { commitmentTo, deriveEpochKeys, openPrevious, sealPrevious } from './content-keys.ts'
import { deriveHome } from './home-workspace.ts'
import { invitationSeed, locatorOf } from './invitation-link.ts'
import { readKeyCard, toKeyCard } from './key-card.ts'
import { deriveKeyHolder, type KeyHolder } from './key-holder.ts'
import { open } from './seal.ts'

const { keys } = vectors
const workspace = toId<WorkspaceId>(vectors.workspace.id)
const [first = '', second = ''] = vectors.workspace.epochSecrets
const holderOf = (name: keyof typeof keys): Promise<KeyHolder> => deriveKeyHolder(fromHex(keys[name].secret))

describe(`keys from a secret — ${ITEM_CHANGED}`, () => {
  test.each(['worker', 'resident', 'invitation', 'spoken'] as const)('%s', async (name) => {
    const holder = await holderOf(name)
    expect(toHex(holder.keys.sign)).toBe(keys[name].signPoint)
    expect(toHex(holder.keys.box)).toBe(keys[name].boxPoint)
    expect(holder.id).toBe(toId(keys[name].id))
  })
  test('signs with the derived scalar: the vector’s public key checks it', async () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const signature = await (await holderOf('worker')).sign(bytes)
    expect(signature).toHaveLength(64)
    expect(await verifySignature(fromHex(keys.worker.signPoint), bytes, signature)).toBe(true)
  })
  test.each(['worker', 'resident'] as const)('the key card of %s', (name) => {
    const secret = fromHex(keys[name].secret)
    expect(toKeyCard(secret)).toBe(keys[name].card)
    expect(readKeyCard(keys[name].card)).toEqual({ ok: true, secret })
  })
  test('the home of a person comes from their secret alone, and its root opens for them', async () => {
    const secret = fromHex(keys.worker.secret)
    const { id, makeRoot } = await deriveHome(secret)
    expect(id).toBe(toId(keys.worker.home.id))
    const [one, other] = [await makeRoot(), await makeRoot()]
    expect(one).not.toEqual(other)
    for (const root of [one, other]) {
      const result = await extendChain(null, root)
      if (!result.ok) throw new Error('The root is not valid.')
      const { chain } = result
      expect([chain.workspace, chain.kind, [...chain.members.keys()]]).toEqual([id, 'home', [toId(keys.worker.id)]])
      const place = { workspace: id, record: 0, epoch: 0, recipient: toId<PersonId>(keys.worker.id) }
      const box = chain.boxes.get(place.recipient)!.box
      const epochSecret = await openBox((await holderOf('worker')).boxKeys, place, box)
      expect(toHex(epochSecret!)).toBe(keys.worker.home.epochSecret)
    }
  })
  test('a spoken code is mixed into the keys, not into the locator', () => {
    const secret = fromHex(keys.invitation.secret)
    expect(locatorOf(secret)).toBe(toId(keys.invitation.locator))
    expect(toHex(invitationSeed(secret, keys.spoken.code))).toBe(keys.spoken.seed)
    expect(invitationSeed(secret, null)).toEqual(secret)
  })
})

const lastChain = async (): Promise<Chain> => {
  let chain: Chain | null = null
  for (const name of RECORD_NAMES) {
    const result = await extendChain(chain, recordBytes(name))
    if (result.ok) chain = result.chain
  }
  if (chain === null) throw new Error('No record was valid.')
  return chain
}

/** Every box of the vectors, made by an HPKE (RFC 9180) of our own out of node:crypto. */
const BOXES: readonly [string, keyof typeof keys, 'root' | 'invite' | 'join' | 'epoch', Omit<BoxPlace, 'workspace'>][] =
  [
    ['of the creator', 'worker', 'root', { record: 0, epoch: 0, recipient: toId<PersonId>(keys.worker.id) }],
    [
      'of the invitation',
      'invitation',
      'invite',
      { record: 1, epoch: 0, recipient: toId<Locator>(keys.invitation.locator) },
    ],
    ['of who joins', 'resident', 'join', { record: 2, epoch: 0, recipient: toId<PersonId>(keys.resident.id) }],
  ]
describe(`boxes — ${ITEM_CHANGED}`, () => {
  test.each(BOXES)('the box %s opens', async (_, name, record, place) => {
    const box = fromHex(vectors.records[record].body).slice(-113)
    const secret = await openBox((await holderOf(name)).boxKeys, { workspace, ...place }, box)
    expect(secret && toHex(secret)).toBe(first)
  })
  test('the box of the next epoch opens for who stays', async () => {
    const placed = (await lastChain()).boxes.get(toId<PersonId>(keys.resident.id))
    expect(placed).toMatchObject({ record: 6, epoch: 1 })
    if (placed === undefined) return
    const place = { workspace, record: 6, epoch: 1, recipient: toId<PersonId>(keys.resident.id) }
    const secret = await openBox((await holderOf('resident')).boxKeys, place, placed.box)
    expect(secret && toHex(secret)).toBe(second)
  })
})

describe(`epoch keys — ${ITEM_CHANGED}`, () => {
  test('commitments', () => {
    expect([first, second].map((secret) => toHex(commitmentTo(fromHex(secret))))).toEqual(vectors.workspace.commitments)
  })
  test('the content key opens what the vector’s key sealed', async () => {
    const { content } = await deriveEpochKeys(fromHex(first), workspace)
    const { nonce, ciphertext, header, padded } = vectors.content.entry
    const plaintext = await open(content, fromHex(header), fromHex(nonce + ciphertext))
    expect(plaintext && toHex(plaintext)).toBe(padded)
  })
  test('the previous key, sealed under the next', async () => {
    const { sealedPrevious } = vectors.workspace
    const nonce = fromHex(sealedPrevious).slice(0, 12)
    expect(toHex(await sealPrevious(fromHex(second), workspace, 1, fromHex(first), nonce))).toBe(sealedPrevious)
    expect(await openPrevious(fromHex(second), workspace, 1, fromHex(sealedPrevious))).toEqual(fromHex(first))
    expect(await openPrevious(fromHex(second), workspace, 2, fromHex(sealedPrevious))).toBeNull()
    expect(await openPrevious(fromHex(first), workspace, 1, fromHex(sealedPrevious))).toBeNull()
  })
})
