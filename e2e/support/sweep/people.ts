/** A plan of several people: inviting, members, managing the plan, and plans that do not open. */
import { expect, type Locator } from '@playwright/test'
import type { Person } from '../people.ts'
import { damageCopy } from './kept-copy.ts'
import { type Tour, visitsOf } from './visit.ts'

const TITLE = 'Rustig wonen'

const fatma = visitsOf('Fatma')
const wilma = visitsOf('Wilma')

const rowOf = (person: Person, name: string): Locator => person.page().getByRole('listitem').filter({ hasText: name })

export const people: Tour = {
  name: 'a plan of several people',
  visits: [
    fatma('invite', '/plan/:id/invite', async (me) => {
      await me.startPlan(TITLE)
      await me.goTo('Uitnodigen')
      await me.page().getByRole('radio', { name: 'Ik stuur een link' }).check()
    }),
    fatma('a code for the room', '/plan/:id/invite', async (me) => {
      await me.page().getByRole('radio', { name: 'We zijn nu bij elkaar' }).check()
      await me.press('Maak de uitnodiging')
      await expect(me.page().getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible()
    }),
    fatma('a link with a code of six digits', '/plan/:id/invite', async (me) => {
      await me.invite('schrijft mee', { code: true })
      await me.press('Laat de QR-code zien')
      await expect(me.page().getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible()
    }),
    fatma('somebody came in', '/plan/:id/invite', async (me, { meet }) => {
      await (await meet('Wilma')).join(await me.invite('schrijft mee'))
      await expect(me.page().getByText('Wilma doet nu mee.')).toBeVisible()
    }),
    fatma('who takes part, with open invitations', '/plan/:id/people', async (me) => {
      await me.goTo('Wie doet mee')
      await expect(me.page().getByRole('heading', { name: 'Open uitnodigingen' })).toBeVisible()
      await expect(rowOf(me, 'Wilma').getByText('Nu hier')).toBeVisible()
    }),
    fatma('a private note about somebody', '/plan/:id/people', async (me) => {
      await rowOf(me, 'Wilma').getByText('Alleen voor jou: je notities over Wilma').click()
      await me.fill(rowOf(me, 'Wilma').getByLabel('Voor jezelf'), 'Vraag haar naar de huurtoeslagterugvordering.')
      await me.press('Bewaar voor mezelf')
      await expect(rowOf(me, 'Wilma').getByText(/^Verdwijnt op/)).toBeVisible()
    }),
    fatma('my name and colour', '/plan/:id/people', async (me) => {
      await me.press('Verander je naam')
      await expect(me.page().getByLabel('Hoe wil je heten?')).toBeVisible()
    }),
    fatma('what another may do', '/plan/:id/people', async (me) => {
      await me.press('Bewaar')
      await rowOf(me, 'Wilma')
        .getByRole('button', { name: /^Verander wat/ })
        .click()
      await expect(me.page().getByRole('radio', { name: 'Schrijft mee' })).toBeChecked()
    }),
    fatma(
      'take an invitation back',
      { at: '/plan/:id/people', dialog: 'client/features/people/open-invitations.tsx' },
      async (me) => {
        await me.press('Bewaar')
        await me.page().getByRole('button', { name: 'Trek in: Schrijft mee' }).first().click()
        await expect(me.page().getByRole('alertdialog')).toBeVisible()
      },
    ),
    fatma('two names at the same time', '/plan/:id/manage', async (me, { meet }) => {
      const other = await meet('Wilma')
      await me.press('Laat staan')
      for (const each of [me, other]) {
        await each.goTo('Over dit plan')
        await each.isShared()
        await each.goOffline()
        await each.fill(each.page().getByLabel('Hoe heet het plan?'), `${each.name} haar naam voor het plan`)
        await each.press('Bewaar de naam')
      }
      for (const each of [me, other]) await each.goOnline()
      await expect(me.page().getByText('Er zijn twee namen tegelijk gekozen')).toBeVisible()
      await me.isShared()
    }),
    fatma('about a plan that was put away', '/plan/:id/manage', async (me) => {
      await me.press('Kies “Wilma haar naam voor het plan”')
      await me.press('Berg het plan op')
      await expect(me.page().getByText('Dit plan is opgeborgen.')).toBeVisible()
    }),
    wilma(
      'take off what others keep',
      { at: '/plan/:id/manage', dialog: 'client/features/manage/take-off.tsx' },
      async (me) => {
        await me.isShared()
        await me.press('Haal het van dit toestel')
        await expect(me.page().getByText('De anderen houden het plan.')).toBeVisible()
      },
    ),
    fatma('open in another window', '/plan/:id/story', async (me) => {
      await me.goTo('Mijn verhaal')
      await me.openTab()
      await expect(me.page().getByRole('heading', { name: 'Het plan is al open' })).toBeVisible()
    }),
    fatma('a plan that is not on this device', '/plan/:id', async (me) => {
      const { origin } = new URL(me.page().url())
      await me.page().goto(`${origin}/#/plan/AAAAAAAAAAAAAAAAAAAAAA`)
      await expect(me.page().getByRole('heading', { name: 'Dit plan staat niet op dit toestel' })).toBeVisible()
    }),
    wilma('a plan whose copy is damaged', '/plan/:id', async (me) => {
      me.troubles.allow(/./) // the page reports the damage
      await me.page().goto(me.page().url().replace('/manage', ''))
      await damageCopy(me)
      await me.reload()
      await expect(me.page().getByRole('heading', { name: 'Dit plan gaat niet open' })).toBeVisible()
    }),
  ],
}
