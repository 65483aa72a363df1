/** A card that was stolen: its person moves to a new one, and whoever has the old one reads nothing newer. */
import { together } from '../support/circle.ts'
import { expect, test } from '../support/test.ts'

test('a stolen card: the thief is out after the move, and the others read on', async ({ person }) => {
  const [fatma, wilma, thief] = [await person('Fatma'), await person('Wilma'), await person('Dief')]
  const goHome = (one: typeof fatma) => one.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await together(fatma, 'Rustig wonen', [wilma, 'schrijft mee'])
  await fatma.write('Ik wil een eigen voordeur.')
  await wilma.sees('eigen voordeur')
  await fatma.isShared()
  await goHome(fatma)
  await fatma.page().getByRole('link', { name: 'Mijn gegevens' }).click()
  await fatma.unfold('Mijn sleutelkaart')
  await fatma.press('Laat mijn sleutelkaart zien')
  await fatma.press('Laat zien')
  const groups = await fatma.page().locator('main .me-characters > span').allTextContents()
  await fatma.press('Verberg mijn sleutelkaart')

  const take = async (): Promise<void> => {
    await thief.page().getByLabel('De 28 tekens').fill(groups.join(' '))
    await thief.press('Haal mijn plannen op')
  }
  await thief.openApp()
  await thief.page().getByRole('link', { name: 'Ik heb al een sleutelkaart' }).click()
  await take()
  await expect(thief.page().getByText('We vonden 1 plan.')).toBeVisible()
  await thief.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await thief.toStory()
  await thief.sees('eigen voordeur')

  await fatma.unfold('Is je kaart kwijt of gestolen?')
  await fatma.press('Maak een nieuwe sleutelkaart')
  await fatma.press('Maak een nieuwe')
  await expect(fatma.page().getByText('Je nieuwe sleutelkaart is klaar')).toBeVisible({ timeout: 20_000 })
  await expect(fatma.page().getByText('Je plan is overgezet.')).toBeVisible()
  await expect(thief.page().getByText('Er is een nieuwe sleutelkaart gemaakt')).toBeVisible()

  await goHome(fatma)
  await fatma.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await fatma.toStory()
  await fatma.write('Dit leest de dief niet.')
  await wilma.sees('Dit leest de dief niet.')
  await wilma.write('Ik lees het nog.')
  await fatma.sees('Ik lees het nog.')
  await fatma.goTo('Wie doet mee')
  await expect(fatma.page().getByText('Fatma (jij)')).toBeVisible()
  await wilma.goTo('Wie doet mee')
  const people = wilma.page().getByRole('main').getByRole('listitem')
  await expect(people.filter({ hasText: 'Fatma' })).toHaveCount(1)
  await expect(thief.story()).not.toContainText('Dit leest de dief niet.')
  await thief.reload()
  await expect(thief.page().getByText('eigen voordeur')).toBeVisible()
  expect(await thief.storyText()).not.toContain('Dit leest de dief niet.')
  expect(await thief.storyText()).not.toContain('Ik lees het nog.')
})
