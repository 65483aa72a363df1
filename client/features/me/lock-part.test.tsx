/** The lock on my own page: offered where the browser can, in words on what it does not protect. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakeLock } from '#testing/fake-lock.ts'
import type { LockChanged } from '#ports/lock.ts'
import { renderApp } from '#testing/render-app.tsx'

const title = () => page.queryByRole('heading', { name: nl.lock.title })

test('a browser without such an unlock shows nothing of it', async () => {
  const { lock } = createFakeLock({ offered: false })
  await renderApp('/me', { lock })
  await page.findByRole('heading', { name: nl.me.title })
  expect(title()).toBeNull()
})

test('the chosen time is the one that counts, and what it does not protect is said', async () => {
  const { lock, asked } = createFakeLock()
  await renderApp('/me', { lock })
  await page.findByRole('heading', { name: nl.lock.title })
  page.getByText(nl.lock.limits)
  fireEvent.click(page.getByRole('button', { name: nl.lock.turnOn }))
  await page.findByText(nl.lock.isOn)
  fireEvent.click(page.getByRole('radio', { name: nl.lock.after(1) }))
  await waitFor(() => expect(asked.minutes).toEqual([5, 1]))
  fireEvent.click(page.getByRole('button', { name: nl.lock.lockNow }))
  fireEvent.click(page.getByRole('button', { name: nl.lock.turnOff }))
  await page.findByRole('button', { name: nl.lock.turnOn })
  expect(asked.locked).toBe(1)
})

test('a chosen time that is not stored yet holds, and one that could not be stored goes back', async () => {
  const { lock, settle } = createFakeLock({ state: { minutes: 5, settling: true } })
  const slow = Promise.withResolvers<LockChanged>()
  await renderApp('/me', { lock: { ...lock, setMinutes: () => slow.promise } })
  const choice = (minutes: number) => page.getByRole<HTMLInputElement>('radio', { name: nl.lock.after(minutes) })
  await page.findByText(nl.lock.isOn)
  fireEvent.click(choice(1))
  settle() // the disk is done, while the time is being stored
  expect([choice(1).checked, choice(5).checked]).toEqual([true, false])
  slow.resolve({ ok: false, reason: 'full' })
  await page.findByText(nl.lock.failed.full)
  expect([choice(1).checked, choice(5).checked]).toEqual([false, true])
})

test.each(['refused', 'not-here', 'full', 'unavailable'] as const)('a lock that fails says so: %s', async (reason) => {
  const { lock } = createFakeLock({ failure: reason })
  await renderApp('/me', { lock })
  fireEvent.click(await page.findByRole('button', { name: nl.lock.turnOn }))
  await page.findByText(nl.lock.failed[reason])
})

test('a lock that is not ready says what to do', async () => {
  const { lock } = createFakeLock({ state: { minutes: 5, settling: true } })
  await renderApp('/me', { lock })
  await page.findByText((words) => words.includes(nl.lock.settling))
})
