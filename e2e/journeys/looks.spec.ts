/** What only a laid-out page and an installed app show: what is in view where, what stays in place, and what others share. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const PHONE = { width: 360, height: 740 }
const ON_ITS_SIDE = { width: 740, height: 360 }
const DESK = { width: 1280, height: 800 }

const boxOf = async (place: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
  await expect(place).toBeVisible()
  const box = await place.boundingBox()
  if (box === null) throw new Error(`${place} has no box.`)
  return box
}
const endOf = async (place: Locator): Promise<number> => {
  const { y, height } = await boxOf(place)
  return y + height
}
const toPractice = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Oefenplan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  return page.url()
}

test('the bar of a phone keeps its height, whatever is being saved and shared', async ({ person }) => {
  const fatma = await person('Fatma', { viewport: PHONE, hasTouch: true })
  const page = fatma.page()
  await fatma.startPlan('Rustig')
  const bar = page.getByRole('banner')
  /** Looks at every frame: most states pass within one. */
  const watching = await bar.evaluateHandle((element) => {
    const seen = new Set<number>()
    const look = (): void => {
      seen.add(element.getBoundingClientRect().height)
      requestAnimationFrame(look)
    }
    look()
    return seen
  })
  await fatma.write('Een dag met veel woorden.')
  await fatma.isKept()
  await fatma.goOffline()
  await fatma.typeOn(' En nog een.')
  await fatma.isKept()
  expect(await watching.evaluate((seen) => [...seen])).toHaveLength(1)
})

test('on its side a phone shows content in the first half; a desk shows a whole wheel, and a plan in two columns', async ({
  person,
}) => {
  const fatma = await person('Fatma', { viewport: ON_ITS_SIDE, hasTouch: true })
  const page = fatma.page()
  await fatma.openApp()
  expect((await boxOf(page.getByText('Hier schrijf je op'))).y).toBeLessThan(ON_ITS_SIDE.height / 2)
  const plan = await toPractice(page)
  const parts = { story: 'Mijn verhaal', wheel: 'Mijn wiel', goals: 'Wensen, doelen, stappen', people: 'Wie doet mee' }
  for (const [part, name] of Object.entries(parts)) {
    await page.goto(`${plan}/${part}`)
    const heading = page.getByRole('heading', { level: 1, name })
    await expect(heading).toBeFocused()
    expect(await endOf(heading), part).toBeLessThan(ON_ITS_SIDE.height / 2)
    expect(await endOf(page.locator('h1 + p')), part).toBeLessThan(ON_ITS_SIDE.height / 2)
  }

  await page.setViewportSize(DESK)
  await page.goto(`${plan}/story`)
  const wheel = page.getByRole('complementary', { name: 'Mijn wiel' })
  await expect(wheel.getByText('0 is heel slecht.')).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('link', { name: 'Bekijk wie meedoet' })).toBeInViewport({ ratio: 1 })
  await page.goto(plan)
  const story = await boxOf(page.getByRole('heading', { level: 2, name: 'Mijn verhaal' }))
  const goals = await boxOf(page.getByRole('heading', { level: 2, name: 'Wensen, doelen, stappen' }))
  expect(goals.x).toBeGreaterThan(story.x + 300)
})

test('in the reader’s own colours what is chosen and the main button differ from their neighbours', async ({
  person,
}) => {
  const fatma = await person('Fatma', { viewport: DESK })
  const page = fatma.page()
  await page.emulateMedia({ forcedColors: 'active' })
  await fatma.openApp()
  const plan = await toPractice(page)
  const backgroundOf = (place: Locator): Promise<string> =>
    place.evaluate((element) => getComputedStyle(element).backgroundColor)
  const differ = async (chosen: Locator, other: Locator): Promise<void> => {
    await expect(chosen).toBeVisible()
    expect(await backgroundOf(chosen)).not.toBe(await backgroundOf(other))
  }
  const named = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const ways = page.getByRole('navigation', { name: 'In dit plan' })
  await differ(ways.getByRole('link', { name: 'Plan', exact: true }), ways.getByRole('link', { name: 'Uitnodigen' }))
  await page.goto(`${plan}/story`)
  await fatma.story().click()
  await page.keyboard.press('Control+A')
  await named('Vet').click()
  await differ(named('Vet'), named('Schuin'))
  await page.goto(`${plan}/wheel`)
  await fatma.press('Vul een nieuw wiel in')
  await differ(named('Tekening'), named('Lijst'))
  await fatma.press('Vragen')
  await named('7').click()
  await differ(named('7'), named('6'))
})

test('what another app shares with the installed one is answered on the device, without a network too', async ({
  person,
}) => {
  const fatma = await person('Fatma')
  const page = fatma.page()
  await fatma.openApp()
  await fatma.hasInstalled()
  await page.reload() // from here on the service worker answers
  await expect(page.getByRole('link', { name: 'Oefenplan' })).toBeVisible()
  await fatma.goOffline()
  const answered = await page.evaluate(async () => {
    const body = new FormData()
    body.set('text', 'Doe je mee? https://weef.example/#/join/abc')
    const answer = await fetch('/share', { method: 'POST', body })
    return { status: answer.status, page: await answer.text() }
  })
  expect(answered.status).toBe(200)
  expect(answered.page).toContain('<div id="app">') // the app itself, which the fragment leads on
})
