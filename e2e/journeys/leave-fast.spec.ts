/** Somebody enters the room, and the plan must leave the screen. */
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const ELSEWHERE = 'https://www.buienradar.nl/'

/** The real site must not be visited by a test. */
const answerElsewhere = (one: Person): Promise<unknown> =>
  one
    .page()
    .context()
    .route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Het weer' }))

const isElsewhere = async (one: Person): Promise<void> => {
  await expect(one.page()).toHaveURL(ELSEWHERE)
  await expect(one.page().getByText('Het weer')).toBeVisible()
}
const showsNothing = async (one: Person): Promise<void> => {
  await expect(one.page().getByRole('button', { name: 'Openen' })).toBeVisible()
  expect(await one.page().locator('body').innerText()).not.toMatch(/verhaal|geheim|Stil plan|Weef/i)
}

test('Shift three times leaves, and neither "back" nor "forward" shows the plan', async ({ person }) => {
  const fatma = await person('Fatma')
  await answerElsewhere(fatma)
  await fatma.startPlan('Stil plan')
  await fatma.write('Dit is geheim.')
  await fatma.goTo('Wie doet mee')
  await fatma.goTo('Mijn verhaal')
  await fatma.sees('Dit is geheim.')
  for (let press = 0; press < 3; press += 1) await fatma.page().keyboard.press('Shift')
  await isElsewhere(fatma)
  await fatma.page().goBack()
  await showsNothing(fatma)
  await fatma.page().goBack()
  await showsNothing(fatma)
  await fatma.page().goForward()
  await showsNothing(fatma)
  await fatma.reload()
  await showsNothing(fatma)
  await fatma.press('Openen')
  await expect(fatma.page().getByRole('link', { name: 'Stil plan' })).toBeVisible()
})

test('the button does the same, and written text is still there', { tag: '@smoke' }, async ({ person }) => {
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 } })
  await answerElsewhere(fatma)
  await fatma.startPlan('Stil plan')
  await fatma.write('Dit is geheim.')
  await fatma.press('Snel weg')
  await isElsewhere(fatma)
  await fatma.page().goBack()
  await showsNothing(fatma)
  await fatma.press('Openen')
  await fatma.page().getByRole('link', { name: 'Stil plan' }).click()
  await fatma.toStory()
  await fatma.sees('Dit is geheim.')
})

test('from a question it is one tap too; without a network a calendar is there, which says nothing of the app', async ({
  person,
}) => {
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 } })
  const page = fatma.page()
  await fatma.openApp()
  await fatma.hasInstalled()
  await page.reload() // from here on the browser's own copy answers
  await page.getByRole('link', { name: 'Oefenplan' }).click()
  await fatma.press('Begin opnieuw')
  const wayOut = { name: 'Snel weg', includeHidden: true }
  const above = page.getByRole('alertdialog').getByRole('button', wayOut)
  expect(await above.boundingBox()).toEqual(await page.getByRole('banner').getByRole('button', wayOut).boundingBox())
  await fatma.goOffline()
  await above.click()
  await expect(page.getByRole('table')).toBeVisible()
  expect(await page.locator('html').innerText()).not.toMatch(/weef|plan|samira|wiel/i)
  expect(await page.title()).not.toMatch(/weef|plan/i)
  await page.getByRole('heading').getByRole('link').click()
  await showsNothing(fatma)
  await fatma.goOnline()
  await fatma.press('Openen')
  await expect(page.getByRole('link', { name: 'Oefenplan' })).toBeVisible()
})

const ROUNDS = 6

test('leaving while typing loses no letter, even offline', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Tot het laatste moment')
  await fatma.hasInstalled()
  await fatma.goOffline()
  await fatma.write('Zo begint het.')
  for (let round = 0; round < ROUNDS; round += 1) {
    await fatma.story().click()
    await fatma.page().keyboard.press('Control+End')
    await fatma.typeOn(` En toen kwam er iemand binnen ${round}.`)
    await fatma.reload() // without waiting for anything
    await fatma.sees(`En toen kwam er iemand binnen ${round}.`)
  }
})

test('typing capitals does not leave', async ({ person }) => {
  const fatma = await person('Fatma')
  await answerElsewhere(fatma)
  await fatma.startPlan('Hoofdletters')
  await fatma.story().click()
  for (const letter of ['A', 'B', 'C', 'D']) await fatma.page().keyboard.press(`Shift+${letter}`)
  await fatma.sees('ABCD')
})

test('a person who leaves, or whose browser dies, is no longer shown as present', async ({ person }) => {
  const [fatma, wilma, sem] = [await person('Fatma'), await person('Wilma', { ownBrowser: true }), await person('Sem')]
  await answerElsewhere(sem)
  await fatma.startPlan('Wie is hier')
  await wilma.join(await fatma.invite('schrijft mee'))
  await sem.join(await fatma.invite('schrijft mee'))
  await fatma.goTo('Mijn verhaal')
  await wilma.write('Hier sta ik.')
  await fatma.seesHere('Wilma', 'Sem')
  await fatma.seesCursorOf('Wilma')
  await Promise.all([wilma.killBrowser(), sem.press('Snel weg')])
  const alone = fatma.page().getByText('Nu hier: alleen jij', { exact: true })
  await expect(alone).toBeVisible() // neither closed its connection
  await expect(fatma.story().locator('.caret-name')).toHaveCount(0)
})
