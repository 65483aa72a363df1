import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { LeavingContext } from './leave-button.tsx'

afterEach(cleanup)

test('asks, with the safe answer first and focused; cancelling gives that answer', async () => {
  const [open, setOpen] = createSignal(false)
  const went: number[] = []
  render(() => (
    <ConfirmDialog
      open={open()}
      words={{ title: 'Weg?', keep: 'Laat', go: 'Weg' }}
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
  const [keep, go] = within(dialog).getAllByRole('button')
  await expect.poll(() => document.activeElement).toBe(keep)
  fireEvent.click(go!)
  expect(went).toEqual([1])
  dialog.dispatchEvent(new Event('cancel', { cancelable: true })) // what a browser makes of Escape
  expect(open()).toBe(false)
  expect(screen.queryByRole('alertdialog')).toBeNull()
  setOpen(true)
  fireEvent.click(await screen.findByRole('heading', { name: 'Weg?' }))
  expect(open()).toBe(true)
  fireEvent.click(screen.getByRole('alertdialog'), { clientX: 300, clientY: 300 }) // beside it: jsdom gives it no size
  expect(open()).toBe(false)
})

test('a question asked again at once stays: what the browser says later is about the one before', async () => {
  const [open, setOpen] = createSignal(true)
  render(() => (
    <ConfirmDialog
      open={open()}
      words={{ title: 'Weg?', keep: 'Laat', go: 'Weg' }}
      onClose={() => setOpen(false)}
      onGo={() => {}}
    />
  ))
  const before = screen.getByRole('alertdialog')
  setOpen(false)
  setOpen(true)
  before.dispatchEvent(new Event('close'))
  expect(open()).toBe(true)
  screen.getByRole('alertdialog').dispatchEvent(new Event('close')) // by the browser itself
  expect(open()).toBe(false)
})

test('[rule 10] the way out is in it too, last, and needs no answer', async () => {
  const left: number[] = []
  const closed: number[] = []
  render(() => (
    <LeavingContext.Provider value={{ label: () => 'Snel weg', leave: () => void left.push(1) }}>
      <ConfirmDialog
        open
        words={{ title: 'Weg?', keep: 'Laat', go: 'Weg' }}
        onClose={() => closed.push(1)}
        onGo={() => {}}
      />
    </LeavingContext.Provider>
  ))
  const buttons = within(screen.getByRole('alertdialog')).getAllByRole('button')
  expect(buttons.map((button) => button.textContent)).toEqual(['Laat', 'Weg', 'Snel weg'])
  fireEvent.click(screen.getByRole('button', { name: 'Snel weg' }))
  expect({ left, closed }).toEqual({ left: [1], closed: [] })
})
