/** What people can do on the list of members. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { readPerson } from '#domain/plan/people.ts'
import { setOrigin } from '#domain/plan/origin.ts'
import { createFakePlan, createRandomness, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { NOBODY } from '#domain/testing/read-parts.ts'

const PEOPLE = `/plan/${workspaceId(7)}/people`

const showPeople = async (members = [ME, WORKER]) => {
  const fake = createFakePlan({ members })
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
