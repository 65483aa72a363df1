/** Home while plans come back after a key card, and the offer to keep nothing. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { RestoreState } from '#ports/own-keys.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test.each<[RestoreState, readonly string[]]>([
  [{ name: 'listing', trouble: null }, [nl.restore.listing, nl.restore.leave]],
  [{ name: 'listing', trouble: 'offline' }, [nl.restore.listing, nl.restore.trouble.offline]],
  [{ name: 'fetching', ready: 1, total: 12, trouble: null }, ['1 van de 12 plannen is hier.', nl.restore.leave]],
  [{ name: 'fetching', ready: 2, total: 12, trouble: 'busy' }, ['2 van de 12 plannen zijn hier.', nl.restore.trouble.busy]], // prettier-ignore
  [{ name: 'fetching', ready: 0, total: 1, trouble: null }, ['Je plan komt eraan.']],
  [{ name: 'done', total: 12, refused: 0 }, ['We vonden 12 plannen.', nl.restore.done, nl.restore.missing]],
  [{ name: 'done', total: 1, refused: 2 }, ['We vonden 1 plan.', nl.restore.done, nl.restore.refused(2)]],
])('%j', async (restore, words) => {
  const screen = await renderApp('/', { restore })
  const notice = await page.findByText(words[0]!)
  const status = notice.closest('[role=status]')
  for (const word of words) expect(status?.textContent).toContain(word)
  if (restore.name === 'fetching')
    expect(page.getByRole<HTMLProgressElement>('progressbar').position).toBeCloseTo(restore.ready / restore.total)
  if (restore.name !== 'done') return
  fireEvent.click(page.getByRole('button', { name: nl.restore.ok }))
  expect(screen.device.device.restore()).toEqual({ name: 'none' })
})

test('nothing came: no plan is said to be back, and an old card is thought of', async () => {
  await renderApp('/', { restore: { name: 'done', total: 0, refused: 0 } })
  await page.findByRole('heading', { name: nl.restore.nothing })
  expect(page.queryByText(nl.restore.done)).toBeNull()
  expect(page.getByText(nl.restore.oldCard)).toBeTruthy()
  expect(page.getByRole('link', { name: nl.restore.otherCard }).getAttribute('href')).toBe('#/card')
})

test('a plan that comes stands there before its title, and says so', async () => {
  const plan = { archived: false, openedAt: NOW, people: [], unshared: false, news: [] }
  await renderApp('/', {
    plans: [
      { ...plan, id: workspaceId(1), title: '', coming: 'title' },
      { ...plan, id: workspaceId(2), title: 'Rustig wonen', coming: 'content' },
    ],
  })
  expect((await page.findByRole('link', { name: nl.restore.coming })).closest('li')?.textContent).not.toContain(
    nl.home.onlyMe,
  )
  expect(page.getByRole('link', { name: 'Rustig wonen' }).closest('li')?.textContent).toContain(nl.restore.rest)
  expect(page.getByText(nl.device.storage.coming)).toBeTruthy() // not that everything is here
})

test('"only for now" that cannot be had says that the device still keeps everything', async () => {
  const { device } = await renderApp('/')
  const { onlyForNow } = device.device
  device.device.onlyForNow = () => Promise.reject(new TypeError('Failed to fetch.'))
  fireEvent.click(await page.findByRole('button', { name: nl.onlyForNow.choose }))
  expect((await page.findByRole('alert')).textContent).toBe(nl.onlyForNow.failed)
  device.device.onlyForNow = onlyForNow
  fireEvent.click(page.getByRole('button', { name: nl.onlyForNow.choose }))
  await expect.poll(() => page.queryByText(nl.onlyForNow.ask)).toBeNull()
})

test('"only for now" is offered while there is no plan, and then stands on every screen', async () => {
  const screen = await renderApp('/')
  fireEvent.click(await page.findByRole('button', { name: nl.onlyForNow.choose }))
  expect((await page.findByText(nl.onlyForNow.shared)).closest('[role=status]')).not.toBeNull()
  expect(page.queryByText(nl.onlyForNow.ask)).toBeNull()
  expect(page.getByText(nl.home.explanationForNow.at(-1)!)).toBeTruthy() // not "on this device"
  expect(page.queryByText(nl.home.explanation.at(-1)!)).toBeNull()
  const plan = { id: workspaceId(1), title: 'Voor even', archived: false, openedAt: NOW, people: [], news: [] }
  screen.device.setPlans([{ ...plan, unshared: true }])
  expect(await page.findByText(nl.onlyForNow.unshared)).toBeTruthy()
  expect(page.getByRole('link', { name: nl.onlyForNow.card })).toBeTruthy()
})
