/** A plan for people who write in it, who read it, and who lose their connection. */
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'
import { poisonCopy, writeTooMuch } from '../hostile.ts'
import { forgetJournal } from './kept-copy.ts'
import { type Tour, visitsOf } from './visit.ts'

const TITLE = 'Weer aan het werk, en rust in huis'

const fatma = visitsOf('Fatma')
const wilma = visitsOf('Wilma')
const noor = visitsOf('Noor')

const openTools = async (me: Person): Promise<void> => {
  await me.press('Opmaak')
  await expect(me.page().getByRole('button', { name: 'Vet' })).toBeVisible()
}

/** The story's words as other screens show them: with a sign before each point, or only their beginning. */
const keepWritten = async (me: Person): Promise<void> => {
  for (const text of await me.page().locator('main [dir=auto], main [dir=auto] *').allTextContents())
    if (text !== '') me.words.add(text)
}

export const writing: Tour = {
  name: 'writing a story',
  visits: [
    fatma('an empty plan', '/plan/:id', (me) => me.beginPlan(TITLE)),
    fatma('an empty story', '/plan/:id/story', (me) => me.toStory()),
    fatma('alone in a plan', '/plan/:id/people', async (me) => {
      await me.goTo('Wie doet mee')
      await expect(me.page().getByRole('listitem').filter({ hasText: 'Fatma (jij)' })).toBeVisible()
    }),
    fatma(
      'take off the only copy',
      { at: '/plan/:id/manage', dialog: 'client/features/manage/take-off.tsx' },
      async (me) => {
        await me.goTo('Over dit plan')
        await me.press('Haal het van dit toestel')
        await expect(me.page().getByText('niemand anders heeft dit plan')).toBeVisible()
      },
    ),
    fatma('a story of two, with the cursor of the other', '/plan/:id/story', async (me, { meet }) => {
      const other = await meet('Wilma')
      await me.press('Laat het staan')
      await other.join(await me.invite('schrijft mee'))
      await me.goTo('Mijn verhaal')
      await me.story().click()
      await openTools(me)
      await me.press('Kop')
      await me.typeOn('Hoe het nu gaat')
      await me.page().keyboard.press('Enter')
      await me.typeOn('Ik woon hier nu twee jaar. Ik slaap slecht en ik heb schulden bij de zorgverzekeraar.')
      await me.press('Punten')
      await me.page().keyboard.press('Enter')
      await me.typeOn('Weer werken, liefst met mijn handen')
      await me.page().keyboard.press('Enter')
      await me.typeOn('Minder arbeidsongeschiktheidsverzekeringspapieren')
      await me.press('Opmaak')
      await other.sees('Minder arbeidsongeschiktheidsverzekeringspapieren') // the end of the text: she writes at its end
      await other.write('Wat fijn dat je dit opschrijft!')
      await me.sees('Wat fijn dat je dit opschrijft!')
      await me.seesCursorOf('Wilma')
    }),
    fatma('the tools of the story', '/plan/:id/story', openTools),
    fatma('a link in the story', '/plan/:id/story', async (me) => {
      await me.press('Link')
      await me.fill(me.page().getByLabel('Adres van de link'), 'geen adres')
      await me.press('Maak een link')
      await expect(me.page().getByRole('alert')).toBeVisible()
    }),
    noor('a story to read', '/plan/:id/story', async (me, { meet }) => {
      const { link } = await (await meet('Fatma')).invite('leest mee')
      await me.page().goto(link)
      await me.press('Doe mee')
      await me.toStory()
      await expect(me.page().getByText('Wat fijn dat je dit opschrijft!')).toBeVisible()
    }),
    noor('who wrote the story', '/plan/:id/story', async (me) => {
      await me.press('Wie schreef wat?')
      await expect(me.page().getByText('Bij elk stuk staat wie het schreef.')).toBeVisible()
    }),
    noor('who takes part, for who reads', '/plan/:id/people', async (me) => {
      await me.goTo('Wie doet mee')
      await expect(me.page().getByText('Wilma', { exact: true })).toBeVisible()
    }),
    noor('invite, where that is for somebody else', '/plan/:id/invite', async (me) => {
      await me.goTo('Uitnodigen')
      await expect(me.page().getByText('Dat doet de baas van het plan')).toBeVisible()
    }),
    noor('about the plan, for who reads', '/plan/:id/manage', async (me) => {
      await me.goTo('Over dit plan')
      await expect(me.page().getByRole('button', { name: 'Print het plan' })).toBeVisible()
    }),
    fatma('what has changed', '/plan/:id/changes', async (me) => {
      await me.isShared()
      await me.goTo('Wat is er veranderd')
      await expect(me.page().getByText('Wilma schreef in het verhaal')).toBeVisible()
    }),
    fatma('what has changed, before and after', '/plan/:id/changes', async (me) => {
      const line = me.page().getByRole('listitem').filter({ hasText: 'Wilma schreef in het verhaal' })
      await line.getByRole('button', { name: /^Bekijk wat er veranderde/ }).click()
      await expect(line.getByText('Daarna')).toBeVisible()
      await keepWritten(me)
    }),
    wilma('somebody took text away', '/plan/:id', async (me, { meet }) => {
      const owner = await meet('Fatma')
      await me.isShared()
      await me.page().getByRole('link', { name: 'Naar jouw plannen.' }).click()
      await owner.toStory()
      await owner.story().click()
      await owner.page().keyboard.press('Control+A')
      await owner.page().keyboard.press('Delete')
      await owner.isShared()
      await me.page().getByRole('link', { name: TITLE }).click()
      await expect(me.page().getByText('Fatma haalde tekst weg uit het verhaal.')).toBeVisible()
    }),
    wilma('put back with one tap', '/plan/:id', async (me) => {
      await me.press('Zet terug')
      await expect(me.page().getByText('Het staat er weer.')).toBeVisible()
      await keepWritten(me)
    }),
    wilma('written without a connection', '/plan/:id/story', async (me) => {
      await me.toStory()
      await me.sees('Ik woon hier nu twee jaar.')
      await me.isShared()
      await me.goOffline()
      await me.write('Dit schrijf ik in de trein.')
      await me.isNotShared()
    }),
    wilma(
      'take off what is not shared yet',
      { at: '/plan/:id/manage', dialog: 'client/features/manage/take-off.tsx' },
      async (me) => {
        await me.goTo('Over dit plan')
        await me.press('Haal het van dit toestel')
        await expect(me.page().getByText('nog niet alles is gedeeld')).toBeVisible()
      },
    ),
    wilma('home, with something not shared yet', '/', async (me) => {
      await me.press('Laat het staan')
      await me.page().getByRole('link', { name: 'Naar jouw plannen.' }).click()
      await expect(me.page().getByText('Nog niet alles is gedeeld')).toBeVisible()
    }),
    fatma('a story that is too large to draw', '/plan/:id/story', async (me, { meet }) => {
      const other = await meet('Wilma')
      await other.page().getByRole('link', { name: TITLE }).click()
      await poisonCopy(other.page(), other.plan(), 'in de trein', writeTooMuch)
      await other.reload()
      await other.goOnline()
      await me.goTo('Mijn verhaal')
      await expect(me.page().getByText('Het grote stuk is van Wilma.')).toBeVisible()
      await keepWritten(me)
    }),
    fatma('what changed before this device kept it', '/plan/:id/changes', async (me) => {
      await me.press('Haal het grote stuk eruit en schrijf verder')
      await me.isShared()
      await forgetJournal(me)
      await me.reload()
      await me.goTo('Wat is er veranderd')
      await expect(me.page().getByRole('button', { name: 'Haal oudere veranderingen op' })).toBeVisible()
    }),
    fatma('older changes have come', '/plan/:id/changes', async (me) => {
      await me.press('Haal oudere veranderingen op')
      await expect(me.page().getByText('Alles staat er nu bij.')).toBeVisible()
    }),
  ],
}
