/** Notices of problems in a plan, and their remedies. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, SHARED } from '#testing/fake-plan.ts'
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
