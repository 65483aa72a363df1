/** People's tasks on the screens, with a fake device that a test fills. */
import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { InvitationFailure, PreviewResult } from '#ports/device.ts'
import {
  alarm,
  BROTHER,
  createFakePlan,
  locator,
  ME,
  MINUTE_MS,
  NOW,
  personId,
  SHARED,
  WORKER,
  workspaceId,
} from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`
const JOIN = `/join/${workspaceId(7)}.${workspaceId(3)}`

const invited = (changes: Partial<Extract<PreviewResult, { kind: 'open' }>> = {}): PreviewResult => ({
  ok: true,
  kind: 'open',
  role: 'owner',
  people: 1,
  expiresAt: NOW + 10 * MINUTE_MS,
  greeting: { inviter: 'Wanda', organisation: '', whose: { name: 'theirs' } },
  needsCode: false,
  ...changes,
})

test('a first visit explains Weef in exactly three sentences', async () => {
  const screen = await renderApp('/')
  await screen.findByRole('heading', { level: 1, name: nl.home.welcome })
  expect(nl.home.explanation).toHaveLength(3)
  for (const sentence of nl.home.explanation) expect(screen.getByText(sentence)).toBeTruthy()
})

test('archived plans are folded away, and a plan without a name gets a placeholder', async () => {
  const plan = {
    id: workspaceId(7),
    title: '',
    archived: false,
    openedAt: NOW,
    people: [{ name: 'Ines', colour: 1 }],
    unshared: true,
    news: [],
  }
  const screen = await renderApp('/', {
    plans: [plan, { ...plan, id: workspaceId(8), title: 'Oud', archived: true, unshared: false }],
  })
  expect(await screen.findByRole('link', { name: nl.general.untitled })).toBeTruthy()
  expect(screen.getByText(nl.home.unshared)).toBeTruthy()
  expect(screen.getByText('Oud').closest('details')?.open).toBe(false)
})

test('joining takes one tap; the name is optional and the secret leaves the address', async () => {
  const screen = await renderApp(JOIN, { preview: invited() })
  const go = await screen.findByRole('button', { name: nl.join.go })
  expect(screen.getByText(nl.join.role.owner)).toBeTruthy()
  expect(screen.getByText(nl.join.now(1))).toBeTruthy()
  expect(screen.device.asked.joined).toEqual([]) // previewing does not use it
  fireEvent.click(go)
  await waitFor(() => expect(window.location.hash).toBe(`#${PLAN}`))
  expect(screen.device.asked.joined).toEqual([{ name: '', code: '' }])
})

test('the spoken code is asked for, checked for its form, and passed on without its spaces', async () => {
  const screen = await renderApp(`${JOIN}.c`, {
    preview: invited({ needsCode: true }),
    joined: { ok: false, reason: 'wrong-code' },
  })
  const code = await screen.findByLabelText(nl.join.code)
  fireEvent.input(code, { target: { value: '12' } })
  fireEvent.click(screen.getByRole('button', { name: nl.join.go }))
  expect(screen.getByRole('alert').textContent).toBe(nl.join.codeShape)
  fireEvent.input(code, { target: { value: '493 071' } })
  fireEvent.input(screen.getByLabelText(new RegExp(nl.join.name.replace('?', '\\?'))), { target: { value: ' Ans ' } })
  fireEvent.click(screen.getByRole('button', { name: nl.join.go }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(nl.join.failure['wrong-code'].what))
  expect(screen.device.asked.joined).toEqual([{ name: 'Ans', code: '493071' }])
  expect(code.getAttribute('aria-invalid')).toBe('true')
})

test.each(Object.keys(nl.join.failure) as InvitationFailure[])(
  'an invitation that fails (%s) says what happened, what is safe, what to do',
  async (reason) => {
    const screen = await renderApp(JOIN, { preview: { ok: false, reason, greeting: null } })
    const alert = await screen.findByRole('alert')
    for (const words of Object.values(nl.join.failure[reason])) expect(alert.textContent).toContain(words)
    expect(screen.queryByRole('button', { name: nl.join.go })).toBeNull()
  },
)

test('a used link on the device that used it opens the plan', async () => {
  await renderApp(JOIN, { preview: { ok: true, kind: 'mine', workspace: workspaceId(7) } })
  await waitFor(() => expect(window.location.hash).toBe(`#${PLAN}`))
})

test("inside another app's browser: leave it first, before the tap that uses the invitation", async () => {
  const screen = await renderApp(
    JOIN,
    { preview: invited() },
    { platform: { userAgent: 'Android 10; K; wv) Mobile Safari/537.36' } },
  )
  expect(await screen.findByText(nl.join.webView.title)).toBeTruthy()
  expect(screen.queryByRole('button', { name: nl.join.go })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: nl.join.webView.anyway }))
  expect(screen.getByRole('button', { name: nl.join.go })).toBeTruthy()
})

test('a pasted text that is no invitation says so; a link leads to joining', async () => {
  const screen = await renderApp('/open', { preview: invited() })
  const field = await screen.findByLabelText(nl.open.link)
  fireEvent.input(field, { target: { value: 'hallo' } })
  fireEvent.click(screen.getByRole('button', { name: nl.open.go }))
  expect(screen.getByRole('alert').textContent).toBe(nl.open.notALink)
  const wrapped = encodeURIComponent(`https://weef.example/#${JOIN}`)
  fireEvent.input(field, { target: { value: `Doe je mee? https://mail.example/?url=${wrapped}&data=05 Groetjes` } })
  fireEvent.click(screen.getByRole('button', { name: nl.open.go }))
  expect(await screen.findByRole('button', { name: nl.join.go })).toBeTruthy()
})

test('a plan for somebody I help leads on to handing it over', async () => {
  const fake = createFakePlan({ members: [ME], planPerson: null })
  const screen = await renderApp('/start', { plan: fake.plan })
  fireEvent.click(await screen.findByRole('radio', { name: nl.start.forSomeone }))
  fireEvent.click(screen.getByRole('button', { name: nl.start.go }))
  const handOver = await screen.findByRole('radio', { name: nl.invite.handOver })
  expect((handOver as HTMLInputElement).checked).toBe(true)
  expect(screen.device.asked.started).toEqual([{ title: nl.start.defaultTheirs, name: '', forWhom: 'someone' }])
})

test('inviting says first what a member will see, offers to hand over, and tells when they have joined', async () => {
  const fake = createFakePlan({ members: [ME], planPerson: null })
  const screen = await renderApp(`${PLAN}/invite`, { plan: fake.plan })
  const first = await screen.findByRole('heading', { name: nl.invite.first.title })
  const who = screen.getByRole('radio', { name: nl.invite.handOver })
  expect(first.compareDocumentPosition(who) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  fireEvent.click(who)
  fireEvent.click(screen.getByRole('button', { name: nl.invite.go }))
  expect(await screen.findByRole('img', { name: nl.invite.ready.qr })).toBeTruthy()
  expect(fake.invited).toMatchObject([{ role: 'owner', handOver: true, lifetime: 'room', withCode: false }])
  fake.setMembers([
    { ...ME, role: 'editor' },
    { ...WORKER, role: 'owner' },
  ])
  expect(await screen.findByText(nl.invite.ready.joined('Wanda'))).toBeTruthy()
})

test('only an owner can invite', async () => {
  const screen = await renderApp(`${PLAN}/invite`, {
    plan: createFakePlan({ members: [{ ...ME, role: 'editor' }] }).plan,
  })
  expect(await screen.findByText(nl.invite.notOwner.text)).toBeTruthy()
  expect(screen.queryByRole('button', { name: nl.invite.go })).toBeNull()
})

test('a row in the list of people keeps its node when a peer changes their name', async () => {
  const fake = createFakePlan({ members: [ME, WORKER, BROTHER] })
  const screen = await renderApp(`${PLAN}/people`, { plan: fake.plan })
  const row = (await screen.findByText('Wanda')).closest('li')
  fake.setMembers([BROTHER, ME, { ...WORKER, name: 'Wanda Visser' }])
  expect(screen.getByText('Wanda Visser').closest('li')).toBe(row)
})

test('cancelling an invitation asks first', async () => {
  const open = {
    locator: locator(1),
    role: 'reader' as const,
    expiresAt: NOW + MINUTE_MS,
    inviter: ME.person,
    byMe: true,
    link: null,
    failure: null,
  }
  const fake = createFakePlan({ invitations: [open, { ...open, locator: locator(2), expiresAt: NOW - 1 }] })
  const screen = await renderApp(`${PLAN}/people`, { plan: fake.plan })
  const cancel = await screen.findAllByRole('button', { name: nl.people.cancelThis(nl.roles.reader) })
  expect(cancel).toHaveLength(1) // the expired one admits nobody any more
  fireEvent.click(cancel[0]!)
  const dialog = await page.findByRole('alertdialog')
  expect(fake.cancelled).toEqual([])
  fireEvent.click(within(dialog).getByRole('button', { name: nl.people.confirm.go }))
  await waitFor(() => expect(fake.cancelled).toEqual([locator(1)]))
})

test('taking off the only copy warns, offers a file, and does nothing until it is confirmed twice', async () => {
  const fake = createFakePlan({ members: [ME], sharing: { ...SHARED, shared: { name: 'only-here' } } })
  const screen = await renderApp(`${PLAN}/manage`, { plan: fake.plan })
  fireEvent.click(await screen.findByRole('button', { name: nl.manage.takeOff.go }))
  const dialog = await page.findByRole('alertdialog')
  expect(dialog.textContent).toContain(nl.manage.takeOff.confirm.onlyHere)
  fireEvent.click(within(dialog).getByRole('button', { name: nl.manage.takeOff.confirm.fileFirst }))
  expect(screen.platform.files.map((file) => file.name)).toEqual(['Mijn-plan.html'])
  expect(screen.device.asked.takenOff).toEqual([])
  fireEvent.click(within(dialog).getByRole('button', { name: nl.manage.takeOff.confirm.go }))
  await waitFor(() => expect(window.location.hash).toBe('#/'))
  expect(screen.device.asked.takenOff).toEqual([workspaceId(7)])
})

test('the sharing state is shown on every screen of a plan, and announced only when its kind changes', async () => {
  const fake = createFakePlan()
  const screen = await renderApp(`${PLAN}/people`, { plan: fake.plan })
  const banner = await screen.findByRole('banner')
  const said = () => banner.querySelector('[aria-live]')?.textContent
  await waitFor(() => expect(banner.textContent).toContain('Bewaard op dit toestel'))
  expect(said()).toBe('')
  fake.setSharing({ ...SHARED, saved: 'saving' })
  fake.setSharing({ ...SHARED, shared: { name: 'shared', at: NOW } })
  expect(said()).toBe('')
  fake.setSharing({ ...SHARED, shared: { name: 'not-shared-yet' } })
  expect(said()).toContain(nl.sharing.notShared)
})

test('removed from the plan, or not saved: told at once and in full', async () => {
  const fake = createFakePlan({
    alarms: [alarm('bad-key', { person: WORKER.person }), alarm('other-log', { person: personId(99) })],
  })
  const screen = await renderApp(`${PLAN}/people`, { plan: fake.plan })
  expect(await screen.findByText(nl.alarms.told['bad-key'].what('Wanda'))).toBeTruthy()
  expect(screen.getByText(nl.alarms.told['other-log'].what(nl.alarms.gone('')))).toBeTruthy()
  fake.setSharing({ saved: { failed: 'full' }, shared: { name: 'not-shared-yet' }, connection: { refused: 'unknown' } })
  const alerts = screen.getAllByRole('alert').map((alert) => alert.textContent)
  expect(alerts[0]).toContain(nl.sharing.saveFailed.full.text)
  expect(alerts[1]).toContain(nl.sharing.refused.unknown.text)
})

test('open in another tab: one tap uses it here; leaving the plan closes it', async () => {
  const screen = await renderApp(PLAN, { openState: { name: 'elsewhere' } })
  fireEvent.click(await screen.findByRole('button', { name: nl.opening.elsewhere.useHere }))
  expect(screen.device.asked.usedHere).toBe(1)
  fireEvent.click(screen.getByRole('link', { name: nl.opening.toHome }))
  await waitFor(() => expect(screen.device.asked.closed).toBe(1))
})

test('every screen has the way out in the same place, and moves the focus to its heading', async () => {
  const screen = await renderApp('/about')
  const heading = await screen.findByRole('heading', { level: 1, name: nl.about.title })
  expect(document.activeElement).toBe(heading)
  fireEvent.click(screen.getByRole('button', { name: nl.general.leave }))
  expect(screen.left).toHaveLength(1)
})
