/** Everybody is offline and changes the same things; then the connection comes back. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test(
  'offline edits of the same things are merged, and everybody has the same',
  { tag: '@smoke' },
  async ({ person }) => {
    const [fatma, wilma, sem] = [await person('Fatma'), await person('Wilma'), await person('Sem')]
    await together(fatma, 'Naar de winkel', [wilma, 'schrijft mee'], [sem, 'schrijft mee'])
    await fatma.write('Ik wil weer werken.')
    for (const one of [wilma, sem]) await one.sees('Ik wil weer werken.')

    for (const one of [fatma, wilma, sem]) await one.goOffline()
    await Promise.all([
      fatma.write('Het liefst in een winkel.'),
      wilma.write('Bij de kringloop zoeken ze mensen.'),
      sem.write('Ik breng de kinderen naar school.'),
    ])
    // All three change the same sentence as well.
    await Promise.all([
      fatma.writeAtStart('Vanaf mei: '),
      wilma.writeAtStart('Samen afgesproken: '),
      sem.writeAtStart('Hij zegt: '),
    ])
    for (const one of [fatma, wilma, sem]) await one.isNotShared()
    expect(await fatma.storyText()).not.toContain('kringloop')

    for (const one of [fatma, wilma, sem]) await one.goOnline()
    for (const one of [fatma, wilma, sem]) {
      for (const words of ['een winkel.', 'kringloop', 'naar school.', 'Vanaf mei:', 'afgesproken:', 'Hij zegt:'])
        await one.sees(words)
      await one.isShared()
    }
    await expectSame(fatma, wilma, sem)
    expect((await fatma.storyText()).split('\n')).toHaveLength(4)
  },
)

test('one deletes a sentence while another continues it: the addition stays', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Ruimte', [wilma, 'schrijft mee'])
  await fatma.write('Mijn kamer is te klein.')
  await wilma.sees('Mijn kamer is te klein.')
  for (const one of [fatma, wilma]) await one.goOffline()
  await wilma.story().click()
  await wilma.page().keyboard.press('Control+End')
  await wilma.typeOn(' We vragen een grotere aan.')
  await fatma.story().click()
  await fatma.page().keyboard.press('Control+A')
  await fatma.page().keyboard.press('Delete')
  await fatma.isNotShared()
  for (const one of [fatma, wilma]) await one.goOnline()
  for (const one of [fatma, wilma]) await one.isShared()
  await expectSame(fatma, wilma)
  expect(await fatma.storyText()).not.toContain('te klein')
})

test('without a connection the app opens, a plan begins, and an invitation is made, which works afterwards', async ({
  person,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.openApp()
  await fatma.hasInstalled()
  await fatma.goOffline()
  await fatma.startPlan('Onderweg')
  await fatma.write('In de trein geschreven.')
  await fatma.reload()
  await fatma.sees('In de trein geschreven.')
  const invitation = await fatma.invite('schrijft mee')
  const waits = 'Deze uitnodiging werkt zodra dit toestel verbinding heeft gehad.'
  await expect(fatma.page().getByText(waits)).toBeVisible()
  await wilma.page().goto(invitation.link)
  await expect(wilma.page().getByRole('alert')).toContainText('Deze uitnodiging werkt nu niet.')
  await expect(wilma.page().getByText(/Fatma.* nodigt je uit/)).toBeVisible()
  await fatma.goOnline()
  await expect(fatma.page().getByText(waits)).toHaveCount(0)
  await wilma.press('Probeer opnieuw')
  await wilma.press('Doe mee')
  await wilma.toStory()
  await wilma.sees('In de trein geschreven.')
})
