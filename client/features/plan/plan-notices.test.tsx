/** Notices of problems in a plan, and their remedies. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { BROTHER, createFakePlan, ME, SHARED, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test("repairing the relay's log may fail on this device: that is shown until it works", async () => {
  const { plan } = createFakePlan({ sharing: { ...SHARED, connection: { refused: 'log-differs' } } })
  const answers = [{ ok: false }, { ok: true }]
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, repairRelay: async () => answers.shift() ?? { ok: true } } })
  const again = await page.findByRole('button', { name: nl.sharing.repairRelay })
  expect(page.queryByText(nl.sharing.healFailed)).toBeNull()
  fireEvent.click(again)
  await page.findByText(nl.sharing.healFailed)
  fireEvent.click(again)
  await expect.poll(() => page.queryByText(nl.sharing.healFailed)).toBeNull()
})

test('who joined while I was away is told, by the name they have by now, until I say that it is fine', async () => {
  const fake = createFakePlan({ members: [ME, WORKER, BROTHER], newcomers: [{ ...WORKER, name: '' }] })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  const title = nl.circle.newcomers.title(['Wanda'])
  expect(await page.findByText(title)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.circle.newcomers.fine }))
  expect(page.queryByText(title)).toBeNull()
})

test('a newcomer who was taken out since is not told of', async () => {
  const fake = createFakePlan({ members: [ME, WORKER], newcomers: [WORKER] })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  await page.findByText(nl.circle.newcomers.title(['Wanda']))
  fake.setMembers([ME])
  expect(page.queryByText(nl.circle.newcomers.title(['Wanda']))).toBeNull()
})
