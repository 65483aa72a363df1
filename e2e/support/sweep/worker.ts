/** A worker's screens: many plans and ways to find one, news in them, and the practice plan. */
import { expect } from '@playwright/test'
import { inDays } from '../days.ts'
import type { Person } from '../people.ts'
import { type Tour, visitsOf } from './visit.ts'

const wout = visitsOf('Wout')
const inasPage = visitsOf('Ina')

const MANY = 6
const goHome = (me: Person): Promise<void> =>
  me.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()

export const worker: Tour = {
  name: 'many plans, and a practice plan',
  visits: [
    wout('home, with many plans', '/', async (me, { meet }) => {
      await me.startPlan('Schuldhulpverlening en werk')
      const ina = await meet('Ina')
      await ina.join(await me.invite('schrijft mee'))
      await goHome(me)
      for (let count = 1; count < MANY; count++) {
        await me.beginPlan(`Plan nummer ${count}`)
        await goHome(me)
      }
      await ina.write('Ik wil weer werken.')
      await ina.isShared()
      await me.reload() // the plans are visited a moment after the start
      await expect(me.page().getByText('Ina: ').first()).toBeVisible()
    }),
    wout('no plan is found', '/', async (me) => {
      await me.fill(me.page().getByLabel('Zoek een plan, naam of woord'), 'iets dat er niet is')
      await expect(me.page().getByText('Geen plan of persoon heet zo.')).toBeVisible()
    }),
    wout('a word is found in a plan', '/', async (me) => {
      await me.fill(me.page().getByLabel('Zoek een plan, naam of woord'), 'werken')
      await expect(me.page().getByText('Het staat in 1 plan:')).toBeVisible()
    }),
    wout('today and the week, with something earlier, today and later', '/today', async (me) => {
      await me.press('Laat alle plannen zien')
      await me.page().getByRole('link', { name: 'Plan nummer 1' }).click()
      for (const days of [-1, 0, 3]) {
        await me.goTo('Gesprekken')
        await me.press('Bereid een gesprek voor')
        await me.page().getByLabel('Op welke dag?', { exact: true }).fill(inDays(days))
        await me.page().getByLabel('Hoe laat?').fill('14:30')
      }
      await goHome(me)
      await me.page().getByRole('link', { name: 'Vandaag en deze week (2 te doen)' }).click()
      await me.page().getByText('Nog van eerder (1)').click()
      await expect(me.page().getByRole('link', { name: 'Gesprek' })).toHaveCount(3)
    }),
    inasPage('the practice plan', '/plan/:id', async (me) => {
      for (const made of ['Oefenplan van Samira', 'Wilma']) me.words.add(made)
      await goHome(me)
      await me.page().getByRole('link', { name: 'Oefenplan' }).click()
      await expect(me.page().getByText('Dit is een oefenplan')).toBeVisible()
      // Its authors' texts, each with its own direction.
      const written = await me.page().locator('main [dir=auto]').allTextContents()
      for (const made of written.filter((text) => text !== '')) me.words.add(made)
    }),
    inasPage('nobody is invited into the practice plan', '/plan/:id/invite', async (me) => {
      await me.goTo('Uitnodigen')
      await expect(me.page().getByText('In het oefenplan kun je niemand uitnodigen.')).toBeVisible()
    }),
    inasPage(
      'begin the practice plan anew?',
      { at: '/plan/:id', dialog: 'client/features/plan/practice-banner.tsx' },
      async (me) => {
        await me.goTo('Plan')
        await me.press('Begin opnieuw')
        await expect(me.page().getByRole('alertdialog')).toBeVisible()
      },
    ),
  ],
}
