/** What a tab says of a plan that it cannot show: what it says is kept, is kept. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { DeviceStorage, PlanSummary } from '#ports/device.ts'
import type { OpenState } from '#ports/open-plan.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const { opening } = nl
const id = workspaceId(7)
const mine: PlanSummary = { id, title: 'Plan', archived: false, openedAt: NOW, people: [], unshared: false, news: [] }
const CHOSEN: DeviceStorage = { name: 'memory', reason: 'chosen' }
const ELSEWHERE: OpenState = { name: 'elsewhere' }
const GONE: OpenState = { name: 'failed', reason: 'not-on-device' }

test.each<[string, OpenState, DeviceStorage, PlanSummary[], text: string, useHere: boolean]>([
  ['open in another tab', ELSEWHERE, { name: 'ready' }, [mine], opening.elsewhere.text, true],
  ['only for now, in the tab of before', ELSEWHERE, CHOSEN, [mine], opening.forNow.elsewhere, true],
  ['only for now, in another tab, which cannot get at it', ELSEWHERE, CHOSEN, [], opening.forNow.elsewhere, false],
  ['not on this device', GONE, { name: 'ready' }, [], opening.failed['not-on-device'].text, false],
  ['only for now, after a reload', GONE, CHOSEN, [], opening.forNow.gone, false],
])('%s', async (_, openState, storage, plans, text, useHere) => {
  await renderApp(`/plan/${id}`, { openState, storage, plans })
  await page.findByText(text)
  expect(page.queryByRole('button', { name: opening.elsewhere.useHere }) !== null).toBe(useHere)
})
