/** The app behind its lock: not seen or heard, and where it was once it is open. */
import { cleanup, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { LockedDoor } from '#ports/lock.ts'
import { createLockedCover } from './locked-cover.tsx'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  document.documentElement.removeAttribute('data-locked')
})

const DOOR: LockedDoor = { open: async () => ({ ok: true }), forget: async () => {}, lockOthers() {} }
const isCovered = () => document.documentElement.hasAttribute('data-locked')

test('a page that locks is silent and blank at once, shows the way in, and goes on where it was', () => {
  let silenced = 0
  const field = document.body.appendChild(document.createElement('textarea'))
  field.focus()
  const locked = createLockedCover(
    { root: document.documentElement, silence: () => void (silenced += 1) },
    () => nl,
    () => {},
  )
  locked.cover()
  expect([isCovered(), silenced]).toEqual([true, 1])
  field.blur() // as a field that is not shown any more
  locked.showLocked(DOOR)
  locked.showLocked(DOOR) // another lock took its place
  const button = page.getByRole('button', { name: nl.lock.page.open })
  expect(button.closest('.locked')?.parentElement).toBe(document.body)
  locked.uncover()
  expect(isCovered()).toBe(false)
  expect(page.queryByRole('heading', { name: nl.lock.page.title })).toBeNull()
  expect(document.activeElement).toBe(field)
})
