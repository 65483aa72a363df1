/** Wishes, goals and steps in all their states. */
import { expect, type Page } from '@playwright/test'
import { add, openGoal as open, toGoals } from '../goals.ts'
import type { Person } from '../people.ts'
import { readSeenLast } from '../seen-last.ts'
import { type Tour, visitsOf } from './visit.ts'

const GOAL = 'Elke week een keer ergens heen waar ik mensen ken'
const STEP = 'Bellen met de arbeidsongeschiktheidsverzekeringsmaatschappij'

const fatma = visitsOf('Fatma')
const wilma = visitsOf('Wilma')
const noor = visitsOf('Noor')

/** From its next start on, this page gets no document from the disk: a plan goes on opening. */
const holdDocuments = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const ask = indexedDB.open.bind(indexedDB)
    // A request like the browser's own, which nobody ever answers.
    const held = Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value() {} } }) as IDBOpenDBRequest
    indexedDB.open = (name, version) => (name.startsWith('weef-plan-') ? held : ask(name, version))
  })
}

const openGoal = (me: Person): Promise<void> => open(me, GOAL)

export const goals: Tour = {
  name: 'wishes, goals and steps',
  visits: [
    fatma('no wish and no goal yet', '/plan/:id/goals', async (me) => {
      await me.beginPlan('Weer onder de mensen')
      await toGoals(me)
      await expect(me.page().getByText('Er is nog geen doel.')).toBeVisible()
    }),
    fatma('a goal without a step, asked for nothing', '/plan/:id/goals/:goal', async (me) => {
      await me.press('Maak een doel')
      await me.page().keyboard.press('Enter')
      await expect(me.page().getByRole('alert')).toBeVisible()
      await me.fill(me.page().getByLabel('Wat wil je bereiken?'), GOAL)
      await me.page().keyboard.press('Enter')
      await expect(me.page().getByRole('heading', { level: 1, name: GOAL })).toBeVisible()
    }),
    fatma('everything of one step', '/plan/:id/goals/:goal', async (me) => {
      await add(me, 'Stap erbij', 'Wat ga je doen?', STEP)
      await me.page().getByLabel('Wanneer?').fill('2030-11-28')
      await me.page().getByLabel('Hoe laat?').fill('14:30')
      await me.page().getByText('Wie, hoe, en meer').click()
      await me.page().getByRole('radio', { name: 'Iemand anders' }).first().check()
      await expect(me.page().getByLabel('Hoe heet die?')).toBeVisible()
    }),
    fatma('putting steps in order', '/plan/:id/goals/:goal', async (me) => {
      await add(me, 'Stap erbij', 'Wat ga je doen?', 'Laarzen kopen')
      await me.press('Klaar')
      await me.press('Verander de volgorde')
      await expect(me.page().getByRole('button', { name: 'Verplaats: Laarzen kopen' })).toBeVisible()
    }),
    wilma('two days at once, and a proposal to end it', '/plan/:id/goals/:goal', async (me, { meet }) => {
      const other = await meet('Fatma')
      await me.join(await other.invite('schrijft mee'))
      await openGoal(other)
      await openGoal(me)
      await expect(me.page().getByRole('checkbox', { name: `Gedaan: ${STEP}` })).toBeVisible()
      for (const [one, day] of [
        [other, '2030-12-05'],
        [me, '2030-12-12'],
      ] as const) {
        await one.isShared()
        await one.goOffline()
        await one.press(`Verander: ${STEP}`)
        await one.page().getByLabel('Wanneer?').fill(day)
      }
      await other.page().getByText('Rond het doel af').click()
      await other.press('Het doel is bereikt')
      for (const one of [other, me]) await one.goOnline()
      await expect(me.page().getByText('Fatma stelt voor: “Het doel is bereikt”.')).toBeVisible()
      await expect(me.page().getByRole('group', { name: /koos .*\. .*koos / })).toBeVisible()
    }),
    wilma('what people say to a goal', '/plan/:id/goals/:goal', async (me) => {
      await me.page().getByText('Zeg wat jij ervan vindt').click()
      await me.page().getByRole('radio', { name: 'Ik ben het er niet mee eens' }).first().check()
      await me.press('Bewaar')
      await me.page().getByText('Schrijf op wat iemand anders vindt').click()
      await expect(me.page().getByText(/: er niet mee eens$/)).toBeVisible()
    }),
    wilma('words that were half typed, and too many of them', '/plan/:id/goals/:goal', async (me) => {
      await me.fill(me.page().getByLabel('In je eigen woorden').first(), 'Ik wil er nog over nadenken. '.repeat(20))
      await me.goTo('Gesprekken')
      await openGoal(me)
      await expect(me.page().getByText('Je was hier nog bezig.')).toBeVisible()
      await expect(me.page().getByText('Dit is te lang om te bewaren.')).toBeVisible()
    }),
    wilma('wishes and goals, and what was set aside', '/plan/:id/goals', async (me) => {
      await toGoals(me)
      await add(me, 'Schrijf een wens op', 'Wat wenst Fatma?', 'Een bank in de tuin')
      await add(me, 'Schrijf een wens op', 'Wat wenst Fatma?', 'Rust in huis')
      await me.press('Verander: Een bank in de tuin')
      await me.press('Leg opzij: Een bank in de tuin')
      await me.page().getByText('Opzij gelegd (1)').click()
      await expect(me.page().getByText('Door Wilma (jij),')).toBeVisible()
    }),
    noor('goals to read', '/plan/:id/goals', async (me, { meet }) => {
      const { link } = await (await meet('Fatma')).invite('leest mee')
      await me.page().goto(link)
      await me.press('Doe mee')
      await toGoals(me)
      await expect(me.page().getByRole('heading', { name: GOAL })).toBeVisible()
    }),
    noor('a goal to read', '/plan/:id/goals/:goal', openGoal),
    fatma('a goal that has ended', '/plan/:id/goals/:goal', async (me, { meet }) => {
      const other = await meet('Wilma')
      await openGoal(other)
      await other.press('Ja, mee eens')
      await toGoals(me)
      await me.page().getByText('Afgerond (1)').click()
      await me
        .page()
        .getByRole('link', { name: `Bekijk dit doel: ${GOAL}` })
        .click()
      await expect(me.page().getByRole('heading', { name: 'Afgerond' })).toBeVisible()
    }),
    fatma('a goal that is not there', '/plan/:id/goals/:goal', async (me) => {
      await me.page().goto(
        me
          .page()
          .url()
          .replace(/goals\/.*$/, 'goals/AAAAAAAAAAA'),
      )
      await expect(me.page().getByRole('heading', { name: 'Dit doel is er niet.' })).toBeVisible()
    }),
    fatma('as it was last seen, while the plan opens', '/plan/:id', async (me) => {
      await me.goTo('Plan')
      await expect(me.page().getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
      await expect.poll(() => readSeenLast(me.page())).not.toBe('')
      await holdDocuments(me.page())
      await me.reload()
      await expect(me.page().getByText('Zoals je het laatst zag')).toBeVisible()
    }),
  ],
}
