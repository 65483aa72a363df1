/** Values that two people set at once, and ending a goal together. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { setAside } from '#domain/document/aside.ts'
import { readText, setText } from '#domain/document/texts.ts'
import { setAnswer } from '#domain/goals/answers.ts'
import { agreeEnding, proposeEnding } from '#domain/goals/endings.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { readSteps, setStep, type StepValues } from '#domain/goals/steps.ts'
import { addWish, readWishes } from '#domain/goals/wishes.ts'
import { ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { press, random, setUp, show, statusOf, words } from '#testing/open-goals.tsx'

const DAY_MS = 24 * 60 * 60 * 1000

const KINDS = [
  {
    field: 'when',
    labels: ['5 december', '12 december'],
    values: [
      { day: '2026-12-05', time: null },
      { day: '2026-12-12', time: null },
    ],
  },
  {
    field: 'who',
    labels: ['Wanda', 'Oma'],
    values: [{ person: WORKER.person }, { name: 'Oma' }],
  },
  { field: 'form', labels: ['samen', 'bellen'], values: ['together', 'phone'] },
] as const

test.each(KINDS.flatMap((kind) => ([0, 1] as const).map((first) => [kind.field, first, kind] as const)))(
  '%s of a step set by two people at once is shown twice, in either order of arrival (%i), until one is chosen',
  async (field, first, { labels, values }) => {
    const setting = setUp()
    const docs = [setting.doc, setting.other] as const
    docs.forEach((each, index) => setStep(each, setting.first, { [field]: values[index] } as StepValues, random))
    const doc = first === 0 ? setting.heard(...docs) : setting.heard(docs[1], docs[0])
    await show({ ...setting, doc }, `/${setting.goal}`)
    // By who chose it, as the records say.
    const said = [`Jij koos “${labels[0]}”`, `Wanda koos “${labels[1]}”`]
    const choice = page.getByRole('group', { name: / koos .*Kies samen\.$/ })
    for (const one of said) expect(choice.textContent).toContain(one)
    for (const label of labels) expect(within(choice).getByRole('button', { name: label })).toBeTruthy()
    fireEvent.click(within(choice).getByRole('button', { name: labels[first] }))
    expect(readSteps(doc).find(({ id }) => id === setting.first)?.[field]).toEqual([values[first]])
    expect(page.queryByText(/Kies samen/)).toBeNull()
  },
)

test('of two statuses at once, an ending counts as proposed until another person agrees', async () => {
  const setting = setUp()
  setGoalStatus(setting.doc, setting.goal, 'active', random)
  agreeEnding(setting.other, setting.goal, 'completed', NOW, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  const choice = page.getByRole('group', { name: /(^Verschillend gekozen| koos )/ })
  expect(page.queryByRole('button', { name: words.ending.reopen })).toBeNull()
  fireEvent.click(within(choice).getByRole('button', { name: words.either.propose(words.status.completed) }))
  expect(statusOf(setting.doc, setting.goal)?.toSorted()).toEqual(['active', 'completed'])
  expect(page.getByText(words.ending.waiting)).toBeTruthy()
  // The proposer is offered no ending any more; going on is still one tap.
  expect(
    within(choice)
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual([words.status.active])
  setting.merge()
  agreeEnding(setting.other, setting.goal, 'completed', NOW, random)
  setting.merge()
  expect(statusOf(setting.doc, setting.goal)).toEqual(['completed'])
  expect(page.queryByText(/Kies samen/)).toBeNull()
})

test('of two statuses at once, one that goes on is chosen with one tap, and so is an ending that another proposed too', async () => {
  for (const tapped of ['active', 'completed'] as const) {
    const setting = setUp()
    setGoalStatus(setting.doc, setting.goal, 'active', random)
    setGoalStatus(setting.other, setting.goal, 'completed', random)
    setting.merge()
    proposeEnding(setting.other, setting.goal, 'completed', NOW, random)
    setting.merge()
    const { unmount } = await show(setting, '')
    press(tapped === 'active' ? words.status.active : words.either.agree(words.status.completed))
    expect(statusOf(setting.doc, setting.goal)).toEqual([tapped])
    unmount()
  }
})

test('of two statuses at once, a person who is alone chooses an ending alone', async () => {
  const setting = setUp()
  setGoalStatus(setting.doc, setting.goal, 'cancelled', random)
  setGoalStatus(setting.other, setting.goal, 'completed', random)
  setting.merge()
  await show(setting, `/${setting.goal}`, [ME])
  press(words.status.completed)
  expect(statusOf(setting.doc, setting.goal)).toEqual(['completed'])
})

test('a goal ends when another person agrees, and both see who proposed and who agreed', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.ending.propose.completed)
  expect(page.getByText(words.ending.waiting)).toBeTruthy()
  expect(page.queryByRole('button', { name: words.ending.agree })).toBeNull()
  expect(statusOf(setting.doc, setting.goal)).toEqual(['proposed'])
  press(words.ending.withdraw)
  proposeEnding(setting.other, setting.goal, 'completed', NOW - DAY_MS, random)
  setting.merge()
  expect(page.getByText('Wanda stelt voor: “Het doel is bereikt”.')).toBeTruthy()
  press(words.ending.agree)
  expect(page.getByRole('heading', { name: words.ending.ended.completed })).toBeTruthy()
  expect(page.getByText('Voorgesteld door Wanda, 21 november – Ans (jij) ging akkoord, 22 november')).toBeTruthy()
  press(words.ending.reopen)
  expect(statusOf(setting.doc, setting.goal)).toEqual(['active'])
})

test('"not yet" withdraws the proposal and ends nothing', async () => {
  const setting = setUp()
  proposeEnding(setting.other, setting.goal, 'cancelled', NOW, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  press(words.ending.notYet)
  expect(readGoals(setting.doc)[0]).toMatchObject({ ending: null, status: ['proposed'] })
})

test('a person who writes alone decides alone; readers do not count', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`, [ME, { ...WORKER, role: 'reader' }])
  press(words.ending.propose.completed)
  expect(statusOf(setting.doc, setting.goal)).toEqual(['completed'])
  expect(page.getByText('Besloten door Ans (jij), 22 november')).toBeTruthy()
})

/** Who is typing in `field` when Wanda sets its row aside. */
const asideUnderHands = (
  setting: ReturnType<typeof setUp>,
  field: HTMLElement,
  kind: 'wish' | 'step',
  id: EntityId,
) => {
  field.focus()
  setting.merge()
  setAside(setting.other, kind, id, NOW, random)
  setting.merge()
}

test('a wish that is set aside under somebody’s hands stays there and says who did it; what they write on brings it back', async () => {
  const setting = setUp()
  const id = addWish(setting.doc, 'Rustig slapen', random)
  await show(setting, '')
  press(words.changeOf('Rustig slapen'))
  const field = page.getByRole('textbox')
  asideUnderHands(setting, field, 'wish', id)
  expect(readWishes(setting.doc)[0]?.aside).not.toBeNull()
  expect(document.activeElement).toBe(field)
  expect(page.getByRole('alert').textContent).toContain(words.aside.held('Wanda'))
  fireEvent.input(field, { target: { value: 'Rustig slapen, zonder pillen' } })
  expect(readWishes(setting.doc)[0]).toMatchObject({ text: 'Rustig slapen, zonder pillen', aside: null })
  expect(page.queryByRole('alert')).toBeNull()
})

test('a step that is set aside under somebody’s hands stays there; one that they set aside themself goes', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  const field = page.getAllByRole('textbox')[0]!
  asideUnderHands(setting, field, 'step', setting.first)
  expect(document.activeElement).toBe(field)
  fireEvent.input(field, { target: { value: 'Bellen met de huisarts' } })
  expect(readText(setting.doc, 'step', setting.first, 'what')).toBe('Bellen met de huisarts')
  expect(readSteps(setting.doc)[0]?.aside).toBeNull()
  page.getByRole('button', { name: words.aside.goOf('Bellen met de huisarts') }).focus()
  press(words.aside.goOf('Bellen met de huisarts'))
  expect(page.queryByRole('button', { name: words.changeOf('Bellen met de huisarts') })).toBeNull()
})

test('an answer to a goal that was rewritten since says what it was an answer to, in the list and on its screen', async () => {
  for (const path of ['', 'its screen']) {
    const setting = setUp()
    setAnswer(setting.other, setting.goal, { person: WORKER.person }, { answer: 'agree', words: '' }, random)
    setting.merge()
    const { unmount } = await show(setting, path === '' ? '' : `/${setting.goal}`)
    const to = words.answers.to('Naar de tuin')
    expect(page.queryByText(to, { exact: false })).toBeNull()
    setText(setting.doc, 'goal', setting.goal, 'title', 'Naar de markt')
    expect(page.getByText(to, { exact: false })).toBeTruthy()
    unmount()
  }
})
