/** A phone that is lost, a second device, a computer of others, a device that is given away: the key card, and what stays behind. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readBrowserStores } from '../support/browser-stores.ts'
import { together } from '../support/circle.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

/** The parts of the app itself, which the service worker keeps. */
const OF_THE_APP = /^\/(assets\/[\w.-]+|icons\/[\w/.-]+|(?:index|calendar)\.html|manifest\.webmanifest|opening\.css|)$/

const toMe = async (one: Person): Promise<void> => {
  await one.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await one.page().getByRole('link', { name: 'Mijn gegevens' }).click()
}
const groupsOf = (page: Page) => page.locator('main .me-characters > span').allTextContents()
/** After the question whether somebody is looking. Neither the card nor a group of it may be found anywhere else. */
const readCard = async (one: Person): Promise<readonly string[]> => {
  await toMe(one)
  await one.unfold('Mijn sleutelkaart')
  await one.press('Laat mijn sleutelkaart zien')
  await one.press('Laat zien')
  await expect(one.page().getByRole('img', { name: 'QR-code van je sleutelkaart' })).toBeVisible()
  const groups = await groupsOf(one.page())
  expect(groups).toHaveLength(7)
  for (const spelling of [groups.join('-'), groups.join(''), groups.join(' ')]) one.words.add(spelling)
  return groups
}
const typeCard = async (one: Person, text: string): Promise<void> => {
  await one.page().getByRole('link', { name: 'Ik heb al een sleutelkaart' }).click()
  await one.page().getByLabel('De 28 tekens').fill(text)
}
const isBack = (one: Person, plans: number): Promise<void> =>
  expect(one.page().getByText(`We vonden ${plans} plannen.`)).toBeVisible()

test('a lost phone: the card brings back every plan, and writing goes on', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.startPlan('Alleen van mij')
  await fatma.write('Dit las nog niemand.')
  await fatma.isKept()
  await together(fatma, 'Rustig wonen', [wilma, 'schrijft mee'])
  await fatma.write('Ik wil een eigen voordeur.')
  await wilma.sees('eigen voordeur')
  await fatma.isShared()
  const groups = await readCard(fatma)
  await fatma.closeBrowser()

  const found = await person('Fatma, nieuwe telefoon', { viewport: { width: 360, height: 740 } })
  await found.openApp()
  await typeCard(found, [...groups.slice(0, 2), 'UUUU', ...groups.slice(3)].join('-'))
  await found.press('Haal mijn plannen op')
  await expect(found.page().getByText('In het derde groepje staat U.')).toBeVisible()
  await found.page().getByLabel('De 28 tekens').fill(groups.join(' ').toLowerCase())
  await found.press('Haal mijn plannen op')
  await isBack(found, 2)
  await found.page().getByRole('link', { name: 'Alleen van mij' }).click()
  await found.toStory()
  await found.sees('Dit las nog niemand.')
  await found.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await found.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await found.toStory()
  await found.sees('Ik wil een eigen voordeur.')
  await found.write('En een balkon.')
  await wilma.sees('En een balkon.')
  await found.goTo('Wie doet mee')
  await expect(found.page().getByText('Fatma (jij)')).toBeVisible() // not a third person
})

test('another device of mine: its link brings all plans, and leaves no trace in the address', async ({
  person,
  relay,
}) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Eerste plan')
  await fatma.write('Van de telefoon.')
  await fatma.startPlan('Tweede plan')
  await fatma.write('Ook van de telefoon.')
  await fatma.isKept()
  await toMe(fatma)
  await fatma.unfold('Je naam, je kleur en je letters')
  await expect(fatma.page().getByRole('textbox', { name: /^Je naam/ })).toHaveValue('Fatma')
  await fatma.unfold('Nog een toestel van mij')
  await fatma.press('Voeg een toestel toe')
  await fatma.press('Laat de code zien')
  await expect(fatma.page().getByText(/Deze code gaat over \d+ seconden weg\./)).toBeVisible()
  const card = (await groupsOf(fatma.page())).join('')
  fatma.words.add(card)

  const tablet = await person('Fatma, tablet')
  await tablet.openApp() // the app is open already, as it is for whoever scans a second time
  await expect(tablet.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  await tablet.page().goto(`${relay.origin}/#/card/${card}`)
  await expect(tablet.page()).toHaveURL(`${relay.origin}/#/card`)
  await tablet.press('Nee, niet doen')
  await expect(tablet.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
  const again = await tablet.openTab(`${relay.origin}/#/card/${card}`)
  await again.close()
  await tablet.press('Ja, haal mijn plannen op')
  await isBack(tablet, 2)
  const stores = await readBrowserStores(tablet.page())
  expect(JSON.stringify(stores)).not.toContain(card)
  expect(stores.addresses.filter((address) => /card\/./.test(address))).toEqual([])
  await tablet.page().goto(`${relay.origin}/#/card/${card}`)
  await expect(tablet.page().getByRole('heading', { name: 'Dit ben je al' })).toBeVisible()
  await tablet.page().getByRole('link', { name: 'Naar jouw plannen', exact: true }).click()
  await tablet.page().getByRole('link', { name: 'Tweede plan' }).click()
  await tablet.toStory()
  await tablet.write('En van de tablet.')
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await fatma.page().getByRole('link', { name: 'Tweede plan' }).click()
  await fatma.toStory()
  await fatma.sees('En van de tablet.')
})

test('a computer of others: the card opens the plans, and nothing stays behind', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Eerste plan')
  await fatma.write('Niet voor de bibliotheek.')
  await fatma.startPlan('Tweede plan')
  await fatma.isKept()
  const groups = await readCard(fatma)
  const library = await person('Fatma, bibliotheek')
  await library.openApp()
  await library.press('Alleen voor nu')
  await expect(library.page().getByText('Alleen voor nu. Als je Weef sluit, is hier alles weg.')).toBeVisible()
  await library.page().getByLabel('Taal').selectOption('en')
  await expect(
    library.page().getByText('Only for now. When you close Weef, everything is gone from here.'),
  ).toBeVisible()
  await library.page().getByLabel('Language').selectOption('nl')
  await typeCard(library, groups.join(' '))
  await library.press('Haal mijn plannen op')
  await isBack(library, 2)
  await library.page().getByRole('link', { name: 'Eerste plan' }).click()
  await library.toStory()
  await library.sees('Niet voor de bibliotheek.')
  await library.goOffline()
  await library.write('Dit is nog onderweg.')
  await expect(library.page().getByText('Nog niet alles is gedeeld: wacht even')).toBeVisible()
  const asked = library.page().waitForEvent('dialog')
  const leaving = library.page().close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await leaving
  await library.goOnline()
  await expect(library.page().getByText('Alleen voor nu. Als je Weef sluit, is hier alles weg.')).toBeVisible()

  const stores = await readBrowserStores(library.page())
  expect([stores.rows, stores.local, stores.session, stores.cookies]).toEqual([[], [], ['only-for-now=1'], ''])
  expect(stores.cached.filter((path) => !OF_THE_APP.test(path))).toEqual([])
  for (const secret of [groups.join(''), groups.join('-'), 'bibliotheek', 'Eerste plan'])
    expect(JSON.stringify(stores)).not.toContain(secret)
  await library.reload()
  await expect(library.page().getByText('Alleen voor nu. Als je Weef sluit, is hier alles weg.')).toBeVisible()
  const before = await library.openTab(`${relay.origin}/`)
  await before.close()
  await expect(library.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
})

test('a device that is given away: everything is gone, in every tab', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Rustig wonen')
  await fatma.write('Dit gaat van dit toestel.')
  await fatma.isKept()
  const address = fatma.page().url()
  await readCard(fatma)
  const downloading = fatma.page().waitForEvent('download')
  await fatma.press('Bewaar als plaatje')
  const picture = await downloading
  expect(picture.suggestedFilename()).toBe('sleutelkaart.png')
  expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
  await expect(fatma.page().getByText('Wie het vindt, kan in je plannen.')).toBeVisible()
  const me = await fatma.openTab(address)
  await fatma.sees('Dit gaat van dit toestel.')
  const otherTab = fatma.page()
  fatma.useTab(me)
  await fatma.unfold('Haal alles van dit toestel')
  await fatma.press('Haal alles weg')
  await fatma.press('Ja, haal alles weg')
  for (const tab of [me, otherTab]) await expect(tab.getByRole('heading', { name: 'Welkom' })).toBeVisible()
  const stores = await readBrowserStores(me)
  // A new start has a new secret, which nobody has used.
  expect([...stores.rows, ...stores.local, ...stores.session]).toEqual(['weef/person'])
  await me.goto(address)
  await expect(me.getByText('Dit plan staat niet op dit toestel')).toBeVisible()
  expect(relay.origin).toBe(new URL(address).origin)
})

test('everything in one file: read and written on another phone while the relay is gone, and shared when it is back', async ({
  person,
  relay,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Rustig wonen', [wilma, 'schrijft mee'])
  await fatma.write('Dit is al gedeeld.')
  await wilma.sees('Dit is al gedeeld.')
  const groups = await readCard(fatma)
  const found = await person('Fatma, andere telefoon', { viewport: { width: 360, height: 740 } })
  await found.openApp()
  await found.hasInstalled()
  for (const one of [fatma, wilma, found]) one.troubles.breakNetwork()
  await relay.stop()

  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await fatma.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await fatma.toStory()
  await fatma.write('En dit nog met niemand.')
  await fatma.isKept()
  await toMe(fatma)
  const downloading = fatma.page().waitForEvent('download')
  await fatma.unfold('Alles in één bestand')
  await fatma.press('Bewaar alles in één bestand')
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^bewaard-\d{4}-\d\d-\d\d\.weef$/)
  const file = await download.path()
  const bytes = await readFile(file, 'latin1')
  for (const word of ['gedeeld', 'Rustig', 'Fatma']) expect(bytes).not.toContain(word)

  await found.reload()
  await found.page().getByRole('link', { name: 'Ik heb al een sleutelkaart' }).click()
  await found.page().getByRole('link', { name: 'Zet een bestand terug' }).click()
  await found.page().getByLabel('Kies het bestand').setInputFiles(file)
  await found.page().getByLabel('De 28 tekens').fill(groups.join(' '))
  await found.press('Maak het bestand open')
  await expect(found.page().getByText('Rustig wonen')).toBeVisible()
  await found.press('Zet alles terug')
  await expect(found.page().getByRole('heading', { name: 'Alles staat terug' })).toBeVisible()
  await fatma.closeBrowser()
  await found.page().getByRole('link', { name: 'Naar jouw plannen', exact: true }).click()
  await found.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await found.toStory()
  await found.sees('Dit is al gedeeld.')
  await found.sees('En dit nog met niemand.')

  await relay.restart()
  await wilma.sees('En dit nog met niemand.')
  await found.write('En van de andere telefoon.')
  await wilma.sees('En van de andere telefoon.')
  await found.isShared()
})
