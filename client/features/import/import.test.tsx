import { fireEvent, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { readPlanData, toFileText } from '#domain/exchange/export-data.ts'
import { agreeEnding, withdrawEnding } from '#domain/goals/endings.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { createRandomness, NOW, personId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { NOBODY, readAnswers } from '#domain/testing/read-parts.ts'

const { doc, resident, worker } = createSamplePlan(createRandomness(), NOW)
const people = [
  { person: resident, name: 'Ans' },
  { person: worker, name: 'Wanda' },
]
const TEXT = toFileText(readPlanData(doc, { savedAt: NOW, title: 'Plan van Ans', people }, NOBODY))

const bring = async (text: string) => {
  const screen = await renderApp('/import')
  const input = await screen.findByLabelText(nl.takeOut.import.file)
  fireEvent.change(input, { target: { files: [Object.assign(new File([], 'plan.html'), { text: async () => text })] } })
  return screen
}

test("a file's content is shown before anything is created from it", async () => {
  const screen = await bring(TEXT)
  expect(await screen.findByRole('heading', { name: 'Plan van Ans' })).toBeTruthy()
  for (const line of ['Een verhaal', '3 wensen', '3 doelen', '3 wielen']) expect(screen.getByText(line)).toBeTruthy()
  const left = within(
    screen.getByRole('heading', { name: nl.takeOut.import.notInside }).nextElementSibling as HTMLElement,
  )
  expect(left.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    nl.takeOut.import.left.writers,
    nl.takeOut.import.left.history,
    nl.takeOut.import.left.endings(1),
  ])
  expect(screen.device.asked.started).toEqual([])
})

test.each(['taken back', 'agreed to'])('a proposal that was %s is listed', async (how) => {
  const plan = createSamplePlan(createRandomness(), NOW).doc
  for (const { id, ending } of readGoals(plan)) {
    if (ending === null) continue
    if (how === 'agreed to') agreeEnding(plan, id, ending.outcome, NOW, createRandomness(70))
    else withdrawEnding(plan, id, createRandomness(70))
  }
  const screen = await bring(toFileText(readPlanData(plan, { savedAt: NOW, title: 'Plan van Ans', people }, NOBODY)))
  expect(await screen.findByText(nl.takeOut.import.left.writers)).toBeTruthy()
  expect(screen.queryByText(nl.takeOut.import.left.endings(1))).toBeNull()
})

test('the plan is created once the person has said who they are, and its content keeps their name', async () => {
  const screen = await bring(TEXT)
  fireEvent.click(await screen.findByRole('button', { name: nl.takeOut.import.go }))
  expect(screen.getByText(nl.takeOut.import.whoMissing)).toBeTruthy()
  expect(screen.device.asked.started).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: 'Ans' }))
  fireEvent.click(screen.getByRole('button', { name: nl.takeOut.import.go }))
  const [started] = screen.device.asked.started
  expect(started).toMatchObject({ title: 'Plan van Ans', name: 'Ans', forWhom: 'me' })
  const made = createPlanDoc(42)
  started?.fill?.(made, personId(9))
  const answers = readGoals(made).flatMap(({ id }) => readAnswers(made, id))
  expect(answers.map(({ who }) => who)).toContainEqual({ person: personId(9) })
  expect(answers.map(({ who }) => who)).toContainEqual({ name: 'Wanda' })
})

test('a damaged file is refused, and the previous preview disappears', async () => {
  const screen = await bring(TEXT)
  await screen.findByRole('heading', { name: 'Plan van Ans' })
  const input = screen.getByLabelText(nl.takeOut.import.file)
  const damaged = Object.assign(new File([], 'plan.html'), { text: async () => TEXT.replace('Bikkel', 'Bokkel') })
  fireEvent.change(input, { target: { files: [damaged] } })
  await screen.findByText(nl.takeOut.import.refused.damaged)
  expect(screen.queryByRole('button', { name: nl.takeOut.import.go })).toBeNull()
})
