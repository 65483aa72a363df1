/**
 * An editor with an app of their own: every screen of the owner opens and stays usable, says whose it was, and shows nobody as
 * having said what they did not.
 */
import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { beforeAll, expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { tellApart } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import { readSections } from '#domain/plan/sections.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { createFakeHistory } from '#testing/fake-history.ts'
import { createFakePlan, type FakePlanOptions, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { ATTACKS, createAttacked, endAlone, FAKE_TITLE, FORGED, takeAndPutBack } from '#testing/hostile-editor.ts'
import { planScreens } from '#testing/plan-screens.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`

/** As the owner's app has it: names by author, told apart. */
const show = async (attack: (doc: PlanDoc) => void, part: string, options: FakePlanOptions = {}) =>
  showAttacked(createAttacked(attack), part, options)

const showAttacked = async (
  attacked: ReturnType<typeof createAttacked>,
  part: string,
  options: FakePlanOptions = {},
) => {
  const people = [ME, WORKER].map(({ person }) => readPerson(attacked.doc, person, attacked))
  const told = tellApart(people)
  const members = [ME, WORKER].map((member) => ({ ...member, ...told.get(member.person) }))
  const fake = createFakePlan({ ...attacked, members, ...options })
  const path = part.startsWith('/goals/') ? `/goals/${readGoals(attacked.doc)[0]?.id}` : part
  const shown = await renderApp(`${PLAN}${path}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1 })
  return { ...fake, ...shown, text: () => shown.container.textContent ?? '' }
}

const both = (attack: (doc: PlanDoc) => void, more: (doc: PlanDoc) => void) => (doc: PlanDoc) => {
  attack(doc)
  more(doc)
}

const FLOOD = '10,000 goals, wishes, steps, cards, wheels and conversations, and as many answers to one'
const everything = (doc: PlanDoc): void => Object.values(ATTACKS).forEach((attack) => attack(doc))
let parts: readonly string[]
beforeAll(() => {
  parts = planScreens(createAttacked(() => {}).doc)
})

test.each([...Object.entries(ATTACKS), ['all of it at once', everything] as const])(
  '%s: every screen opens, and the way on is there',
  async (_, attack) => {
    const attacked = createAttacked(attack)
    for (const part of parts) {
      const { text, unmount } = await showAttacked(attacked, part)
      expect(text(), part).not.toContain(nl.general.brokenScreen.title)
      expect(page.getAllByRole('link').length, part).toBeGreaterThan(3)
      expect(page.queryByText(nl.opening.failed['outdated-app'].title)).toBeNull()
      unmount()
    }
  },
)

test.each([...Object.entries(ATTACKS), ['taking away and putting back, 10,000 times', takeAndPutBack] as const])(
  '%s: what has changed can be read, page by page, and is hers alone who did it',
  async (_, attack) => {
    const attacked = createAttacked(attack)
    const history = createFakeHistory(() => attacked.log)
    const { container, text } = await showAttacked(attacked, '/changes', { history })
    const sentences = () => [...container.querySelectorAll('.hi-what')].map(({ textContent }) => textContent ?? '')
    await waitFor(() => expect(text()).not.toContain(nl.history.loading))
    for (let older = true; older;) {
      for (const sentence of sentences()) expect(sentence).toMatch(/^(Wanda|Аns) /) // the second as she names herself, in Cyrillic
      expect(sentences().length).toBeLessThan(250)
      expect(text().length).toBeLessThan(60_000)
      const button = page.queryByRole('button', { name: nl.history.older })
      older = button !== null && sentences().length < 100
      if (older) fireEvent.click(button!)
      await waitFor(() => expect(text()).not.toContain(nl.history.reading))
    }
    expect(text()).not.toContain(nl.general.brokenScreen.title)
  },
)

test('names that others wrote are nobody’s, and a look-alike is told apart', async () => {
  const { container } = await show(ATTACKS['names of others'], '/people')
  const names = [...container.querySelectorAll('.pe-name')].map(({ textContent }) => textContent)
  // Her own name was taken away, and his looks like it: neither is she.
  expect(names).toEqual([nl.general.you, 'Аns'])
  expect(container.textContent).not.toContain('De gemeente')
})

test.each(['/goals', '/goals/one'])(
  '[rule 2] at %s an answer says who wrote it down, and own words stay own',
  async (part) => {
    const { container } = await show(ATTACKS['answers and ends in the name of others'], part)
    const chips = [...container.querySelectorAll('.go-chip')].filter(({ textContent }) => textContent?.includes(FORGED))
    expect(chips.length).toBeGreaterThan(0)
    for (const chip of chips)
      expect((chip.closest('li')?.textContent ?? '') + chip.textContent).toContain(nl.goals.answers.by(['Wanda']))
  },
)

test('[rule 6] an end says who proposed and who agreed: the editor alone', async () => {
  const { text } = await show(ATTACKS['answers and ends in the name of others'], '/goals/one')
  expect(text()).toContain('Wanda ging akkoord')
  expect(text()).not.toMatch(/Ans \(jij\) ging akkoord|Voorgesteld door Ans/)
})

test('[rule 6] an outcome that somebody sets alone names them, and nobody’s earlier agreement', async () => {
  const { text } = await show(endAlone, '/goals/one')
  expect(text()).toContain(nl.goals.ending.setBy(['Wanda']))
})

test('a wheel in her name says who filled it in, on every screen that shows it', async () => {
  for (const part of ['/', '/wheel']) {
    const { text, unmount } = await show(ATTACKS['a wheel and a contact card in the name of others'], part)
    await waitFor(() => expect(text()).toContain(nl.wheel.by(['Wanda'])))
    unmount()
  }
})

test('what another chose in her contact card is not hers, and a card about her names its writer', async () => {
  const { container } = await show(ATTACKS['a wheel and a contact card in the name of others'], '/contact')
  const about = within(container).getByRole('heading', { name: 'Ans (jij)' }).closest('section')
  expect(about?.textContent).toContain(nl.goals.answers.by(['Wanda']))
  const video = within(container).getByRole('group', { name: nl.contact.forms.video })
  expect(within(video).queryByRole('radio', { checked: true })).toBeNull()
})

test('a version and a successor of somebody else stop and redirect nobody', async () => {
  const { text, plan } = await show(ATTACKS['schema and successor'], '/')
  expect(text()).not.toContain(nl.sharing.successor.goesOn)
  expect(text()).toContain(nl.sharing.oversteps.successor(['Wanda']))
  fireEvent.click(page.getByRole('button', { name: nl.sharing.oversteps.successorBack }))
  await waitFor(() => expect(text()).not.toContain(nl.sharing.oversteps.successor(['Wanda'])))
  expect(plan.role()).toBe('owner')
})

test('title and parts are put back with one tap each', async () => {
  const { doc } = await show(ATTACKS['title and sections'], '/', { titleBefore: 'Plan van Ans' })
  expect(page.getByText(nl.sharing.oversteps.title(['Wanda']))).toBeTruthy()
  expect(page.getByText(nl.sharing.oversteps.titleNow(FAKE_TITLE))).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.sharing.oversteps.titleBack('Plan van Ans') }))
  fireEvent.click(page.getByRole('button', { name: nl.sharing.oversteps.sectionsBack }))
  expect(readTitles(doc)).toEqual(['Plan van Ans'])
  expect(readSections(doc).some(({ hidden, title }) => hidden || title !== '')).toBe(false)
  await waitFor(() => expect(page.queryByText(nl.sharing.oversteps.title(['Wanda']))).toBeNull())
})

test('an editor reads of neither, and a reader of nothing to press', async () => {
  const editor = { ...ME, role: 'editor' as const }
  const { text } = await show(both(ATTACKS['title and sections'], ATTACKS['schema and successor']), '/', {
    members: [editor, { ...WORKER, role: 'editor' }],
  })
  expect(text()).not.toContain(nl.sharing.oversteps.title(['Wanda']))
  expect(page.queryByRole('button', { name: nl.sharing.oversteps.successorBack })).toBeNull()
})

test('what this app cannot read is told with its author, and put away', async () => {
  await show(ATTACKS['what only a newer app would know'], '/')
  expect(page.getByText(nl.sharing.oversteps.unknown(['Wanda']))).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.sharing.oversteps.away }))
  expect(page.queryByText(nl.sharing.oversteps.unknown(['Wanda']))).toBeNull()
})

test('of a flood some is shown, and more on request', async () => {
  const { container } = await show(ATTACKS[FLOOD], '/goals')
  const cards = () => container.querySelectorAll('.go-card').length
  expect(cards()).toBeLessThan(120)
  const before = cards()
  fireEvent.click(page.getAllByRole('button', { name: /^Laat meer zien \(nog \d+\)$/ })[0]!)
  expect(cards()).toBe(before + 50)
})

test('an unknown node makes the story read-only until somebody takes it out with one tap', async () => {
  const { doc, text } = await show(ATTACKS['an unknown node in the story'], '/story')
  const takeOut = await page.findByRole('button', { name: nl.story.editor.takeOut })
  expect(text()).toContain(nl.story.editor.unknownOf(['Wanda']))
  fireEvent.click(takeOut)
  await waitFor(() => expect(page.queryByRole('button', { name: nl.story.editor.takeOut })).toBeNull())
  expect(await page.findByRole('textbox', { name: nl.plan.story })).toBeTruthy()
  expect(readStoryText(doc)).toContain('Bikkel')
})

test('a story that no phone can draw says whose the large part is, and goes on without it', async () => {
  const { doc, text } = await show(
    ATTACKS['a story of two million letters in one paragraph, and 10,000 marks'],
    '/story',
  )
  const takeOut = await page.findByRole('button', { name: nl.story.editor.takeOutLarge })
  expect(text()).toContain(nl.story.editor.tooMuchOf(['Wanda']))
  expect(text().length).toBeLessThan(30_000)
  fireEvent.click(takeOut)
  expect(await page.findByRole('textbox', { name: nl.plan.story })).toBeTruthy()
  expect(readStoryText(doc)).toContain('Bikkel')
  expect(readStoryText(doc).length).toBeLessThan(100_000)
})
