/** Everything without a mouse, as with a switch or a screen reader. */
import type { Locator } from '@playwright/test'
import { expectSeenFocus, pressOn, tabTo } from '../support/focus.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'
import { has, slider } from '../support/wheel.ts'

const hasHeadingFocus = (one: Person, heading: string): Promise<void> =>
  expect(one.page().getByRole('heading', { name: heading, level: 1 })).toBeFocused()

const button = (one: Person, name: string): Locator => one.page().getByRole('button', { name, exact: true })
const section = (one: Person, name: string): Locator =>
  one.page().getByRole('navigation').getByRole('link', { name, exact: true })

/** Goes to a part of the plan, first back from the current screen. */
const go = async (one: Person, name: string, heading = name): Promise<void> => {
  await tabTo(one, section(one, name), 'Shift+Tab')
  await one.page().keyboard.press('Enter')
  await hasHeadingFocus(one, heading)
}
/** An opened form has the focus in its first field; after Enter the focus is somewhere visible. */
const write = async (one: Person, opens: string, text: string): Promise<void> => {
  await pressOn(one, button(one, opens))
  await expect(one.page().locator('input:focus, textarea:focus')).toHaveCount(1)
  await one.typeOn(text)
  await one.page().keyboard.press('Enter')
  await expect(one.page().getByRole('main')).toContainText(text)
  await expectSeenFocus(one)
}

const ELSEWHERE = 'https://www.buienradar.nl/'
/** The real site must not be visited by a test. */
const answerElsewhere = (one: Person): Promise<unknown> =>
  one.page().route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Het weer' }))

test('start, write, invite, cancel, rename', async ({ person }) => {
  const fatma = await person('Fatma', { viewport: { width: 1280, height: 800 } })
  const { keyboard } = fatma.page()
  await fatma.openApp()
  await pressOn(fatma, fatma.page().getByRole('link', { name: 'Maak een plan' }))
  await hasHeadingFocus(fatma, 'Maak een plan')

  await tabTo(fatma, fatma.page().getByRole('radio', { name: 'Voor mij' }))
  await keyboard.press('ArrowDown')
  await expect(fatma.page().getByRole('radio', { name: 'Voor iemand die ik help' })).toBeChecked()
  await keyboard.press('ArrowUp')
  await tabTo(fatma, fatma.page().getByLabel('Hoe heet het plan?'))
  await keyboard.press('Control+A')
  await fatma.typeOn('Zonder muis')
  await tabTo(fatma, fatma.page().getByLabel('Hoe wil je heten?'))
  await fatma.typeOn('Fatma')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Plan')
  await tabTo(fatma, section(fatma, 'Mijn verhaal'), 'Shift+Tab')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Mijn verhaal')

  await tabTo(fatma, fatma.page().getByRole('toolbar').getByRole('button').first())
  await keyboard.press('ArrowRight')
  await expect(button(fatma, 'Schuin')).toBeFocused()
  await tabTo(fatma, fatma.story())
  await fatma.typeOn('Ik typ dit ')
  await keyboard.press('Control+B')
  await fatma.typeOn('zonder muis.')
  await expect(fatma.story().locator('strong')).toHaveText('zonder muis.')
  await keyboard.press('Control+Z')
  await expect(fatma.story()).not.toContainText('zonder muis.')
  await keyboard.press('Control+Shift+Z')
  await fatma.sees('zonder muis.')

  await keyboard.press('Control+Home')
  await fatma.page().reload() // no text keeps Tab for itself: from the beginning of the page the way goes on
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  await tabTo(fatma, fatma.story())
  await keyboard.press('Tab')
  await expect(fatma.story()).not.toBeFocused()

  await fatma.page().evaluate(() => document.querySelector('h1')?.focus())
  await tabTo(fatma, section(fatma, 'Over dit plan'), 'Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Nodig iemand uit')
  await tabTo(fatma, fatma.page().getByRole('radio', { name: 'Iemand die meeschrijft' }))
  await keyboard.press('ArrowDown')
  await pressOn(fatma, button(fatma, 'Maak de uitnodiging'))
  await hasHeadingFocus(fatma, 'De uitnodiging is klaar')

  await tabTo(fatma, section(fatma, 'Wie doet mee'), 'Shift+Tab')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Wie doet mee')
  await pressOn(fatma, button(fatma, 'Trek in: Leest mee'), 'Space')
  await expect(button(fatma, 'Laat staan')).toBeFocused()
  await keyboard.press('Escape')
  await expect(fatma.page().getByRole('alertdialog')).toHaveCount(0)
  await expect(button(fatma, 'Trek in: Leest mee')).toBeFocused()
  await keyboard.press('Enter')
  await expect(button(fatma, 'Laat staan')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(fatma.page().getByRole('heading', { name: 'Open uitnodigingen' })).toHaveCount(0)

  await fatma.page().goto(fatma.page().url().replace('/people', '/manage'))
  await hasHeadingFocus(fatma, 'Over dit plan')
  await tabTo(fatma, fatma.page().getByLabel('Hoe heet het plan?'))
  await keyboard.press('Control+A')
  await fatma.typeOn('Met toetsen')
  await keyboard.press('Enter')
  await expect(fatma.page().getByRole('banner')).toContainText('Met toetsen')
})

test('the first Tab leads past the bar to the content', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Overslaan')
  await fatma.page().evaluate(() => document.querySelector('h1')?.blur())
  await fatma.reload()
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  await fatma.page().evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const skip = fatma.page().getByRole('link', { name: 'Ga naar de inhoud' })
  await skip.focus()
  await expect(skip).toBeInViewport()
  await fatma.page().keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  expect(fatma.page().url()).toContain('#/plan/')
})

test('a whole plan: wheel, goal, steps, an ending, the overview, a conversation, contact, and leaving', async ({
  person,
}) => {
  const fatma = await person('Fatma', { viewport: { width: 1280, height: 800 } })
  const wilma = await person('Wilma')
  const page = fatma.page()
  const { keyboard } = page
  const main = page.getByRole('main')
  await fatma.startPlan('Met toetsen')
  await wilma.join(await fatma.invite('schrijft mee'))
  await expect(page.getByText('Wilma').first()).toBeVisible()

  await go(fatma, 'Mijn wiel')
  await tabTo(fatma, slider(fatma, 'Meedoen'))
  await keyboard.press('Home')
  await has(fatma, 'Meedoen', '0')
  await pressOn(fatma, page.getByRole('button', { name: /^Meedoen/ }))
  await pressOn(fatma, page.getByLabel('Hier wil ik over praten'), 'Space')
  await pressOn(fatma, button(fatma, 'Sluit'))
  await expect(page.getByRole('button', { name: /^Meedoen/ })).toBeFocused()
  await pressOn(fatma, button(fatma, 'Klaar'))

  await go(fatma, 'Wensen, doelen, stappen')
  await write(fatma, 'Schrijf een wens op', 'Een bank in de tuin')
  await pressOn(fatma, page.getByRole('button', { name: 'Maak er een doel van' }))
  await expect(page.getByLabel('Wat wil je bereiken?')).toBeFocused()
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Een bank in de tuin')
  await write(fatma, 'Stap erbij', 'Een plek zoeken')
  await write(fatma, 'Stap erbij', 'De buren vragen')
  await pressOn(fatma, button(fatma, 'Verander de volgorde'))
  await pressOn(fatma, button(fatma, 'Omlaag: Een plek zoeken'))
  await expect(page.getByRole('checkbox', { name: /^Gedaan/ }).first()).toHaveAccessibleName('Gedaan: De buren vragen')
  await pressOn(fatma, button(fatma, 'De volgorde is goed'))
  await pressOn(fatma, page.locator('summary', { hasText: 'Zeg wat jij ervan vindt' }))
  await pressOn(fatma, page.getByRole('radio', { name: 'Ik ben het ermee eens' }), 'Space')
  await pressOn(fatma, page.locator('summary', { hasText: 'Rond het doel af' }))
  await pressOn(fatma, button(fatma, 'Het doel is bereikt'))
  await pressOn(fatma, button(fatma, 'Trek het voorstel in'))

  await go(fatma, 'Plan')
  await pressOn(fatma, button(fatma, 'Pas dit overzicht aan'))
  await hasHeadingFocus(fatma, 'Pas dit overzicht aan')
  await pressOn(fatma, page.getByRole('checkbox', { name: /^Laat dit deel zien/ }).last(), 'Space')
  await pressOn(fatma, button(fatma, 'Omlaag: Mijn verhaal'))
  await pressOn(fatma, button(fatma, 'Klaar'))
  await hasHeadingFocus(fatma, 'Plan')
  await expect(main.getByRole('heading', { level: 2 }).filter({ hasText: /^Mijn/ })).toHaveText([
    'Mijn wiel',
    'Mijn verhaal',
  ])

  await go(fatma, 'Gesprekken')
  await pressOn(fatma, button(fatma, 'Bereid een gesprek voor'))
  await pressOn(fatma, page.getByRole('button', { name: /^Zet erbij: Fatma/ }))
  await tabTo(fatma, page.getByLabel('Zelf iets opschrijven'))
  await fatma.typeOn('De brief')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Eigen punt')).toHaveValue('De brief')
  await pressOn(fatma, button(fatma, 'Leg opzij: De brief'))
  await pressOn(fatma, button(fatma, 'Begin het gesprek'))
  await pressOn(fatma, button(fatma, 'Besproken'))
  await pressOn(fatma, main.getByText('Maak een afspraak'))
  await tabTo(fatma, page.getByLabel('Wat spreken jullie af?'))
  await fatma.typeOn('Samen bellen')
  await pressOn(fatma, button(fatma, 'Bewaar de afspraak'))
  await pressOn(fatma, button(fatma, 'Naar het einde van het gesprek'))
  await pressOn(fatma, button(fatma, 'Rond het gesprek af'))

  await go(fatma, 'Zo wil ik contact')
  const gladly = main.getByRole('radio', { name: 'graag', exact: true }).first()
  await pressOn(fatma, gladly, 'Space')
  await expect(gladly).toBeChecked()
  await keyboard.press('Space')
  await expect(gladly).not.toBeChecked()

  await go(fatma, 'Over dit plan')
  await pressOn(fatma, button(fatma, 'Print het plan'))
  await pressOn(fatma, button(fatma, 'Kies wat je meeneemt'))
  await pressOn(fatma, button(fatma, 'Kopieer de tekst'))

  await tabTo(fatma, page.getByRole('link', { name: 'Naar jouw plannen.' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await pressOn(fatma, page.locator('a[href="#/import"]'))
  await hasHeadingFocus(fatma, 'Een plan uit een bestand')
  const choosing = page.waitForEvent('filechooser') // asked for before the way there: it takes the browser a moment
  await tabTo(fatma, page.getByLabel('Kies het bestand'))
  await keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'soep.html', mimeType: 'text/html', buffer: Buffer.from('<p>Soep</p>') })
  await expect(page.getByText('geen plan van deze app')).toBeVisible()
  await expectSeenFocus(fatma)
  await tabTo(fatma, page.getByRole('link', { name: 'Naar jouw plannen.' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await tabTo(fatma, page.getByRole('link', { name: 'Met toetsen' }))
  await answerElsewhere(fatma)
  await tabTo(fatma, page.getByRole('button', { name: /^Snel weg/ }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(ELSEWHERE)
})
