/** Sharing that has stopped, for every reason, and alarms. */
import { expect } from '@playwright/test'
import { together } from '../circle.ts'
import type { Person } from '../people.ts'
import { backUp, putBackRelay, replaceRelay, restoreBackup, rot } from './relay-faults.ts'
import { type Tour, visitsOf } from './visit.ts'

const fatma = visitsOf('Fatma')
const wilma = visitsOf('Wilma')
const noor = visitsOf('Noor')

const TITLE = 'Rustig wonen'
/** More than the small relay stores of one plan. */
const MUCH = 'Er is zo veel te vertellen. '.repeat(1_000)

const isTold = async (me: Person, ...words: readonly string[]): Promise<void> => {
  const told = me.page().getByRole('alert').or(me.page().getByRole('status'))
  for (const hasText of words) await expect(told.filter({ hasText })).toBeVisible()
}

export const stopped: Tour = {
  name: 'sharing that stops',
  visits: [
    wilma('a plan of which my part is used up', '/plan/:id/people', async (me, { meet, relay }) => {
      const owner = await meet('Fatma')
      owner.troubles.breakNetwork()
      await replaceRelay(relay, 'a small one')
      await together(owner, 'Heel veel', [me, 'schrijft mee'])
      await me.story().click()
      await me.page().keyboard.insertText(MUCH)
      await isTold(me, 'Jouw deel van dit plan is vol')
      await me.goTo('Wie doet mee')
    }),
    fatma('a plan that is full', '/plan/:id/people', async (me) => {
      await me.story().click()
      await me.page().keyboard.insertText(MUCH)
      await isTold(me, 'Dit plan is vol')
      await me.goTo('Wie doet mee')
    }),
    noor('an invitation, where this app is too old for it', '/join/:link', async (me, { meet, relay }) => {
      const owner = await meet('Fatma')
      await putBackRelay(relay)
      await together(owner, TITLE, [await meet('Wilma'), 'schrijft mee'])
      await backUp(relay)
      const { link } = await owner.invite('leest mee')
      await replaceRelay(relay, 'one with a newer protocol')
      await me.page().goto(link)
      await isTold(me, 'Er is een nieuwe versie van Weef nodig.')
    }),
    wilma('a plan, where this app is too old for the relay', '/plan/:id/story', (me) =>
      isTold(me, 'Er is een nieuwe versie nodig'),
    ),
    wilma('what does not add up: somebody was given another plan', '/plan/:id/story', async (me, { meet, relay }) => {
      const [owner, reader] = [await meet('Fatma'), await meet('Noor')]
      await putBackRelay(relay)
      await owner.reload()
      await me.reload()
      await reader.join(await owner.invite('leest mee'))
      await me.isShared()
      for (const each of [me, reader]) await each.goOffline()
      await owner.goTo('Mijn verhaal')
      for (const text of ['Dit zien zij straks.', 'En dit ook.']) {
        await owner.write(text)
        await owner.isShared()
      }
      await owner.invite('schrijft mee')
      rot(relay, me.plan(), 'entry', 1)
      await me.goOnline()
      await isTold(me, 'Hier klopt iets niet', 'Delen is gestopt')
    }),
    wilma('all that did not add up', '/plan/:id/manage', async (me) => {
      await me.goTo('Over dit plan')
      await me.press('Gezien')
      await expect(me.page().getByText('Hier klopt iets niet')).toHaveCount(0)
      await me.reload() // a dismissed alarm stays dismissed, but in the list
      await expect(me.page().getByRole('heading', { name: 'Wat er niet klopte' })).toBeVisible()
      await expect(me.page().getByText('Hier klopt iets niet')).toHaveCount(0)
    }),
    noor('what does not add up: a damaged log', '/plan/:id/story', async (me, { relay }) => {
      rot(relay, me.plan(), 'entry', 1)
      rot(relay, me.plan(), 'record')
      await me.goOnline()
      await isTold(me, 'Hier klopt iets niet', 'Een deel van het plan is beschadigd aangekomen.')
      rot(relay, me.plan(), 'record')
    }),
    fatma('a plan, where the relay has forgotten the last hours', '/plan/:id/manage', async (me, { relay }) => {
      await me.goTo('Over dit plan')
      await restoreBackup(relay)
      await isTold(me, 'Delen is gestopt')
    }),
    noor('a plan that one does not take part in any more', '/plan/:id/story', async (me) => {
      await me.reload()
      await isTold(me, 'Dit plan kan niet meer gedeeld worden')
    }),
  ],
}
