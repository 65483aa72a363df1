/** Moving to new keys: who is the same person, from the records alone. */
import { beforeEach, expect, test } from 'vitest'
import { type Circle, createCircle, EXPIRES_AT, holderOf, locatorFor } from '#keys/testing/circle.ts'
import { currentPerson } from './chain.ts'
import type { InviteBody, RecordBody } from './record-bodies.ts'

let circle: Circle
beforeEach(async () => {
  circle = await createCircle('worker')
})
const bringIn = async (by: string, name: string, role: 'editor'): Promise<void> => {
  expect(await circle.invite(by, `for ${name}`, { role })).toBe('valid')
  expect(await circle.join(name, `for ${name}`)).toBe('valid')
}
const idOf = async (name: string) => (await holderOf(name)).id

test('whoever moves to new keys by an invitation made out to those keys is the same person', async () => {
  const current = async (name: string) => currentPerson(circle.chain(), await idOf(name))
  await bringIn('worker', 'friend', 'editor')
  expect(await circle.invite('friend', 'friend again', { role: 'editor', becomes: 'none' })).toBe('valid')
  expect(await circle.join('friend again', 'friend again')).toBe('valid')
  expect(await current('friend')).toBe(await idOf('friend again'))
  expect(await circle.invite('friend again', 'friend, third', { role: 'editor', becomes: 'none' })).toBe('valid')
  expect(await circle.join('friend, third', 'friend, third')).toBe('valid')
  expect(await current('friend')).toBe(await idOf('friend, third'))
  // Whoever was handed a link is somebody else, whatever its giver becomes.
  expect(await circle.invite('friend, third', 'link', { role: 'editor', becomes: 'none' })).toBe('valid')
  expect(await circle.join('other', 'link')).toBe('valid')
  expect(await current('friend')).toBe(await idOf('friend, third'))
  // And whoever comes back with earlier keys is who they were then.
  expect(await circle.invite('worker', 'friend, once more')).toBe('valid')
  expect(await circle.join('friend', 'friend, once more')).toBe('valid')
  expect(await current('friend')).toBe(await idOf('friend'))
})
test('nobody can be made another’s successor without their key', async () => {
  await bringIn('worker', 'friend', 'editor')
  const { keys } = await holderOf('neighbour')
  const terms = { role: 'editor', expiresAt: EXPIRES_AT, inviterBecomes: 'none' } as const
  const locator = locatorFor('forged')
  const body: InviteBody = { kind: 'invite', locator, keys, ...terms, box: new Uint8Array(113) }
  expect(await circle.give(await circle.forge({ by: 'friend', body }))).toBe('valid')
  const join: RecordBody = { kind: 'join', locator, keys, box: new Uint8Array(113) }
  expect(await circle.give(await circle.forge({ by: 'neighbour', body: join, signers: ['neighbour', 'friend'] }))).toBe(
    'bad-signature',
  )
  expect(currentPerson(circle.chain(), await idOf('friend'))).toBe(await idOf('friend'))
})
test('a sole owner moves too', async () => {
  expect(await circle.invite('worker', 'worker again', { role: 'owner', becomes: 'none' })).toBe('valid')
  expect(await circle.join('worker again', 'worker again')).toBe('valid')
  expect(await circle.roles()).toEqual({ 'worker again': 'owner' })
})
