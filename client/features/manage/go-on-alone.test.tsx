/** An editor goes on from their own copy when nobody is in charge any more. */
import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { readPerson, setMyName } from '#domain/plan/people.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { createFakePlan, createRandomness, type FakePlanOptions, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { NOBODY } from '#domain/testing/read-parts.ts'
import { renderApp } from '#testing/render-app.tsx'

const EDITOR = { ...ME, role: 'editor' as const }
const OWNER = { ...WORKER, role: 'owner' as const }

const show = async (options: FakePlanOptions) => {
  const fake = createFakePlan({ id: workspaceId(8), ...options })
  setMyName(fake.doc, ME.person, 'Ans', createRandomness(5))
  const screen = await renderApp(`/plan/${workspaceId(8)}/manage`, { plan: fake.plan })
  await screen.findByRole('button', { name: nl.manage.keep.file })
  return { ...fake, screen }
}

test.each([
  ['an editor, from what is there', { members: [EDITOR, OWNER] }],
  ['anybody, of a closed plan', { members: [{ ...ME, role: 'reader' }, OWNER], ended: { how: 'closed', by: null } }],
] as const)('%s', async (_, options) => {
  const { doc, screen } = await show(options)
  const before = [...doc.getMap('values').keys()]
  fireEvent.click(screen.getByRole('button', { name: nl.circle.goOn.go }))
  await expect.poll(() => window.location.hash).toBe(`#/plan/${workspaceId(7)}`)
  const [started] = screen.device.asked.started
  const next = createPlanDoc(9)
  started?.fill?.(next, ME.person)
  expect([readTitles(next), readPerson(next, ME.person, NOBODY).name]).toEqual([['Mijn plan'], 'Ans'])
  expect(started?.forWhom).toBe('someone')
  expect([...doc.getMap('values').keys()]).toEqual(before) // others are not sent anywhere
})

test.each([
  ['an owner', { members: [ME, WORKER] }],
  ['a reader', { members: [{ ...ME, role: 'reader' }, OWNER] }],
  ['in the practice plan', { members: [EDITOR, OWNER], practice: true }],
] as const)('%s: is not offered it', async (_, options) => {
  const { screen } = await show(options)
  expect(screen.queryByRole('button', { name: nl.circle.goOn.go })).toBeNull()
})
