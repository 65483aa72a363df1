/** Inviting while the connection comes and goes. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { CONNECTION_PATIENCE_MS } from '#reactive/patience.ts'
import { createFakePlan, ME, SHARED, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const inviteOffline = async () => {
  const fake = createFakePlan({
    members: [ME],
    sharing: { ...SHARED, connection: 'offline' },
    inviteResult: () => ({ ok: false, reason: 'offline' }),
  })
  await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  const go = await page.findByRole('button', { name: nl.invite.go })
  vi.useFakeTimers()
  fireEvent.click(go)
  return fake
}

test('a connection that is being opened is waited for before it is reported missing', async () => {
  const fake = await inviteOffline()
  expect(page.queryByText(nl.invite.failed.offline.title)).toBeNull()
  await vi.advanceTimersByTimeAsync(CONNECTION_PATIENCE_MS - 1)
  expect(page.getByRole('button', { name: nl.general.busy })).toBeTruthy()
  expect(fake.invited).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(page.getByRole('alert').textContent).toContain(nl.invite.failed.offline.title)
})

test('once it is open the invitation is created at once', async () => {
  const fake = await inviteOffline()
  fake.setSharing({ ...SHARED, connection: 'connecting' })
  await vi.advanceTimersByTimeAsync(1)
  expect(fake.invited).toEqual([])
  fake.setSharing(SHARED)
  await vi.advanceTimersByTimeAsync(0)
  expect(fake.invited).toHaveLength(1)
})

test('where sharing has stopped there is nothing to wait for', async () => {
  const fake = await inviteOffline()
  fake.setSharing({ ...SHARED, connection: { refused: 'removed' } })
  await vi.advanceTimersByTimeAsync(0)
  expect(fake.invited).toHaveLength(1)
})

test('a device that knows it is offline says so at once', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await inviteOffline()
  await vi.advanceTimersByTimeAsync(0)
  expect(page.getByRole('alert').textContent).toContain(nl.invite.failed.offline.title)
})

test('the inviter sees that somebody joined without a name, and the name once they give one', async () => {
  const fake = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  await page.findByText(nl.invite.ready.scan)
  fake.setMembers([ME, { ...WORKER, name: '' }])
  expect(await page.findByText(nl.invite.ready.askName)).toBeTruthy()
  fake.setMembers([ME, WORKER])
  expect(await page.findByText(nl.invite.ready.joined('Wanda'))).toBeTruthy()
  expect(page.queryByText(nl.invite.ready.askName)).toBeNull()
})

test('the inviter is told when the invitation on screen is ended by somebody else', async () => {
  const fake = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  await page.findByText(nl.invite.ready.scan)
  const made = await fake.plan.invite(fake.invited[0]!)
  if (!made.ok) throw new Error('Not made.')
  const { locator, expiresAt, link } = made
  fake.setInvitations([{ locator, role: 'editor', expiresAt, byMe: true, link }])
  expect(page.getByText(nl.invite.ready.waiting)).toBeTruthy()
  fake.setInvitations([])
  expect(await page.findByText(nl.invite.ready.ended.title)).toBeTruthy()
  expect(page.queryByText(nl.invite.ready.waiting)).toBeNull()
  fireEvent.click(page.getByRole('button', { name: nl.invite.go }))
  expect(await page.findByText(nl.invite.who)).toBeTruthy()
})
