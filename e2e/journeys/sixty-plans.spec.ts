/** A worker with sixty plans on a slow device: all are synchronised while closed, and each can be found. */
import type { Page } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const PLANS = 60
/** Plans with a second member. */
const SHARED = 10
/** Of those, plans with new edits by that member. */
const WRITTEN = 2
/** CPU throttling, for a slow phone. */
const SLOWER = 4

const titleOf = (index: number): string => `Plan nummer ${index + 1}`

const startQuickly = async (person: Person, title: string): Promise<void> => {
  const page = person.page()
  await page.evaluate(() => (window.location.hash = '#/start'))
  await person.fill(page.getByLabel('Hoe heet het plan?'), title)
  await person.fill(page.getByLabel('Hoe wil je heten?'), person.name)
  await person.press('Begin')
  await expect(page).toHaveURL(/#\/plan\//)
}
/** Directly from the plan that was just created. */
const inviteQuickly = async (person: Person): Promise<string> => {
  const page = person.page()
  await page.evaluate(() => (window.location.hash += '/invite'))
  await page.getByRole('radio', { name: 'Ik stuur een link' }).check()
  await person.press('Maak de uitnodiging')
  await expect(page.getByText('De uitnodiging is klaar')).toBeVisible()
  const token = /#\/join\/([\w.-]+)/.exec(await page.content())?.[1] ?? ''
  person.words.add(token.split('.').at(-1) ?? '')
  return `#/join/${token}`
}
/** In the same page: the app is open already. */
const joinQuickly = async (person: Person, link: string): Promise<void> => {
  const page = person.page()
  await page.evaluate((hash) => (window.location.hash = hash), link)
  await person.fill(page.getByLabel('Hoe wil je heten?'), person.name)
  await person.press('Doe mee')
  await expect(page).toHaveURL(/#\/plan\//)
  await person.isShared() // her name is the new thing there
}
/** Reads this device's storage without the app: which plans have edits that wait. */
const countUnshared = (page: Page): Promise<{ plans: number; waiting: number }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('weef')
        opening.addEventListener('success', () => {
          const rows = opening.result.transaction('plans').objectStore('plans').getAll()
          rows.addEventListener('success', () => {
            opening.result.close()
            const waiting = rows.result.filter((row: { unshared: boolean }) => row.unshared)
            resolve({ plans: rows.result.length, waiting: waiting.length })
          })
        })
      }),
  )

test('sixty plans: all synchronised while closed, news says who and where, and each can be found', async ({
  person,
}) => {
  test.setTimeout(400_000) // sixty plans are created by hand
  const [wilma, ans] = [await person('Wilma'), await person('Ans')]
  const page = wilma.page()
  await wilma.openApp()
  const links: string[] = []
  for (let index = 0; index < PLANS; index++) {
    await startQuickly(wilma, titleOf(index))
    if (index < SHARED) links.push(await inviteQuickly(wilma))
  }
  const home = page.url().replace(/#.*$/, '')
  await page.goto('about:blank')
  await ans.openApp()
  for (const [index, link] of links.entries()) {
    await joinQuickly(ans, link)
    if (index >= WRITTEN) continue
    await ans.toStory()
    await ans.write('Ik wil weer werken.')
    await ans.isShared()
  }
  await ans.page().goto('about:blank')

  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(home)
  await expect(page.getByRole('status').filter({ hasText: /^60 plannen$/ })).toBeVisible()
  const card = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })
  // One plan stays in use while the others are visited.
  await page.getByLabel('Zoek een plan, naam of woord').fill('nummer 57')
  await expect(card(titleOf(56))).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^1 plan$/ })).toBeVisible()
  await page.getByLabel('Zoek een plan, naam of woord').fill('')

  await page.getByLabel('Volgorde').selectOption('Wat nieuw is eerst')
  for (const title of [titleOf(0), titleOf(1)]) {
    await expect(card(title)).toContainText(/Ans: .*verhaal \(een paar woorden\)/, { timeout: 120_000 })
    await expect(card(title)).toContainText('vandaag')
  }
  await expect.poll(() => countUnshared(page), { timeout: 120_000 }).toEqual({ plans: PLANS, waiting: 0 })
  const shows = (count: string) =>
    expect(page.getByRole('status').filter({ hasText: new RegExp(`^${count}$`) })).toBeVisible()
  await page.getByLabel('Laat zien').selectOption('Met iets nieuws')
  await shows(`${SHARED} plannen`) // her own edits are no news
  await page.getByLabel('Zoek een plan, naam of woord').fill('ans')
  await shows(`${SHARED} plannen`)

  // Everything is here offline. News that was seen is gone; the filter stays.
  await wilma.goOffline()
  await page.getByRole('link', { name: titleOf(0), exact: true }).click()
  await wilma.toStory()
  await wilma.sees('Ik wil weer werken.')
  await page.getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await shows(`${SHARED - 1} plannen`)
  await expect(page.getByLabel('Laat zien')).toHaveValue('new')
  await wilma.reload()
  await expect(page.getByLabel('Laat zien')).toHaveValue('new')
  await wilma.goOnline()
})
