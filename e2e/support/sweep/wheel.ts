/** The wheel: before the first, in each way of filling it in, with two answers at once, and in retrospect. */
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'
import { has, NOTE, slider } from '../wheel.ts'
import { type Tour, visitsOf } from './visit.ts'

const AT = '/plan/:id/wheel'
const OWN = 'Mijn arbeidsongeschiktheidsverzekeringspapieren'

const fatma = visitsOf('Fatma')
const noor = visitsOf('Noor')

const openTopic = async (me: Person, name: string): Promise<void> => {
  await me
    .page()
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await expect(me.page().getByRole('heading', { name })).toBeVisible()
}

export const wheel: Tour = {
  name: 'a wheel',
  visits: [
    fatma('no wheel yet', AT, async (me) => {
      await me.startPlan('Rust in mijn hoofd')
      await me.goTo('Mijn wiel')
      await has(me, 'Zingeving', 'niet ingevuld')
    }),
    fatma('a wheel with one score, and the scale of the next topic', AT, async (me) => {
      await me.press('0')
      await me.press('Volgende')
      await expect(me.page().getByRole('group', { name: 'Cijfer voor Mentaal welbevinden' })).toBeVisible()
    }),
    fatma('a wheel half filled in, and a topic open', AT, async (me) => {
      await slider(me, 'Lichaamsfuncties').press('Home')
      await slider(me, 'Dagelijks functioneren').press('End')
      await slider(me, 'Mentaal welbevinden').press('PageUp')
      await openTopic(me, 'Mentaal welbevinden')
      await me.page().getByLabel('Hier wil ik over praten').check()
      await me.fill(me.page().getByLabel('Wil je er iets bij schrijven?'), NOTE)
    }),
    fatma('one question of the wheel', AT, async (me) => {
      await me.press('Vragen')
      await me.press('Volgende')
      await expect(me.page().getByRole('heading', { name: 'Mentaal welbevinden' })).toBeVisible()
    }),
    fatma('the wheel as a list', AT, async (me) => {
      await me.press('Lijst')
      await me.fill(me.page().getByLabel('Hoe noem je het?'), OWN)
      await me.page().getByLabel(`Cijfer voor ${OWN}`).selectOption('8')
    }),
    fatma('two scores at the same time', AT, async (me, { meet }) => {
      const other = await meet('Wilma')
      await me.press('Tekening')
      await other.join(await me.invite('schrijft mee'))
      for (const each of [me, other]) {
        await each.goTo('Mijn wiel')
        await each.isShared()
        await each.goOffline()
      }
      await slider(me, 'Meedoen').press('Home')
      await slider(other, 'Meedoen').press('End')
      for (const each of [me, other]) await each.goOnline()
      await expect(me.page().getByText('Meedoen: twee antwoorden tegelijk')).toBeVisible()
      await me.isShared()
    }),
    fatma('a finished wheel with another under it', AT, async (me, { meet }) => {
      const other = await meet('Wilma')
      await me.press('Klaar')
      await other.page().getByText('Mijn eigen wiel, of dat van iemand anders').click()
      await other.press('Mijn eigen wiel')
      await other
        .page()
        .getByRole('button', { name: /^Leg opzij: / })
        .click()
      await other.press('Vul een nieuw wiel in met Fatma')
      await slider(other, 'Zingeving').press('End')
      await slider(other, 'Mentaal welbevinden').press('End')
      await slider(other, 'Lichaamsfuncties').press('End')
      await me.page().getByLabel('Leg er een ander wiel onder').selectOption({ index: 1 })
      await expect(me.page().locator('.wh-before')).toHaveCount(2)
      await me.page().getByText('Alle wielen').click()
      await me.page().getByText('Opzij gelegd (1)').click()
      await me.page().getByText('Een wiel van iemand anders').click()
      await me.isShared()
    }),
    noor('a wheel to look at', AT, async (me, { meet }) => {
      await me.join(await (await meet('Fatma')).invite('leest mee'))
      await me.goTo('Mijn wiel')
      await expect(me.page().getByText('Ingevuld door Wilma').first()).toBeVisible()
    }),
  ],
}
