/** Stopping with a plan: leaving, closing, and what is said to the last owner. */
import { fireEvent, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, type FakePlanOptions, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const EDITOR = { ...ME, role: 'editor' as const }
const OWNER = { ...WORKER, role: 'owner' as const }

const show = async (options: FakePlanOptions) => {
  const fake = createFakePlan(options)
  const screen = await renderApp(`/plan/${workspaceId(7)}/manage`, { plan: fake.plan })
  await screen.findByRole('heading', { level: 1, name: nl.manage.title })
  const ask = async (button: string, title: string): Promise<HTMLElement> => {
    fireEvent.click(screen.getByRole('button', { name: button }))
    return screen.findByRole('alertdialog', { name: title })
  }
  return { ...fake, screen, ask }
}

test('a member leaves, and keeps a copy that says so', async () => {
  const { plan, screen, ask } = await show({ members: [EDITOR, OWNER] })
  expect(screen.queryByText(nl.circle.close.title)).toBeNull() // an editor closes nothing
  const dialog = await ask(nl.circle.leave.go, nl.circle.leave.confirm.title)
  fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.leave.confirm.go }))
  await waitFor(() => expect(plan.ended()).toMatchObject({ how: 'left' }))
  expect(await screen.findByText(nl.sharing.refused.left.title)).toBeTruthy()
  await screen.findByRole('heading', { level: 1, name: nl.plan.overview }) // where that stands at the top
  expect(screen.device.asked.takenOff).toEqual([])
  expect(screen.queryByRole('button', { name: nl.circle.leave.go })).toBeNull()
})

test('or takes the copy off this device in the same step', async () => {
  const { screen, ask } = await show({ members: [EDITOR, OWNER] })
  const dialog = await ask(nl.circle.leave.go, nl.circle.leave.confirm.title)
  fireEvent.click(within(dialog).getByRole('checkbox', { name: nl.circle.takeOffToo }))
  fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.leave.confirm.go }))
  await waitFor(() => expect(screen.device.asked.takenOff).toEqual([workspaceId(7)]))
  await waitFor(() => expect(window.location.hash).toBe('#/'))
})

test('the last owner cannot leave: they are told why, and offered both ways on', async () => {
  const { plan, screen, ask } = await show({ members: [ME, WORKER] })
  expect(screen.getByText(nl.circle.leave.lastOwner)).toBeTruthy()
  expect(screen.queryByRole('button', { name: nl.circle.leave.go })).toBeNull()
  expect(screen.getByRole('link', { name: nl.circle.leave.toPeople }).getAttribute('href')).toContain('/people')
  const dialog = await ask(nl.circle.close.go, nl.circle.close.confirm.title)
  fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.close.confirm.go }))
  await waitFor(() => expect(plan.ended()).toMatchObject({ how: 'closed' }))
  expect(await screen.findByText(nl.circle.ended.closedByMe)).toBeTruthy()
})

test('what cannot be done now changes nothing, and nothing is taken off', async () => {
  const { screen, ask } = await show({
    members: [EDITOR, OWNER],
    recordResult: () => ({ ok: false, reason: 'offline' }),
  })
  const dialog = await ask(nl.circle.leave.go, nl.circle.leave.confirm.title)
  fireEvent.click(within(dialog).getByRole('checkbox', { name: nl.circle.takeOffToo }))
  fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.leave.confirm.go }))
  expect(await screen.findByText(nl.circle.failed.offline)).toBeTruthy()
  expect(screen.device.asked.takenOff).toEqual([])
})

test('of a closed plan the others read who closed it, and can save it or take it off', async () => {
  const { screen } = await show({ members: [EDITOR, OWNER], ended: { how: 'closed', by: WORKER.person } })
  expect(screen.getByText(nl.sharing.refused.closed.text)).toBeTruthy()
  expect(screen.getByRole('button', { name: nl.manage.takeOff.go })).toBeTruthy()
  expect(screen.getByRole('button', { name: nl.manage.keep.file })).toBeTruthy()
  expect(screen.queryByRole('button', { name: nl.circle.leave.go })).toBeNull()
})
