/** The page of a locked device: it says what happened, that everything is safe, and the way back without the unlock. */
import { cleanup, fireEvent, render, screen as page, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { DoorOpened, LockedDoor } from '#ports/lock.ts'
import { LockedPage } from './locked-page.tsx'

afterEach(cleanup)

const words = nl.lock.page
const show = (door: Partial<LockedDoor>, leave = () => {}) => {
  const whole: LockedDoor = { open: async () => ({ ok: true }), forget: async () => {}, lockOthers() {}, ...door }
  return render(() => <LockedPage copy={nl} door={whole} onLeave={leave} />)
}
const isHelpOpen = () => page.getByText(words.help).closest('details')?.open

test.each(['refused', 'not-here', 'other', 'not-loaded'] as const)(
  'an unlock that fails says so, and can be tried again: %s',
  async (reason) => {
    const open = vi.fn<() => Promise<DoorOpened>>().mockResolvedValue({ ok: false, reason })
    show({ open })
    for (const times of [1, 2]) {
      fireEvent.click(page.getByRole('button', { name: words.open }))
      await page.findByText(words.failed[reason])
      expect(open).toHaveBeenCalledTimes(times)
      await waitFor(() => expect(isHelpOpen()).toBe(times === 2 || reason === 'other'))
    }
  },
)

test('a locked page can be left fast, as every screen', () => {
  const leave = vi.fn<() => void>()
  show({}, leave)
  expect(isHelpOpen()).toBe(false)
  fireEvent.click(page.getByRole('button', { name: nl.general.leave }))
  expect(leave).toHaveBeenCalledOnce()
})

test('everything is removed after a question alone, and a failure is told', async () => {
  const forget = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('no'))
  show({ forget })
  fireEvent.click(page.getByText(words.help))
  fireEvent.click(page.getByRole('button', { name: words.forget }))
  fireEvent.click(within(await page.findByRole('alertdialog')).getByRole('button', { name: words.confirm.keep }))
  expect(forget).not.toHaveBeenCalled()
  fireEvent.click(page.getByRole('button', { name: words.forget }))
  fireEvent.click(within(await page.findByRole('alertdialog')).getByRole('button', { name: words.confirm.go }))
  await page.findByText(words.forgetFailed)
  await waitFor(() => expect(page.queryByRole('alertdialog')).toBeNull())
})
