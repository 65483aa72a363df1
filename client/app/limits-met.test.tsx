/** Limits of the relay (S8) as people meet them: what happened, what is safe, what to do. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, onTestFinished, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, SHARED, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const ID = workspaceId(7)

test('a relay that has too much to do is told of calmly, unless there is more to tell', async () => {
  const fake = createFakePlan()
  await renderApp(`/plan/${ID}/people`, { plan: fake.plan })
  const busy = { ...SHARED, shared: { name: 'not-shared-yet' }, connection: 'offline', busy: true } as const
  fake.setSharing(busy)
  expect(await page.findByText(nl.sharing.busy.text)).toBeTruthy()
  expect(page.queryByRole('alert')).toBeNull()
  fake.setSharing({ ...busy, connection: { refused: 'relay-full' } })
  expect(page.getByRole('alert').textContent).toContain(nl.sharing.refused['relay-full'].text)
  expect(page.queryByText(nl.sharing.busy.text)).toBeNull()
})

test('one invitation too many says what to do, and the form stays', async () => {
  const fake = createFakePlan({ members: [ME], inviteResult: () => ({ ok: false, reason: 'too-many' }) })
  await renderApp(`/plan/${ID}/invite`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  expect((await page.findByRole('alert')).textContent).toContain(nl.invite.failed['too-many'])
  expect(page.getByRole('button', { name: nl.invite.go })).toBeTruthy()
})

test.each(['offline', 'busy'] as const)('a join that did not get through (%s) leaves the form', async (reason) => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false) // nobody waits for a second try
  onTestFinished(() => online.mockRestore())
  const found = { role: 'editor', people: 2, expiresAt: null, inviterName: 'Wanda', needsCode: false } as const
  await renderApp(`/join/${ID}.${workspaceId(3)}`, {
    preview: { ok: true, kind: 'open', ...found },
    joined: { ok: false, reason },
  })
  fireEvent.click(await page.findByRole('button', { name: nl.join.go }))
  const alert = await page.findByRole('alert')
  for (const words of Object.values(nl.join.failure[reason])) expect(alert.textContent).toContain(words)
  expect(page.getByRole('button', { name: nl.join.go })).toBeTruthy()
})
