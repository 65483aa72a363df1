/** A network that resets, delays and drops. The status line is true, and nothing is lost or doubled. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test('connections that break again and again while two people write', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Geluid', [wilma, 'schrijft mee'])
  fatma.troubles.breakNetwork()
  const sentences = ['De buren zijn luid.', 'Ik slaap slecht.', 'Overdag ben ik moe.', 'Zo kan ik niet werken.']
  for (const sentence of sentences) {
    await fatma.write(sentence)
    fatma.line.reset()
    wilma.line.reset()
    await wilma.sees(sentence)
  }
  await wilma.write('We bellen de verhuurder.')
  wilma.line.reset()
  await fatma.sees('We bellen de verhuurder.')
  for (const one of [fatma, wilma]) await one.isShared()
  await expectSame(fatma, wilma)
  expect((await wilma.storyText()).split('\n')).toEqual([...sentences, 'We bellen de verhuurder.'])
})

test('a slow line: "Bezig met delen" until it has really arrived', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Langzaam', [wilma, 'schrijft mee'])
  await fatma.isShared()
  fatma.line.delay(1_500)
  await fatma.write('Dit gaat langzaam.')
  await expect(fatma.sharing()).toHaveText(/Bezig met delen$/)
  await wilma.sees('Dit gaat langzaam.')
  await fatma.isShared()
  await expectSame(fatma, wilma)
})

test('a line that is cut: "Nog niet gedeeld", and shared by itself when it is back', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Losse kabel', [wilma, 'schrijft mee'])
  await fatma.isShared()
  fatma.troubles.breakNetwork()
  await fatma.line.cut()
  await fatma.write('De kabel is eruit.')
  await fatma.isNotShared()
  expect(await wilma.storyText()).not.toContain('kabel')
  await fatma.line.restore()
  await wilma.sees('De kabel is eruit.')
  await fatma.isShared()
  await expectSame(fatma, wilma)
})

test('a connection that silently drops everything is noticed, and what was written on it is not lost', async ({
  person,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'In de lift', [wilma, 'schrijft mee'])
  await fatma.isShared()
  fatma.troubles.breakNetwork()
  fatma.line.swallow()
  await fatma.write('Ik sta in de lift.')
  await expect(fatma.sharing()).toHaveText(/Nog niet gedeeld$/) // a ping without a pong
  expect(await wilma.storyText()).toBe('')
  await fatma.line.restore()
  await wilma.sees('Ik sta in de lift.')
  await fatma.isShared()
  await expectSame(fatma, wilma)
  expect(await wilma.storyText()).toBe('Ik sta in de lift.')
})

test('a screen whose file cannot be had says so, offers no newer version, and opens once it can', async ({
  person,
}) => {
  const fatma = await person('Fatma')
  const page = fatma.page()
  fatma.troubles.breakNetwork()
  await page.route('**/sw.js', (route) => route.abort()) // a first visit: nothing is kept yet
  await page.route(/\/assets\/more-[^/]*\.js$/, (route) => route.abort())
  await fatma.openApp()
  await page.getByRole('link', { name: 'Ik heb al een sleutelkaart' }).click()
  await expect(page.getByRole('heading', { name: 'Dit scherm is er nog niet' })).toBeFocused()
  await expect(page.getByText('Er is een nieuwe versie')).toHaveCount(0)
  await page.unroute(/\/assets\/more-[^/]*\.js$/)
  await fatma.press('Probeer het opnieuw')
  await expect(page.getByRole('heading', { name: 'Kom terug met je sleutelkaart' })).toBeVisible()
})
