/** Inviting, joining, changing roles, ending and closing: one case for every refusal of rules.ts. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Circle, createCircle, EXPIRES_AT, holderOf, locatorFor } from '#keys/testing/circle.ts'
import type { Locator } from '#shared/protocol/ids.ts'
import { type Chain, expiredInvitations, type Invitation, mayWriteEntries, needsEpoch } from './chain.ts'
import { extendChain } from './extend.ts'
import type { InviteBody, RecordBody } from './record-bodies.ts'

let circle: Circle
beforeEach(async () => {
  circle = await createCircle('worker')
})
/** Lets `name` join in this role, invited by `by`. */
const bringIn = async (by: string, name: string, role: 'owner' | 'editor' | 'reader'): Promise<void> => {
  expect(await circle.invite(by, `for ${name}`, { role })).toBe('valid')
  expect(await circle.join(name, `for ${name}`)).toBe('valid')
}
const idOf = async (name: string) => (await holderOf(name)).id

describe('[R2] inviting', () => {
  test('the founder owns the plan, and hands it over by the invitation', async () => {
    expect(await circle.roles()).toEqual({ worker: 'owner' })
    expect(await circle.invite('worker', 'link', { role: 'owner', becomes: 'editor' })).toBe('valid')
    expect(await circle.roles()).toEqual({ worker: 'owner' })
    expect(await circle.join('resident', 'link')).toBe('valid')
    expect(await circle.roles()).toEqual({ worker: 'editor', resident: 'owner' })
  })
  test('a sole owner may not invite away the last owner', async () => {
    expect(await circle.invite('worker', 'link', { role: 'editor', becomes: 'editor' })).toBe('not-allowed')
    expect(await circle.invite('worker', 'link', { role: 'reader', becomes: 'none' })).toBe('not-allowed')
    await bringIn('worker', 'resident', 'owner')
    expect(await circle.invite('worker', 'link', { role: 'editor', becomes: 'editor' })).toBe('valid')
  })
  test('the owner rule holds at the join as well: one of two owners may be the last by then', async () => {
    await bringIn('worker', 'resident', 'owner')
    expect(await circle.invite('worker', 'link', { role: 'editor', becomes: 'none' })).toBe('valid')
    expect(await circle.setRole('resident', 'resident', null)).toBe('valid')
    expect(await circle.join('friend', 'link')).toBe('not-allowed')
    expect(await circle.roles()).toEqual({ worker: 'owner' })
  })
  test('an editor or reader can only hand over their own place: they go, the other comes', async () => {
    await bringIn('worker', 'friend', 'editor')
    await bringIn('worker', 'neighbour', 'reader')
    expect(await circle.invite('friend', 'a', { role: 'editor', becomes: 'same' })).toBe('not-allowed')
    expect(await circle.invite('friend', 'a', { role: 'owner', becomes: 'none' })).toBe('not-allowed')
    expect(await circle.invite('neighbour', 'a', { role: 'editor', becomes: 'none' })).toBe('not-allowed')
    expect(await circle.invite('neighbour', 'a', { role: 'reader', becomes: 'editor' })).toBe('not-allowed')
    expect(await circle.invite('friend', 'a', { role: 'editor', becomes: 'none' })).toBe('valid')
    expect(await circle.join('friend on a new card', 'a')).toBe('valid')
    expect(await circle.roles()).toEqual({ worker: 'owner', neighbour: 'reader', 'friend on a new card': 'editor' })
    expect(await circle.invite('neighbour', 'b', { role: 'reader', becomes: 'none' })).toBe('valid')
  })
  test('a stranger cannot invite, and a locator is used once', async () => {
    expect(await circle.invite('stranger', 'link', { becomes: 'none' })).toBe('not-allowed')
    expect(await circle.invite('worker', 'link')).toBe('valid')
    expect(await circle.invite('worker', 'link')).toBe('not-allowed')
  })
  test('members and open invitations are limited to a thousand together', async () => {
    const { keys } = await holderOf('link')
    const chain = circle.chain()
    const made: [Locator, Invitation][] = []
    for (let index = 0; index < 999; index++) {
      const locator = locatorFor(`many ${index}`)
      const inviter = await idOf('worker')
      const terms = { role: 'reader', expiresAt: EXPIRES_AT, inviterBecomes: 'same', state: 'open' } as const
      made.push([locator, { locator, keys, inviter, ...terms }])
    }
    const body: InviteBody = {
      kind: 'invite',
      locator: locatorFor('one too many'),
      keys,
      role: 'reader',
      expiresAt: EXPIRES_AT,
      inviterBecomes: 'same',
      box: new Uint8Array(113),
    }
    const record = await circle.forge({ by: 'worker', body })
    const after = (all: readonly [Locator, Invitation][]): Chain => ({
      ...chain,
      invitations: chain.invitations.with(all),
      open: new Set(all.map(([locator]) => locator)),
    })
    expect(await extendChain(after(made), record)).toMatchObject({ reason: 'not-allowed' })
    expect(await extendChain(after(made.slice(1)), record)).toMatchObject({ ok: true })
  })
})

describe('[R2] joining', () => {
  test('once: a used invitation admits nobody again, not even its user', async () => {
    await circle.invite('worker', 'link')
    expect(await circle.join('resident', 'link')).toBe('valid')
    expect(await circle.join('stranger', 'link')).toBe('not-allowed')
    expect(await circle.join('resident', 'link')).toBe('not-allowed')
    expect(circle.stateOf('link')).toBe('used')
  })
  test('not with an ended or unknown invitation', async () => {
    await circle.invite('worker', 'link')
    const body: RecordBody = { kind: 'join', locator: locatorFor('link'), ...(await joinParts('resident')) }
    expect(await circle.renew('worker', { invitations: ['link'] })).toBe('valid')
    expect(await circle.give(await circle.forge({ by: 'resident', body, signers: ['resident', 'link'] }))).toBe(
      'not-allowed',
    )
    const unknown: RecordBody = { ...body, locator: locatorFor('dreamt') }
    const dreamt = await circle.forge({ by: 'resident', body: unknown, signers: ['resident', 'dreamt'] })
    expect(await circle.give(dreamt)).toBe('not-allowed')
  })
  test('takes both signatures, the person’s and the invitation’s, in this order', async () => {
    await circle.invite('worker', 'link')
    const body: RecordBody = { kind: 'join', locator: locatorFor('link'), ...(await joinParts('resident')) }
    for (const signers of [
      ['resident', 'stranger'],
      ['stranger', 'link'],
      ['link', 'resident'],
      ['resident', 'resident'],
    ])
      expect(await circle.give(await circle.forge({ by: 'resident', body, signers }))).toBe('bad-signature')
    expect(await circle.give(await circle.forge({ by: 'resident', body, signers: ['resident'] }))).toBe('malformed')
    expect(await circle.give(await circle.forge({ by: 'resident', body, signers: ['resident', 'link'] }))).toBe('valid')
  })
  test('under the joining person’s own keys only', async () => {
    await circle.invite('worker', 'link')
    const body: RecordBody = { kind: 'join', locator: locatorFor('link'), ...(await joinParts('stranger')) }
    const forged = await circle.forge({ by: 'resident', body, signers: ['stranger', 'link'] })
    expect(await circle.give(forged)).toBe('not-allowed')
  })
  test('a member never loses rights by joining again, and may gain some', async () => {
    await bringIn('worker', 'friend', 'editor')
    await circle.invite('worker', 'as reader', { role: 'reader' })
    expect(await circle.join('friend', 'as reader')).toBe('valid')
    expect((await circle.roles())['friend']).toBe('editor')
    await circle.invite('worker', 'as owner', { role: 'owner' })
    expect(await circle.join('friend', 'as owner')).toBe('valid')
    expect((await circle.roles())['friend']).toBe('owner')
  })
  test('an inviter who uses their own invitation stays what they are', async () => {
    await circle.invite('worker', 'link', { role: 'owner', becomes: 'none' })
    expect(await circle.join('worker', 'link')).toBe('valid')
    expect(await circle.roles()).toEqual({ worker: 'owner' })
  })
  test("an inviter's role is never raised by handing over", async () => {
    await bringIn('worker', 'second owner', 'owner')
    await circle.invite('second owner', 'link', { role: 'reader', becomes: 'editor' })
    await circle.setRole('worker', 'second owner', 'reader')
    expect(await circle.join('friend', 'link')).toBe('valid')
    expect((await circle.roles())['second owner']).toBe('reader')
  })
})

/** `keys`, and a box that nobody opens. */
const joinParts = async (name: string) => ({ keys: (await holderOf(name)).keys, box: new Uint8Array(113) })

describe('[R2] roles', () => {
  test('only an owner changes them', async () => {
    await bringIn('worker', 'friend', 'editor')
    await bringIn('worker', 'neighbour', 'reader')
    expect(await circle.setRole('friend', 'neighbour', 'editor')).toBe('not-allowed')
    expect(await circle.setRole('friend', 'friend', 'owner')).toBe('not-allowed')
    expect(await circle.setRole('worker', 'neighbour', 'editor')).toBe('valid')
    expect(await circle.setRole('worker', 'stranger', 'editor')).toBe('not-allowed')
  })
  test('[R3] a role record never removes another member: removal must renew the key in the same record', async () => {
    await bringIn('worker', 'friend', 'editor')
    await bringIn('worker', 'neighbour', 'reader')
    expect(await circle.setRole('worker', 'neighbour', null)).toBe('not-allowed')
    expect(await circle.setRole('friend', 'neighbour', null)).toBe('not-allowed')
    expect(await circle.setRole('stranger', 'neighbour', null)).toBe('not-allowed')
  })
  test('everybody may leave, except the last owner', async () => {
    await bringIn('worker', 'neighbour', 'reader')
    expect(await circle.setRole('worker', 'worker', null)).toBe('not-allowed')
    expect(await circle.setRole('worker', 'worker', 'editor')).toBe('not-allowed')
    expect(await circle.setRole('neighbour', 'neighbour', null)).toBe('valid')
    expect(await circle.roles()).toEqual({ worker: 'owner' })
    expect(await circle.setRole('neighbour', 'neighbour', null)).toBe('not-allowed')
  })
  test('an owner’s invitations end when the owner could no longer give their roles', async () => {
    await bringIn('worker', 'second owner', 'owner')
    await circle.invite('second owner', 'as owner', { role: 'owner' })
    await circle.invite('second owner', 'as editor', { role: 'editor' })
    await circle.invite('second owner', 'as reader', { role: 'reader' })
    await circle.renew('worker')
    expect(await circle.setRole('worker', 'second owner', 'editor')).toBe('valid')
    const states = () => ['as owner', 'as editor', 'as reader'].map(circle.stateOf)
    expect(states()).toEqual(['ended', 'open', 'open'])
    expect(needsEpoch(circle.chain(), 0)).toBe(true)
    await circle.setRole('second owner', 'second owner', null)
    expect(states()).toEqual(['ended', 'ended', 'ended'])
  })
})

describe('[R2] closing', () => {
  test('only an owner closes, and nothing follows', async () => {
    await bringIn('worker', 'friend', 'editor')
    expect(await circle.close('friend')).toBe('not-allowed')
    expect(await circle.close('worker')).toBe('valid')
    expect(await circle.invite('worker', 'link')).toBe('not-allowed')
    expect(await circle.renew('worker')).toBe('not-allowed')
    expect(mayWriteEntries(circle.chain(), await idOf('worker'), 0)).toBe(false)
    expect(needsEpoch(circle.chain(), EXPIRES_AT)).toBe(false)
  })
})

describe('[E1] who may write entries', () => {
  test('only owners and editors, in the current epoch', async () => {
    await bringIn('worker', 'friend', 'editor')
    await bringIn('worker', 'neighbour', 'reader')
    const may = async (name: string, epoch: number) => mayWriteEntries(circle.chain(), await idOf(name), epoch)
    expect([await may('worker', 0), await may('friend', 0)]).toEqual([true, true])
    expect([await may('neighbour', 0), await may('stranger', 0), await may('worker', 1)]).toEqual([false, false, false])
    await circle.renew('worker')
    expect([await may('worker', 0), await may('worker', 1)]).toEqual([false, true])
  })
})

test('[R4] an expired invitation makes a new epoch due as well', async () => {
  await circle.invite('worker', 'link')
  expect(needsEpoch(circle.chain(), EXPIRES_AT - 1)).toBe(false)
  expect(expiredInvitations(circle.chain(), EXPIRES_AT).map(({ locator }) => locator)).toEqual([locatorFor('link')])
  expect(needsEpoch(circle.chain(), EXPIRES_AT)).toBe(true)
  await circle.renew('worker', { invitations: ['link'] })
  expect(needsEpoch(circle.chain(), EXPIRES_AT)).toBe(false)
})
