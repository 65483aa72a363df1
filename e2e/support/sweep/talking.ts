/** The plan as a whole, and talking about it: the overview, conversations in every phase, contact cards. */
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'
import { begin } from '../wheel.ts'
import { type Tour, visitsOf } from './visit.ts'

const fatma = visitsOf('Fatma')
const noor = visitsOf('Noor')

const sees = (me: Person, words: string | RegExp): Promise<void> =>
  expect(me.page().getByText(words).first()).toBeVisible()

const addPoint = async (me: Person, text: string): Promise<void> => {
  await me.fill(me.page().getByLabel('Zelf iets opschrijven'), text)
  await me.page().getByRole('button', { name: 'Zet erbij', exact: true }).click()
}

export const talking: Tour = {
  name: 'the plan as a whole, and talking about it',
  visits: [
    fatma('an empty plan leads by the hand', '/plan/:id', async (me) => {
      await me.beginPlan('Weer onder de mensen')
      await sees(me, 'Zo begin je')
    }),
    fatma('how I like contact, empty', '/plan/:id/contact', (me) => me.goTo('Zo wil ik contact')),
    fatma('how I like contact', '/plan/:id/contact', async (me) => {
      const group = (name: string) => me.page().getByRole('group', { name, exact: true })
      await group('Bellen').getByRole('radio', { name: 'liever niet' }).check()
      await group('dinsdag').getByRole('checkbox', { name: 'avond' }).check()
      await me.press('Schrijf er iets bij')
      await me.fill(me.page().getByLabel('In je eigen woorden', { exact: true }), 'App eerst even, dan bel ik terug.')
    }),
    fatma('no conversation yet', '/plan/:id/conversations', async (me) => {
      await me.goTo('Gesprekken')
      await sees(me, 'Er is nog geen gesprek.')
    }),
    fatma('a conversation that is prepared', '/plan/:id/conversations/:conversation', async (me) => {
      await me.goTo('Mijn wiel')
      await begin(me)
      await me
        .page()
        .getByRole('button', { name: /^Meedoen/ })
        .click()
      await me.page().getByLabel('Hier wil ik over praten').check()
      await me.goTo('Gesprekken')
      await me.press('Bereid een gesprek voor')
      await me.page().getByLabel('Op welke dag?', { exact: true }).fill('2031-05-06')
      await me.page().getByRole('radio', { name: 'beeldbellen' }).check()
      await addPoint(me, 'De brief van de gemeente over de huurtoeslagterugvordering')
      await addPoint(me, 'De tuin')
      await addPoint(me, 'De buren')
      await me.press('Leg opzij: De buren')
      await me.page().getByText('Alleen voor jou: punten die je nog niet deelt').click()
      await me.fill(me.page().getByLabel('Voor jezelf'), 'De schulden')
      await me.press('Bewaar voor mezelf')
      await expect(me.page().getByRole('button', { name: 'Deel dit punt: De schulden' })).toBeVisible()
      await me.page().getByText('Opzij gelegd').click()
      await sees(me, 'De buren')
    }),
    fatma('one point at a time', '/plan/:id/conversations/:conversation', async (me) => {
      await me.press('Begin het gesprek')
      await me.press('Besproken')
      await sees(me, 'Punt 2 van 2')
    }),
    fatma('an agreement, of which something is missing', '/plan/:id/conversations/:conversation', async (me) => {
      await me.page().getByText('Maak een afspraak').click()
      await me.press('Bewaar de afspraak')
      await sees(me, 'Schrijf op wat jullie afspreken.')
    }),
    fatma('the end of a conversation', '/plan/:id/conversations/:conversation', async (me) => {
      await me.fill(me.page().getByLabel('Wat spreken jullie af?'), 'Samen de brief lezen')
      await me.fill(me.page().getByLabel('Hoe heet het nieuwe doel?'), 'Post op orde')
      await me.page().getByRole('radio', { name: 'Fatma (jij)' }).check()
      await me.page().getByLabel('Wanneer?').fill('2031-05-09')
      await me.press('Bewaar de afspraak')
      await me.fill(me.page().getByLabel('Aantekeningen', { exact: true }), 'We beginnen klein.')
      await me.press('Naar het einde van het gesprek')
      await me.page().getByLabel('Op welke dag spreken jullie elkaar weer?').fill('2031-05-13')
      await me.page().getByLabel('Hoe laat?').fill('09:30')
      await me.page().getByText('In mijn agenda', { exact: true }).click()
      await sees(me, 'Samen de brief lezen')
    }),
    fatma('a conversation to look back at', '/plan/:id/conversations/:conversation', async (me) => {
      await me.press('Rond het gesprek af')
      await sees(me, /^Volgend contact/)
    }),
    fatma('conversations: to come, held, set aside', '/plan/:id/conversations', async (me) => {
      for (let times = 0; times < 2; times += 1) {
        await me.goTo('Gesprekken')
        await me.press('Bereid een gesprek voor')
        await me.page().getByRole('radio', { name: 'bellen', exact: true }).check()
      }
      await me.goTo('Gesprekken')
      await me
        .page()
        .getByRole('button', { name: /^Leg opzij/ })
        .first()
        .click()
      await me.page().getByText('Opzij gelegd').click()
    }),
    fatma('a conversation that is not there', '/plan/:id/conversations/:conversation', async (me) => {
      await me.page().goto(
        me
          .page()
          .url()
          .replace(/conversations.*/, 'conversations/AAAAAAAAAAA'),
      )
      await sees(me, 'Dit gesprek is er niet.')
    }),
    fatma('the ways that stand behind "more"', '/plan/:id', async (me) => {
      await me.goTo('Plan')
      await me.press('Meer')
    }),
    fatma('a plan with something of everything', '/plan/:id', async (me) => {
      await me.goTo('Plan')
      await sees(me, 'Samen de brief lezen')
    }),
    noor('the whole plan, for who reads', '/plan/:id', async (me, { meet }) => {
      const owner = await meet('Fatma')
      await me.join(await owner.invite('leest mee'))
      await me.goTo('Plan')
      await sees(me, 'Samen de brief lezen')
    }),
    noor('how another likes contact', '/plan/:id/contact', async (me) => {
      await me.goTo('Zo wil ik contact')
      await sees(me, 'Bellen: liever niet')
    }),
    noor('conversations, for who reads', '/plan/:id/conversations', (me) => me.goTo('Gesprekken')),
    fatma('change the overview', '/plan/:id', async (me) => {
      await me.goTo('Plan')
      await me.press('Pas dit overzicht aan')
      await me.page().getByText('Geef een andere naam').nth(1).click()
      await me.fill(me.page().getByLabel('Naam van “Mijn wiel”'), 'Hoe het met mij gaat')
      await me.page().keyboard.press('Tab')
      await me.page().getByLabel('Laat dit deel zien').nth(4).uncheck()
    }),
    fatma('a plan of one’s own making', '/plan/:id', async (me) => {
      await me.press('Klaar')
      await sees(me, 'Niet in het overzicht')
    }),
  ],
}
