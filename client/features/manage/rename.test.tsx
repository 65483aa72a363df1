import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { createFakePlan, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATH = `/plan/${workspaceId(7)}/manage`

test('[product 5] two titles set at once are side by side until one is chosen', async () => {
  const fake = createFakePlan({ title: 'Mijn plan' })
  Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(createFakePlan({ title: 'Ons plan', seed: 5 }).doc))
  const screen = await renderApp(PATH, { plan: fake.plan })
  await screen.findByText(nl.manage.choose.title)
  expect(screen.getByRole('button', { name: nl.manage.choose.take('Mijn plan') })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: nl.manage.choose.take('Ons plan') }))
  expect(readTitles(fake.doc)).toEqual(['Ons plan'])
  expect(screen.queryByText(nl.manage.choose.title)).toBeNull()
})

test('a title is written when it is saved, not while it is typed', async () => {
  const fake = createFakePlan()
  const screen = await renderApp(PATH, { plan: fake.plan })
  const field = await screen.findByLabelText(nl.manage.name.label)
  fireEvent.input(field, { target: { value: '  Tuinplan ' } })
  expect(readTitles(fake.doc)).toEqual(['Mijn plan'])
  fireEvent.click(screen.getByRole('button', { name: nl.manage.name.save }))
  expect(readTitles(fake.doc)).toEqual(['Tuinplan'])
  expect(screen.getByText(nl.manage.name.saved)).toBeTruthy()
})

test('a reader cannot rename, and can still export a copy', async () => {
  const fake = createFakePlan({ members: [{ ...createFakePlan().plan.members()[0]!, role: 'reader' }] })
  const screen = await renderApp(PATH, { plan: fake.plan })
  expect(await screen.findByRole('button', { name: nl.manage.keep.file })).toBeTruthy()
  expect(screen.queryByLabelText(nl.manage.name.label)).toBeNull()
})
