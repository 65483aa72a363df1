/** Somebody reads English: their words come in pieces too, and no screen says half of it in Dutch. */
import { expect, test } from '../support/test.ts'

test('a reader of English waits for the words of the screen alone, and changes all of a plan to Dutch', async ({
  person,
}) => {
  const mary = await person('Mary', { locale: 'en-GB' })
  const page = mary.page()
  const words: string[] = []
  page.on('request', (request) => words.push(...(/\/assets\/(en-\w+)-/.exec(request.url())?.slice(1) ?? [])))
  const first = page.waitForRequest(/\/assets\/en-first-/)
  await page.route(/\/assets\/index-[\w-]+\.js$/, async (route) => {
    await first // side by side with it, before it can ask
    await route.continue()
  })
  await mary.openApp()
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  expect(new Set(words)).toEqual(new Set(['en-first']))

  await page.getByRole('link', { name: 'Practice plan' }).click()
  await expect(page.getByText('This is a practice plan')).toBeVisible()
  expect(words).toContain('en-plan')
  expect(words).not.toContain('en-more')

  await page.getByLabel('Language').selectOption({ label: 'Nederlands' })
  await expect(page.getByText('Dit is een oefenplan')).toBeVisible()
  await expect(page.getByText('Who can see what?')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})
