/** What people can do on the list of members. */
import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { readPerson } from '#domain/plan/people.ts'
import { setOrigin } from '#domain/plan/origin.ts'
import {
  BROTHER,
  createFakePlan,
  createRandomness,
  type FakePlanOptions,
  locator,
  ME,
  NOW,
  SHARED,
  WORKER,
  workspaceId,
} from '#testing/fake-plan.ts'
import { createFloodedPlan } from '#testing/invitation-scenes.ts'
import { renderApp } from '#testing/render-app.tsx'
import { NOBODY } from '#domain/testing/read-parts.ts'

const PEOPLE = `/plan/${workspaceId(7)}/people`

const showPeople = async (members = [ME, WORKER], options: FakePlanOptions = {}) => {
  const fake = createFakePlan({ members, ...options })
  await renderApp(PEOPLE, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.people.title })
  return fake
}

test("an owner sets another member's role", async () => {
  const { plan } = await showPeople()
  fireEvent.click(page.getByRole('button', { name: nl.people.changeRoleOf(WORKER.name) }))
  fireEvent.click(page.getByRole('radio', { name: nl.roles.reader }))
  fireEvent.click(page.getByRole('button', { name: nl.people.saveRole }))
  await waitFor(() => expect(plan.members().find(({ person }) => person === WORKER.person)?.role).toBe('reader'))
})

test('who opens the roles and changes nothing has a way back', async () => {
  const { plan } = await showPeople()
  fireEvent.click(page.getByRole('button', { name: nl.people.changeRoleOf(WORKER.name) }))
  fireEvent.click(page.getByRole('radio', { name: nl.roles.owner }))
  expect(page.getByText(nl.people.rights.owner)).toBeTruthy()
  expect(page.queryByText(nl.whoSees.look)).toBeNull() // it would lead here
  fireEvent.click(page.getByRole('button', { name: nl.people.leaveRole }))
  expect(page.queryByRole('radio')).toBeNull()
  expect(plan.members().map(({ role }) => role)).toEqual(['owner', 'editor'])
})

test('who is lost with this device: alone the plan itself, together the inviting; and where one stops', async () => {
  const { alone, title } = nl.circle.soleOwner
  const { setMembers } = await showPeople([ME])
  expect(page.getByText(alone.title)).toBeTruthy()
  expect(page.queryByRole('link', { name: nl.people.leave })).toBeNull() // there is nobody to leave
  setMembers([ME, WORKER])
  expect(page.getByText(title)).toBeTruthy()
  expect(page.getByRole('link', { name: nl.people.leave }).getAttribute('href')).toContain('/manage?place=leave')
})

test('others cannot', async () => {
  await showPeople([{ ...ME, role: 'editor' }, WORKER])
  expect(page.queryByRole('button', { name: nl.people.changeRoleOf(WORKER.name) })).toBeNull()
})

test('my name and colour are written into the plan', async () => {
  const { doc } = await showPeople()
  fireEvent.click(page.getByRole('button', { name: nl.people.changeName }))
  fireEvent.input(page.getByRole('textbox', { name: nl.people.yourName }), { target: { value: 'Fatma' } })
  fireEvent.click(page.getByRole('radio', { name: nl.people.colours[3] ?? '' }))
  fireEvent.click(page.getByRole('button', { name: nl.people.saveName }))
  await waitFor(() => expect(readPerson(doc, ME.person, NOBODY)).toMatchObject({ name: 'Fatma', colour: 3 }))
})

test('whoever brought in a file is named, because its words stand in their name', async () => {
  const { plan, doc } = createFakePlan({ personAt: () => WORKER.person })
  setOrigin(doc, { from: 'file', at: new Date(2026, 10, 3).getTime() }, createRandomness(5))
  await renderApp(PEOPLE, { plan })
  expect(await page.findByText(nl.people.origin.file('Wanda', '3 november 2026'))).toBeTruthy()
})

const askToRemove = async (): Promise<HTMLElement> => {
  fireEvent.click(page.getByRole('button', { name: nl.circle.remove.ask('Wanda') }))
  return page.findByRole('alertdialog', { name: nl.circle.remove.title('Wanda') })
}
const goOn = (dialog: HTMLElement): void =>
  void fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.remove.go }))

test('an owner takes somebody out, after reading what that means', async () => {
  const { plan } = await showPeople([ME, WORKER, BROTHER])
  const dialog = await askToRemove()
  expect(dialog.textContent).toContain(nl.circle.remove.text('Wanda'))
  expect(dialog.textContent).not.toContain(nl.circle.remove.owner('Wanda', 'Wanda'))
  expect(dialog.textContent).not.toContain(nl.circle.remove.invitations)
  expect(plan.members()).toHaveLength(3)
  expect(dialog.textContent).toContain(nl.circle.remove.told('Wanda')) // it may matter to whoever is afraid of them
  goOn(dialog)
  await waitFor(() => expect(plan.members().map(({ person }) => person)).toEqual([ME.person, BROTHER.person]))
  expect(page.queryByText('Wanda')).toBeNull()
  expect(page.getByText(nl.circle.remove.done('Wanda')).getAttribute('role')).toBe('status')
})

test('that the other reads who did it is not said while nothing can happen', async () => {
  await showPeople([ME, WORKER], { sharing: { ...SHARED, connection: 'offline' } })
  const dialog = await askToRemove()
  expect(dialog.textContent).toContain(nl.circle.remove.offline)
  expect(dialog.textContent).not.toContain(nl.circle.remove.told('Wanda'))
})

test('an invitation says who made it; very many by one person are one line that opens', async () => {
  const { plan } = createFloodedPlan(140, [ME, WORKER, { ...BROTHER, name: 'Sam' }])
  const [mine] = plan.invitations()
  const ofSam = { ...mine!, locator: locator(200), inviter: BROTHER.person, byMe: false }
  await showPeople([...plan.members()], { invitations: [...plan.invitations(), ofSam] })
  expect(page.getByText(nl.people.madeBy('Sam'))).toBeTruthy()
  const fold = page.getByText(nl.people.made('Wanda', 140)).closest('details')
  expect(fold?.open).toBe(false)
  const inside = within(fold ?? document.body)
  expect(inside.getByText(nl.people.madeMany('Wanda'))).toBeTruthy()
  expect(inside.getAllByText(nl.people.madeBy('Wanda'))).toHaveLength(50)
  fireEvent.click(inside.getByRole('button', { name: nl.general.more(90), hidden: true }))
  expect(inside.getAllByText(nl.people.madeBy('Wanda'))).toHaveLength(100)
})

test('who may not take anybody out reads who made them, and no more', async () => {
  const members = [
    { ...ME, role: 'editor' as const },
    { ...WORKER, role: 'owner' as const },
  ]
  await showPeople(members, { invitations: createFloodedPlan(9).plan.invitations() })
  expect(page.getByText(nl.people.made('Wanda', 9))).toBeTruthy()
  expect(page.queryByText(nl.people.madeMany('Wanda'))).toBeNull()
})

test('of an owner, and of somebody with open invitations, the dialog says what ends with it', async () => {
  const open = {
    locator: locator(1),
    role: 'reader' as const,
    expiresAt: NOW + 1e6,
    byMe: false,
    link: null,
    failure: null,
  }
  await showPeople([ME, { ...WORKER, role: 'owner' }], { invitations: [{ ...open, inviter: WORKER.person }] })
  const dialog = await askToRemove()
  expect(dialog.textContent).toContain(nl.circle.remove.owner('Wanda', 'Wanda'))
  expect(dialog.textContent).toContain(nl.circle.remove.invitations)
})

test('without a connection it says so before and after, and nobody is gone', async () => {
  const { plan } = await showPeople([ME, WORKER], {
    sharing: { ...SHARED, connection: 'offline' },
    recordResult: () => ({ ok: false, reason: 'offline' }),
  })
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const dialog = await askToRemove()
  expect(dialog.textContent).toContain(nl.circle.remove.offline)
  goOn(dialog)
  expect(await page.findByText(nl.circle.remove.failed.offline('Wanda'))).toBeTruthy()
  expect(plan.members()).toHaveLength(2)
  onLine.mockRestore()
})

test('nobody but an owner is offered it', async () => {
  await showPeople([
    { ...ME, role: 'editor' },
    { ...WORKER, role: 'owner' },
  ])
  expect(page.queryByRole('button', { name: nl.circle.remove.ask('Wanda') })).toBeNull()
})

test('in the room: another owner is made first, then the first one may write along', async () => {
  const { plan } = await showPeople()
  expect(page.getByText(nl.circle.soleOwner.text)).toBeTruthy()
  expect(page.queryByRole('button', { name: nl.circle.stepDown.ask })).toBeNull()
  await plan.setRole(WORKER.person, 'owner')
  expect(page.queryByText(nl.circle.soleOwner.text)).toBeNull()
  fireEvent.click(page.getByRole('button', { name: nl.circle.stepDown.ask }))
  const dialog = await page.findByRole('alertdialog', { name: nl.circle.stepDown.title })
  expect(dialog.textContent).toContain(nl.circle.stepDown.text('Wanda'))
  fireEvent.click(within(dialog).getByRole('button', { name: nl.circle.stepDown.go }))
  await waitFor(() => expect(plan.role()).toBe('editor'))
})
