/** One person, two devices: what they keep for themself is on both, and with nobody else. */
import { together } from '../support/circle.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const toPlans = (one: Person): Promise<void> =>
  one.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
const toMe = async (one: Person): Promise<void> => {
  await toPlans(one)
  await one.page().getByRole('link', { name: 'Mijn gegevens' }).click()
}

test('a worker’s second device knows their name, letters, plans, what was read, and their private notes', async ({
  person,
  relay,
}) => {
  const [wilma, fatma] = [await person('Wilma'), await person('Fatma')]
  await wilma.startPlan('Oud plan')
  await wilma.goTo('Over dit plan')
  await wilma.press('Berg het plan op')
  await expect(wilma.page().getByRole('button', { name: 'Haal het plan terug' })).toBeVisible()
  await together(wilma, 'Rustig wonen', [fatma, 'schrijft mee'])
  await fatma.write('Ik wil een eigen voordeur.')
  await wilma.sees('eigen voordeur')
  await wilma.goTo('Wie doet mee')
  const about = wilma.page().getByText('Alleen voor jou: je notities over Fatma')
  await about.click()
  await wilma.fill(wilma.page().getByLabel('Voor jezelf'), 'Vraag naar de hond')
  await wilma.press('Bewaar voor mezelf')
  await expect(wilma.page().getByText(/^Verdwijnt op/)).toBeVisible()
  await toMe(wilma)
  await wilma.unfold('Je naam, je kleur en je letters')
  await wilma.page().getByRole('radio', { name: 'Groter', exact: true }).check()
  await wilma.unfold('Mijn sleutelkaart')
  await wilma.press('Laat mijn sleutelkaart zien')
  await wilma.press('Laat zien')
  await expect(wilma.page().getByRole('img', { name: 'QR-code van je sleutelkaart' })).toBeVisible()
  const card = (await wilma.page().locator('main .me-characters > span').allTextContents()).join('')
  wilma.words.add(card)

  const tablet = await person('Wilma, tablet')
  await tablet.page().goto(`${relay.origin}/#/card/${card}`)
  await tablet.press('Ja, haal mijn plannen op')
  await expect(tablet.page().getByRole('link', { name: 'Rustig wonen' })).toBeVisible()
  // What was chosen or read a moment ago leaves some seconds later; whoever opens the app again has it.
  await expect(async () => {
    await tablet.page().reload()
    await expect(tablet.page().locator('html')).toHaveAttribute('data-text-size', 'large', { timeout: 7_000 })
    await expect(tablet.page().getByText('Nieuw', { exact: true })).toHaveCount(0, { timeout: 7_000 })
  }).toPass()
  await expect(tablet.page().getByText('Opgeborgen plannen (1)')).toBeVisible()
  await tablet.page().getByRole('link', { name: 'Maak een plan' }).click()
  await expect(tablet.page().getByLabel('Hoe wil je heten?')).toHaveValue('Wilma')
  await toPlans(tablet)
  await tablet.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await tablet.goTo('Wie doet mee')
  await tablet.page().getByText('Alleen voor jou: je notities over Fatma (1)').click()
  await expect(tablet.page().getByText('Vraag naar de hond')).toBeVisible()

  await fatma.goTo('Wie doet mee')
  await fatma.page().getByText('Alleen voor jou: je notities over Wilma').click()
  await expect(fatma.page().getByLabel('Voor jezelf')).toBeVisible()
  await expect(fatma.page().getByText('Vraag naar de hond')).toHaveCount(0)
})
