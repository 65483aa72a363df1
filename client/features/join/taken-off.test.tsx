/** Joining on a device of others, the used link of a plan that was taken off, and a link for somebody who is in it already. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const LINK = `/join/${'A'.repeat(22)}.${'A'.repeat(22)}`

test('a plan that was taken off comes back only for somebody who asks for it', async () => {
  const screen = await renderApp(LINK, { preview: { ok: true, kind: 'taken-off', workspace: workspaceId(7) } })
  await page.findByText(nl.takenOff.text)
  expect([screen.device.asked.broughtBack, window.location.hash]).toEqual([[], `#${LINK}`])
  fireEvent.click(page.getByRole('button', { name: nl.takenOff.go }))
  await expect.poll(() => screen.device.asked.broughtBack).toEqual([workspaceId(7)])
  await expect.poll(() => window.location.hash).toBe(`#/plan/${workspaceId(7)}`)
})

test('a link for somebody who takes part already leads to the plan, and is not used', async () => {
  const workspace = workspaceId(7)
  const screen = await renderApp(LINK, { preview: { ok: true, kind: 'member', workspace, mine: true } })
  await page.findByText(nl.join.already.mine)
  expect(page.queryByRole('button', { name: nl.join.go })).toBeNull()
  expect(page.getByRole('link', { name: nl.join.already.go }).getAttribute('href')).toBe(`#/plan/${workspace}`)
  expect(screen.device.asked.joined).toEqual([])
})

test('on a device of others nothing is kept from before the join', async () => {
  const screen = await renderApp(LINK, {
    preview: {
      ok: true,
      kind: 'open',
      role: 'editor',
      people: 2,
      expiresAt: NOW,
      greeting: null,
      needsCode: false,
    },
  })
  const order: string[] = []
  const { onlyForNow, join } = screen.device.device
  screen.device.device.onlyForNow = () => Promise.reject(new TypeError('Failed to fetch.'))
  screen.device.device.join = (...all) => (order.push('join'), join(...all))
  fireEvent.click(await page.findByLabelText(nl.onlyForNow.check))
  fireEvent.click(page.getByRole('button', { name: nl.join.go }))
  await page.findByRole('alert')
  expect(order).toEqual([]) // the device would keep what was not to be kept
  screen.device.device.onlyForNow = () => (order.push('only for now'), onlyForNow())
  fireEvent.click(page.getByRole('button', { name: nl.join.go }))
  await expect.poll(() => order).toEqual(['only for now', 'join'])
})
