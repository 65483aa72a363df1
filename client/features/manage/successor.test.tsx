/** A nearly full plan: its owner goes on in a new one, and both plans say so. */
import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { readSuccessor, setSuccessor } from '#domain/plan/successor.ts'
import type { Sharing } from '#ports/open-plan.ts'
import { createFakePlan, createRandomness, ME, SHARED, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATH = `/plan/${workspaceId(8)}/manage`
const NEARLY: Sharing = { ...SHARED, nearlyFull: true }

test('the owner is told, begins a new plan with the same content, and the old one names its successor', async () => {
  const fake = createFakePlan({ id: workspaceId(8), sharing: NEARLY })
  const screen = await renderApp(PATH, { plan: fake.plan })
  await screen.findByText(nl.sharing.successor.nearlyFullText)
  fireEvent.click(await screen.findByRole('button', { name: nl.manage.successor.go }))
  await expect
    .poll(() => readSuccessor(fake.doc, { me: ME.person, personAt: () => ME.person, mayRule: () => true }))
    .toBe(workspaceId(7))
  const [started] = screen.device.asked.started
  const doc = createPlanDoc(9)
  started?.fill?.(doc, ME.person)
  expect([started?.title, readTitles(doc)]).toEqual(['Mijn plan', ['Mijn plan']])
  await expect.poll(() => window.location.hash).toBe(`#/plan/${workspaceId(7)}`)
})

test.each([
  ['an editor of a plan that is nearly full', { sharing: NEARLY, members: [{ ...ME, role: 'editor' as const }] }],
  ['the owner of a plan with room', {}],
])('%s is offered nothing', async (_, options) => {
  const fake = createFakePlan({ id: workspaceId(8), ...options })
  const screen = await renderApp(PATH, { plan: fake.plan })
  await screen.findByRole('button', { name: nl.manage.keep.file })
  expect(screen.queryByText(nl.manage.successor.title)).toBeNull()
  expect(screen.queryByText(nl.sharing.successor.nearlyFull)).toBeNull()
})

test.each(['full', 'forked'] as const)('a plan that is %s can go on in a new one too', async (refused) => {
  const fake = createFakePlan({ id: workspaceId(8), sharing: { ...SHARED, connection: { refused } } })
  const screen = await renderApp(PATH, { plan: fake.plan })
  await screen.findByRole('button', { name: nl.manage.successor.go })
})

test('a member of the old plan only asks for an invitation; a member of both goes to the new one', async () => {
  const fake = createFakePlan({ id: workspaceId(8), sharing: NEARLY })
  setSuccessor(fake.doc, workspaceId(7), createRandomness(3))
  const screen = await renderApp(`/plan/${workspaceId(8)}`, { plan: fake.plan })
  await screen.findByText(nl.sharing.successor.ask)
  expect(screen.queryByText(nl.sharing.successor.nearlyFull)).toBeNull()
  screen.unmount()
  const plans = [
    { id: workspaceId(7), title: 'Nieuw', archived: false, openedAt: 0, people: [], unshared: false, news: [] },
  ]
  const both = await renderApp(`/plan/${workspaceId(8)}`, { plan: fake.plan, plans })
  const link = await both.findByRole('link', { name: nl.sharing.successor.open })
  expect(link.getAttribute('href')).toContain(workspaceId(7))
})
