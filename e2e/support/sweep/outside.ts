/** Screens before a plan is open: home, start, paste a link, privacy, and what stands there instead of the app. */
import { expect, type Page } from '@playwright/test'
import type { Person } from '../people.ts'
import type { Tour } from './visit.ts'

const LONG_TITLE = 'Weer aan het werk, en rust in huis'

const goHome = (noor: Person): Promise<void> =>
  noor.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()

/** Of everything outside Weef there is an empty page, so that leaving needs no internet. */
const emptyOutside = async (page: Page, weef: string): Promise<void> => {
  await page.context().route(
    (url) => url.origin !== weef,
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }),
  )
}

export const outside: Tour = {
  name: 'before a plan is open',
  visits: [
    {
      name: 'home, for the first time',
      at: '/',
      async show({ meet }) {
        const noor = await meet('Noor')
        await noor.openApp()
        await expect(noor.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'an address that is none of ours',
      at: '*',
      async show({ meet }) {
        const page = (await meet('Noor')).page()
        await page.goto(`${new URL(page.url()).origin}/#/nergens/naar/toe`)
        await expect(page.getByRole('heading', { name: 'Welkom' })).toBeVisible()
        return page
      },
    },
    {
      name: 'about privacy',
      at: '/about',
      async show({ meet }) {
        const page = (await meet('Noor')).page()
        await page.getByRole('link', { name: 'Wie kan wat zien? Over privacy' }).click()
        await expect(page.getByRole('heading', { name: 'Wie kan wat zien?' })).toBeVisible()
        return page
      },
    },
    {
      name: 'paste a link',
      at: '/open',
      async show({ meet }) {
        const noor = await meet('Noor')
        await goHome(noor)
        await noor.page().getByRole('link', { name: 'Ik heb een uitnodiging' }).click()
        await expect(noor.page().getByLabel('De link')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'paste what is no link',
      at: '/open',
      async show({ meet }) {
        const noor = await meet('Noor')
        await noor.fill(noor.page().getByLabel('De link'), 'hallo allemaal')
        await noor.press('Ga verder')
        await expect(noor.page().getByRole('alert')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'start a plan',
      at: '/start',
      async show({ meet }) {
        const noor = await meet('Noor')
        await goHome(noor)
        await noor.page().getByRole('link', { name: 'Maak een plan' }).click()
        await expect(noor.page().getByRole('radio', { name: 'Voor mij' })).toBeChecked()
        return noor.page()
      },
    },
    {
      name: 'home, with plans and one put away',
      at: '/',
      async show({ meet }) {
        const noor = await meet('Noor')
        await noor.startPlan('Rustig wonen')
        await noor.goTo('Over dit plan')
        await noor.press('Berg het plan op')
        await noor.startPlan(LONG_TITLE)
        await goHome(noor)
        await noor.page().getByText('Opgeborgen plannen (1)').click()
        await expect(noor.page().getByRole('link', { name: 'Rustig wonen' })).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'a new version is there',
      at: '/',
      async show({ meet }) {
        const page = (await meet('Noor')).page()
        // As when a part of the app is gone from the server because a newer one has replaced it.
        await page.evaluate(() => dispatchEvent(new Event('vite:preloadError', { cancelable: true })))
        await expect(page.getByRole('button', { name: 'Vernieuw nu' })).toBeVisible()
        return page
      },
    },
    {
      name: 'back after leaving fast',
      at: 'left-page.tsx',
      async show({ meet }) {
        const noor = await meet('Noor')
        const weef = new URL(noor.page().url()).origin
        await emptyOutside(noor.page(), weef)
        await noor.press('Snel weg')
        await noor.page().waitForURL((url) => url.origin !== weef)
        await noor.page().goBack()
        await expect(noor.page().getByRole('button', { name: 'Openen' })).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'an address without https',
      at: 'insecure-page.tsx',
      async show({ meet }) {
        const ria = await meet('Ria')
        await ria.openApp()
        const weef = new URL(ria.page().url()).origin
        // The same app, from an address that browsers do not trust.
        await ria.page().route('http://weef.test/**', async (route) => {
          const { pathname } = new URL(route.request().url())
          const response = await route.fetch({ url: `${weef}${pathname}` })
          const { 'cross-origin-opener-policy': _, ...headers } = response.headers() // browsers complain of it there
          await route.fulfill({ response, headers })
        })
        await ria.page().goto('http://weef.test/')
        await expect(ria.page().getByRole('heading', { name: 'Hier werkt Weef niet' })).toBeVisible()
        return ria.page()
      },
    },
    {
      name: 'home, where the browser keeps nothing',
      at: '/',
      async show({ meet }) {
        const gast = await meet('Gast')
        await gast.page().addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
        await gast.openApp()
        await expect(gast.page().getByText('Alleen voor nu.')).toBeVisible()
        return gast.page()
      },
    },
    {
      name: 'a plan where the browser keeps nothing',
      at: '/plan/:id',
      async show({ meet }) {
        const gast = await meet('Gast')
        await gast.startPlan('Alleen voor nu')
        await expect(gast.page().getByRole('alert')).toBeVisible()
        return gast.page()
      },
    },
  ],
}
