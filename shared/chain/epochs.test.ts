/** R3 and R4: removal and re-keying are one record, with a box for exactly those who stay. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Circle, createCircle, holderOf, locatorFor } from '#keys/testing/circle.ts'
import type { Locator, PersonId } from '../protocol/ids.ts'
import { currentEpoch, needsEpoch } from './chain.ts'
import type { EpochBody } from './record-bodies.ts'

let circle: Circle
/**
 * The worker and the resident are owners, a friend is an editor, a neighbour a reader, and each owner has an open
 * invitation.
 */
beforeEach(async () => {
  circle = await createCircle('worker')
  for (const [name, role] of [
    ['resident', 'owner'],
    ['friend', 'editor'],
    ['neighbour', 'reader'],
  ] as const) {
    await circle.invite('worker', `for ${name}`, { role })
    await circle.join(name, `for ${name}`)
  }
  await circle.invite('worker', 'by worker')
  await circle.invite('resident', 'by resident')
})
const idOf = async (name: string): Promise<PersonId> => (await holderOf(name)).id

const BOX = new Uint8Array(113)
type Lists = { ends?: string[]; endsInvitations?: string[]; boxes?: string[]; invitationBoxes?: string[] }
/** An epoch record with the given lists. */
const epochOf = async ({ ends = [], endsInvitations = [], boxes, invitationBoxes }: Lists): Promise<EpochBody> => {
  const ids = (names: readonly string[]) => Promise.all(names.map(idOf))
  const everybody = ['worker', 'resident', 'friend', 'neighbour']
  return {
    kind: 'epoch',
    endedPersons: await ids(ends),
    endedInvitations: endsInvitations.map(locatorFor),
    commitment: new Uint8Array(32),
    personBoxes: (await ids(boxes ?? everybody)).map((person) => ({ person, box: BOX })),
    invitationBoxes: (invitationBoxes ?? ['by worker', 'by resident'])
      .map(locatorFor)
      .map((locator: Locator) => ({ locator, box: BOX })),
    sealedPrevious: new Uint8Array(60),
  }
}
const tryEpoch = async (by: string, lists: Lists) => circle.give(await circle.forge({ by, body: await epochOf(lists) }))

describe('[R3] removal and re-keying are one record', () => {
  test('an owner removes a person: they get no box, and their open invitations end too', async () => {
    expect(await circle.renew('resident', { persons: ['worker'] })).toBe('valid')
    expect(await circle.roles()).toEqual({ resident: 'owner', friend: 'editor', neighbour: 'reader' })
    expect(circle.stateOf('by worker')).toBe('ended')
    expect(circle.stateOf('by resident')).toBe('open')
    const { number, record } = currentEpoch(circle.chain())
    expect([number, record]).toEqual([1, circle.chain().number])
    expect(circle.chain().boxes.get(await idOf('worker'))?.epoch).toBe(0)
    expect(circle.chain().boxes.get(await idOf('friend'))?.epoch).toBe(1)
    expect(circle.chain().boxes.get(locatorFor('by worker'))?.epoch).toBe(0)
    expect(circle.chain().boxes.get(locatorFor('by resident'))?.epoch).toBe(1)
    expect(await circle.join('worker', 'by worker')).toBe('not-allowed')
  })
  test('a box for a removed person or their invitation is refused: they could read on', async () => {
    const stay = ['resident', 'friend', 'neighbour']
    const open = ['by resident']
    expect(await tryEpoch('resident', { ends: ['worker'] })).toBe('not-allowed')
    expect(await tryEpoch('resident', { ends: ['worker'], boxes: stay })).toBe('not-allowed')
    expect(await tryEpoch('resident', { ends: ['worker'], invitationBoxes: open })).toBe('not-allowed')
    expect(await tryEpoch('resident', { ends: ['worker'], boxes: stay, invitationBoxes: open })).toBe('valid')
  })
  test('everybody who stays and every open invitation gets exactly one box', async () => {
    expect(await tryEpoch('worker', { boxes: ['worker', 'resident', 'friend'] })).toBe('not-allowed')
    const twice = ['worker', 'worker', 'resident', 'friend']
    expect(await tryEpoch('worker', { boxes: twice })).toBe('not-allowed')
    const stranger = ['worker', 'resident', 'friend', 'stranger']
    expect(await tryEpoch('worker', { boxes: stranger })).toBe('not-allowed')
    expect(await tryEpoch('worker', { boxes: [...twice, 'neighbour'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { invitationBoxes: ['by worker'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { invitationBoxes: ['by worker', 'by worker'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { invitationBoxes: ['by worker', 'by resident', 'dreamt'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', {})).toBe('valid')
  })
  test('an ended invitation has no box, and only an open one can end', async () => {
    expect(await tryEpoch('worker', { endsInvitations: ['by resident'] })).toBe('not-allowed')
    const rest = ['by worker']
    expect(await tryEpoch('worker', { endsInvitations: ['dreamt'], invitationBoxes: rest })).toBe('not-allowed')
    expect(await tryEpoch('worker', { endsInvitations: ['for friend'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { endsInvitations: ['by resident'], invitationBoxes: rest })).toBe('valid')
    expect(await tryEpoch('worker', { endsInvitations: ['by resident'], invitationBoxes: rest })).toBe('not-allowed')
  })
  test('a removed person can write no record', async () => {
    await circle.renew('worker', { persons: ['friend'] })
    expect(await circle.setRole('friend', 'friend', null)).toBe('not-allowed')
    expect(await circle.renew('friend')).toBe('not-allowed')
  })
})

describe('[R3] renewing the key', () => {
  test('is allowed to an editor if nobody is removed, never to a reader or a stranger', async () => {
    expect(await circle.renew('friend', { persons: ['neighbour'] })).toBe('not-allowed')
    expect(await circle.renew('neighbour')).toBe('not-allowed')
    expect(await circle.renew('stranger')).toBe('not-allowed')
    expect(await circle.renew('friend', { invitations: ['by worker'] })).toBe('valid')
    expect(await circle.renew('friend')).toBe('valid')
    expect(circle.epoch()).toBe(2)
  })
  test('cannot end its own author, or somebody who takes no part', async () => {
    const stay = ['worker', 'friend', 'neighbour']
    expect(await circle.renew('resident', { persons: ['resident'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { ends: ['stranger'] })).toBe('not-allowed')
    expect(await tryEpoch('worker', { ends: ['resident'], boxes: stay, invitationBoxes: ['by worker'] })).toBe('valid')
    expect(await tryEpoch('worker', { ends: ['resident'], boxes: stay, invitationBoxes: ['by worker'] })).toBe(
      'not-allowed',
    )
  })
})

describe('[R4] a new epoch is due', () => {
  const due = (): boolean => needsEpoch(circle.chain(), 0)
  test('after a join', async () => {
    await circle.renew('worker')
    expect(due()).toBe(false)
    await circle.join('newcomer', 'by worker')
    expect(due()).toBe(true)
    await circle.renew('friend')
    expect(due()).toBe(false)
  })
  test('after somebody left', async () => {
    await circle.renew('worker')
    await circle.setRole('neighbour', 'neighbour', null)
    expect(due()).toBe(true)
  })
  test('not after a change of role that ended nothing, nor after an invitation', async () => {
    await circle.renew('worker')
    await circle.setRole('worker', 'neighbour', 'editor')
    await circle.invite('worker', 'another')
    expect(due()).toBe(false)
  })
  test('and it stays due when a second change comes before it', async () => {
    await circle.renew('worker')
    await circle.setRole('neighbour', 'neighbour', null)
    await circle.setRole('worker', 'friend', 'reader')
    expect(due()).toBe(true)
  })
})
