/** How people like contact: my own card to fill in, others' to read. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { ensureCard, readContactCards, setLiking, setTime } from '#domain/contact/contact.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { setText } from '#domain/document/texts.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const words = nl.contact

const show = async (fake = createFakePlan(), title: string = nl.plan.contact) => {
  await renderApp(`/plan/${fake.plan.id}/contact`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: title })
  return fake
}
const group = (name: string) => within(page.getByRole('group', { name }))

test('opening creates nothing; nothing is filled in beforehand; each tap sets one thing, and can be undone', async () => {
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

test('who helps reads first how the others want it, and is asked about themselves below', async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  await show(
    createFakePlan({
      ...sample,
      members: [
        { ...ME, role: 'editor' },
        { ...WORKER, role: 'owner' },
      ],
    }),
    nl.whose.of.contact('Wanda'),
  )
  const said = page.getByRole('main').textContent ?? ''
  const places = [words.readOnlyLead, 'Op vrijdag ben ik er niet.', words.mine, words.lead].map((one) =>
    said.indexOf(one),
  )
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places[0]).toBeGreaterThan(-1)
})

test("a text of one's own", async () => {
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
  const card = page.getByRole('heading', { name: 'Wanda' }).closest('section')!
  expect(card.textContent).toContain('Van mijn telefoon')
  expect(card.textContent).toContain('Op vrijdag ben ik er niet.')
  expect(within(card).queryAllByRole('radio')).toEqual([])
  expect(page.getAllByRole('heading', { level: 2 }).filter(({ textContent }) => textContent === 'Wanda')).toHaveLength(
    1,
  )
})

test('[rule 2] a card filled in for a person without a device names who filled it in', async () => {
  const fake = createFakePlan({ personAt: () => ME.person })
  await show(fake)
  fireEvent.input(page.getByLabelText(words.forOther.name), { target: { value: ' Mira ' } })
  fireEvent.click(page.getByRole('button', { name: words.forOther.go }))
  expect(await page.findByRole('heading', { level: 1, name: nl.whose.of.contact('Mira') })).toBeTruthy()
  expect(page.getByText(words.forOther.lead('Mira'))).toBeTruthy()
  expect(readContactCards(fake.doc)).toEqual([])
  fireEvent.click(group(words.forms.phone).getByRole('radio', { name: words.likings.yes }))
  fireEvent.click(page.getByRole('button', { name: words.forOther.done }))

  const card = page.getByRole('heading', { name: 'Mira' }).closest('section')!
  expect(card.textContent).toContain(nl.goals.answers.by(['Ans (jij)']))
  expect(card.textContent).toContain(words.says(words.forms.phone, words.likings.yes))
  fireEvent.click(within(card).getByRole('button', { name: words.changeOf('Mira') }))
  fireEvent.click(group(words.forms.phone).getByRole('radio', { name: words.likings.no }))
  expect(readContactCards(fake.doc)).toMatchObject([{ who: { name: 'Mira' }, liking: { phone: ['no'] } }])
})

test('[rule 2] words written about somebody are shown beside their own, and never in them', async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  const fake = await show(createFakePlan(sample))
  fireEvent.click(page.getByRole('button', { name: words.forOther.of('Wanda') }))
  fireEvent.click(group(words.forms.chat).getByRole('radio', { name: words.likings.no }))
  const about = readContactCards(fake.doc).filter(({ who }) => 'person' in who && who.person === WORKER.person)
  expect(about.map(({ liking }) => liking.chat)).toContainEqual(['no'])
  expect(about.map(({ liking }) => liking.chat)).toContainEqual([])
  fireEvent.click(page.getByRole('button', { name: words.forOther.done }))
  const card = page.getByRole('heading', { name: 'Wanda' }).closest('section')!
  expect(card.textContent).toContain('Op vrijdag ben ik er niet.')
  expect(within(card).getAllByText(/Opgeschreven door/)).toHaveLength(1)
  expect(within(card).getAllByRole('list'), 'each by itself').toHaveLength(2)
  expect(card.textContent, 'their own words first').toMatch(/Op vrijdag.*Opgeschreven door/)
})

test('cards of my two devices are joined: conflicting choices are side by side, and one tap settles both', async () => {
  const fake = createFakePlan()
  const phone = createPlanDoc()
  const cards = [
    [fake.doc, 'yes', 'mon', 'Van mijn laptop'],
    [phone, 'no', 'tue', 'Van mijn telefoon'],
  ] as const
  for (const [doc, liking, day, text] of cards) {
    const card = ensureCard(doc, ME.person, createRandomness(90 + text.length))
    setLiking(doc, card, 'phone', liking, createRandomness(70 + text.length))
    setTime(doc, card, day, 'morning', true, createRandomness(50 + text.length))
    setText(doc, 'contactCard', card, 'words', text)
  }
  Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(phone))
  await show(fake)
  const values = page.getAllByRole<HTMLTextAreaElement>('textbox').map(({ value }) => value)
  expect(values).toEqual(expect.arrayContaining(['Van mijn laptop', 'Van mijn telefoon']))
  for (const day of ['mon', 'tue'] as const)
    expect(group(words.days[day]).getByRole<HTMLInputElement>('checkbox', { name: words.parts.morning }).checked).toBe(
      true,
    )
  const either = group(`${words.forms.phone}: ${words.either}`)
  fireEvent.click(either.getByRole('button', { name: words.likings.no }))
  expect(readContactCards(fake.doc).map(({ liking }) => liking.phone)).toEqual([['no'], ['no']])
  fireEvent.click(group(words.days.mon).getByRole('checkbox', { name: words.parts.morning }))
  expect(readContactCards(fake.doc).flatMap(({ times }) => times.mon)).toEqual([])
})

test('a reader sees all cards and can fill in none', async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  await show(
    createFakePlan({
      ...sample,
      members: [
        { ...ME, role: 'reader' },
        { ...WORKER, role: 'owner' },
      ],
    }),
    nl.whose.of.contact('Wanda'),
  )
  expect(page.getByRole('heading', { name: 'Ans (jij)' })).toBeTruthy()
  expect(within(page.getByRole('main')).queryAllByRole('radio')).toEqual([])
})

test("in another's plan, what they said comes first, and one's own form after it", async () => {
  const sample = createSamplePlan(createRandomness(), NOW)
  const members = [
    { ...ME, role: 'editor' as const },
    { ...WORKER, role: 'owner' as const },
  ]
  await show(createFakePlan({ ...sample, members }), nl.whose.of.contact('Wanda'))
  const [theirs, mine] = ['Wanda', words.mine].map((name) => page.getByRole('heading', { level: 2, name }))
  expect(theirs!.compareDocumentPosition(mine!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  const asked = page.getByText(words.lead)
  expect(mine!.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test("in another's plan of which nothing is known yet, they are asked for first, and one's own form is plainly one's own", async () => {
  const fake = createFakePlan({
    members: [
      { ...ME, role: 'editor' },
      { ...WORKER, role: 'owner' },
    ],
  })
  await show(fake, nl.whose.of.contact('Wanda'))
  const mine = page.getByRole('heading', { level: 2, name: words.mine })
  const ask = page.getByRole('button', { name: words.forOther.together('Wanda') })
  expect(ask.compareDocumentPosition(mine) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(mine.compareDocumentPosition(page.getByText(words.lead)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  fireEvent.click(ask)
  fireEvent.click(group(words.forms.phone).getByRole('radio', { name: words.likings.no }))
  expect(readContactCards(fake.doc)).toMatchObject([{ who: { person: WORKER.person } }])
  fireEvent.click(page.getByRole('button', { name: words.forOther.done }))
  expect(page.queryByRole('button', { name: words.forOther.together('Wanda') })).toBeNull()
})
