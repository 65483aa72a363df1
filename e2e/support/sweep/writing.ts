/** A plan as those see it who write in it, read along, and lose their connection. */
import { expect, type Page } from '@playwright/test'
import type { Person } from '../people.ts'
import type { Stage, Tour } from './visit.ts'

const TITLE = 'Weer aan het werk, en rust in huis'

const fatma = async ({ meet }: Stage): Promise<Person> => meet('Fatma')

const openTools = async (person: Person): Promise<Page> => {
  await person.press('Opmaak')
  await expect(person.page().getByRole('button', { name: 'Vet' })).toBeVisible()
  return person.page()
}

export const writing: Tour = {
  name: 'writing a story',
  visits: [
    {
      name: 'an empty story',
      at: '/plan/:id',
      async show(stage) {
        const me = await fatma(stage)
        await me.startPlan(TITLE)
        return me.page()
      },
    },
    {
      name: 'alone in a plan',
      at: '/plan/:id/people',
      async show(stage) {
        const me = await fatma(stage)
        await me.goTo('Wie doet mee')
        await expect(me.page().getByRole('listitem').filter({ hasText: 'Fatma (jij)' })).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'take off the only copy',
      at: '/plan/:id/manage',
      dialog: 'client/features/manage/take-off.tsx',
      async show(stage) {
        const me = await fatma(stage)
        await me.goTo('Over dit plan')
        await me.press('Haal het van dit toestel')
        await expect(me.page().getByText('niemand anders heeft dit plan')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'a story of two, with the cursor of the other',
      at: '/plan/:id',
      async show(stage) {
        const me = await fatma(stage)
        const wilma = await stage.meet('Wilma')
        await me.press('Laat het staan')
        await wilma.join(await me.invite('schrijft mee'))
        await me.goTo('Mijn verhaal')
        await me.story().click()
        await openTools(me)
        await me.press('Kop')
        await me.typeOn('Hoe het nu gaat')
        await me.page().keyboard.press('Enter')
        await me.typeOn('Ik woon hier nu twee jaar. Ik slaap slecht en ik heb schulden bij de zorgverzekeraar.')
        await me.press('Lijst met punten')
        await me.page().keyboard.press('Enter')
        await me.typeOn('Weer werken, liefst met mijn handen')
        await me.page().keyboard.press('Enter')
        await me.typeOn('Minder arbeidsongeschiktheidsverzekeringspapieren')
        await me.press('Opmaak')
        await wilma.sees('Minder arbeid')
        await wilma.write('Wat fijn dat je dit opschrijft!')
        await me.sees('Wat fijn dat je dit opschrijft!')
        await me.seesCursorOf('Wilma')
        return me.page()
      },
    },
    {
      name: 'the tools of the story',
      at: '/plan/:id',
      show: async (stage) => openTools(await fatma(stage)),
    },
    {
      name: 'a link in the story',
      at: '/plan/:id',
      async show(stage) {
        const me = await fatma(stage)
        await me.press('Link')
        await me.fill(me.page().getByLabel('Adres van de link'), 'geen adres')
        await me.press('Maak een link')
        await expect(me.page().getByRole('alert')).toBeVisible()
        return me.page()
      },
    },
    {
      name: 'a story to read',
      at: '/plan/:id',
      async show(stage) {
        const noor = await stage.meet('Noor')
        const { link } = await (await fatma(stage)).invite('leest mee')
        await noor.page().goto(link)
        await noor.press('Doe mee')
        await expect(noor.page().getByText('Wat fijn dat je dit opschrijft!')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'who takes part, for who reads',
      at: '/plan/:id/people',
      async show(stage) {
        const noor = await stage.meet('Noor')
        await noor.goTo('Wie doet mee')
        await expect(noor.page().getByText('Wilma')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'invite, where that is for somebody else',
      at: '/plan/:id/invite',
      async show(stage) {
        const noor = await stage.meet('Noor')
        await noor.goTo('Uitnodigen')
        await expect(noor.page().getByText('Dat doet de baas van het plan')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'about the plan, for who reads',
      at: '/plan/:id/manage',
      async show(stage) {
        const noor = await stage.meet('Noor')
        await noor.goTo('Over dit plan')
        await expect(noor.page().getByRole('button', { name: 'Print het verhaal' })).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'written without a connection',
      at: '/plan/:id',
      async show(stage) {
        const wilma = await stage.meet('Wilma')
        await wilma.isShared()
        await wilma.goOffline()
        await wilma.write('Dit schrijf ik in de trein.')
        await wilma.isNotShared()
        return wilma.page()
      },
    },
    {
      name: 'take off what is not shared yet',
      at: '/plan/:id/manage',
      dialog: 'client/features/manage/take-off.tsx',
      async show(stage) {
        const wilma = await stage.meet('Wilma')
        await wilma.goTo('Over dit plan')
        await wilma.press('Haal het van dit toestel')
        await expect(wilma.page().getByText('nog niet alles is gedeeld')).toBeVisible()
        return wilma.page()
      },
    },
    {
      name: 'home, with something not shared yet',
      at: '/',
      async show(stage) {
        const wilma = await stage.meet('Wilma')
        await wilma.press('Laat het staan')
        await wilma.page().getByRole('link', { name: 'Naar jouw plannen.' }).click()
        await expect(wilma.page().getByText('Nog niet alles is gedeeld')).toBeVisible()
        return wilma.page()
      },
    },
  ],
}
