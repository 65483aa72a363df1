/** Managing a whole plan: archive, export, delete from this device. */
import { together } from '../support/circle.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const goHome = (one: Person): Promise<void> => one.page().getByRole('link', { name: 'Naar jouw plannen.' }).click()

test('archived, and back again', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Van vorig jaar')
  await fatma.goTo('Over dit plan')
  await fatma.press('Berg het plan op')
  await expect(fatma.page().getByText('Dit plan is opgeborgen.')).toBeVisible()
  await goHome(fatma)
  await expect(fatma.page().getByRole('link', { name: 'Van vorig jaar' })).toHaveCount(0)
  await fatma.page().getByText('Opgeborgen plannen (1)').click()
  await fatma.page().getByRole('link', { name: 'Van vorig jaar' }).click()
  await fatma.goTo('Over dit plan')
  await fatma.press('Haal het plan terug')
  await goHome(fatma)
  await expect(fatma.page().getByRole('link', { name: 'Van vorig jaar' })).toBeVisible()
})

test('deleting a plan that nobody else has warns about that, and nothing of it stays here', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Alleen van mij')
  await fatma.write('Niemand anders heeft dit.')
  const id = fatma.plan()
  await fatma.goTo('Over dit plan')
  await fatma.press('Haal het van dit toestel')
  const dialog = fatma.page().getByRole('alertdialog')
  await expect(dialog).toContainText('niemand anders heeft dit plan')
  await dialog.getByRole('button', { name: 'Laat het staan' }).click()
  await fatma.goTo('Mijn verhaal')
  await fatma.sees('Niemand anders heeft dit.')
  await fatma.goTo('Over dit plan')
  await fatma.press('Haal het van dit toestel')
  await dialog.getByRole('button', { name: 'Haal het weg' }).click()
  await expect(fatma.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  const left = await fatma.page().evaluate(() => indexedDB.databases())
  expect(left.map(({ name }) => name)).not.toContain(`weef-plan-${id}`)
  await fatma.page().goto(`${fatma.page().url()}plan/${id}`)
  await expect(fatma.page().getByRole('heading', { name: 'Dit plan staat niet op dit toestel' })).toBeVisible()
})

test('deleting a plan from one device leaves it to the others, and says so', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Samen gemaakt', [wilma, 'schrijft mee'])
  await wilma.write('Dit blijft bij Fatma.')
  await fatma.sees('Dit blijft bij Fatma.')
  await wilma.isShared()
  await wilma.goTo('Over dit plan')
  await wilma.press('Haal het van dit toestel')
  await expect(wilma.page().getByRole('alertdialog')).toContainText('De anderen houden het plan.')
  await wilma.page().getByRole('alertdialog').getByRole('button', { name: 'Haal het weg' }).click()
  await expect(wilma.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  await fatma.reload()
  await fatma.sees('Dit blijft bij Fatma.')
})

test('unshared edits are mentioned before deleting', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Nog niet gedeeld', [wilma, 'schrijft mee'])
  await wilma.isShared()
  await wilma.goOffline()
  await wilma.write('Alleen hier.')
  await wilma.goTo('Over dit plan')
  await wilma.press('Haal het van dit toestel')
  await expect(wilma.page().getByRole('alertdialog')).toContainText('Wat niet gedeeld is, raak je kwijt.')
})
