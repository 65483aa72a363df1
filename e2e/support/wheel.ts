/** Ways to fill in a wheel: by pointing, by keyboard, question by question, and in a list. All four give the same result. */
import { expect, type Locator } from '@playwright/test'
import type { Person } from './people.ts'

const NAMES = [
  'Lichaamsfuncties',
  'Mentaal welbevinden',
  'Zingeving',
  'Kwaliteit van leven',
  'Meedoen',
  'Dagelijks functioneren',
] as const
type Name = (typeof NAMES)[number]

/** Fatma's answers. Zingeving is skipped, and Meedoen is answered and cleared. */
const ANSWERS: readonly (readonly [Name, number])[] = [
  ['Lichaamsfuncties', 0],
  ['Mentaal welbevinden', 4],
  ['Kwaliteit van leven', 10],
  ['Meedoen', 7],
  ['Dagelijks functioneren', 5],
]
export const NOTE = 'Ik slaap slecht als ik pieker.'

export const slider = (one: Person, name: string): Locator => one.page().getByRole('slider', { name })
const way = (one: Person, name: string): Promise<void> => one.press(name)
export const has = (one: Person, name: string, said: string): Promise<void> =>
  expect(slider(one, name)).toHaveAttribute('aria-valuetext', said)
/** The first one stands ready; it is nobody's before the first act. */
export const begin = async (one: Person): Promise<void> => {
  const again = one.page().getByRole('button', { name: 'Vul een nieuw wiel in' })
  await expect(again.or(slider(one, 'Meedoen')).first()).toBeVisible()
  if (await again.isVisible()) await again.click()
}

/** The position of a score on a spoke, on the page: zero at 20 of the 92 units from the centre to each side, ten at 86. */
const placeOf = async (one: Person, name: Name, score: number): Promise<{ x: number; y: number }> => {
  const web = one.page().locator('.wh-field').first()
  await web.scrollIntoViewIfNeeded()
  const box = await web.boundingBox()
  if (box === null) throw new Error('There is no web.')
  const radius = ((20 + 6.6 * score) / 92) * (box.width / 2)
  const angle = (Math.PI / 3) * NAMES.indexOf(name)
  return { x: box.x + box.width / 2 + Math.sin(angle) * radius, y: box.y + box.height / 2 - Math.cos(angle) * radius }
}
/** A tap on the spoke brings its scale, and the number is tapped there. */
const tap = async (one: Person, name: Name, score: number): Promise<void> => {
  // Above the scale, which stays at the foot of the screen.
  await slider(one, name).evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 250))
  const { x, y } = await placeOf(one, name, 10)
  await one.page().touchscreen.tap(x, y)
  await one
    .page()
    .getByRole('group', { name: `Cijfer voor ${name}` })
    .getByRole('button', { name: String(score), exact: true })
    .tap()
}
const drag = async (one: Person, name: Name, score: number): Promise<void> => {
  const { x, y } = await placeOf(one, name, score)
  const { mouse } = one.page()
  const hold = await slider(one, name).boundingBox()
  if (hold === null) throw new Error('There is nothing to hold.')
  await mouse.move(hold.x + hold.width / 2, hold.y + hold.height / 2)
  await mouse.down()
  await mouse.move(hold.x + hold.width, hold.y + hold.height)
  await mouse.move(x, y, { steps: 5 })
  await mouse.up()
}
/** Visible, and not covered by any bar. */
const isUncovered = (one: Person, button: string): Promise<boolean> =>
  one
    .page()
    .getByRole('button', { name: button, exact: true })
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return document.elementFromPoint(x + width / 2, y + height - 1) === element
    })
const aboutMental = async (one: Person): Promise<void> => {
  await one
    .page()
    .getByRole('button', { name: /^Mentaal welbevinden/ })
    .click()
  await one.page().getByLabel('Hier wil ik over praten').check()
  await one.fill(one.page().getByLabel('Wil je er iets bij schrijven?'), NOTE)
  await one.press('Sluit')
}

export const WAYS: Readonly<Record<string, (one: Person) => Promise<void>>> = {
  async pointer(one) {
    await way(one, 'Tekening')
    for (const [name, score] of ANSWERS) {
      // What is not filled in is not dragged: the scale gives a first score, and the dot is dragged from there.
      await tap(one, name, score === 5 ? 6 : score)
      if (score === 5) await drag(one, name, score)
      await has(one, name, String(score))
    }
    await aboutMental(one)
    await one
      .page()
      .getByRole('button', { name: /^Meedoen/ })
      .click()
    await one.press('Haal het cijfer weg')
    await one.press('Klaar')
  },
  async keyboard(one) {
    await way(one, 'Tekening')
    for (const [name, score] of ANSWERS) {
      await slider(one, name).focus()
      await one.page().keyboard.press(score === 10 ? 'End' : 'Home')
      for (let times = 0; times < score % 10; times += 1) await one.page().keyboard.press('ArrowUp')
      await has(one, name, String(score))
    }
    await slider(one, 'Meedoen').press('Delete')
    await has(one, 'Meedoen', 'niet ingevuld')
    await aboutMental(one)
    await one.press('Klaar')
  },
  async questions(one) {
    await way(one, 'Vragen')
    await expect.poll(() => isUncovered(one, '10'), { message: 'all scores are in sight' }).toBe(true)
    for (const name of NAMES) {
      await expect(one.page().getByRole('heading', { name })).toBeVisible()
      const answer = ANSWERS.find(([answered]) => answered === name)
      if (answer !== undefined) await one.press(String(answer[1]))
      if (name === 'Mentaal welbevinden') {
        await one.page().getByLabel('Hier wil ik over praten').check()
        await one.fill(one.page().getByLabel('Wil je er iets bij schrijven?'), NOTE)
      }
      if (name === 'Meedoen') await one.press('Haal het cijfer weg')
      await one.press(answer === undefined || name === 'Meedoen' ? 'Sla over' : 'Volgende')
    }
    await one.press('Klaar')
  },
  async table(one) {
    await way(one, 'Lijst')
    const list = (name: string): Locator => one.page().getByLabel(`Cijfer voor ${name}`)
    for (const [name, score] of ANSWERS) await list(name).selectOption(String(score))
    await list('Meedoen').selectOption('')
    await one.page().getByLabel('Hier wil ik over praten').nth(1).check()
    await one.fill(one.page().getByLabel('Bij Mentaal welbevinden'), NOTE)
    await one.press('Klaar')
  },
}
