/** People who come and go: taken out, no longer in charge, leaving, closing, and who is told of it. */
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'
import { type Tour, visitsOf } from './visit.ts'

const fatma = visitsOf('Fatma')
const wilma = visitsOf('Wilma')

const asks = (me: Person): Promise<void> => expect(me.page().getByRole('alertdialog')).toBeVisible()

export const leaving: Tour = {
  name: 'people who come and go',
  visits: [
    fatma(
      'take somebody out',
      { at: '/plan/:id/people', dialog: 'client/features/people/remove-member.tsx' },
      async (me, { meet }) => {
        await me.startPlan('Rustig wonen')
        await (await meet('Wilma')).join(await me.invite('schrijft mee'))
        await me.goTo('Wie doet mee')
        await me.press('Haal Wilma uit het plan')
        await asks(me)
      },
    ),
    fatma(
      'no longer in charge',
      { at: '/plan/:id/people', dialog: 'client/features/people/step-down.tsx' },
      async (me) => {
        await me.press('Nee, niet doen')
        await me.press('Verander wat Wilma mag')
        await me.page().getByRole('radio', { name: 'Is de baas van het plan' }).check()
        await me.press('Bewaar')
        await me.press('Ik wil niet meer de baas zijn')
        await asks(me)
      },
    ),
    fatma('leave a plan', { at: '/plan/:id/manage', dialog: 'client/features/manage/leave-plan.tsx' }, async (me) => {
      await me.press('Ik blijf de baas')
      await me.goTo('Over dit plan')
      await me.press('Verlaat het plan')
      await me.page().getByRole('checkbox', { name: 'Haal het ook van dit toestel' }).check()
      await asks(me)
    }),
    fatma('an invitation that waits for a connection', '/plan/:id/invite', async (me) => {
      await me.press('Ik blijf')
      await me.goOffline()
      await me.invite('leest mee')
      await expect(me.page().getByText('Deze uitnodiging werkt zodra')).toBeVisible()
    }),
    fatma('invitations that wait', '/plan/:id/people', async (me) => {
      await me.goTo('Wie doet mee')
      await expect(me.page().getByText('Werkt nog niet: wacht op verbinding')).toBeVisible()
    }),
    wilma('a plan that one was taken out of', '/plan/:id/story', async (me, { meet }) => {
      const other = await meet('Fatma')
      await other.goOnline()
      await me.goOffline()
      await me.write('Nog niet gedeeld.')
      await other.press('Haal Wilma uit het plan')
      await other.press('Ja, haal eruit')
      await expect(other.page().getByRole('button', { name: 'Haal Wilma uit het plan' })).toHaveCount(0)
      await me.goOnline()
      await expect(me.page().getByText('Je doet niet meer mee met dit plan')).toBeVisible()
    }),
    wilma('plans, one of which ended here', '/', async (me) => {
      await me.openApp()
      await expect(me.page().getByText('Je doet niet meer mee')).toBeVisible()
    }),
    fatma('somebody new in a plan', '/', async (me, { meet }) => {
      const invitation = await me.invite('leest mee')
      await me.openApp()
      await expect(me.page().getByRole('heading', { name: 'Rustig wonen' })).toBeVisible()
      const noor = await meet('Noor')
      await noor.page().goto(invitation.link)
      await noor.press('Doe mee')
      await expect(noor.page().getByRole('navigation', { name: 'In dit plan' })).toBeVisible()
      await me.reload()
      await expect(me.page().getByText(/^Nieuw in dit plan/)).toBeVisible({ timeout: 30_000 })
    }),
    fatma('somebody new, in the plan', '/plan/:id', async (me) => {
      await me.page().getByRole('link', { name: 'Rustig wonen' }).click()
      await expect(me.page().getByRole('button', { name: 'Goed', exact: true })).toBeVisible()
    }),
    fatma('a plan that was closed while somebody was typing', '/plan/:id', async (me) => {
      await me.press('Goed')
      await me.goTo('Wensen, doelen, stappen')
      await me.press('Schrijf een wens op')
      await me.fill(me.page().getByLabel('Wat wens je?'), 'Zonder arbeidsongeschiktheidsverzekeringspapieren')
      await me.goTo('Over dit plan')
      await me.press('Sluit het plan')
      await me.page().getByRole('alertdialog').getByRole('button', { name: 'Sluit het plan' }).click()
      await expect(me.page().getByText('Jij hebt dit plan gesloten')).toBeVisible()
      await expect(me.page().getByText('Dit staat alleen op dit toestel')).toBeVisible()
    }),
    fatma('what is left of a closed plan', '/plan/:id/manage', async (me) => {
      await me.page().getByRole('link', { name: 'Opslaan of weghalen' }).click()
      await expect(me.page().getByRole('heading', { name: 'Ga verder in een nieuw plan' })).toBeVisible()
    }),
  ],
}
