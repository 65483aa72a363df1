/** Actions on wishes, goals and steps, for journeys and the sweep. */
import { expect, type Locator } from '@playwright/test'
import type { Person } from './people.ts'

export const toGoals = (me: Person): Promise<void> => me.goTo('Wensen, doelen, stappen')

export const add = async (me: Person, button: string, question: string, text: string): Promise<void> => {
  await me.press(button)
  await me.fill(me.page().getByLabel(question), text)
  await me.page().keyboard.press('Enter')
}

export const openGoal = async (me: Person, goal: string): Promise<void> => {
  await toGoals(me)
  await me
    .page()
    .getByRole('link', { name: `Bekijk dit doel: ${goal}` })
    .click()
  await expect(me.page().getByRole('heading', { level: 1, name: goal })).toBeVisible()
}

/** What is folded away under its title. */
export const fold = (me: Person, title: string): Locator => me.page().locator('summary').filter({ hasText: title })
export const unfold = (me: Person, title: string): Promise<void> => fold(me, title).click()
