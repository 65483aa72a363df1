import { fireEvent, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { textOfElement } from '#features/import/saved-page.ts'
import { parsePlanFile } from '#domain/exchange/import.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const PATH = `/plan/${workspaceId(7)}/manage`
const open = async () => {
  const fake = createFakePlan(createSamplePlan(createRandomness(), NOW))
  const screen = await renderApp(PATH, { plan: fake.plan })
  await screen.findByText(nl.takeOut.title)
  return screen
}

test('each export says what it is for and who will see it', async () => {
  const screen = await open()
  for (const way of ['print', 'text', 'file', 'fhir'] as const) {
    expect(screen.getByText(nl.takeOut[way].use)).toBeTruthy()
    expect(screen.getAllByText(nl.takeOut[way].seen).length).toBeGreaterThan(0)
  }
})

test('only the chosen parts are copied, with authors; the preview is what is copied', async () => {
  const screen = await open()
  fireEvent.click(screen.getByRole('button', { name: nl.takeOut.text.go }))
  fireEvent.click(screen.getByRole('checkbox', { name: nl.plan.story }))
  const preview = screen.getByRole('region', { name: nl.takeOut.text.preview }).textContent
  expect(preview).not.toContain('Bikkel.')
  expect(preview).toContain('Wanda: ermee eens. “Mooi plan, Ans.”')
  expect(preview).toContain('Ans: er niet mee eens. “Ik heb het gezien. Ik wil dit eerst zelf proberen.”')
  expect(preview).not.toContain('Een nieuwe bank') // it was set aside
  fireEvent.click(screen.getByRole('button', { name: nl.takeOut.text.copy }))
  expect(screen.platform.copied).toEqual([preview])
})

test('the saved file can be imported', async () => {
  const screen = await open()
  fireEvent.click(screen.getByRole('button', { name: nl.manage.keep.file }))
  const [file] = screen.platform.files
  const found = parsePlanFile(file?.text ?? '', textOfElement)
  expect(found.ok && [found.plan.title, found.plan.people.map(({ name }) => name)]).toEqual([
    'Plan van Ans',
    ['Ans', 'Wanda'],
  ])
})

test('before a FHIR export, somebody confirms whose plan it is, and says who helps as their work', async () => {
  const screen = await open()
  fireEvent.click(screen.getByRole('button', { name: nl.takeOut.fhir.go }))
  expect(screen.platform.files).toEqual([])
  expect(screen.getByRole('radio', { name: /^Ans/, checked: true })).toBeTruthy() // as the records say
  const workers = within(screen.getByRole('group', { name: nl.takeOut.fhir.workers }))
  expect(workers.queryByRole('checkbox', { name: /Ans/ })).toBeNull()
  fireEvent.click(workers.getByRole('checkbox', { name: 'Wanda' }))
  fireEvent.click(screen.getByRole('button', { name: nl.takeOut.fhir.go }))
  await screen.findByText(nl.takeOut.saved)
  const [file] = screen.platform.files
  expect(file?.name).toMatch(/^plan-\d{4}-\d\d-\d\d\.fhir\.json$/)
  expect(file?.text).not.toContain('Plan van Ans')
  const bundle = JSON.parse(file?.text ?? '') as { entry: { resource: { resourceType: string; name?: object } }[] }
  const helpers = bundle.entry.map(({ resource }) => resource).filter(({ name }) => name !== undefined)
  expect(helpers).toMatchObject([
    { resourceType: 'Practitioner', name: [{ text: 'Wanda' }] },
    { resourceType: 'RelatedPerson', name: [{ text: 'Mira' }] },
  ])
})
