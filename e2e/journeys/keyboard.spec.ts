/** The whole way without a mouse, as with a switch or a screen reader. */
import type { Locator } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const MOST_STOPS = 40 // more Tabs than any screen has stops

/** Tab until it has the focus; what has it can be seen to have it. */
const tabTo = async (one: Person, wanted: Locator, key = 'Tab'): Promise<void> => {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await one.page().keyboard.press(key)
    if (await wanted.evaluate((element) => element === document.activeElement)) return expectVisibleFocus(wanted)
  }
  throw new Error(`Tab does not reach ${wanted}.`)
}
/** The focus shows on the thing itself or on what is around it, as on a card around its round button. */
const expectVisibleFocus = (focused: Locator): Promise<void> =>
  expect
    .poll(() =>
      focused.evaluate((element) => {
        const shows = (each: Element): boolean => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
        }
        return [element, element.closest('label')].some((each) => each !== null && shows(each))
      }),
    )
    .toBe(true)

const pressOn = async (one: Person, wanted: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(one, wanted)
  await one.page().keyboard.press(key)
}
const hasHeadingFocus = (one: Person, heading: string): Promise<void> =>
  expect(one.page().getByRole('heading', { name: heading, level: 1 })).toBeFocused()

const button = (one: Person, name: string): Locator => one.page().getByRole('button', { name, exact: true })
const section = (one: Person, name: string): Locator =>
  one.page().getByRole('navigation').getByRole('link', { name, exact: true })

test('start, write, invite, cancel, rename', async ({ person }) => {
  const fatma = await person('Fatma', { viewport: { width: 1280, height: 800 } })
  const { keyboard } = fatma.page()
  await fatma.openApp()
  await pressOn(fatma, fatma.page().getByRole('link', { name: 'Maak een plan' }))
  await hasHeadingFocus(fatma, 'Maak een plan')

  await tabTo(fatma, fatma.page().getByRole('radio', { name: 'Voor mij' }))
  await keyboard.press('ArrowDown')
  await expect(fatma.page().getByRole('radio', { name: 'Voor iemand die ik help' })).toBeChecked()
  await keyboard.press('ArrowUp')
  await tabTo(fatma, fatma.page().getByLabel('Hoe heet het plan?'))
  await keyboard.press('Control+A')
  await fatma.typeOn('Zonder muis')
  await tabTo(fatma, fatma.page().getByLabel('Hoe wil je heten?'))
  await fatma.typeOn('Fatma')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Plan')
  await tabTo(fatma, section(fatma, 'Mijn verhaal'), 'Shift+Tab')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Mijn verhaal')

  await tabTo(fatma, fatma.page().getByRole('toolbar').getByRole('button').first())
  await keyboard.press('ArrowRight')
  await expect(button(fatma, 'Schuin')).toBeFocused()
  await tabTo(fatma, fatma.story())
  await fatma.typeOn('Ik typ dit ')
  await keyboard.press('Control+B')
  await fatma.typeOn('zonder muis.')
  await expect(fatma.story().locator('strong')).toHaveText('zonder muis.')
  await keyboard.press('Control+Z')
  await expect(fatma.story()).not.toContainText('zonder muis.')
  await keyboard.press('Control+Shift+Z')
  await fatma.sees('zonder muis.')

  await keyboard.press('Control+Home')
  await fatma.page().reload() // a text takes Tab for itself nowhere: from its start the way goes on
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  await tabTo(fatma, fatma.story())
  await keyboard.press('Tab')
  await expect(fatma.story()).not.toBeFocused()

  await fatma.page().evaluate(() => document.querySelector('h1')?.focus())
  await keyboard.press('Shift+Tab')
  await expect(section(fatma, 'Over dit plan')).toBeFocused()
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Nodig iemand uit')
  await tabTo(fatma, fatma.page().getByRole('radio', { name: 'Iemand die meeschrijft' }))
  await keyboard.press('ArrowDown')
  await pressOn(fatma, button(fatma, 'Maak de uitnodiging'))
  await hasHeadingFocus(fatma, 'De uitnodiging is klaar')

  await fatma.page().keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await expect(section(fatma, 'Wie doet mee')).toBeFocused()
  await keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Wie doet mee')
  await pressOn(fatma, button(fatma, 'Trek in: Leest mee'), 'Space')
  await expect(button(fatma, 'Laat staan')).toBeFocused()
  await keyboard.press('Escape')
  await expect(fatma.page().getByRole('alertdialog')).toHaveCount(0)
  await expect(button(fatma, 'Trek in: Leest mee')).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(fatma.page().getByRole('heading', { name: 'Open uitnodigingen' })).toHaveCount(0)

  await fatma.page().goto(fatma.page().url().replace('/people', '/manage'))
  await hasHeadingFocus(fatma, 'Over dit plan')
  await tabTo(fatma, fatma.page().getByLabel('Hoe heet het plan?'))
  await keyboard.press('Control+A')
  await fatma.typeOn('Met toetsen')
  await keyboard.press('Enter')
  await expect(fatma.page().getByRole('banner')).toContainText('Met toetsen')
})

test('the first Tab leads past the bar to the content', async ({ person }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Overslaan')
  await fatma.page().evaluate(() => document.querySelector('h1')?.blur())
  await fatma.reload()
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  await fatma.page().evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const skip = fatma.page().getByRole('link', { name: 'Ga naar de inhoud' })
  await skip.focus()
  await expect(skip).toBeInViewport()
  await fatma.page().keyboard.press('Enter')
  await hasHeadingFocus(fatma, 'Mijn verhaal')
  expect(fatma.page().url()).toContain('#/plan/')
})
