/** The epochs that a person can read (R5), and keys that do not open (R2). */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Chain, currentEpoch, openInvitations } from '#shared/chain/chain.ts'
import type { EpochBody } from '#shared/chain/record-bodies.ts'
import { NONCE_BYTES } from '#shared/protocol/limits.ts'
import { sealBox } from './boxes.ts'
import { commitmentTo, type EpochSecret, sealPrevious } from './content-keys.ts'
import { currentKeys, EMPTY_RING, extendKeyRing, type KeyRing } from './key-ring.ts'
import { type Circle, createChance, createCircle, holderOf } from './testing/circle.ts'

let circle: Circle
/** The chain after each record. */
let chains: Chain[]
const chance = createChance('key ring')

const step = async (done: Promise<string>): Promise<void> => {
  expect(await done).toBe('valid')
  chains.push(circle.chain())
}
beforeEach(async () => {
  circle = await createCircle('worker')
  chains = [circle.chain()]
  await step(circle.invite('worker', 'link', { role: 'owner', becomes: 'editor' }))
  await step(circle.join('resident', 'link'))
  await step(circle.renew('resident'))
})

/** The key ring of a person who was there for every record, or who reads the chain for the first time now. */
const follow = async (name: string): Promise<KeyRing> => {
  let ring = EMPTY_RING
  for (const chain of chains) ring = await extendKeyRing(ring, chain, await holderOf(name))
  return ring
}
const readNow = async (name: string): Promise<KeyRing> =>
  extendKeyRing(EMPTY_RING, circle.chain(), await holderOf(name))
const epochsOf = (ring: KeyRing): readonly number[] => [...ring.keys.keys()].sort((a, b) => a - b)

type Spoilt = { badCommitment?: boolean; badLink?: boolean; badBoxFor?: string; previous?: EpochSecret }
/** A spoilt epoch: valid for everybody, because only its recipients can see the fault. */
const spoiltEpoch = async (
  by: string,
  { badCommitment, badLink, badBoxFor, previous }: Spoilt,
): Promise<EpochSecret> => {
  const chain = circle.chain()
  const { workspace } = chain
  const secret = chance(32)
  const [epoch, record] = [currentEpoch(chain).number + 1, chain.number + 1]
  const spoiltFor = badBoxFor === undefined ? null : (await holderOf(badBoxFor)).id
  const body: EpochBody = {
    kind: 'epoch',
    endedPersons: [],
    endedInvitations: openInvitations(chain).map(({ locator }) => locator),
    commitment: commitmentTo(badCommitment ? chance(32) : secret),
    personBoxes: await Promise.all(
      [...chain.members.values()].map(async ({ person, keys }) => {
        const box = await sealBox(keys.box, { workspace, record, epoch, recipient: person }, secret)
        return { person, box: box === null || person === spoiltFor ? new Uint8Array(113) : box }
      }),
    ),
    invitationBoxes: [],
    sealedPrevious: badLink
      ? new Uint8Array(60)
      : await sealPrevious(secret, workspace, epoch, previous ?? circle.secret(), chance(NONCE_BYTES)),
  }
  await step(circle.give(await circle.forge({ by, body })).then(String))
  return secret
}

describe('[R5] readable epochs', () => {
  test('a member from the start has the key of every epoch', async () => {
    await step(circle.renew('resident'))
    for (const ring of [await follow('worker'), await readNow('worker')]) {
      expect(epochsOf(ring)).toEqual([0, 1, 2])
      expect(ring.faults).toEqual([])
      expect(ring.keys.get(2)?.secret).toEqual(circle.secret())
    }
  })
  test('a newcomer reads what was written before they came', async () => {
    await step(circle.invite('resident', 'for friend', { role: 'reader' }))
    await step(circle.join('friend', 'for friend'))
    expect(epochsOf(await readNow('friend'))).toEqual([0, 1])
    await step(circle.renew('worker'))
    expect(epochsOf(await readNow('friend'))).toEqual([0, 1, 2])
    expect((await readNow('friend')).keys.get(0)?.secret).toEqual((await readNow('worker')).keys.get(0)?.secret)
  })
  test('[R3] a removed member reads nothing that comes after, and keeps what they had', async () => {
    await step(circle.renew('resident', { persons: ['worker'] }))
    for (const ring of [await follow('worker'), await readNow('worker')]) {
      expect(epochsOf(ring)).toEqual([0, 1])
      expect(currentKeys(ring, circle.chain())).toBeNull()
      expect(ring.faults).toEqual([])
    }
  })
  test('[R4] an open invitation gets the next key, an ended one does not', async () => {
    await step(circle.invite('resident', 'open'))
    await step(circle.invite('resident', 'ended'))
    await step(circle.renew('resident', { invitations: ['ended'] }))
    const boxes = [...circle.chain().boxes.values()].map(({ epoch }) => epoch)
    expect(boxes.filter((epoch) => epoch === 2)).toHaveLength(3) // worker, resident and the open invitation
    expect(await circle.join('friend', 'open')).toBe('valid')
    expect(epochsOf(await readNow('friend'))).toEqual([0, 1, 2])
  })
  test('a stranger has no keys, and that is no fault', async () => {
    expect(await readNow('stranger')).toEqual(EMPTY_RING)
  })
  test('a ring that has the current key is returned unchanged', async () => {
    const ring = await readNow('worker')
    expect(await extendKeyRing(ring, circle.chain(), await holderOf('worker'))).toBe(ring)
  })
})

describe('[R2] a key that does not open names its author, and the next epoch repairs it', () => {
  const faultOf = async (epoch: number, name: string) => ({ epoch, author: (await holderOf(name)).id })

  test('a bad box, for one person', async () => {
    const secret = await spoiltEpoch('worker', { badBoxFor: 'resident' })
    const ring = await follow('resident')
    expect(currentKeys(ring, circle.chain())).toBeNull()
    expect(ring.faults).toEqual([await faultOf(2, 'worker')])
    expect(currentKeys(await follow('worker'), circle.chain())?.secret).toEqual(secret)
    const next = await spoiltEpoch('worker', { previous: secret })
    const healed = await follow('resident')
    expect(epochsOf(healed)).toEqual([0, 1, 2, 3])
    expect(currentKeys(healed, circle.chain())?.secret).toEqual(next)
    expect(healed.faults).toHaveLength(1)
  })
  test('the same fault is reported once', async () => {
    await spoiltEpoch('worker', { badBoxFor: 'resident' })
    await step(circle.invite('resident', 'one more', { role: 'reader' }))
    await step(circle.setRole('resident', 'worker', 'reader'))
    expect((await follow('resident')).faults).toHaveLength(1)
  })
  test('a commitment to another key: nobody accepts the key, so nobody reads what others cannot', async () => {
    await spoiltEpoch('worker', { badCommitment: true })
    for (const name of ['worker', 'resident']) {
      const ring = await follow(name)
      expect(currentKeys(ring, circle.chain())).toBeNull()
      expect(ring.faults).toEqual([await faultOf(2, 'worker')])
      expect(epochsOf(ring)).toEqual([0, 1])
    }
    await spoiltEpoch('resident', {})
    expect(currentKeys(await follow('worker'), circle.chain())).not.toBeNull()
  })
  test('a sealed previous key that does not open, or that opens as another key', async () => {
    const first = await spoiltEpoch('worker', { badLink: true })
    const ring = await readNow('resident')
    expect(epochsOf(ring)).toEqual([2])
    expect(ring.faults).toEqual([await faultOf(2, 'worker')])
    const present = await follow('resident')
    expect(epochsOf(present)).toEqual([0, 1, 2])
    expect(present.faults).toEqual(ring.faults)
    await spoiltEpoch('worker', { previous: chance(32) })
    expect((await readNow('resident')).faults).toEqual([await faultOf(3, 'worker')])
    expect(first).not.toEqual(circle.secret())
  })
})
