import { expect, test } from 'vitest'
import { BROTHER, ME, SHARED, WORKER } from '#testing/fake-plan.ts'
import { lossesOf } from './losses.ts'

test('without other members only a key card brings the plan back, and never what the relay has not', () => {
  expect(lossesOf([ME], { ...SHARED, shared: { name: 'kept', at: 0 } })).toEqual(['onlyHere'])
  expect(lossesOf([ME], { ...SHARED, shared: { name: 'keeping' } })).toEqual(['onlyHere', 'unshared'])
  expect(lossesOf([ME], { ...SHARED, shared: { name: 'only-here' } })).toEqual(['onlyHere', 'unshared'])
})

test('when the others have everything and an owner stays, nothing is lost', () => {
  expect(
    lossesOf(
      [
        { ...ME, role: 'editor' },
        { ...WORKER, role: 'owner' },
      ],
      SHARED,
    ),
  ).toEqual([])
})

test('unshared edits are lost, even while they are still being saved', () => {
  const members = [
    { ...ME, role: 'editor' as const },
    { ...WORKER, role: 'owner' as const },
  ]
  expect(lossesOf(members, { ...SHARED, shared: { name: 'not-shared-yet' } })).toEqual(['unshared'])
  expect(lossesOf(members, { ...SHARED, saved: 'saving' })).toEqual(['unshared'])
})

test('the only owner leaves a plan that nobody can be invited to', () => {
  expect(lossesOf([ME, WORKER, BROTHER], SHARED)).toEqual(['lastOwner'])
})
