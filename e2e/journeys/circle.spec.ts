/** People who come and go: removed while typing, the last owner, leaving, closing, and every way back. */
import { expect, type Locator } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { test } from '../support/test.ts'

const confirm = async (one: Person, button: string): Promise<void> => {
  await one.page().getByRole('alertdialog').getByRole('button', { name: button }).click()
  await expect(one.page().getByRole('alertdialog')).toHaveCount(0)
}
const notice = (one: Person, title: string): Locator => one.page().getByText(title, { exact: true })

test('somebody is removed while they are offline and typing: their words stay, and are shared once they are invited anew', async ({
  person,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Uit elkaar')
  await wilma.join(await fatma.invite('schrijft mee'))
  await wilma.write('Van ons samen.')
  await wilma.isShared()
  await wilma.goOffline()
  await wilma.write('Nog niet gedeeld.')

  await fatma.goTo('Wie doet mee')
  await fatma.press('Haal Wilma uit het plan')
  await confirm(fatma, 'Ja, haal eruit')
  await expect(fatma.page().getByRole('list', { name: 'Mensen die meedoen' }).getByRole('listitem')).toHaveCount(1)
  await fatma.toStory()
  await fatma.write('Alleen van mij.')
  await fatma.sees('Van ons samen.')

  await wilma.typeOn(' En verder.')
  await wilma.goOnline()
  await expect(notice(wilma, 'Je doet niet meer mee met dit plan')).toBeVisible()
  await expect(wilma.page().getByText('Een deel van wat jij schreef, is niet gedeeld.')).toBeVisible()
  await wilma.sees('Nog niet gedeeld. En verder.')
  expect(await wilma.storyText()).not.toContain('Alleen van mij.')
  await wilma.reload()
  await wilma.sees('Nog niet gedeeld. En verder.')

  const again = await fatma.invite('schrijft mee')
  await wilma.page().goto(again.link)
  await wilma.press('Doe mee')
  await wilma.toStory()
  await wilma.sees('Alleen van mij.')
  await fatma.toStory()
  await fatma.sees('Nog niet gedeeld. En verder.')
})

test('the last owner makes somebody else the owner, leaves, and no way leads back; the other closes the plan', async ({
  person,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Overdragen', 'Voor iemand die ik help')
  const used = await fatma.invite('krijgt het plan')
  await wilma.join(used)
  await wilma.write('Hier blijft het bij.')
  await wilma.isShared()

  await wilma.goTo('Over dit plan')
  await expect(wilma.page().getByText('Jij bent de enige baas. Maak eerst iemand anders de baas')).toBeVisible()
  await wilma.page().getByRole('link', { name: 'Maak iemand anders de baas' }).click()
  await wilma.press('Verander wat Fatma mag')
  await wilma.page().getByRole('radio', { name: 'Is de baas van het plan' }).check()
  await wilma.press('Bewaar')
  await expect(wilma.page().getByRole('button', { name: 'Ik wil niet meer de baas zijn' })).toBeVisible()

  await wilma.goTo('Over dit plan')
  await wilma.press('Verlaat het plan')
  await wilma.page().getByRole('checkbox', { name: 'Haal het ook van dit toestel' }).check()
  await confirm(wilma, 'Verlaat het plan')
  await expect(wilma.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  await wilma.page().goto(used.link)
  await expect(wilma.page().getByRole('alert')).toContainText('Deze uitnodiging is al gebruikt.')

  await fatma.goTo('Wie doet mee')
  await expect(fatma.page().getByRole('list', { name: 'Mensen die meedoen' }).getByRole('listitem')).toHaveCount(1)
  await fatma.goTo('Over dit plan')
  await fatma.press('Sluit het plan')
  await confirm(fatma, 'Sluit het plan')
  await expect(notice(fatma, 'Jij hebt dit plan gesloten')).toBeVisible()
  await fatma.goTo('Mijn verhaal')
  await expect(fatma.page().getByText('Hier blijft het bij.')).toBeVisible()
  await fatma.openApp()
  await expect(fatma.page().getByText('Dit plan is gesloten')).toBeVisible()
})
