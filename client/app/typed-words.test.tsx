/** Whatever is typed on any screen and not saved is there again after a reload, in the same field. */
import { cleanup, fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { addConversation } from '#domain/conversations/conversations.ts'
import { unfold } from '#testing/controls.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from '#testing/fake-plan.ts'
import { planScreens } from '#testing/plan-screens.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const createPlan = () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  addConversation(sample.doc, NOW, createRandomness(9)) // the first that is listed is in preparation
  return createFakePlan(sample)
}
const PLAN = `/plan/${workspaceId(7)}`
const SCREENS = [...planScreens(createPlan().doc).map((path) => PLAN + path), '/start', '/me']

/** Fields whose words stand in no plan yet; those of one text that everybody writes in are the plan's. */
const fieldsOf = (main: HTMLElement): readonly HTMLInputElement[] =>
  [...main.querySelectorAll<HTMLInputElement>('input[type="text"], textarea')].filter(
    (field) => field.dataset['shared'] === undefined && !field.readOnly,
  )

const show = async (path: string, drafts: Readonly<Record<string, string>>) => {
  const shown = await renderApp(path, { plan: createPlan().plan, drafts })
  const main = await waitFor(() => {
    const found = document.querySelector<HTMLElement>('main#content')
    if (found === null || page.queryByText('Even geduld …') !== null) throw new Error('The screen is still loading.')
    return found
  })
  for (const folded of main.querySelectorAll<HTMLElement>('details')) unfold(folded)
  return { ...shown, main }
}

test.each(SCREENS)('%s', async (path) => {
  const before = await show(path, {})
  const typed = fieldsOf(before.main).map((field, at) => {
    const words = `Half getypt ${at}`
    fireEvent.input(field, { target: { value: words } })
    return words
  })
  const kept = Object.fromEntries(before.device.drafts) // as a page that crashes leaves them: one that goes saves some
  cleanup()
  const { main } = await show(path, kept)
  const found = fieldsOf(main).map(({ value }) => value)
  expect(typed.filter((words) => !found.includes(words))).toEqual([])
})

test('and there are such fields', async () => {
  let fields = 0
  for (const path of SCREENS) {
    const { main } = await show(path, {})
    fields += fieldsOf(main).length
    cleanup()
  }
  expect(fields).toBeGreaterThan(10)
})
