/** A worker with thirty plans on a day without signal: the day is there, a conversation is held, and its report goes into the record. */
import { paste } from '../support/clipboard.ts'
import { inDays } from '../support/days.ts'
import type { Person } from '../support/people.ts'
import { countTaps } from '../support/taps.ts'
import { expect, test } from '../support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }
const PLANS = 30
/** The aims, in taps. */
const [MOST_TO_WORK, MOST_TO_RECORD] = [3, 4]
const titleOf = (index: number): string => `Plan nummer ${index + 1}`

const start = async (wilma: Person, title: string): Promise<void> => {
  const page = wilma.page()
  await page.evaluate(() => (window.location.hash = '#/start'))
  await wilma.fill(page.getByLabel('Hoe heet het plan?'), title)
  await wilma.press('Begin')
  await expect(page).toHaveURL(/#\/plan\//)
}
/** In the plan that is open. */
const plan = async (wilma: Person, day: string, time: string): Promise<void> => {
  const page = wilma.page()
  await page.evaluate(() => (window.location.hash += '/conversations'))
  await wilma.press('Bereid een gesprek voor')
  await page.getByLabel('Op welke dag?', { exact: true }).fill(day)
  await page.getByLabel('Hoe laat?').fill(time)
  await page.getByRole('radio', { name: 'bellen', exact: true }).check()
}

test('thirty plans, a day without signal, and a report in the record', async ({ person }, info) => {
  const wilma = await person('Wilma', PHONE)
  const page = wilma.page()
  await wilma.openApp()
  await page.evaluate(() => (window.location.hash = '#/start'))
  await wilma.fill(page.getByLabel('Hoe wil je heten?'), 'Wilma') // once, and not for every plan
  for (let index = 0; index < PLANS; index += 1) {
    await start(wilma, titleOf(index))
    if (index === 3) await plan(wilma, inDays(0), '14:30')
    if (index === 7) await plan(wilma, inDays(2), '09:00')
    if (index === 11) await plan(wilma, inDays(-1), '10:00')
  }
  await wilma.isKept()
  await wilma.goOffline()
  await wilma.reload()
  await page.evaluate(() => (window.location.hash = '#/'))
  await expect(page.getByRole('status').filter({ hasText: /^30 plannen$/ })).toBeVisible()

  const toWork = countTaps(page, wilma.words, info)
  // The day over all plans, and into the conversation of today.
  await toWork.tap(page.getByRole('link', { name: 'Vandaag en deze week (2 te doen)' }))
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await expect(row(titleOf(3))).toContainText('14:30')
  await expect(row(titleOf(7))).toContainText('09:00')
  await page.getByText('Nog van eerder (1)').click()
  await expect(row(titleOf(11))).toContainText('Gesprek · bellen')
  await toWork.tap(row(titleOf(3)).getByRole('link'))
  await toWork.tap(page.getByRole('button', { name: 'Begin het gesprek' }))
  toWork.tell('list of plans → in the conversation of today', MOST_TO_WORK)

  await wilma.fill(page.getByLabel('Aantekeningen', { exact: true }), 'We beginnen klein.')
  await wilma.press('Naar het einde van het gesprek')
  await page.getByLabel('Op welke dag spreken jullie elkaar weer?').fill(inDays(7))
  await page.getByLabel('Hoe laat?').fill('11:00')
  await wilma.press('Rond het gesprek af')

  // From the plan to the text for the record.
  await page.context().grantPermissions(['clipboard-write'])
  await wilma.goTo('Plan')
  const toRecord = countTaps(page, wilma.words, info)
  await toRecord.tap(page.getByRole('button', { name: 'Meer' }))
  await toRecord.tap(page.getByRole('link', { name: 'Gesprekken' }))
  await toRecord.tap(page.getByRole('link', { name: /^Gesprek op/ }))
  await toRecord.tap(page.getByRole('button', { name: 'Kopieer het verslag' }))
  await expect(page.getByText('Gekopieerd')).toBeVisible()
  toRecord.tell('plan → text in the record', MOST_TO_RECORD)
  const report = await paste(wilma)
  expect(report).toContain('We beginnen klein.')
  expect(report).toMatch(/Volgend contact: .* om 11:00/)

  // What was done without signal is shared by itself, and the list has the next contact.
  await wilma.goOnline()
  await page.evaluate(() => (window.location.hash = '#/today'))
  await expect(page.getByText('Vandaag staat er niets.')).toBeVisible()
  await page.evaluate(() => (window.location.hash = '#/'))
  await wilma.fill(page.getByLabel('Zoek een plan, naam of woord'), 'nummer 4')
  await expect(row(titleOf(3))).toContainText(/Volgend gesprek.* om 11:00/)
})
