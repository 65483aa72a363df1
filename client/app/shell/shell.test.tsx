/** Moving between screens: a tap while another screen is loading, and a tap on a link to the current address. */
import { fireEvent, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`
/** Taps a link; opens the menu first when the bottom bar does not have it. */
const tap = (screen: Awaited<ReturnType<typeof renderApp>>, words: string): void => {
  const name = new RegExp(words) // a shortened name may stand beside it
  if (screen.queryByRole('link', { name }) === null)
    fireEvent.click(screen.getByRole('button', { name: nl.overview.more }))
  fireEvent.click(screen.getByRole('link', { name }))
}

test('a tap on the current section cancels the tap on another that is still loading', async () => {
  const screen = await renderApp(`${PLAN}/people`)
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent
  await screen.findByRole('heading', { level: 1, name: nl.people.title })
  tap(screen, nl.plan.manage)
  await Promise.resolve() // the router has begun to load the other screen
  expect(heading()).toBe(nl.people.title)
  tap(screen, nl.plan.people)
  await import('#features/manage/manage-screen.tsx')
  await new Promise(requestAnimationFrame) // longer than showing a loaded screen takes
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

test('when the focused element is removed, the nearest heading takes the focus, unless other code moved it', async () => {
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
