/** Invitations that work once, no longer, or only with a code told by telephone. */
import { expect, test } from '../support/test.ts'
import type { Person } from '../support/people.ts'

const DAY_MS = 24 * 60 * 60_000

const isTold = (one: Person, ...sentences: readonly string[]): Promise<void[]> =>
  Promise.all(sentences.map((sentence) => expect(one.page().getByRole('alert')).toContainText(sentence)))

test(
  'a used invitation opens the plan on the device that used it, and tells others what to do',
  { tag: '@smoke' },
  async ({ person }) => {
    const [fatma, wilma, stranger] = [await person('Fatma'), await person('Wilma'), await person('Vreemde')]
    await fatma.startPlan('Eén keer')
    const invitation = await fatma.invite('schrijft mee')
    await wilma.join(invitation)
    await wilma.page().goto(invitation.link)
    await wilma.toStory()
    expect(wilma.page().url()).not.toContain('/join/')

    await stranger.page().goto(invitation.link)
    await isTold(stranger, 'Deze uitnodiging is al gebruikt.', 'Open het plan daar. Of vraag een nieuwe uitnodiging.')
    await stranger.page().getByRole('link', { name: 'Naar jouw plannen', exact: true }).click()
    await expect(stranger.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  },
)

test('two people tap one link at the same time: one joins, the other is told that it was used', async ({ person }) => {
  const [fatma, wilma, sem] = [await person('Fatma'), await person('Wilma'), await person('Sem')]
  await fatma.startPlan('Tegelijk')
  const { link } = await fatma.invite('schrijft mee')
  for (const one of [wilma, sem]) {
    await one.page().goto(link)
    await expect(one.page().getByRole('button', { name: 'Doe mee' })).toBeVisible()
  }
  await Promise.all([wilma.press('Doe mee'), sem.press('Doe mee')])
  const ends = await Promise.all(
    [wilma, sem].map(async (one) => {
      const used = one.page().getByText('Deze uitnodiging is al gebruikt.')
      await expect(one.page().getByRole('navigation', { name: 'In dit plan' }).or(used)).toBeVisible()
      return (await used.isVisible()) ? 'used' : 'in'
    }),
  )
  expect(ends.toSorted()).toEqual(['in', 'used'])
  await fatma.goTo('Wie doet mee')
  await expect(fatma.page().getByRole('list', { name: 'Mensen die meedoen' }).getByRole('listitem')).toHaveCount(2)
})

test('a cancelled invitation says so', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Toch niet')
  const { link } = await fatma.invite('leest mee')
  await fatma.goTo('Wie doet mee')
  await fatma.press('Trek in: Leest mee')
  await fatma.page().getByRole('alertdialog').getByRole('button', { name: 'Trek in' }).click()
  await expect(fatma.page().getByRole('heading', { name: 'Open uitnodigingen' })).toHaveCount(0)
  await wilma.page().goto(link)
  await isTold(wilma, 'Deze uitnodiging is ingetrokken.', 'Jij staat er niet in.')
})

test('an invitation of last week has expired', async ({ person, relay }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Te laat')
  const { link } = await fatma.invite('schrijft mee')
  fatma.troubles.breakNetwork()
  await relay.stop()
  await relay.restart({ later: 7 * DAY_MS + 60_000 })
  await wilma.page().goto(link)
  await isTold(wilma, 'Deze uitnodiging is verlopen.', 'Het plan is er nog.', 'Vraag een nieuwe uitnodiging')
})

test('a truncated link is reported as such', async ({ person, relay }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Halve link')
  const { link } = await fatma.invite('schrijft mee')
  await wilma.page().goto(link.slice(0, -5))
  await isTold(wilma, 'Deze link klopt niet.', 'Kopieer de hele link nog een keer.')
  const otherSecret = `${link.slice(0, -22)}${'A'.repeat(22)}`
  await wilma.page().goto(otherSecret)
  await isTold(wilma, 'Deze link klopt niet.')

  await wilma.page().goto(`${relay.origin}/#/open`)
  await wilma.page().getByLabel('De link').fill('https://www.example.org/')
  await wilma.press('Ga verder')
  await expect(wilma.page().getByText('Dit is geen uitnodiging van Weef.')).toBeVisible()
  await wilma.page().getByLabel('De link').fill(`  ${link} `)
  await wilma.press('Ga verder')
  await wilma.press('Doe mee')
  await wilma.toStory()
})

test('with a spoken code: a wrong one is reported and can be corrected, the right one admits', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Met een code')
  const invitation = await fatma.invite('schrijft mee', { code: true })
  expect(invitation.code).toMatch(/^\d{6}$/)
  await wilma.page().goto(invitation.link)
  const code = wilma.page().getByLabel('De code van 6 cijfers')
  await code.fill('12')
  await wilma.press('Doe mee')
  await expect(wilma.page().getByText('De code heeft 6 cijfers.')).toBeVisible()
  await code.fill(invitation.code === '123456' ? '654321' : '123456')
  await wilma.press('Doe mee')
  await expect(wilma.page().getByText('Deze code klopt niet. Je uitnodiging werkt nog.')).toBeVisible()
  await code.fill(invitation.code ?? '')
  await wilma.press('Doe mee')
  await wilma.toStory()
})

test('a code that is guessed too often locks the invitation', async ({ person }) => {
  const [fatma, stranger] = [await person('Fatma'), await person('Vreemde')]
  await fatma.startPlan('Geraden')
  const { link, code } = await fatma.invite('schrijft mee', { code: true })
  await stranger.page().goto(link)
  const wrong = ['111111', '222222', '333333', '444444', '555555', '666666'].filter((guess) => guess !== code)
  const locked = stranger.page().getByText('De code was te vaak fout.')
  for (const guess of wrong) {
    if (await locked.isVisible()) break
    await stranger.page().getByLabel('De code van 6 cijfers').fill(guess)
    await stranger.press('Doe mee')
    await expect(locked.or(stranger.page().getByRole('button', { name: 'Doe mee' }))).toBeVisible()
  }
  await expect(locked).toBeVisible()
})

test('offline, an invitation is not used up', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Geen bereik')
  const invitation = await fatma.invite('schrijft mee')
  await wilma.openApp()
  await wilma.hasInstalled()
  await wilma.goOffline()
  await wilma.page().goto(invitation.link)
  await isTold(wilma, 'Er is geen verbinding.', 'Je uitnodiging is niet gebruikt.')
  await wilma.goOnline()
  await wilma.press('Probeer opnieuw')
  await wilma.press('Doe mee')
  await wilma.toStory()
})

test('who invites stands in the invitation; without a name it says how to check', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Met naam')
  await fatma.goTo('Uitnodigen')
  await fatma.page().getByRole('radio', { name: 'Ik stuur een link' }).check()
  await fatma.page().getByText('Nodig je uit namens een organisatie?').click()
  await fatma.fill(fatma.page().getByLabel('Naam van de organisatie'), 'Buurtteam Oost')
  await fatma.press('Maak de uitnodiging')
  await fatma.page().getByText('De link', { exact: true }).click()
  await wilma.page().goto(
    (await fatma
      .page()
      .getByText(/#\/join\//)
      .textContent()) ?? '',
  )
  const said = wilma.page().getByRole('heading', { level: 2 }).first()
  await expect(said).toContainText(/Fatma.*Buurtteam Oost.* nodigt je uit voor zijn of haar plan/)
  await expect(wilma.page().getByText('Deze naam staat in de link.')).toBeVisible()

  await fatma.goTo('Wie doet mee')
  await fatma.press('Verander je naam')
  await fatma.page().getByLabel('Hoe wil je heten?').fill('')
  await fatma.press('Bewaar')
  await fatma.goTo('Uitnodigen')
  await fatma.fill(fatma.page().getByLabel('Naam van de organisatie'), '')
  await fatma.press('Maak de uitnodiging')
  await fatma.page().getByText('De link', { exact: true }).click()
  await wilma.page().goto(
    (await fatma
      .page()
      .getByText(/#\/join\//)
      .textContent()) ?? '',
  )
  await expect(said).toHaveText('Iemand nodigt je uit voor zijn of haar plan')
  await expect(wilma.page().getByText('Er staat geen naam in de link. Vraag eerst na wie je dit stuurde')).toBeVisible()
})

test('a link fetches what joining needs side by side with the first file', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Over een trage lijn')
  const { link } = await fatma.invite('schrijft mee')
  const page = wilma.page()
  const asked = page.waitForRequest(/\/assets\/engine-/)
  await page.route(/\/assets\/index-[\w-]+\.js$/, async (route) => {
    await asked // a first file that is on its way for as long as nobody asks for the next
    await route.continue()
  })
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Doe mee' })).toBeVisible()
})
