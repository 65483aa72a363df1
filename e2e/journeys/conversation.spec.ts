/** A conversation: prepared offline, held offline at a table, shared afterwards. */
import { together } from '../support/circle.ts'
import { inDays } from '../support/days.ts'
import { expectSame, type Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'
import { begin } from '../support/wheel.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

const main = (one: Person) => one.page().getByRole('main')

const addPoint = async (one: Person, text: string): Promise<void> => {
  await one.fill(one.page().getByLabel('Zelf iets opschrijven'), text)
  await one.page().getByRole('button', { name: 'Zet erbij', exact: true }).click()
}

test(
  'prepared and held offline; agreements are steps, and everybody gets them later',
  { tag: '@smoke' },
  async ({ person }) => {
    const fatma = await person('Fatma', PHONE)
    const wilma = await person('Wilma', { viewport: { width: 1280, height: 800 } })
    await together(fatma, 'Weer onder de mensen', [wilma, 'schrijft mee'])
    await fatma.goTo('Mijn wiel')
    await begin(fatma)
    await fatma
      .page()
      .getByRole('button', { name: /^Meedoen/ })
      .click()
    await fatma.page().getByLabel('Hier wil ik over praten').check()
    await wilma.goTo('Plan')
    await expect(main(wilma)).toContainText('Fatma: Meedoen')
    await wilma.isShared()

    await wilma.goOffline()
    await wilma.goTo('Gesprekken')
    await wilma.press('Bereid een gesprek voor')
    await wilma.page().getByLabel('Op welke dag?', { exact: true }).fill(inDays(0))
    await wilma.page().getByRole('radio', { name: 'samen' }).check()
    await wilma.press('Zet erbij: Fatma: Meedoen')
    await addPoint(wilma, 'De brief van de gemeente')
    await wilma.isNotShared()

    await wilma.press('Begin het gesprek')
    await expect(main(wilma)).toContainText('Punt 1 van 2')
    await wilma.press('Besproken')
    await expect(main(wilma)).toContainText('De brief van de gemeente')
    await wilma.fill(wilma.page().getByLabel('Aantekeningen', { exact: true }), 'We beginnen klein.')
    await wilma.page().getByText('Maak een afspraak').click()
    await wilma.fill(wilma.page().getByLabel('Wat spreken jullie af?'), 'Samen de brief lezen')
    await wilma.fill(wilma.page().getByLabel('Hoe heet het nieuwe doel?'), 'Post op orde')
    await wilma.page().getByRole('radio', { name: 'Wilma (jij)' }).check()
    await wilma.page().getByLabel('Wanneer?').fill(inDays(3))
    await wilma.press('Bewaar de afspraak')
    await expect(main(wilma)).toContainText('De afspraak staat nu als stap bij het doel.')
    await wilma.press('Naar het einde van het gesprek')
    await wilma.page().getByLabel('Op welke dag spreken jullie elkaar weer?').fill(inDays(7))
    await wilma
      .page()
      .getByRole('group', { name: 'Hoe spreken jullie elkaar dan?' })
      .getByRole('radio', { name: 'bellen', exact: true })
      .check()
    await wilma.press('Rond het gesprek af')
    await expect(main(wilma)).toContainText('Volgend contact:')

    await wilma.goOnline()
    await wilma.isShared()
    await fatma.goTo('Plan')
    await expect(main(fatma)).toContainText('Post op orde')
    await expect(main(fatma).getByRole('listitem').filter({ hasText: 'Samen de brief lezen' }).last()).toContainText(
      'Wilma',
    )
    await fatma.goTo('Gesprekken')
    await main(fatma)
      .getByRole('link', { name: /^Gesprek op/ })
      .click()
    await expect(main(fatma)).toContainText('We beginnen klein.')
    await expect(main(fatma)).toContainText('Samen de brief lezen')
    for (const one of [fatma, wilma]) await one.toStory()
    await expectSame(fatma, wilma)
  },
)
