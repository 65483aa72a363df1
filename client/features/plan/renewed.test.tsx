/** That somebody has a new key card is told to all: a thief with the old one could have made it. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test('in the plan, and at home', async () => {
  const member = { ...WORKER, name: 'Wanda' }
  const { plan } = createFakePlan({ members: [ME, member], renewed: [member] })
  const screen = await renderApp(`/plan/${workspaceId(7)}/people`, { plan })
  expect(await screen.findByText('Wanda heeft een nieuwe sleutelkaart')).toBeTruthy()
  expect(screen.getByText(nl.newCard.check)).toBeTruthy()
})

test('at home by name', async () => {
  const circle = { newcomers: [], renewed: ['Wanda', 'Sam'], mayRemove: false, ended: null }
  const plan = {
    id: workspaceId(1),
    title: 'Rustig wonen',
    archived: false,
    openedAt: NOW,
    people: [],
    unshared: false,
    news: [],
  }
  const screen = await renderApp('/', { plans: [{ ...plan, circle }] })
  expect(await screen.findByText('Wanda en Sam hebben een nieuwe sleutelkaart')).toBeTruthy()
})
