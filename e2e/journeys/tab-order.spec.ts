/** Tab through every screen of a full plan: every control is reached, and the focus is always visible. */
import { walk } from '../support/focus.ts'
import { expect, test } from '../support/test.ts'

/** Every screen of the practice plan, with its heading. */
const SCREENS = {
  '': 'Plan',
  '/story': 'Mijn verhaal',
  '/wheel': 'Mijn wiel',
  '/goals': 'Wensen, doelen, stappen',
  '/conversations': 'Gesprekken',
  '/contact': 'Zo wil ik contact',
  '/people': 'Wie doet mee',
  '/invite': 'Nodig iemand uit',
  '/manage': 'Over dit plan',
}
test('Tab reaches every control of every screen, in document order, with a visible focus', async ({ person }) => {
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 } })
  const page = fatma.page()
  const found: string[] = []
  const isAt = (heading: string): Promise<void> =>
    expect(page.getByRole('heading', { name: heading, level: 1 })).toBeFocused()
  const look = async (name: string): Promise<void> => {
    for (const trouble of await walk(page)) found.push(`${name}: ${trouble}`)
  }
  await fatma.openApp()
  await expect(page.getByRole('link', { name: 'Oefenplan' })).toBeVisible()
  await look('home')
  const home = page.url().replace(/#.*$/, '')
  for (const [path, heading] of [
    ['start', 'Maak een plan'],
    ['import', 'Een plan uit een bestand'],
  ] as const) {
    await page.goto(`${home}#/${path}`)
    await isAt(heading)
    await look(path)
  }
  await page.goto(`${home}#/`)
  await page.getByRole('link', { name: 'Oefenplan' }).click()
  await isAt('Plan')
  const plan = page.url()
  for (const [route, heading] of Object.entries(SCREENS)) {
    if (route !== '') await page.goto(`${plan}${route}`) // already there: it would be reloaded
    await isAt(heading)
    if (route === '') await expect(page.getByRole('button', { name: 'Begin opnieuw' })).toBeVisible()
    if (route === '/story') await expect(fatma.story()).toBeVisible()
    await look(heading)
    if (route !== '/goals' && route !== '/conversations') continue
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page).toHaveURL(new RegExp(`${route}/.`))
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await look(`one of ${heading}`)
  }
  expect(found).toEqual([])
})
