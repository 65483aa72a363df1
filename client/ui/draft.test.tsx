/** What a field shows: what is typed and not saved, and else what is saved. */
import { cleanup, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createFakeDrafts } from '#testing/fake-drafts.ts'
import { createDraft, DraftsContext } from './draft.ts'
import { TextField } from './text-field.tsx'

afterEach(cleanup)

const setUp = () => {
  const [saved, setSaved] = createSignal('Weer rust')
  const [plan, setPlan] = createSignal({ id: 'plan' })
  const kept = new Map<string, string>()
  const Field = () => {
    const draft = createDraft(() => `${plan().id}/title`, { limit: 20, saved })
    return (
      <>
        <TextField label="Naam" draft={draft} />
        <output>{draft.isUnsaved() ? 'niet bewaard' : 'bewaard'}</output>
      </>
    )
  }
  render(() => (
    <DraftsContext.Provider value={createFakeDrafts(kept)}>
      <Field />
    </DraftsContext.Provider>
  ))
  const field = page.getByLabelText('Naam') as HTMLInputElement
  const type = (value: string): void => void fireEvent.input(field, { target: { value } })
  const shown = (): readonly string[] => [field.value, page.getByRole('status').textContent]
  return { setSaved, setPlan, kept, type, shown }
}

test('what was typed stays when another saves something else', () => {
  const { setSaved, kept, type, shown } = setUp()
  type('Weer rust in huis')
  setSaved('Plan van Ans')
  expect([shown(), kept.get('plan/title')]).toEqual([['Weer rust in huis', 'niet bewaard'], 'Weer rust in huis'])
})

test('what was typed and taken back is nothing to save: what another saves then is shown, and not put back', () => {
  const { setSaved, kept, type, shown } = setUp()
  type('Weer rust ')
  type('Weer rust')
  setSaved('Plan van Ans')
  expect([shown(), [...kept]]).toEqual([['Plan van Ans', 'bewaard'], []])
})

test('while somebody types, nothing says that they were typing: not when another changes what the field stands in either', () => {
  const { setPlan, type, shown } = setUp()
  type('Weer rust in huis')
  setPlan({ id: 'plan' })
  expect([shown()[0], page.queryByText('Je was hier nog bezig.')]).toEqual(['Weer rust in huis', null])
  setPlan({ id: 'other' })
  setPlan({ id: 'plan' })
  expect([shown()[0], page.queryByText('Je was hier nog bezig.')?.localName]).toEqual(['Weer rust in huis', 'p'])
})
