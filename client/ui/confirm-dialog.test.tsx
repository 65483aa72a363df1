import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ConfirmDialog } from './confirm-dialog.tsx'

afterEach(cleanup)

test('asks, with the safe answer first and in focus, and Escape is that answer', async () => {
  const [open, setOpen] = createSignal(false)
  const went: number[] = []
  render(() => (
    <ConfirmDialog
      open={open()}
      title="Weg?"
      keepLabel="Laat"
      goLabel="Weg"
      onClose={() => setOpen(false)}
      onGo={() => went.push(1)}
    >
      <p>Dan is het weg.</p>
    </ConfirmDialog>
  ))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  setOpen(true)
  const dialog = await screen.findByRole('alertdialog', { name: 'Weg?' })
  expect(dialog.textContent).toContain('Dan is het weg.')
  const [keep, go] = screen.getAllByRole('button')
  await expect.poll(() => document.activeElement).toBe(keep)
  fireEvent.click(go!)
  expect(went).toEqual([1])
  fireEvent.keyDown(dialog, { key: 'Escape' })
  expect(open()).toBe(false)
})
