/** "What has changed": who did what, before and after, putting back and taking that back. */
import { cleanup, fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { setAside } from '#domain/document/aside.ts'
import { toMemberLines } from '#domain/history/member-lines.ts'
import { setAnswer } from '#domain/goals/answers.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { writeStory } from '#domain/testing/story.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { createFakeHistory } from '#testing/fake-history.ts'
import { paths } from '#reactive/paths.ts'
import { createFakePlan, ME, NOW, personId, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { happened } from '#testing/happened.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATH = `/plan/${workspaceId(7)}/changes`
const words = nl.history

const show = async (
  { ans, recorded }: Pick<ReturnType<typeof happened>, 'ans' | 'recorded'>,
  more: Parameters<typeof createFakePlan>[0] & { language?: 'nl' | 'en' } = {},
) => {
  const history = more.history ?? createFakeHistory(recorded.log, 'start')
  const fake = createFakePlan({ doc: ans.doc, ...more, history })
  await renderApp(PATH, { plan: fake.plan }, { language: more.language ?? 'nl' })
  await page.findByRole('heading', { level: 1 })
  return fake
}
const lineOf = async (sentence: string) => {
  const line = (await page.findByText(sentence)).closest('li')
  if (line === null) throw new Error('No line.')
  return within(line)
}

test('says by day who did what, the latest first, and where it begins', async () => {
  await show(happened())
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  const sentences = [...document.querySelectorAll('.hi-what')].map(({ textContent }) => textContent)
  expect(sentences).toEqual([
    'Wanda veranderde het doel “Werk”',
    'Wanda haalde tekst weg uit het verhaal',
    'Jij maakte een wens “Rust in huis”',
    'Jij maakte een doel “Werk”',
    'Jij schreef in het verhaal',
  ])
  expect([...document.querySelectorAll('.hi-date')].map(({ textContent }) => textContent)).toHaveLength(2)
  expect(page.getByText(words.start)).toBeDefined()
  expect(document.body.textContent).not.toMatch(/\d+ ding/)
})

test('a day to which the log comes back stands there twice, and each time with its own', async () => {
  const it = happened()
  it.recorded.write(ME.person, it.ans, ({ doc, randomness }) => addWish(doc, 'Een hond', randomness))
  await show(it)
  await page.findByText('Jij maakte een wens “Een hond”')
  const days = [...document.querySelectorAll('.hi-day')]
  expect(days.map((day) => day.querySelectorAll('.hi-line').length)).toEqual([1, 2, 3])
  const [first, , last] = days.map((day) => day.querySelector('h2')?.textContent)
  expect(last).toBe(first)
})

test('the words that went stand beside what is there now', async () => {
  await show(happened())
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.details) }))
  expect(line.getByText(/Ik woon hier al jaren/).tagName).toBe('DEL')
  expect(line.getByText(words.empty)).toBeDefined()
  const goal = await lineOf('Wanda veranderde het doel “Werk”')
  fireEvent.click(goal.getByRole('button', { name: new RegExp(words.details) }))
  expect(goal.getByText(nl.goals.status.proposed)).toBeDefined()
  expect(goal.getByText(nl.goals.status.active)).toBeDefined()
})

test('what a way shows stands right after it, so that it stays under the finger', async () => {
  await show(happened())
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  for (const name of [words.details, words.asItWas]) {
    const way = line.getByRole('button', { name: new RegExp(name) })
    fireEvent.click(way)
    expect(way.nextElementSibling?.id).toBe(way.getAttribute('aria-controls'))
  }
})

test('a person is one in the list of people, whatever key card they wrote with', async () => {
  const { ans, recorded } = happened()
  const me = { ...ME, person: personId(8), earlier: [ME.person] }
  const fake = { ans, recorded }
  await show(fake, { members: [me, WORKER] })
  await page.findByText('Jij schreef in het verhaal')
  const who = page.getByRole('combobox', { name: words.person })
  expect([...who.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    words.everybody,
    'Wanda',
    'Jij',
  ])
  fireEvent.change(who, { target: { value: me.person } })
  expect(page.queryByText('Wanda haalde tekst weg uit het verhaal')).toBeNull()
  expect(page.getByText('Jij schreef in het verhaal')).toBeDefined()
})

test('one tap puts the story back, says so, and can be taken back', async () => {
  const it = happened()
  const { doc } = await show(it)
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.back) }))
  expect(readStoryText(doc)).toBe('Ik woon hier al jaren.\n\nIk wil weer werken.')
  expect(line.getByRole('status').textContent).toBe(words.isBack)
  fireEvent.click(line.getByRole('button', { name: words.undo }))
  expect(readStoryText(doc)).toBe('')
  expect(line.getByRole('status').textContent).toBe(words.undone)
})

test('what was put back in the list is no news once the list is left', async () => {
  const { ans, recorded } = happened()
  const { plan } = createFakePlan({ doc: ans.doc, history: createFakeHistory(recorded.log, 'start') })
  const dismissTaken = vi.fn()
  const { unmount } = await renderApp(paths.changes(plan.id), { plan: { ...plan, dismissTaken } })
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.back) }))
  expect(dismissTaken).not.toHaveBeenCalled()
  unmount()
  expect(dismissTaken).toHaveBeenCalledExactlyOnceWith(WORKER.person, expect.any(Number), 'story')
})

test('a history that cannot be read says so, and leaves nobody waiting', async () => {
  const { plan } = createFakePlan()
  await renderApp(paths.changes(plan.id), { plan: { ...plan, history: () => Promise.reject(new Error('No room.')) } })
  expect(await page.findByText(words.failed)).toBeDefined()
  expect(page.queryByText(words.loading)).toBeNull()
})

test('an answer that was written down for somebody reads as written down, and is not put back', async () => {
  const it = happened()
  it.hers(({ doc, randomness }) =>
    setAnswer(doc, readGoals(doc)[0]!.id, { person: ME.person }, { answer: 'agree', words: 'Fijn' }, randomness),
  )
  await show(it)
  const line = await lineOf('Wanda schreef een antwoord op bij het doel “Werk”')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.details) }))
  expect(line.getByText(nl.goals.answers.said('Jij', nl.goals.answers.short.agree, 'Fijn'))).toBeDefined()
  expect(line.queryByRole('button', { name: new RegExp(words.back) })).toBeNull()
})

test('the whole story as it was just before, and what is missing of it comes back', async () => {
  const it = happened()
  const { doc } = await show(it)
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.asItWas) }))
  await line.findByText(words.wasBefore)
  expect(line.getByText(/Ik woon hier al jaren/).textContent).toBe('Ik woon hier al jaren.\n\nIk wil weer werken.')
  writeStory(it.ans, 'Nieuw.')
  fireEvent.click(line.getByRole('button', { name: words.allBack }))
  expect(readStoryText(doc)).toBe('Ik woon hier al jaren.\n\nIk wil weer werken.\n\nNieuw.')
  fireEvent.click(line.getByRole('button', { name: words.undo }))
  expect(readStoryText(doc)).toBe('Nieuw.')
})

test('a reader sees how a goal was, and a person has no whole', async () => {
  await show(happened(), { members: [{ ...ME, role: 'reader' }, WORKER] })
  const line = await lineOf('Wanda veranderde het doel “Werk”')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.asItWas) }))
  expect(await line.findByText('Het doel “Werk”')).toBeDefined()
  expect(line.getByText(nl.goals.status.proposed)).toBeDefined()
  expect(line.queryByRole('button', { name: words.allBack })).toBeNull()
  const wish = await lineOf('Jij maakte een wens “Rust in huis”')
  expect(wish.queryByRole('button', { name: new RegExp(words.asItWas) })).toBeNull()
})

test('a thing that was set aside comes back', async () => {
  const it = happened()
  it.hers(({ doc, randomness }) => setAside(doc, 'goal', readGoals(doc)[0]!.id, NOW, randomness))
  const { doc } = await show(it)
  const line = await lineOf('Wanda legde het doel “Werk” opzij')
  fireEvent.click(line.getByRole('button', { name: new RegExp(words.back) }))
  expect(readGoals(doc)[0]?.aside).toBeNull()
})

test('a reader sees it all, and puts nothing back', async () => {
  await show(happened(), { members: [{ ...ME, role: 'reader' }, WORKER] })
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  expect(page.queryByRole('button', { name: new RegExp(words.back) })).toBeNull()
})

test('by person and by part', async () => {
  await show(happened())
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  fireEvent.change(page.getByRole('combobox', { name: words.person }), { target: { value: WORKER.person } })
  expect(document.querySelectorAll('.hi-what')).toHaveLength(2)
  fireEvent.change(page.getByRole('combobox', { name: words.part }), { target: { value: 'story' } })
  expect([...document.querySelectorAll('.hi-what')].map(({ textContent }) => textContent)).toEqual([
    'Wanda haalde tekst weg uit het verhaal',
  ])
})

test('nothing yet, a practice plan, and a device that knows only the end, each say so', async () => {
  const nothing = createFakeHistory(() => ({ base: null, entries: [] }))
  await show(happened(), { history: nothing })
  expect(await page.findByText(words.none)).toBeDefined()
  cleanup()
  await show(happened(), { practice: true })
  expect(await page.findByText(words.practice)).toBeDefined()
  cleanup()
  const it = happened()
  await show(it, { history: createFakeHistory(it.recorded.log, NOW - 90_000_000) })
  expect(await page.findByText(words.since(NOW - 90_000_000, NOW))).toBeDefined()
})

test('who joined at a moment that this device does not know stands there as by then', async () => {
  const it = happened()
  const history = createFakeHistory(it.recorded.log)
  const [last] = it.recorded.entries.slice(-1)
  const events = [{ seq: 3.5, act: 'joined', by: WORKER.person, person: WORKER.person, role: 'editor' }] as const
  const joined = toMemberLines(events, last === undefined ? [] : [last], 0, Infinity)
  await show(it, { history: { ...history, page: async () => ({ lines: joined, from: 0 }) } })
  expect((await page.findByText(words.latest)).closest('li')?.textContent).toMatch(/Wanda/)
})

test('a line leads to its place, which is marked and has the focus', async () => {
  await show(happened())
  const line = await lineOf('Jij maakte een wens “Rust in huis”')
  fireEvent.click(line.getByRole('link', { name: new RegExp(words.go) }))
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  await waitFor(() => expect(document.activeElement?.classList.contains('ps-marked')).toBe(true))
  expect(document.activeElement?.textContent).toContain('Rust in huis')
})

test('in English', async () => {
  await show(happened(), { language: 'en' })
  expect(await page.findByText('Wanda removed text from the story')).toBeDefined()
  expect(page.getByText('You added a wish “Rust in huis”')).toBeDefined()
  expect(page.getByText(en.history.start)).toBeDefined()
})
