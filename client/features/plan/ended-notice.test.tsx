/** Somebody who takes no part any more reads what happened, and by whom. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { setMyName } from '#domain/plan/people.ts'
import type { Ended, Sharing } from '#ports/open-plan.ts'
import { BROTHER, createFakePlan, createRandomness, ME, SHARED, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const show = async (ended: Ended, sharing: Sharing = SHARED, members = [ME], part = 'people') => {
  const fake = createFakePlan({ members, ended, sharing: { ...sharing, connection: { refused: ended.how } } })
  setMyName(fake.doc, WORKER.person, 'Wanda', createRandomness(5))
  return renderApp(`/plan/${workspaceId(7)}/${part}`, { plan: fake.plan })
}

test.each(['removed', 'closed'] as const)('%s: the name stands there, also of who left since', async (how) => {
  const screen = await show({ how, by: WORKER.person })
  expect(await screen.findByText(nl.circle.ended[how]('Wanda'))).toBeTruthy()
  expect(screen.getByText(nl.sharing.refused[how].text)).toBeTruthy()
  expect(screen.queryByText(nl.circle.ended.unshared)).toBeNull()
  expect(screen.queryByRole('button', { name: nl.sharing.tryAgain })).toBeNull()
})

test('of who left since, it says so only beside a member of the same name', async () => {
  const screen = await show({ how: 'removed', by: WORKER.person }, SHARED, [ME, { ...BROTHER, name: 'wanda' }])
  expect(await screen.findByText(nl.circle.ended.removed(nl.history.formerly('Wanda')))).toBeTruthy()
})

test('of two people of one name, the one who did it', async () => {
  const members = [ME, { ...WORKER, name: 'Wanda (1)', nth: 1 }, { ...BROTHER, name: 'Wanda (2)', nth: 2 }]
  const screen = await show({ how: 'removed', by: BROTHER.person }, SHARED, members)
  expect(await screen.findByText(nl.circle.ended.removed('Wanda (2)'))).toBeTruthy()
})

test('by the word of the relay alone: nobody is named, and it can be tried again', async () => {
  const screen = await show({ how: 'removed', by: null })
  expect(await screen.findByText(nl.sharing.refused.removed.title)).toBeTruthy()
  expect(screen.getByRole('button', { name: nl.sharing.tryAgain })).toBeTruthy()
})

test('who was put out without a word of by whom is said to write nowhere, and to be one of nobody', async () => {
  const screen = await show({ how: 'removed', by: null }, SHARED, [WORKER, ME])
  expect(await screen.findByText(nl.people.leadEnded)).toBeTruthy()
  expect(screen.queryByText(nl.people.lead)).toBeNull()
  expect([screen.queryByText(nl.roles[ME.role]), screen.getByText(nl.circle.endedChip.removed).localName]).toEqual([
    null,
    'p',
  ])
  expect(screen.queryByRole('button', { name: nl.people.changeName })).toBeNull()
  screen.unmount()
  const story = await show({ how: 'removed', by: null }, SHARED, [WORKER, ME], 'story')
  await story.findByRole('textbox')
  for (const lead of Object.values(nl.story.leads)) expect(story.queryByText(lead)).toBeNull()
})

test('a closed plan does not say that others write, nor ask about newcomers', async () => {
  const ended: Ended = { how: 'closed', by: WORKER.person }
  const members = [{ ...ME, role: 'reader' } as const, WORKER]
  const fake = createFakePlan({ members, newcomers: [WORKER], ended })
  const screen = await renderApp(`/plan/${workspaceId(7)}/story`, { plan: fake.plan })
  expect(await screen.findByText(nl.sharing.refused.closed.text)).toBeTruthy()
  expect(screen.queryByText(nl.story.leads.reader)).toBeNull()
  expect(screen.queryByText(nl.circle.newcomers.ask)).toBeNull()
})

test('what is not shared is told', async () => {
  const screen = await show({ how: 'removed', by: WORKER.person }, { ...SHARED, shared: { name: 'not-shared-yet' } })
  expect(await screen.findByText(nl.circle.ended.unshared)).toBeTruthy()
})

test('an old key card: the new one is asked for, and nothing is said to be lost', async () => {
  const screen = await show({ how: 'moved', by: WORKER.person }, { ...SHARED, shared: { name: 'not-shared-yet' } })
  expect(await screen.findByText(nl.sharing.refused.moved.title)).toBeTruthy()
  expect(screen.getByRole('link', { name: nl.card.home }).getAttribute('href')).toBe('#/card')
  expect(screen.queryByText(nl.circle.ended.unshared)).toBeNull()
})
