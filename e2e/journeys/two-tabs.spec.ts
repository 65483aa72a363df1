/** One plan in two windows of one browser: it is live in one of them at a time. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test('"Gebruik het hier" takes the plan over, and text of both windows is there once', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Twee vensters', [wilma, 'schrijft mee'])
  await fatma.write('Uit het eerste venster.')
  const first = await fatma.openTab()
  await expect(fatma.page().getByRole('heading', { name: 'Het plan is al open' })).toBeVisible()
  await expect(fatma.story()).toHaveCount(0)
  await fatma.press('Gebruik het hier')
  await fatma.sees('Uit het eerste venster.')
  await expect(first.getByRole('heading', { name: 'Het plan is al open' })).toBeVisible()
  await fatma.write('Uit het tweede venster.')

  const second = fatma.page()
  fatma.useTab(first)
  await fatma.press('Gebruik het hier')
  await fatma.sees('Uit het tweede venster.')
  await expect(second.getByRole('heading', { name: 'Het plan is al open' })).toBeVisible()
  await fatma.write('En weer uit het eerste.')
  await fatma.isShared()
  await wilma.sees('En weer uit het eerste.')
  await expectSame(fatma, wilma)
  expect((await wilma.storyText()).split('\n')).toEqual([
    'Uit het eerste venster.',
    'Uit het tweede venster.',
    'En weer uit het eerste.',
  ])
})

test('unshared edits are shared from the window that takes over', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Overnemen', [wilma, 'schrijft mee'])
  await fatma.hasInstalled()
  await fatma.isShared()
  await fatma.goOffline()
  await fatma.write('Zonder verbinding geschreven.')
  await fatma.openTab()
  await fatma.press('Gebruik het hier')
  await fatma.sees('Zonder verbinding geschreven.')
  await fatma.isNotShared()
  await fatma.goOnline()
  await fatma.isShared()
  await wilma.sees('Zonder verbinding geschreven.')
  await expectSame(fatma, wilma)
})
