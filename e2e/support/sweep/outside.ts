/** Screens outside of a plan: home, start, paste a link, privacy, and the pages that replace the app. */
import { expect, type Page } from '@playwright/test'
import type { Person } from '../people.ts'
import { type Tour, visitsOf } from './visit.ts'

const LONG_TITLE = 'Weer aan het werk, en rust in huis'

/** Valid, and nobody's. */
const ANOTHER_CARD = 'P6RV-3CDH-P6RV-3CDH-P6RV-3CDH-P450'

/** The file of Noor, which she makes on the way. */
let everything = ''

const noor = visitsOf('Noor')
const luuk = visitsOf('Luuk')
const ria = visitsOf('Ria')
const gast = visitsOf('Gast')
const sem = visitsOf('Sem')
const ans = visitsOf('Ans')

const goHome = async (me: Person): Promise<void> => {
  await me.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await expect(me.page()).toHaveURL(/\/(#\/)?$/) // what it says may stand on the screen before, too
}

/** Every page outside Weef is empty, so that leaving needs no internet. */
const emptyOutside = async (page: Page, weef: string): Promise<void> => {
  await page.context().route(
    (url) => url.origin !== weef,
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }),
  )
}

export const outside: Tour = {
  name: 'before a plan is open',
  visits: [
    noor('home, for the first time', '/', async (me) => {
      await me.openApp()
      await expect(me.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
    }),
    noor('an address that is none of ours', '*', async (me) => {
      await me.page().goto(`${new URL(me.page().url()).origin}/#/nergens/naar/toe`)
      await expect(me.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
    }),
    noor('about privacy', '/about', async (me) => {
      await me.page().getByRole('link', { name: 'Wie kan wat zien? Over privacy' }).click()
      await expect(me.page().getByRole('heading', { name: 'Wie kan wat zien?' })).toBeVisible()
    }),
    noor('paste a link', '/open', async (me) => {
      await goHome(me)
      await me.page().getByRole('link', { name: 'Ik heb een uitnodiging' }).click()
      await expect(me.page().getByLabel('De link')).toBeVisible()
    }),
    noor('paste what is no link', '/open', async (me) => {
      await me.fill(me.page().getByLabel('De link'), 'hallo allemaal')
      await me.press('Ga verder')
      await expect(me.page().getByRole('alert')).toBeVisible()
    }),
    noor('start a plan', '/start', async (me) => {
      await goHome(me)
      await me.page().getByRole('link', { name: 'Maak een plan' }).click()
      await expect(me.page().getByRole('radio', { name: 'Voor mij' })).toBeChecked()
    }),
    noor('home, with plans and one put away', '/', async (me) => {
      await me.startPlan('Rustig wonen')
      await me.goTo('Over dit plan')
      await me.press('Berg het plan op')
      await expect(me.page().getByText('Dit plan is opgeborgen.')).toBeVisible()
      await me.startPlan(LONG_TITLE)
      await goHome(me)
      await me.page().getByText('Opgeborgen plannen (1)').click()
      await expect(me.page().getByRole('link', { name: 'Rustig wonen' })).toBeVisible()
    }),
    noor('what this device knows of me', '/me', async (me) => {
      await goHome(me)
      await me.page().getByRole('link', { name: 'Mijn gegevens' }).click()
      await me.unfold('Je naam, je kleur en je letters')
      await expect(me.page().getByRole('textbox', { name: /^Je naam/ })).toHaveValue('Noor')
    }),
    noor('how to have it among the apps', '/me', async (me) => {
      await me.unfold('Weef tussen je apps')
      await expect(me.page().getByText('Open het menu van je browser')).toBeVisible()
    }),
    noor('asked whether somebody is looking', { at: '/me', dialog: 'client/features/me/card-part.tsx' }, async (me) => {
      await me.unfold('Mijn sleutelkaart')
      await me.press('Laat mijn sleutelkaart zien')
    }),
    noor('the key card', '/me', async (me) => {
      await me.press('Laat zien')
      await me.press('Bewaar als plaatje')
      await expect(me.page().getByText('Het plaatje staat bij je downloads.')).toBeVisible()
      for (const group of await me.page().locator('main .me-characters > span').allTextContents()) me.words.add(group)
    }),
    noor('asked before another device', { at: '/me', dialog: 'client/features/me/another-device.tsx' }, async (me) => {
      await me.press('Verberg mijn sleutelkaart')
      await me.unfold('Nog een toestel van mij')
      await me.press('Voeg een toestel toe')
    }),
    noor('everything in one file', '/me', async (me) => {
      await me.press('Niet nu')
      await me.unfold('Alles in één bestand')
      const downloading = me.page().waitForEvent('download')
      await me.press('Bewaar alles in één bestand')
      everything = await (await downloading).path()
      await expect(me.page().getByText('staat bij je downloads. Wat je hierna schrijft')).toBeVisible()
    }),
    noor('a file that is none', '/put-back', async (me) => {
      await me.page().getByRole('link', { name: 'Zet een bestand terug' }).click()
      const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('foto') }
      me.words.add(file.name)
      await me.page().getByLabel('Kies het bestand').setInputFiles(file)
      await expect(me.page().getByText('Dit is geen bestand waarin alles bewaard is.')).toBeVisible()
    }),
    noor('what is in the file', '/put-back', async (me) => {
      await me.page().getByLabel('Kies het bestand').setInputFiles(everything)
      await expect(me.page().getByRole('heading', { name: 'Dit zit in het bestand' })).toBeVisible()
    }),
    noor('everything is back', '/put-back', async (me) => {
      await me.press('Zet alles terug')
      await expect(me.page().getByRole('heading', { name: 'Alles staat terug' })).toBeVisible()
    }),
    noor('asked before everything goes', { at: '/me', dialog: 'client/features/me/forget.tsx' }, async (me) => {
      await me.page().getByRole('link', { name: 'Naar jouw plannen', exact: true }).click()
      await me.page().getByRole('link', { name: 'Mijn gegevens' }).click()
      await me.unfold('Haal alles van dit toestel')
      await me.press('Haal alles weg')
    }),
    noor('asked before a new card', { at: '/me', dialog: 'client/features/me/new-card.tsx' }, async (me) => {
      await me.press('Nee, laat staan')
      await me.unfold('Is je kaart kwijt of gestolen?')
      await me.press('Maak een nieuwe sleutelkaart')
    }),
    noor('a new card', '/me', async (me) => {
      await me.press('Maak een nieuwe')
      await expect(me.page().getByText('Je nieuwe sleutelkaart is klaar')).toBeVisible({ timeout: 30_000 })
    }),
    noor('home, with a new card', '/', async (me) => {
      await goHome(me)
      await expect(me.page().getByText('Je nieuwe sleutelkaart is klaar')).toBeVisible()
    }),
    noor('a card, where there are plans', '/card', async (me) => {
      await me.page().goto(`${new URL(me.page().url()).origin}/#/card`)
      await me.fill(me.page().getByLabel('De 28 tekens'), ANOTHER_CARD)
      await me.press('Haal mijn plannen op')
      await expect(me.page().getByRole('heading', { name: 'Dit toestel heeft al een sleutelkaart' })).toBeVisible()
    }),
    noor('a card of which nobody knows anything', '/card', async (me) => {
      await me.press('Ja, gebruik deze kaart')
      await expect(me.page().getByText('Bij deze kaart horen geen plannen.')).toBeVisible()
    }),
    noor('a card with a mistake', '/card', async (me) => {
      await me.fill(me.page().getByLabel('De 28 tekens'), ANOTHER_CARD.replace('-', '-U'))
      await me.press('Haal mijn plannen op')
      await expect(me.page().getByText('Kijk het tweede groepje nog eens na.')).toBeVisible()
    }),
    luuk('a file of somebody else asks for their card', '/put-back', async (me) => {
      await me.openApp()
      await me.page().goto(`${new URL(me.page().url()).origin}/#/put-back`)
      await me.page().getByLabel('Kies het bestand').setInputFiles(everything)
      await expect(me.page().getByRole('heading', { name: 'Welke sleutelkaart hoort erbij?' })).toBeVisible()
    }),
    luuk('a card from a link', '/card', async (me) => {
      await me.openApp()
      await me.page().goto(`${new URL(me.page().url()).origin}/#/card/${ANOTHER_CARD}`)
      await expect(me.page().getByRole('heading', { name: 'Is dit je eigen sleutelkaart?' })).toBeVisible()
    }),
    luuk('home, only for now', '/', async (me) => {
      await me.press('Nee, niet doen')
      await me.press('Alleen voor nu')
      await expect(me.page().getByText('Als je Weef sluit, is hier alles weg.')).toBeVisible()
    }),
    noor('a new version is there', '/', async (me) => {
      await goHome(me)
      // As when a part of the app is gone from the server because a newer one has replaced it.
      await me.page().evaluate(() => {
        const { fetch } = window
        window.fetch = async (asked, options) =>
          asked === '/' ? new Response('<title>.</title>') : fetch(asked, options)
        dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
      })
      await expect(me.page().getByRole('button', { name: 'Vernieuw nu' })).toBeVisible()
    }),
    noor('back after leaving fast', 'left-page.tsx', async (me) => {
      const weef = new URL(me.page().url()).origin
      await emptyOutside(me.page(), weef)
      await me.press('Snel weg')
      await me.page().waitForURL((url) => url.origin !== weef)
      await me.page().goBack()
      await expect(me.page().getByRole('button', { name: 'Openen' })).toBeVisible()
    }),
    ria('an address without https', 'insecure-page.tsx', async (me) => {
      await me.openApp()
      const weef = new URL(me.page().url()).origin
      // The same app, from an address that browsers do not trust.
      await me.page().route('http://weef.test/**', async (route) => {
        const { pathname } = new URL(route.request().url())
        const response = await route.fetch({ url: `${weef}${pathname}` })
        const { 'cross-origin-opener-policy': _, ...headers } = response.headers() // browsers log a warning about it there
        await route.fulfill({ response, headers })
      })
      await me.page().goto('http://weef.test/')
      await expect(me.page().getByRole('heading', { name: 'Hier werkt Weef niet' })).toBeVisible()
    }),
    sem('a screen that cannot be fetched', '/about', async (me) => {
      me.troubles.allow(/./) // the page reports what is missing
      // A window without a service worker, and meanwhile a newer app on the server: this part of the old one is gone.
      await me.page().addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
      await me.page().route('**/assets/aside-*.js', (route) => route.fulfill({ status: 404 }))
      await me.openApp()
      await me.page().getByRole('link', { name: 'Wie kan wat zien? Over privacy' }).click()
      await expect(me.page().getByRole('heading', { name: 'Dit scherm is er nog niet' })).toBeVisible()
      await me.page().unrouteAll() // the made-up language is made of the words in it
    }),
    ans('a browser that is too old', { at: 'index.html', bare: true }, async (me) => {
      // As in such a browser: it ignores the styles it does not know, and cannot parse the script.
      await me.page().route('**/opening.css', async (route) => {
        const response = await route.fetch()
        const known = (await response.text()).replace(/^@supports[^]*?^}\n/m, '')
        await route.fulfill({ response, body: known })
      })
      await me.page().route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
      await me.openApp()
      await expect(me.page().getByText('Deze browser is te oud')).toBeVisible()
      await expect(me.page().getByText('This browser is too old')).toBeVisible()
    }),
    ans('an app that does not come', { at: 'index.html', bare: true }, async (me) => {
      await me.page().unroute('**/opening.css')
      await me.reload()
      // As after ten seconds of waiting.
      await me.page().evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
      await expect(me.page().getByText('Het openen duurt lang.')).toBeVisible()
      await expect(me.page().getByText('Deze browser is te oud')).toBeHidden()
    }),
    gast('home, where the browser keeps nothing', '/', async (me) => {
      await me.page().addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
      await me.openApp()
      await expect(me.page().getByText('Alleen voor nu.')).toBeVisible()
    }),
    gast('a plan where the browser keeps nothing', '/plan/:id/story', async (me) => {
      await me.startPlan('Alleen voor nu')
      await expect(me.page().getByRole('alert')).toBeVisible()
    }),
  ],
}
