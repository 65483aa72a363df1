/** A reader. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test('a reader sees every change at once and can change nothing', async ({ person }) => {
  const [fatma, omar] = [await person('Fatma'), await person('Omar')]
  await together(fatma, 'Meelezen', [omar, 'leest mee'])
  await expect(omar.page().getByText('Jij leest mee. Schrijven doen de anderen.')).toBeVisible()
  await fatma.write('Ik zoek een andere school.')
  await omar.sees('Ik zoek een andere school.')
  await omar.seesCursorOf('Fatma')

  await expect(omar.story()).not.toBeEditable()
  await expect(omar.page().getByRole('toolbar')).toHaveCount(0)
  await omar.story().click()
  await omar.typeOn('Hier kom ik niet doorheen.')
  await omar.page().keyboard.press('Control+A')
  await omar.page().keyboard.press('Delete')
  await fatma.write('Het liefst dichtbij.')
  await omar.sees('Het liefst dichtbij.')
  expect(await omar.storyText()).toBe('Ik zoek een andere school.\nHet liefst dichtbij.')
  await expectSame(fatma, omar)

  await omar.goTo('Over dit plan')
  await expect(omar.page().getByLabel('Hoe heet het plan?')).toHaveCount(0)
  await omar.goTo('Uitnodigen')
  await expect(omar.page().getByRole('button', { name: 'Maak de uitnodiging' })).toHaveCount(0)
})
