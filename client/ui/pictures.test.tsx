/** A picture that is pasted or dropped in a field of a form. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakeDrafts } from '#testing/fake-drafts.ts'
import { createDraft, type Draft, DraftsContext } from './draft.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

afterEach(cleanup)

const picture = { files: [new File([], 'x', { type: 'image/jpeg' })], types: ['Files', 'text/html'] }
/** Cells, beside which a program puts a picture of them. */
const cells = { ...picture, types: ['Files', 'text/plain'] }

const Line = (props: { draft: Draft }) => <TextField label="Doel" draft={props.draft} />
const Lines = (props: { draft: Draft }) => <TextArea label="Doel" rows={2} draft={props.draft} />

test.each([Line, Lines])('is refused in words, and words are not', (Field) => {
  const Shown = () => {
    const draft = createDraft(() => 'goal', { limit: 10 })
    return <Field draft={draft} />
  }
  render(() => (
    <DraftsContext.Provider value={createFakeDrafts(new Map())}>
      <Shown />
    </DraftsContext.Provider>
  ))
  const field = screen.getByLabelText('Doel')
  expect(fireEvent.paste(field, { clipboardData: cells })).toBe(true)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(fireEvent.paste(field, { clipboardData: picture })).toBe(false)
  expect(screen.getByRole('alert').textContent).toBe(nl.field.noPictures)
  expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
  fireEvent.input(field, { target: { value: 'a' } })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(fireEvent.drop(field, { dataTransfer: picture })).toBe(false) // a browser would open it in place of the plan
  expect(screen.getByRole('alert').textContent).toBe(nl.field.noPictures)
})
