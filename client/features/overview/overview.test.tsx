/** The plan as a whole: guidance in an empty one; hiding, renaming and reordering. */
import { cleanup, fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { ensureCard, setLiking, setTime } from '#domain/contact/contact.ts'
import { setScore, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { readPerson } from '#domain/plan/people.ts'
import { readSections, setSectionHidden, setSectionTitle } from '#domain/plan/sections.ts'
import { addStep } from '#domain/goals/steps.ts'
import { withoutReadAloud } from '#testing/controls.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const words = nl.overview
const randomness = createRandomness(40)

const show = async (fake = createFakePlan(createSamplePlan(createRandomness(), NOW))) => {
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.overview })
  return fake
}
const headings = () => page.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
const main = () => within(page.getByRole('main'))

test('[rule 1] an empty plan guides from the question to the wheel, one goal and its first step; then guidance ends', async () => {
  const { doc, plan } = await show(createFakePlan())
  const next = (name: string) => page.getByRole('link', { name }).getAttribute('href')
  expect(next(words.begin.go.story)).toBe(`#/plan/${plan.id}/story`)
  expect(headings()).toEqual([words.begin.title, nl.plan.people, nl.whoSees.title])

  const wheel = startCheckIn(doc, { who: { person: ME.person }, at: NOW, pack: 'weef' }, randomness)
  expect(next(words.begin.go.story)).toBeTruthy()
  setScore(doc, wheel, 'participation', 0, randomness)
  expect(next(words.begin.go.goal)).toBe(`#/plan/${plan.id}/goals?new=1`)
  expect(headings()).toContain(nl.plan.wheel)

  const goal = addGoal(doc, { title: 'Buiten komen' }, randomness)
  expect(next(words.begin.go.step)).toBe(`#/plan/${plan.id}/goals/${goal}`)
  addStep(doc, goal, { what: 'Hond uitlaten' }, randomness)
  await waitFor(() => expect(page.queryByText(words.begin.title)).toBeNull())
})

test("every part has a card with one link, in this plan's order and under its names", async () => {
  const { doc } = await show()
  setSectionTitle(doc, 'wheel', 'Hoe het gaat', randomness)
  setSectionHidden(doc, 'contact', true, randomness)
  expect(headings()).toEqual([
    nl.plan.story,
    'Hoe het gaat',
    nl.plan.goals,
    nl.plan.conversations,
    nl.plan.people,
    words.hidden,
    nl.whoSees.title,
  ])
  expect(main().getByRole('link', { name: words.go(nl.plan.contact) })).toBeTruthy()
  expect(main().getAllByRole('link', { name: words.go('Hoe het gaat') })).toHaveLength(1)
  const ways = within(page.getByRole('navigation', { name: nl.plan.sections }))
  expect(ways.queryByRole('link', { name: new RegExp(nl.plan.contact) })).toBeNull()
})

test('who owns a plan alone is offered to invite somebody, and nobody else is', async () => {
  const invite = () => page.queryByRole('link', { name: nl.people.invite })
  await show(createFakePlan({ members: [ME] }))
  expect(invite()?.getAttribute('href')).toMatch(/invite$/)
  cleanup()
  await show(createFakePlan())
  expect(invite()).toBeNull()
})

test('paper, copy and file are one tap away once there is something to take', async () => {
  const { plan } = await show()
  const way = page.getByRole('link', { name: words.takeOut })
  expect(way.getAttribute('href')).toBe(`#/plan/${plan.id}/manage?place=take-out`)
})

test('the next step is marked: the one with the earliest day', async () => {
  await show()
  const first = page.getByText(words.next).closest('li')
  expect(first?.textContent).toContain('Zus vragen of ze meegaat')
})

test('my wheel is shown, even when another’s is newer; topics to talk about are listed under it', async () => {
  const { doc } = await show()
  const theirs = startCheckIn(doc, { who: { person: WORKER.person }, at: NOW, pack: 'weef' }, randomness)
  setScore(doc, theirs, 'participation', 2, randomness)
  const card = page.getByRole('heading', { name: nl.plan.wheel }).closest('section')!
  expect(card.textContent).toContain('Ans (jij), 20 november')
  expect(within(card).getByText('Ans (jij): Mentaal welbevinden. “Iets beter. Slapen lukt nog niet.”')).toBeTruthy()
  expect(within(card).getByRole('heading', { name: nl.wheel.talkMine })).toBeTruthy()
  setTalkAbout(doc, theirs, 'participation', true, randomness) // of both, nobody says “I”
  expect(within(card).getByRole('heading', { name: nl.wheel.talkAbout })).toBeTruthy()
})

test('a person without a name can give one here, and is not asked again', async () => {
  const members = [{ ...ME, name: '' }, WORKER]
  const { doc, plan, setMembers } = await show(createFakePlan({ members }))
  fireEvent.click(page.getByRole('button', { name: nl.people.sayName }))
  const field = page.getByRole('textbox', { name: nl.people.yourName })
  fireEvent.input(field, { target: { value: 'Ans' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  expect(readPerson(doc, plan.me, plan).name).toBe('Ans')
  setMembers([ME, WORKER])
  expect(page.queryByRole('button', { name: nl.people.sayName })).toBeNull()
  setMembers([{ ...ME, name: '', role: 'reader' }, WORKER])
  expect(page.queryByRole('button', { name: nl.people.sayName })).toBeNull()
})

test('what others changed since I looked is listed as at home: by person and part, and what of it', async () => {
  const kinds = [{ kind: 'goal', count: 2 }] as const
  const taken = { letters: 80, from: 4 }
  const parts = [
    { part: 'goals', things: 2, letters: 0, kinds },
    { part: 'story', things: 0, letters: 0, taken },
  ] as const
  const news = [{ person: WORKER.person, name: 'Wanda', at: NOW, parts }]
  await show(createFakePlan({ ...createSamplePlan(createRandomness(), NOW), news }))
  const { part, took } = nl.worker.news
  const line = page.getByRole('link', { name: `${part.goals} (2 doelen)` }).closest('li')!
  expect(line.textContent).toBe(`Wanda: ${part.goals} (2 doelen) en ${part.story} (${took})`)
  const leadsTo = [...line.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(leadsTo).toEqual([`#/plan/${workspaceId(7)}/goals`, `#/plan/${workspaceId(7)}/story`])
})

/** In a window in which each row is 100 pixels high. */
const drag = (handle: HTMLElement, to: number): void => {
  const rows = [...handle.closest('ul')!.children] as HTMLElement[]
  rows.forEach((row, at) => (row.getBoundingClientRect = () => new DOMRect(0, at * 100, 300, 100)))
  handle.setPointerCapture = () => {}
  const at = (y: number) => ({ clientY: y, pointerId: 1, button: 0 })
  fireEvent.pointerDown(handle, at(1_000))
  fireEvent.pointerMove(window, at(to))
  fireEvent.pointerUp(window, at(to))
}

test('a part is moved by buttons, by arrow keys and by dragging, and keeps the focus; it is renamed and hidden', async () => {
  const { doc } = await show()
  fireEvent.click(page.getByRole('button', { name: words.arrange.go }))
  const down = await page.findByRole('button', { name: nl.goals.move.downOf(nl.plan.story) })
  down.focus()
  fireEvent.click(down)
  expect(
    readSections(doc)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['wheel', 'story', 'goals'])
  expect(document.activeElement).toBe(down)
  expect(page.getByRole('button', { name: nl.goals.move.downOf(nl.plan.story) })).toBe(down)
  expect(page.getByText(nl.goals.move.moved(nl.plan.story, 2, 6))).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.goals.move.upOf(nl.plan.story) }))
  fireEvent.click(page.getByRole('button', { name: nl.goals.move.upOf(nl.plan.story) }))
  expect(readSections(doc)[0]?.id).toBe('story')
  const handle = page.getByRole('button', { name: nl.goals.move.handleOf(nl.plan.story) })
  handle.focus()
  fireEvent.keyDown(handle, { key: 'ArrowDown' })
  expect(readSections(doc)[1]?.id).toBe('story')
  expect(document.activeElement).toBe(handle)
  fireEvent.keyDown(handle, { key: 'ArrowUp' })
  expect(readSections(doc)[0]?.id).toBe('story')
  drag(handle, 260)
  expect(
    readSections(doc)
      .map(({ id }) => id)
      .slice(0, 4),
  ).toEqual(['wheel', 'goals', 'story', 'conversations'])
  drag(handle, 0)
  expect(readSections(doc)[0]?.id).toBe('story')

  const name = page.getByLabelText(new RegExp(words.arrange.name(nl.plan.goals)))
  fireEvent.input(name, { target: { value: 'Wat ik wil' } })
  expect(readSections(doc).find(({ id }) => id === 'goals')?.title).toBe('')
  fireEvent.focusOut(name)
  expect(readSections(doc).find(({ id }) => id === 'goals')?.title).toBe('Wat ik wil')
  fireEvent.click(page.getAllByLabelText(words.arrange.show)[1]!)
  expect(readSections(doc)[1]).toMatchObject({ id: 'wheel', hidden: true })
})

test('a reader sees everything and gets no controls', async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  await show(
    createFakePlan({
      ...sample,
      members: [
        { ...ME, role: 'reader' },
        { ...WORKER, role: 'owner' },
      ],
    }),
  )
  expect(headings()).toContain(nl.plan.goals)
  expect(withoutReadAloud(main().queryAllByRole('button'))).toEqual([])
})

test('who only says how they do not want contact, or when they do, is not said to have filled in nothing', async () => {
  const fake = createFakePlan()
  addGoal(fake.doc, { title: 'Buiten komen' }, randomness)
  const card = ensureCard(fake.doc, ME.person, randomness)
  setTime(fake.doc, card, 'tue', 'evening', true, randomness)
  await show(fake)
  expect(page.getByText(`Ans (jij): ${nl.contact.days.tue}`)).toBeTruthy()
  setLiking(fake.doc, card, 'phone', 'no', randomness)
  expect(page.getByText('Ans (jij): Bellen: niet')).toBeTruthy()
  setLiking(fake.doc, card, 'chat', 'yes', randomness)
  expect(page.getByText('Ans (jij): Chatten').closest('li')?.textContent).toContain('Bellen: niet')
  expect(page.queryByText(words.empty.contact)).toBeNull()
})
