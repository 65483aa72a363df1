/** Whose wheel the screen opens on, and whom its main button asks: the person of the plan, whoever looks. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { finishCheckIn, readCheckIns, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const randomness = createRandomness(3)
const show = async (fake: ReturnType<typeof createFakePlan>, title: string) => {
  await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: title })
  return fake
}
const start = ({ doc }: ReturnType<typeof createFakePlan>, person: string, at = NOW) => {
  const id = startCheckIn(doc, { who: { person: person as typeof ME.person }, at, pack: 'neutral' }, randomness)
  setScore(doc, id, 'participation', 4, randomness)
  return id
}
const whose = (fake: ReturnType<typeof createFakePlan>) => readCheckIns(fake.doc).map(({ who }) => who)
const theirs = () =>
  createFakePlan({
    members: [
      { ...ME, role: 'editor' },
      { ...WORKER, role: 'owner' },
    ],
  })

test("in another's plan an empty wheel of theirs stands ready; one's own is one choice further", async () => {
  await show(theirs(), 'Wiel van Wanda')
  expect(page.queryByText(nl.wheel.start.mine)).toBeNull()
  expect(page.getByText(nl.whose.wheel.lead.drawing('Wanda'))).toBeTruthy()
  expect(within(page.getByRole('main')).getByText(nl.whose.wheel.own)).toBeTruthy()
  // A worker looks for their own view; under “somebody else” nobody would.
  expect(page.getByText(nl.whose.wheel.ownOrOther)).toBeTruthy()
  expect(page.queryByText(nl.wheel.start.other)).toBeNull()
})

test("in another's plan, the main button begins their next wheel", async () => {
  const fake = theirs()
  finishCheckIn(fake.doc, start(fake, WORKER.person), randomness)
  await show(fake, 'Wiel van Wanda')
  fireEvent.click(page.getByRole('button', { name: 'Vul een nieuw wiel in met Wanda' }))
  expect(whose(fake)).toEqual([{ person: WORKER.person }, { person: WORKER.person }])
})

test("one's own wheel in another's plan is called that, and is not what the screen opens on", async () => {
  const fake = theirs()
  start(fake, WORKER.person, NOW - 1)
  start(fake, ME.person)
  await show(fake, 'Wiel van Wanda')
  expect(page.getByRole('heading', { level: 2, name: /Wanda/ })).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.wheel.later }))
  expect(await page.findByRole('heading', { level: 1, name: nl.wheel.mine })).toBeTruthy()
})

test("my wheel never opens on another's: it is still to be begun, and theirs is in the list", async () => {
  const fake = createFakePlan()
  start(fake, WORKER.person)
  await show(fake, nl.plan.wheel)
  expect(page.queryByRole('heading', { level: 2, name: /Wanda/ })).toBeNull()
  fireEvent.click(page.getByText('vandaag, Wanda', { selector: '.wl-one span' }))
  expect(await page.findByRole('heading', { level: 1, name: 'Wiel van Wanda' })).toBeTruthy()
})

test('while the plan is of nobody, the latest wheel shows', async () => {
  const fake = createFakePlan({ planPerson: null, members: [{ ...ME, role: 'reader' }, WORKER] })
  start(fake, WORKER.person)
  await show(fake, nl.whose.nobodys.wheel)
  expect(page.getByRole('heading', { level: 2, name: /Wanda/ })).toBeTruthy()
})
