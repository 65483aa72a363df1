/** How a membership ended, as the chain remembers it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { endOfMembership } from './chain.ts'

let circle: Circle
beforeEach(async () => {
  circle = await createCircle('worker')
})
const bringIn = async (by: string, name: string, role: 'owner' | 'editor'): Promise<void> => {
  expect(await circle.invite(by, `for ${name}`, { role })).toBe('valid')
  expect(await circle.join(name, `for ${name}`)).toBe('valid')
}
const idOf = async (name: string) => (await holderOf(name)).id

describe('how a membership ended', () => {
  const endOf = async (name: string) => endOfMembership(circle.chain(), await idOf(name))

  test('says who removed somebody, who left, and who closed the plan', async () => {
    await bringIn('worker', 'resident', 'owner')
    await bringIn('worker', 'friend', 'editor')
    expect([await endOf('friend'), await endOf('stranger')]).toEqual([null, null])
    expect(await circle.renew('resident', { persons: ['friend'] })).toBe('valid')
    expect(await circle.setRole('worker', 'worker', null)).toBe('valid')
    expect(await circle.close('resident')).toBe('valid')
    expect(await endOf('friend')).toEqual({ how: 'removed', by: await idOf('resident') })
    expect(await endOf('worker')).toEqual({ how: 'left', by: await idOf('worker') })
    expect(await endOf('resident')).toEqual({ how: 'closed', by: await idOf('resident') })
  })
  test('a place handed over by an invitation was left; whoever joins again has no end', async () => {
    await bringIn('worker', 'friend', 'editor')
    expect(await circle.invite('friend', 'new card', { becomes: 'none' })).toBe('valid')
    expect(await circle.join('friend on a new card', 'new card')).toBe('valid')
    expect(await endOf('friend')).toMatchObject({ how: 'left' })
    expect(await circle.invite('worker', 'again')).toBe('valid')
    expect(await circle.join('friend', 'again')).toBe('valid')
    expect(await endOf('friend')).toBeNull()
  })
})
