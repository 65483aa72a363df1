/** Somebody tries Weef with a made-up plan: the same screens, and nothing leaves the device. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

/** Network requests of the page from now on, except for its own files. */
const watchNetwork = (page: Page): { readonly asked: readonly string[] } => {
  const asked: string[] = []
  page.on('websocket', (socket) => asked.push(`socket ${socket.url()}`))
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url())
    const isPart =
      request.method() === 'GET' && /^\/($|assets\/|icons\/|[\w.-]+\.(js|css|html|webmanifest)$)/.test(pathname)
    if (!isPart) asked.push(`${request.method()} ${request.url()}`)
  })
  return { asked }
}

test('the practice plan is full, can be changed and restarted, and sends nothing', async ({ person }) => {
  const ria = await person('Ria', { viewport: { width: 360, height: 740 }, hasTouch: true })
  const page = ria.page()
  const { asked } = watchNetwork(page)
  await ria.openApp()
  await expect(page.getByText('Oefen met een verzonnen plan. Niemand ziet het.')).toBeVisible()
  await page.getByRole('link', { name: 'Oefenplan' }).click()
  await expect(page.getByText('Dit is een oefenplan')).toBeVisible()
  await expect(ria.sharing()).toHaveText('Oefenplan. Hiervan wordt niets gedeeld.')

  await ria.goTo('Mijn verhaal')
  await ria.sees('Ik ben Samira, 41 jaar.')
  await ria.write('Dit probeer ik even uit.')
  await ria.goTo('Wie doet mee')
  await expect(page.getByRole('listitem').filter({ hasText: 'Wilma' })).toBeVisible()
  await ria.goTo('Uitnodigen')
  await expect(page.getByText('In het oefenplan kun je niemand uitnodigen.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Begin opnieuw' })).toHaveCount(0)

  // It is stored, but in no list.
  await ria.reload()
  await ria.goTo('Mijn verhaal')
  await ria.sees('Dit probeer ik even uit.')
  await page.getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await expect(page.getByRole('heading', { name: 'Welkom' })).toBeVisible()

  await page.getByRole('link', { name: 'Oefenplan' }).click()
  await ria.press('Begin opnieuw')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ja, begin opnieuw' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await ria.goTo('Mijn verhaal')
  await ria.sees('Ik ben Samira, 41 jaar.')
  expect(await ria.storyText()).not.toContain('probeer')

  expect(asked).toEqual([])
})
