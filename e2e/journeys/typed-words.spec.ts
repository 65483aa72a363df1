/** A phone is put down in the middle of a word: what was typed is there, whatever field it stood in. */
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** In ms from letter to letter: quicker than any thumb. The disk of a busy machine is slower than what types without a pause. */
const PACE_MS = 30

/** Types a word letter by letter as a phone's keyboard does: it stays underlined, because its end is never said. */
const compose = async (me: Person, word: string): Promise<void> => {
  me.words.add(word)
  const keyboard = await me.page().context().newCDPSession(me.page())
  for (let end = 1; end <= word.length; end += 1)
    await keyboard.send('Input.imeSetComposition', { text: word.slice(0, end), selectionStart: end, selectionEnd: end })
}
const field = (me: Person, label: string) => me.page().getByLabel(label, { exact: true })

test('a word that is still being composed is there after a reload, and after leaving fast', async ({ person }) => {
  const fatma = await person('Fatma', PHONE)
  const page = fatma.page()
  await fatma.startPlan('Weer naar buiten')
  await page.context().route('https://www.buienradar.nl/**', (route) => route.fulfill({ body: 'Het weer' }))

  await fatma.story().click()
  await fatma.typeOn('Ik wil ')
  await compose(fatma, 'wandelen')
  await fatma.sees('Ik wil wandelen')
  await fatma.reload()
  await fatma.sees('Ik wil wandelen')

  await fatma.goTo('Wensen, doelen, stappen')
  await fatma.press('Schrijf een wens op')
  await field(fatma, 'Wat wens je?').click()
  await page.keyboard.type('Een hond om mee te ', { delay: PACE_MS })
  fatma.words.add('Een hond om mee te ')
  await compose(fatma, 'fietsen')
  await fatma.reload()
  await expect(field(fatma, 'Wat wens je?')).toHaveValue('Een hond om mee te fietsen')
  await expect(page.getByText('Je was hier nog bezig.')).toBeVisible()
  await fatma.press('Bewaar')

  await fatma.press('Verander: Een hond om mee te fietsen')
  await field(fatma, 'Wat wens je?').click()
  await page.keyboard.press('End')
  await compose(fatma, ' elke')
  await fatma.reload()
  await expect(page.getByRole('heading', { name: 'Een hond om mee te fietsen elke' })).toBeVisible()

  await fatma.press('Schrijf een wens op')
  await field(fatma, 'Wat wens je?').click()
  await compose(fatma, 'Rust')
  await page.getByRole('button', { name: 'Snel weg' }).click()
  await expect(page.getByText('Het weer')).toBeVisible()
  await page.goBack()
  await fatma.press('Openen')
  await page.getByRole('link', { name: 'Weer naar buiten' }).click()
  await fatma.goTo('Wensen, doelen, stappen')
  await expect(field(fatma, 'Wat wens je?')).toHaveValue('Rust')
})

test('a notice that comes above a field while somebody types in it moves it nowhere, also at the top of a page', async ({
  person,
}) => {
  const fatma = await person('Fatma', PHONE)
  await fatma.startPlan('Weer naar buiten')
  await fatma.goTo('Wensen, doelen, stappen')
  await fatma.press('Schrijf een wens op')
  await field(fatma, 'Wat wens je?').click()
  for (const scrolled of [0, 60]) {
    const moved = await field(fatma, 'Wat wens je?').evaluate(async (one, to) => {
      const seen = () => one.getBoundingClientRect().top
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      scrollTo(0, to)
      await drawn()
      const before = seen()
      const notice = document.createElement('p') // as tall as the least of those that come by themselves
      notice.style.blockSize = '150px'
      document.querySelector('.ps-middle')?.prepend(notice)
      await drawn()
      await drawn()
      return seen() - before
    }, scrolled)
    expect(Math.abs(moved), `from ${scrolled}`).toBeLessThan(1)
  }
})
