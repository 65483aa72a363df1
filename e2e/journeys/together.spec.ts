/** A worker starts a plan for a resident and hands it over; the resident invites her sister; all three write. */
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test('three people write one story together, and it becomes the plan of the one it is about', async ({ person }) => {
  const wilma = await person('Wilma', { viewport: { width: 1280, height: 800 } })
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 }, hasTouch: true })
  const noor = await person('Noor', { colorScheme: 'dark' })
  await wilma.startPlan('Weer aan het werk', 'Voor iemand die ik help')
  const invitation = await wilma.invite('krijgt het plan')

  await fatma.page().goto(invitation.link)
  await expect(fatma.page().getByText('Jij wordt de baas van het plan.')).toBeVisible()
  await expect(fatma.page().getByText('Nu: 1 persoon. Na jou: 2.')).toBeVisible()
  await fatma.join(invitation)
  await expect(wilma.page().getByText('Fatma doet nu mee.')).toBeVisible()
  await wilma.page().getByRole('link', { name: 'Ga naar het plan' }).click()
  await wilma.toStory()

  await wilma.write('Fatma woont hier nu twee jaar.')
  await fatma.sees('Fatma woont hier nu twee jaar.')
  await fatma.seesCursorOf('Wilma')
  await fatma.write('En ik wil weer werken.')
  await wilma.sees('En ik wil weer werken.')
  await wilma.seesCursorOf('Fatma')

  await noor.join(await fatma.invite('schrijft mee'))
  await fatma.goTo('Mijn verhaal')
  await noor.sees('En ik wil weer werken.')
  await noor.seesHere('Fatma', 'Wilma')
  await Promise.all([noor.write('Ik pas op de kinderen.'), fatma.writeAtStart('Dit is mijn verhaal. ')])
  for (const one of [wilma, fatma, noor]) {
    await one.sees('Ik pas op de kinderen.')
    await one.sees('Dit is mijn verhaal.')
    await one.isShared()
  }
  await expectSame(wilma, fatma, noor)
})

test('after the hand-over only the new owner can invite', async ({ person }) => {
  const [wilma, fatma] = [await person('Wilma'), await person('Fatma')]
  await wilma.startPlan('Rustig wonen', 'Voor iemand die ik help')
  await fatma.join(await wilma.invite('krijgt het plan'))
  await wilma.goTo('Wie doet mee')
  const row = (name: string) => wilma.page().getByRole('main').getByRole('listitem').filter({ hasText: name })
  await expect(row('Fatma')).toContainText('Is de baas van het plan')
  await expect(row('Wilma')).toContainText('Schrijft mee')
  await wilma.goTo('Uitnodigen')
  await expect(wilma.page().getByText('Alleen de baas van het plan kan iemand uitnodigen.')).toBeVisible()
  await expect(wilma.page().getByRole('button', { name: 'Maak de uitnodiging' })).toHaveCount(0)
  await fatma.invite('leest mee')
})

test('in one room: the code on one screen is the link for the other phone', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Aan tafel')
  await fatma.goTo('Uitnodigen')
  await fatma.press('Maak de uitnodiging')
  await expect(fatma.page().getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible()
  await expect(fatma.page().getByText(/^Werkt tot vandaag \d\d:\d\d\.$/)).toBeVisible()
})
