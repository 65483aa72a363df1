/** The first five minutes (product.md, rule 1): question, wheel, one thing to change, first small step. */
import { expect, test } from '../support/test.ts'
import type { Person } from '../support/people.ts'
import { begin, slider } from '../support/wheel.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

const overview = (one: Person) => one.page().getByRole('main')
const follow = (one: Person, link: string): Promise<void> => one.page().getByRole('link', { name: link }).click()

const writeQuestion = async (one: Person): Promise<void> => {
  await follow(one, 'Begin hier: schrijf je verhaal')
  await one.write('Ik zit te veel alleen.')
}
const fillWheel = async (one: Person): Promise<void> => {
  await begin(one)
  await slider(one, 'Meedoen').press('Home')
}
const chooseOneThing = async (one: Person): Promise<void> => {
  await one.page().getByRole('radio', { name: 'Meedoen' }).check()
  await one.fill(one.page().getByLabel('Wat wil je bereiken?'), 'Weer onder de mensen')
  await one.press('Bewaar')
  await expect(one.page().getByRole('heading', { level: 1, name: 'Weer onder de mensen' })).toBeVisible()
}
const takeFirstStep = async (one: Person): Promise<void> => {
  await one.press('Stap erbij')
  const what = one.page().getByLabel(/Wat ga je doen|Wat is de stap/)
  await one.fill(what, 'Kijken bij de buurttuin')
  await what.press('Enter')
}

test(
  'one phone on the table: each screen leads on to the next, until the first step is there',
  { tag: '@smoke' },
  async ({ person }) => {
    const fatma = await person('Fatma', PHONE)
    await fatma.beginPlan('Aan tafel')
    await writeQuestion(fatma)
    await follow(fatma, 'Verder: je wiel')
    await fillWheel(fatma)
    await fatma.press('Klaar')
    await follow(fatma, 'Verder: één ding om te veranderen')
    await expect(fatma.page().getByRole('button', { name: 'Bewaar' })).toBeInViewport() // the requested field is visible
    await chooseOneThing(fatma)
    await takeFirstStep(fatma)
    await fatma.press('Klaar')
    await fatma.goTo('Plan')
    await expect(overview(fatma).getByRole('heading', { name: 'Zo begin je' })).toHaveCount(0)
    await expect(overview(fatma)).toContainText('Ik zit te veel alleen.')
    await expect(overview(fatma).getByRole('list', { name: 'Mijn wiel' })).toContainText('Meedoen: 0')
    await expect(overview(fatma)).toContainText('Weer onder de mensen')
    await expect(overview(fatma)).toContainText('Kijken bij de buurttuin')

    await fatma.hasInstalled()
    await fatma.goOffline()
    await fatma.reload()
    await expect(overview(fatma)).toContainText('Kijken bij de buurttuin')
  },
)

test('two phones on the table: each sees what the other does, piece by piece', async ({ person }) => {
  const fatma = await person('Fatma', PHONE)
  const wilma = await person('Wilma', { viewport: { width: 1280, height: 800 } })
  await fatma.beginPlan('Samen aan tafel')
  await wilma.join(await fatma.invite('schrijft mee'))
  for (const one of [wilma, fatma]) await one.goTo('Plan')
  const next = (link: string) => expect(overview(wilma).getByRole('link', { name: link })).toBeVisible()
  await next('Begin hier: het verhaal van Fatma')
  await writeQuestion(fatma)
  await next('Ga verder: vul het wiel in met Fatma')
  await fatma.goTo('Plan')
  await follow(fatma, 'Ga verder: vul je wiel in')
  await fillWheel(fatma)
  await next('Ga verder: kies één ding')
  await fatma.goTo('Plan')
  await follow(fatma, 'Ga verder: kies één ding')
  await chooseOneThing(fatma)
  await follow(wilma, 'Ga verder: bedenk een kleine stap')
  await takeFirstStep(wilma)
  await fatma.goTo('Plan')
  await expect(overview(fatma)).toContainText('Kijken bij de buurttuin')
  await wilma.goTo('Plan')
  await expect(overview(wilma).getByRole('heading', { name: 'Zo begin je' })).toHaveCount(0)
  await expect(overview(wilma)).toContainText('Ik zit te veel alleen.')
})
