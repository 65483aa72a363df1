/** How people like contact: one's own to fill in, others' to read. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { ensureCard, readContactCards } from '#domain/contact.ts'
import { createPlanDoc } from '#domain/plan-doc.ts'
import { setText } from '#domain/texts.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const words = nl.contact

const show = async (fake = createFakePlan()) => {
  await renderApp(`/plan/${fake.plan.id}/contact`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.contact }, { timeout: 5_000 })
  return fake
}
const group = (name: string) => within(page.getByRole('group', { name }))

test('looking makes nothing; nothing is filled in beforehand; each tap is one thing, and can be taken back', async () => {
  const { doc } = await show()
  expect(readContactCards(doc)).toEqual([])
  expect(page.queryAllByRole('radio', { checked: true })).toEqual([])
  expect(page.queryAllByRole('checkbox', { checked: true })).toEqual([])

  fireEvent.click(group(words.forms.phone).getByRole('radio', { name: words.likings['rather-not'] }))
  fireEvent.click(group(words.days.tue).getByRole('checkbox', { name: words.parts.evening }))
  const [card, ...others] = readContactCards(doc)
  expect(others).toEqual([])
  expect(card).toMatchObject({ who: { person: ME.person }, liking: { phone: ['rather-not'], video: [] } })
  expect(card?.times.tue).toEqual(['evening'])

  fireEvent.click(group(words.forms.phone).getByRole('radio', { name: words.likings['rather-not'] }))
  expect(readContactCards(doc)[0]?.liking.phone).toEqual([])
  fireEvent.click(group(words.days.tue).getByRole('checkbox', { name: words.parts.evening }))
  expect(readContactCards(doc)[0]?.times.tue).toEqual([])
})

test('own words', async () => {
  const { doc } = await show()
  fireEvent.click(page.getByRole('button', { name: words.write }))
  const field = page.getByLabelText(words.words)
  expect(document.activeElement).toBe(field)
  fireEvent.input(field, { target: { value: 'Na de school' } })
  expect(readContactCards(doc)[0]?.words).toBe('Na de school')
})

test('others’ cards are read, with all their words where two devices made two', async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  const phone = createPlanDoc()
  setText(phone, 'contactCard', ensureCard(phone, WORKER.person, createRandomness(90)), 'words', 'Van mijn telefoon')
  Y.applyUpdate(sample.doc, Y.encodeStateAsUpdate(phone))
  await show(createFakePlan(sample))
  const card = page.getByRole('heading', { name: words.of('Wanda') }).closest('section')!
  expect(card.textContent).toContain('Van mijn telefoon')
  expect(card.textContent).toContain('Op vrijdag ben ik er niet.')
  expect(within(card).queryAllByRole('radio')).toEqual([])
  expect(
    page.getAllByRole('heading', { level: 2 }).filter(({ textContent }) => textContent === words.of('Wanda')),
  ).toHaveLength(1)
})

test('who reads sees all cards and can fill in none', async () => {
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
  expect(page.getByRole('heading', { name: words.of('Ans (jij)') })).toBeTruthy()
  expect(within(page.getByRole('main')).queryAllByRole('radio')).toEqual([])
})
