/** Somebody takes all of the story away. Its owner comes back later, reads who it was, looks, and puts it back with one tap. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test(
  'the deleted story comes back with one tap, and what was written since stays',
  { tag: '@smoke' },
  async ({ person }) => {
    const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
    await together(fatma, 'Weer thuis', [wilma, 'schrijft mee'])
    await fatma.write('Ik woon hier al elf jaar.')
    await fatma.write('Ik wil weer werken.')
    await wilma.sees('Ik wil weer werken.')
    await fatma.isShared()
    await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
    await expect(fatma.page().getByRole('heading', { name: 'Weer thuis' })).toBeVisible()

    await wilma.story().click()
    await wilma.page().keyboard.press('Control+A')
    await wilma.page().keyboard.press('Delete')
    await wilma.isShared()
    await wilma.write('Hoe gaat het vandaag?')
    await wilma.isShared()

    await fatma.page().reload() // the plans are visited a moment after the start
    await expect(fatma.page().getByText('Wilma haalde tekst weg uit het verhaal.')).toBeVisible()
    await fatma.page().getByRole('link', { name: 'Bekijk', exact: true }).click()
    const changed = fatma.page().getByRole('listitem').filter({ hasText: 'Wilma haalde tekst weg uit het verhaal' })
    await expect(changed.first()).toBeFocused()
    await expect(changed.first().getByText('Ik woon hier al elf jaar.')).toBeVisible()
    await fatma.goTo('Plan')
    await fatma.page().getByRole('button', { name: 'Zet terug', exact: true }).click()
    await expect(fatma.page().getByText('Het staat er weer.')).toBeVisible()
    await fatma.toStory()
    for (const words of ['Ik woon hier al elf jaar.', 'Ik wil weer werken.', 'Hoe gaat het vandaag?'])
      await fatma.sees(words)
    await wilma.sees('Ik woon hier al elf jaar.')
    await fatma.isShared()
    await expectSame(fatma, wilma)
  },
)

test('a story that goes while its owner reads something else in the plan is told, until she has dealt with it', async ({
  person,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Weer thuis', [wilma, 'schrijft mee'])
  await fatma.write('Ik woon hier al elf jaar.')
  await wilma.sees('Ik woon hier al elf jaar.')
  await fatma.isShared()
  await fatma.goTo('Wie doet mee')
  await wilma.story().click()
  await wilma.page().keyboard.press('Control+A')
  await wilma.page().keyboard.press('Delete')
  await wilma.isShared()

  const told = fatma.page().getByText('Wilma haalde tekst weg uit het verhaal.')
  await expect(told).toBeVisible({ timeout: 30_000 }) // once her hands are still
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await expect(fatma.page().getByRole('heading', { name: 'Jouw plannen' })).toBeVisible()
  await expect(told).toBeVisible()
  await fatma.page().getByRole('link', { name: 'Weer thuis' }).click()
  await fatma.page().getByRole('button', { name: 'Sluit dit bericht' }).click()
  await expect(told).toHaveCount(0)
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await expect(fatma.page().getByRole('heading', { name: 'Jouw plannen' })).toBeVisible()
  await expect(told).toHaveCount(0)
})
