/** Moving between screens: what a tap means before the last one has been answered, and on a link to where one is. */
import { fireEvent, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`
/** The parts of a plan that have no place under the thumb. */
const tap = (screen: Awaited<ReturnType<typeof renderApp>>, words: string): void => {
  const name = new RegExp(words) // a shorter word may stand beside it
  if (screen.queryByRole('link', { name }) === null)
    fireEvent.click(screen.getByRole('button', { name: nl.overview.more }))
  fireEvent.click(screen.getByRole('link', { name }))
}

test('a tap on the section one is still in takes back the tap on another that is being fetched', async () => {
  const screen = await renderApp(`${PLAN}/people`)
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent
  await screen.findByRole('heading', { level: 1, name: nl.people.title })
  tap(screen, nl.plan.manage)
  await Promise.resolve() // the router has begun, and the other screen is being fetched
  expect(heading()).toBe(nl.people.title)
  tap(screen, nl.plan.people)
  await import('#features/manage/manage-screen.tsx')
  await new Promise(requestAnimationFrame) // more than it takes to show what was fetched
  expect({ heading: heading(), at: window.location.hash }).toEqual({ heading: nl.people.title, at: `#${PLAN}/people` })
})

test('a tap on "invite" while an invitation is ready asks for another one', async () => {
  const fake = createFakePlan({ members: [ME] })
  const screen = await renderApp(`${PLAN}/invite`, { plan: fake.plan })
  fireEvent.click(await screen.findByRole('button', { name: nl.invite.go }))
  await screen.findByText(nl.invite.ready.scan)
  tap(screen, nl.plan.invite)
  fireEvent.click(await screen.findByRole('button', { name: nl.invite.go }))
  await waitFor(() => expect(fake.invited).toHaveLength(2))
})

test('what had the focus is gone: the nearest heading has it, and whoever puts it elsewhere is let be', async () => {
  const screen = await renderApp(`${PLAN}/people`)
  await screen.findByRole('heading', { level: 1, name: nl.people.title })
  const frame = () => new Promise(requestAnimationFrame)
  const main = screen.getByRole('main')
  const add = () => {
    main.insertAdjacentHTML(
      'beforeend',
      '<section><h2>Dichtbij</h2><p><button>Weg</button><button>Blijft</button></p></section>',
    )
    screen.getByRole('button', { name: 'Weg' }).focus()
  }
  add()
  screen.getByRole('button', { name: 'Weg' }).remove()
  await frame()
  await frame()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Dichtbij' }))

  screen.getByRole('button', { name: 'Blijft' }).focus()
  main.lastElementChild?.remove()
  add()
  screen.getByRole('button', { name: 'Weg' }).remove()
  screen.getByRole('button', { name: 'Blijft' }).focus()
  await frame()
  await frame()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Blijft' }))
  main.lastElementChild?.remove()
  await frame()
  await frame()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})
