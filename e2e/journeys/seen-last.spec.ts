/** A plan on a slow phone: what was last seen is there at once, and the plan takes its place without moving a word. */
import type { Page } from '@playwright/test'
import { keepDiskBusy } from '../support/busy-disk.ts'
import { add, openGoal, toGoals } from '../support/goals.ts'
import { readSeenLast } from '../support/seen-last.ts'
import { expect, test } from '../support/test.ts'

type Places = readonly (readonly [title: string, top: number])[]
/** What an opening drew: `last` while it was going on, and `plan` when the plan was there. */
type Opening = { last: { words: string; bar: string; places: Places } | null; plan: Places | null }

/** Follows every opening in this page, frame by frame. */
const watchOpenings = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const opening: Opening = { last: null, plan: null }
    Object.assign(window, { opening })
    const placesIn = (root: ParentNode): Places =>
      [...root.querySelectorAll('h1, .ov-parts h2')].map((title) => [
        title.textContent ?? '',
        Math.round(title.getBoundingClientRect().top),
      ])
    const look = (): void => {
      const painted = document.querySelector<HTMLElement>('[data-seen-last]')
      const plan = document.querySelector('main .ov-parts')?.closest('main')
      if (painted !== null) {
        const bar = document.querySelector<HTMLElement>('header')?.innerText ?? ''
        opening.last = { words: painted.innerText, bar, places: placesIn(painted) }
      } else if (plan) opening.plan ??= placesIn(plan)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

const readOpening = async (page: Page): Promise<Opening> => {
  await page.waitForFunction(() => (Reflect.get(window, 'opening') as Opening).plan !== null)
  return page.evaluate(() => Reflect.get(window, 'opening') as Opening)
}

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
])
  test(`what was last seen stands where the plan will stand, at ${viewport.width} px`, async ({ person }) => {
    const fatma = await person('Fatma', { viewport })
    const page = () => fatma.page()
    await fatma.beginPlan('Rustig wonen')
    await toGoals(fatma)
    await add(fatma, 'Maak een doel', 'Wat wil je bereiken?', 'Elke dag naar buiten')
    await openGoal(fatma, 'Elke dag naar buiten')
    await add(fatma, 'Stap erbij', 'Wat ga je doen?', 'De hond uitlaten')
    await expect.poll(() => readSeenLast(page())).toContain('De hond uitlaten')

    await fatma.goTo('Plan')
    await watchOpenings(page())
    // On a quick one the plan may be there before anybody could see what stood in its place.
    const freeDisk = await keepDiskBusy(page())
    await fatma.reload()
    await expect(page().locator('[data-seen-last]')).toBeVisible()
    await freeDisk()
    const { last, plan } = await readOpening(page())
    expect(last?.words).toContain('De hond uitlaten')
    expect(last?.bar).toContain('Zoals je het laatst zag')
    expect(last?.places).toEqual(plan)
    await expect(page().getByText('Zoals je het laatst zag')).toBeHidden()

    await fatma.goTo('Over dit plan')
    await fatma.press('Haal het van dit toestel')
    await page().getByRole('alertdialog').getByRole('button', { name: 'Haal het weg' }).click()
    await expect(page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
    await expect.poll(() => readSeenLast(page())).toBe('')
  })
