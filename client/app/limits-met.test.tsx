/** The relay's limits (S8) on the screens: each says what happened, what is safe, what to do. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, onTestFinished, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { BROTHER, createFakePlan, ME, SHARED, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const ID = workspaceId(7)

test('an overloaded relay is mentioned calmly, unless there is something more important to say', async () => {
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
  expect((await page.findByRole('alert')).textContent).toContain(nl.invite.failed['too-many'].title)
  expect(page.getByRole('button', { name: nl.invite.go })).toBeTruthy()
  fireEvent.click(page.getByRole('link', { name: nl.invite.lookAtOpen }))
  expect(await page.findByRole('heading', { name: nl.people.title })).toBeTruthy()
})

test('somebody whose invitations to a plan are used up reads that it is theirs, and who still can', async () => {
  const fake = createFakePlan({ members: [ME], inviteResult: () => ({ ok: false, reason: 'used-up' }) })
  await renderApp(`/plan/${ID}/invite`, { plan: fake.plan })
  fireEvent.click(await page.findByRole('button', { name: nl.invite.go }))
  const alert = await page.findByRole('alert')
  for (const words of Object.values(nl.invite.failed['used-up'])) expect(alert.textContent).toContain(words)
  expect(page.queryByRole('link', { name: nl.invite.lookAtOpen })).toBeNull() // to cancel one would not help
})

test('an overloaded relay is not reported as a missing network when inviting', async () => {
  const sharing = { ...SHARED, connection: 'offline', busy: true } as const
  const fake = createFakePlan({ members: [ME], sharing })
  await renderApp(`/plan/${ID}/invite`, { plan: fake.plan })
  expect(await page.findByText(new RegExp(nl.invite.waits.busy))).toBeTruthy()
  expect(page.queryByText(new RegExp(nl.invite.waits.offline))).toBeNull()
})

const SAYS = {
  'too-large': [nl.general.reload],
  full: [nl.manage.successor.title],
  'share-full': [],
  forked: [nl.manage.successor.title],
  damaged: [],
} as const
const WAYS: readonly string[] = [nl.general.reload, nl.manage.successor.title]

test.each(Object.entries(SAYS))(
  'sharing that stopped (%s) offers a remedy, and gives the reason once',
  async (reason, ways) => {
    const fake = createFakePlan({ members: [ME, WORKER] })
    await renderApp(`/plan/${ID}/people`, { plan: fake.plan })
    await page.findByRole('heading', { name: nl.whoSees.title })
    fake.setSharing({ ...SHARED, connection: { refused: reason as keyof typeof SAYS } })
    const alert = page.getByRole('alert')
    const offered = [...within(alert).queryAllByRole('link'), ...within(alert).queryAllByRole('button')]
    expect(offered.map(({ textContent }) => textContent).filter((name) => WAYS.includes(name ?? ''))).toEqual(ways)
    expect(page.getAllByText(nl.sharing.refused[reason as keyof typeof SAYS].text)).toHaveLength(1)
  },
)

test('a full plan does not send a member to a card that only the owner has', async () => {
  const reader = { ...ME, role: 'editor' } as const
  const fake = createFakePlan({ members: [reader], sharing: { ...SHARED, connection: { refused: 'full' } } })
  await renderApp(`/plan/${ID}/people`, { plan: fake.plan })
  await page.findByRole('alert')
  expect(page.queryByRole('link', { name: nl.manage.successor.title })).toBeNull()
})

test('lost text is reported with names in the form that a sentence needs', async () => {
  const fake = createFakePlan({ members: [ME, WORKER, BROTHER] })
  await renderApp(`/plan/${ID}/people`, { plan: fake.plan })
  fake.setSharing({ ...SHARED, missingFromLog: [WORKER.person, BROTHER.person, null] })
  expect(await page.findByText(nl.sharing.missingFromLog.title)).toBeTruthy()
  const names = ['Wanda', nl.general.namelessWithin] // each once
  expect(page.getByText(nl.sharing.missingFromLog.text(names))).toBeTruthy()
})

test.each(['offline', 'busy'] as const)('a join that did not get through (%s) leaves the form', async (reason) => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false) // no waiting for a second try
  onTestFinished(() => online.mockRestore())
  const found = { role: 'editor', people: 2, expiresAt: null, greeting: null, needsCode: false } as const
  await renderApp(`/join/${ID}.${workspaceId(3)}`, {
    preview: { ok: true, kind: 'open', ...found },
    joined: { ok: false, reason },
  })
  fireEvent.click(await page.findByRole('button', { name: nl.join.go }))
  const alert = await page.findByRole('alert')
  for (const words of Object.values(nl.join.failure[reason])) expect(alert.textContent).toContain(words)
  expect(page.getByRole('button', { name: nl.join.go })).toBeTruthy()
})
