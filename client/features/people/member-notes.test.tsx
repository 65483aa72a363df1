/** A private note about a person: folded away, with its end, and nowhere but with whoever wrote it. */
import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { NOTE_MS } from '#domain/home/notes.ts'
import type { Note } from '#ports/home.ts'
import type { FakeDeviceOptions } from '#testing/fake-device.ts'
import { unfold } from '#testing/controls.ts'
import { createFakePlan, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import * as Y from 'yjs'

const PLAN = workspaceId(7)
const note = (changes: Partial<Note> = {}): Note => ({
  id: 'AAAAAAAAAAA' as EntityId,
  kind: 'note',
  place: { plan: PLAN, person: WORKER.person },
  text: 'Vraag naar de hond',
  writtenAt: NOW,
  expires: NOW + NOTE_MS,
  ...changes,
})
const showFolded = async (options: FakeDeviceOptions = {}) => {
  const fake = createFakePlan({ members: [ME, WORKER] })
  const screen = await renderApp(`/plan/${PLAN}/people`, { plan: fake.plan, ...options })
  await page.findByRole('heading', { level: 1, name: nl.people.title })
  return { fake, ...screen }
}
const show = async (options: FakeDeviceOptions = {}, count = 0) => {
  const shown = await showFolded(options)
  unfold(part(count))
  return shown
}
const part = (count: number): HTMLElement => {
  const title = page.getByText(nl.notes.person(WORKER.name, count))
  return title.closest('details')!
}
const press = (place: HTMLElement, name: string) => fireEvent.click(within(place).getByRole('button', { name }))

test('it is folded until asked for, says when it goes, and is neither printed nor read aloud', async () => {
  await showFolded({ notes: [note()] })
  const notes = part(1)
  expect(within(notes).queryByText('Vraag naar de hond')).toBeNull()
  unfold(notes)
  expect([...notes.classList]).toEqual(expect.arrayContaining(['no-print', 'no-speech']))
  within(notes).getByText('Verdwijnt op 3 januari 2027')
  within(notes).getByText('Vraag naar de hond')
})

test('it is written, changed, renewed and thrown away, and nothing of it goes into the plan', async () => {
  const { fake, device } = await show()
  const before = Y.encodeStateAsUpdate(fake.doc)
  const field = within(part(0)).getByLabelText(nl.notes.field)
  fireEvent.input(field, { target: { value: '  ' } })
  press(part(0), nl.notes.add)
  expect(device.device.home.notes()).toEqual([])
  fireEvent.input(field, { target: { value: 'Houdt van koffie' } })
  press(part(0), nl.notes.add)
  await waitFor(() =>
    expect(device.device.home.notes()).toMatchObject([
      { text: 'Houdt van koffie', place: { plan: PLAN, person: WORKER.person } },
    ]),
  )
  press(part(1), nl.notes.changeOf('Houdt van koffie'))
  fireEvent.input(within(part(1)).getAllByLabelText(nl.notes.field)[0]!, { target: { value: 'Houdt van thee' } })
  press(part(1), nl.notes.save)
  await within(part(1)).findByText('Houdt van thee')
  press(part(1), nl.notes.removeOf('Houdt van thee'))
  await within(part(0)).findByText(nl.notes.thrown)
  press(part(0), nl.notes.putBack)
  await within(part(1)).findByText('Houdt van thee')
  expect(Y.encodeStateAsUpdate(fake.doc)).toEqual(before)
})

test('one that is over, or belongs elsewhere, is not there', async () => {
  await show({
    notes: [
      note({ expires: NOW }),
      note({ place: { plan: workspaceId(8), person: WORKER.person } }),
      note({ place: { plan: PLAN } }),
      note({ kind: 'draft' }),
    ],
  })
  part(0)
})

test('renewing gives it six weeks from now', async () => {
  await show({ notes: [note({ expires: NOW + 60_000 })] }, 1)
  within(part(1)).getByText('Verdwijnt vandaag')
  press(part(1), nl.notes.renewOf('Vraag naar de hond'))
  await within(part(1)).findByText('Verdwijnt op 3 januari 2027')
})

test('a full disk is told', async () => {
  await show({ notesRefused: true })
  fireEvent.input(within(part(0)).getByLabelText(nl.notes.field), { target: { value: 'x' } })
  press(part(0), nl.notes.add)
  expect((await within(part(1)).findByRole('alert')).textContent).toBe(nl.notes.unkept)
})

test('nobody keeps notes about themself', async () => {
  await showFolded()
  expect(page.queryByText(nl.notes.person(ME.name, 0))).toBeNull()
})

test('the practice plan has none', async () => {
  const practice = createFakePlan({ members: [ME, WORKER], practice: true })
  await showFolded({ plan: practice.plan })
  expect(page.queryByText(nl.notes.person(WORKER.name, 0))).toBeNull()
})
