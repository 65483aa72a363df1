/** A plan of several people: asking somebody in, who takes part, what can be done with the plan, and when it does not open. */
import { expect, type Locator } from '@playwright/test'
import type { Person } from '../people.ts'
import type { Stage, Tour } from './visit.ts'

const TITLE = 'Rustig wonen'

const fatma = ({ meet }: Stage): Promise<Person> => meet('Fatma')
const rowOf = (person: Person, name: string): Locator => person.page().getByRole('listitem').filter({ hasText: name })

/** A copy whose bytes are no document, as a failing disk leaves it. */
const damageCopy = (person: Person): Promise<void> =>
  person.page().evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error('The copy cannot be opened.')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('updates', 'readwrite')
          change.objectStore('updates').add(Uint8Array.of(255, 255, 255, 255))
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    `weef-plan-${person.plan()}`,
  )

export const people: Tour = {
  name: 'a plan of several people',
  visits: [
    {
      name: 'invite',
      at: '/plan/:id/invite',
      async show(stage) {
        const me = await fatma(stage)
        await me.startPlan(TITLE)
        await me.goTo('Uitnodigen')
        await me.page().getByRole('radio', { name: 'Ik stuur een link' }).check()
        return me.page()
      },
    },
    {
      name: 'a code for the room',
      at: '/plan/:id/invite',
      async show(stage) {
        const me = await fatma(stage)
        await me.page().getByRole('radio', { name: 'We zijn nu bij elkaar' }).check()
        await me.press('Maak de uitnodiging')
        await expect(me.page().getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'a link with a code of six digits',
      at: '/plan/:id/invite',
      async show(stage) {
        const me = await fatma(stage)
        await me.invite('schrijft mee', { code: true })
        await me.press('Laat de QR-code zien')
        await expect(me.page().getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'somebody came in',
      at: '/plan/:id/invite',
      async show(stage) {
        const me = await fatma(stage)
        await (await stage.meet('Wilma')).join(await me.invite('schrijft mee'))
        await expect(me.page().getByText('Wilma doet nu mee.')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'who takes part, with open invitations',
      at: '/plan/:id/people',
      async show(stage) {
        const me = await fatma(stage)
        await me.goTo('Wie doet mee')
        await expect(me.page().getByRole('heading', { name: 'Open uitnodigingen' })).toBeVisible()
        await expect(rowOf(me, 'Wilma').getByText('Nu hier')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'my name and colour',
      at: '/plan/:id/people',
      async show(stage) {
        const me = await fatma(stage)
        await me.press('Verander je naam')
        await expect(me.page().getByLabel('Hoe wil je heten?')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'what another may do',
      at: '/plan/:id/people',
      async show(stage) {
        const me = await fatma(stage)
        await me.press('Bewaar')
        await rowOf(me, 'Wilma').getByRole('button').click()
        await expect(me.page().getByRole('radio', { name: 'Schrijft mee' })).toBeChecked()
        return me.page()
      },
    },
    {
      name: 'take an invitation back',
      at: '/plan/:id/people',
      dialog: 'client/features/people/open-invitations.tsx',
      async show(stage) {
        const me = await fatma(stage)
        await me.press('Bewaar')
        await me.page().getByRole('button', { name: 'Trek in: Schrijft mee' }).first().click()
        await expect(me.page().getByRole('alertdialog')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'two names at the same time',
      at: '/plan/:id/manage',
      async show(stage) {
        const me = await fatma(stage)
        const wilma = await stage.meet('Wilma')
        await me.press('Laat staan')
        for (const each of [me, wilma]) {
          await each.goTo('Over dit plan')
          await each.isShared()
          await each.goOffline()
          await each.fill(each.page().getByLabel('Hoe heet het plan?'), `${each.name} haar naam voor het plan`)
          await each.press('Bewaar de naam')
        }
        for (const each of [me, wilma]) await each.goOnline()
        await expect(me.page().getByText('Er zijn twee namen tegelijk gekozen')).toBeVisible()
        await me.isShared()
        return me.page()
      },
    },
    {
      name: 'about a plan that was put away',
      at: '/plan/:id/manage',
      async show(stage) {
        const me = await fatma(stage)
        await me.press('Kies “Wilma haar naam voor het plan”')
        await me.press('Berg het plan op')
        await expect(me.page().getByText('Dit plan is opgeborgen.')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'take off what others keep',
      at: '/plan/:id/manage',
      dialog: 'client/features/manage/take-off.tsx',
      async show(stage) {
        const wilma = await stage.meet('Wilma')
        await wilma.isShared()
        await wilma.press('Haal het van dit toestel')
        await expect(wilma.page().getByText('De anderen houden het plan.')).toBeVisible()
        return wilma.page()
      },
    },
    {
      name: 'open in another window',
      at: '/plan/:id',
      async show(stage) {
        const me = await fatma(stage)
        await me.goTo('Mijn verhaal')
        await me.openTab()
        await expect(me.page().getByRole('heading', { name: 'Het plan is al open' })).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'a plan that is not on this device',
      at: '/plan/:id',
      async show(stage) {
        const me = await fatma(stage)
        const { origin } = new URL(me.page().url())
        await me.page().goto(`${origin}/#/plan/AAAAAAAAAAAAAAAAAAAAAA`)
        await expect(me.page().getByRole('heading', { name: 'Dit plan staat niet op dit toestel' })).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'a plan whose copy is damaged',
      at: '/plan/:id',
      async show(stage) {
        const wilma = await stage.meet('Wilma')
        wilma.troubles.allow(/./) // the page reports the damage
        const address = wilma.page().url()
        await damageCopy(wilma)
        await wilma.page().goto(new URL(address).origin)
        await wilma.page().goto(address.replace('/manage', ''))
        await expect(wilma.page().getByRole('heading', { name: 'Dit plan gaat niet open' })).toBeVisible()
        return wilma.page()
      },
    },
  ],
}
