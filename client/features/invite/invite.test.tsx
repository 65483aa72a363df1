/** Inviting while the connection comes and goes. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { CONNECTION_PATIENCE_MS } from '#reactive/patience.ts'
import type { InviteResult } from '#ports/open-plan.ts'
import { createFakePlan, locator, ME, NOW, SHARED, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Made without a connection. */
const WAITING: InviteResult = {
  ok: true,
  link: 'https://weef.example/#/join/x',
  code: null,
  expiresAt: null,
  locator: locator(9),
  whose: { name: 'inviters' },
}

const inviteOffline = async () => {
  const fake = createFakePlan({
    members: [ME],
    sharing: { ...SHARED, connection: 'offline' },
    inviteResult: () => WAITING,
  })
  await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  const go = await page.findByRole('button', { name: nl.invite.go })
  vi.useFakeTimers()
  fireEvent.click(go)
  return fake
}

test('a connection that is being opened is waited for before it is reported missing', async () => {
  const fake = await inviteOffline()
  expect(page.queryByText(nl.invite.ready.send)).toBeNull()
  await vi.advanceTimersByTimeAsync(CONNECTION_PATIENCE_MS - 1)
  expect(page.getByRole('button', { name: nl.general.busy })).toBeTruthy()
  expect(fake.invited).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(page.getByText(nl.invite.waits.later)).toBeTruthy()
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

test('a device that knows it is offline makes one at once, which waits', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await inviteOffline()
  await vi.advanceTimersByTimeAsync(0)
  expect(page.getByText(nl.invite.waits.later)).toBeTruthy()
  expect(page.queryByText(/^Werkt tot/)).toBeNull()
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

test('what waited is recorded later: the screen then says until when it works, or that it cannot', async () => {
  const fake = await inviteOffline()
  await vi.advanceTimersByTimeAsync(CONNECTION_PATIENCE_MS)
  const [open] = fake.plan.invitations()
  fake.setInvitations([{ ...open!, expiresAt: NOW + 600_000 }])
  expect(page.getByText(/^Werkt tot/)).toBeTruthy()
  expect(page.queryByText(nl.invite.waits.later)).toBeNull()
  fake.setInvitations([{ ...open!, failure: 'too-many' }])
  expect(page.getByText(nl.invite.failed['too-many'].title)).toBeTruthy()
})

test('an invitation that somebody else cancels stops being offered', async () => {
  const fake = createFakePlan({ members: [ME] })
  await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  await page.findByText(nl.invite.ready.scan)
  fake.setInvitations([])
  expect(await page.findByText(nl.invite.ready.ended.title)).toBeTruthy()
  expect(page.queryByText(nl.invite.ready.scan)).toBeNull()
})

test('for whom one works is asked once, and remembered', async () => {
  const fake = createFakePlan({ members: [ME] })
  const screen = await renderApp(`/plan/${workspaceId(7)}/invite`, { plan: fake.plan })
  fireEvent.input(await page.findByLabelText(new RegExp(nl.invite.organisation.label)), {
    target: { value: ' Buurtteam Oost ' },
  })
  fireEvent.click(page.getByRole('button', { name: nl.invite.go }))
  await page.findByText(nl.invite.ready.scan)
  expect(fake.invited).toMatchObject([{ organisation: 'Buurtteam Oost' }])
  expect(screen.device.asked.organisation).toBe('Buurtteam Oost')
})

test.each([
  [{ name: 'inviters' }, nl.invite.ready.shareText.inviters],
  [{ name: 'of', person: 'Sam' }, nl.invite.ready.shareTextOf('Sam')],
] as const)('the words beside the link say whose plan it is (%s)', async (whose, text) => {
  const shared: string[] = []
  const fake = createFakePlan({ members: [ME], inviteResult: () => ({ ...WAITING, expiresAt: NOW + 1e6, whose }) })
  await renderApp(
    `/plan/${workspaceId(7)}/invite`,
    { plan: fake.plan },
    { platform: { share: async (link) => void shared.push(link.text) } },
  )
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  fireEvent.click(await page.findByRole('button', { name: nl.invite.ready.share }))
  expect(shared).toEqual([text])
})

test.each([
  ['nobody yet', null, true],
  ['another', WORKER.person, true],
  ['the inviter', ME.person, false],
] as const)('a plan of %s: to give it to its person is offered (%#)', async (_, planPerson, offered) => {
  const fake = createFakePlan({ planPerson })
  await renderApp(`/plan/${fake.plan.id}/invite`, { plan: fake.plan })
  await page.findByRole('radio', { name: new RegExp(nl.invite.editor) })
  expect(page.queryByRole('radio', { name: new RegExp(nl.invite.handOver) }) !== null).toBe(offered)
})
