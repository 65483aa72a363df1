/** My key card is hidden until asked for, in words, on paper and in a file; my other device; forgetting this one. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PlanSummary } from '#ports/device.ts'
import { CARD } from '#testing/fake-device.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { SHOWN_FOR_S } from './another-device.tsx'
import { HIDDEN_AFTER_MS } from './card-part.tsx'

afterEach(() => void vi.useRealTimers())

const plan = (id: number, changes: Partial<PlanSummary> = {}): PlanSummary => ({
  id: workspaceId(id),
  title: `Plan ${id}`,
  archived: false,
  openedAt: NOW,
  people: [],
  unshared: false,
  news: [],
  ...changes,
})
const groups = CARD.characters.split('-')
const shownCard = () => groups.every((group) => page.queryAllByText(group).length > 0)
const confirm = async (button: string, go: string): Promise<void> => {
  fireEvent.click(await page.findByRole('button', { name: button }))
  const dialog = await page.findByRole('alertdialog')
  expect(shownCard()).toBe(false)
  fireEvent.click(within(dialog).getByRole('button', { name: go }))
}
const showCard = () => confirm(nl.me.card.show, nl.me.card.confirm.go)

test('the card is asked for, and not even read before', async () => {
  const screen = await renderApp('/me')
  fireEvent.click(await page.findByRole('button', { name: nl.me.card.show }))
  fireEvent.click(within(await page.findByRole('alertdialog')).getByRole('button', { name: nl.me.card.confirm.keep }))
  expect([shownCard(), screen.device.asked.cards]).toEqual([false, 0])
  await showCard()
  await page.findAllByRole('img', { name: nl.me.card.qr })
  expect([shownCard(), screen.device.asked.cards]).toEqual([true, 1])
  fireEvent.click(page.getByRole('button', { name: nl.me.card.hide }))
  expect(shownCard()).toBe(false)
})

test('it is never in the title, the address or the history, and nobody reads it aloud', async () => {
  await renderApp('/me')
  await showCard()
  await page.findAllByRole('img', { name: nl.me.card.qr })
  const outside = [document.title, window.location.href, JSON.stringify(window.history.state)]
  for (const group of groups) expect(outside.join(' ')).not.toContain(group)
  expect(page.getAllByText(groups[0]!).every((place) => place.closest('.no-speech, .only-print') !== null)).toBe(true)
})

test('on paper there is the card and nothing else', async () => {
  const screen = await renderApp('/me')
  await showCard()
  fireEvent.click(await page.findByRole('button', { name: nl.me.card.print }))
  expect(screen.platform.printed).toBe(1)
  const printed = [...document.querySelectorAll('.only-print')]
  expect(printed).toHaveLength(1)
  expect(printed[0]?.textContent).toContain(nl.me.paper.how('weef.example'))
  expect(page.getByRole('main').closest('.no-print')).not.toBeNull()
})

test('as a picture it says what happens to whoever finds it', async () => {
  const screen = await renderApp('/me')
  await showCard()
  fireEvent.click(await page.findByRole('button', { name: nl.me.card.save }))
  expect((await page.findByText(nl.me.card.saved)).getAttribute('role')).toBe('status')
  const [picture] = screen.platform.pictures
  expect(picture?.name).toBe(nl.me.paper.fileName)
  const words = picture?.drawing.marks.flatMap((mark) => (mark.kind === 'text' ? mark.words : []))
  expect(words).toEqual(expect.arrayContaining([groups.slice(0, 4).join(' '), groups.slice(4).join(' ')]))
  expect(picture?.drawing.marks.some(({ kind }) => kind === 'path')).toBe(true)
})

test('a card that nobody touches is hidden in the time that a tired hand writes it down, and is one tap away', async () => {
  await renderApp('/me')
  await page.findByRole('button', { name: nl.me.card.show })
  vi.useFakeTimers()
  fireEvent.click(page.getByRole('button', { name: nl.me.card.show }))
  fireEvent.click(within(page.getByRole('alertdialog')).getByRole('button', { name: nl.me.card.confirm.go }))
  await vi.advanceTimersByTimeAsync(HIDDEN_AFTER_MS - 1)
  expect(shownCard()).toBe(true)
  fireEvent.pointerDown(document.body)
  await vi.advanceTimersByTimeAsync(HIDDEN_AFTER_MS - 1)
  expect(shownCard()).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  expect(shownCard()).toBe(false)
  expect(page.getByText(nl.me.card.over)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.me.card.show }))
  await vi.advanceTimersByTimeAsync(0)
  expect([shownCard(), page.queryByRole('alertdialog')]).toEqual([true, null])
})

test('another device sees the card for a minute', async () => {
  await renderApp('/me')
  await page.findByRole('button', { name: nl.me.device.show })
  vi.useFakeTimers()
  fireEvent.click(page.getByRole('button', { name: nl.me.device.show }))
  fireEvent.click(within(page.getByRole('alertdialog')).getByRole('button', { name: nl.me.device.confirm.go }))
  await vi.advanceTimersByTimeAsync(0)
  expect(shownCard()).toBe(true)
  expect(page.getByText(nl.me.device.left(SHOWN_FOR_S))).toBeTruthy()
  await vi.advanceTimersByTimeAsync((SHOWN_FOR_S - 1) * 1_000)
  expect(shownCard()).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shownCard()).toBe(false)
  expect(page.getByText(nl.me.device.over)).toBeTruthy()
})

test('each part is folded until it is asked for, and the link to the card opens the card', async () => {
  const screen = await renderApp('/me', { plans: [plan(1)] })
  await page.findByRole('button', { name: nl.me.card.show })
  const parts = [...page.getByRole('main').querySelectorAll('details')]
  expect(parts.length).toBeGreaterThan(5)
  expect(parts.filter(({ open }) => open)).toEqual([])
  for (const button of within(page.getByRole('main')).getAllByRole('button'))
    expect(button.closest('details'), button.textContent ?? '').not.toBeNull()
  screen.unmount()
  await renderApp('/me?part=card')
  const show = await page.findByRole('button', { name: nl.me.card.show })
  await expect.poll(() => show.closest('details')?.open).toBe(true)
})

test('a link to the card itself leads past what stands above it', async () => {
  await renderApp('/me?part=card')
  await page.findByRole('button', { name: nl.me.card.show })
  await expect.poll(() => document.activeElement?.textContent).toBe(nl.me.card.show)
})

test('a name that is the same everywhere is said once', async () => {
  await renderApp('/me', { plans: [plan(1, { myName: 'Ans' })], me: { name: 'Ans' } })
  expect((await page.findByLabelText<HTMLInputElement>(new RegExp(`^${nl.details.name} `))).value).toBe('Ans')
  expect(page.queryByText(nl.me.names.title)).toBeNull()
})

test('what I am called, and which plans this card does not open', async () => {
  await renderApp('/me', {
    plans: [
      plan(1, { myName: 'Ans' }),
      plan(2, { myName: 'Ans' }),
      plan(3, { myName: 'Mevrouw de Vries' }),
      plan(4),
      plan(5, { asBefore: true }),
    ],
  })
  expect(await page.findByText('In je plannen heet je Ans en Mevrouw de Vries.')).toBeTruthy()
  expect(page.getByText(nl.me.card.before(1))).toBeTruthy()
})

test('forgetting says what is lost for good, and offers the card first', async () => {
  const screen = await renderApp('/me', { plans: [plan(1, { title: 'Rustig wonen', unshared: true }), plan(2)] })
  fireEvent.click(await page.findByRole('button', { name: nl.me.forget.go }))
  const dialog = await page.findByRole('alertdialog')
  expect(dialog.textContent).toContain('Nog niet gedeeld: “Rustig wonen”.')
  fireEvent.click(within(dialog).getByRole('button', { name: nl.me.forget.confirm.cardFirst }))
  expect(page.queryByRole('alertdialog')).toBeNull()
  expect(document.activeElement?.textContent).toBe(nl.me.card.show)
  fireEvent.click(page.getByRole('button', { name: nl.me.forget.go }))
  fireEvent.click(within(await page.findByRole('alertdialog')).getByRole('button', { name: nl.me.forget.confirm.go }))
  await expect.poll(() => screen.device.asked.forgotten).toBe(1)
})

test('a plan of nobody else stays for nobody: it says so, and what is left of the others', async () => {
  const people = [{ name: 'Wanda', colour: 1 }]
  const screen = await renderApp('/me', { plans: [plan(1, { title: 'Rustig wonen' })] })
  fireEvent.click(await page.findByRole('button', { name: nl.me.forget.go }))
  const dialog = await page.findByRole('alertdialog')
  const { alone, lost } = nl.me.forget.confirm
  expect(dialog.textContent).toContain(alone(['Rustig wonen']))
  expect(dialog.textContent).not.toContain(lost)
  screen.device.setPlans([plan(1, { title: 'Rustig wonen' }), plan(2, { people })])
  expect(dialog.textContent).toContain(alone(['Rustig wonen']))
  expect(dialog.textContent).toContain(lost)
  screen.device.setPlans([plan(2, { people }), plan(3, { coming: 'title' })])
  expect(dialog.textContent).not.toContain('Rustig wonen')
})

test('forgetting that fails says so', async () => {
  const screen = await renderApp('/me', { plans: [plan(1)] })
  screen.device.device.forgetDevice = () => Promise.reject(new Error('The database is busy.'))
  fireEvent.click(await page.findByRole('button', { name: nl.me.forget.go }))
  const dialog = await page.findByRole('alertdialog')
  expect(dialog.textContent).not.toContain('Nog niet gedeeld')
  fireEvent.click(within(dialog).getByRole('button', { name: nl.me.forget.confirm.go }))
  expect(await page.findByText(nl.me.forget.failed)).toBeTruthy()
})

test('only for now there is nothing to forget', async () => {
  await renderApp('/me', { storage: { name: 'memory', reason: 'chosen' } })
  await page.findByRole('button', { name: nl.me.card.show })
  expect(page.queryByText(nl.me.forget.title)).toBeNull()
})

test('everything goes into one file, whose name says nothing about anybody', async () => {
  const screen = await renderApp('/me', {
    plans: [plan(1, { title: 'Rustig wonen', myName: 'Ans' })],
    saved: { file: new Blob(['x']), plans: 1, missing: ['Weer aan het werk'] },
  })
  fireEvent.click(await page.findByRole('button', { name: nl.backup.save }))
  await page.findByText(nl.backup.saved(1))
  expect(page.getByText(nl.backup.missing(['Weer aan het werk']))).toBeTruthy()
  expect(screen.platform.savedBytes.map(({ name }) => name)).toEqual(['bewaard-2026-11-22.weef'])
  expect(page.getByRole('link', { name: nl.backup.putBack }).getAttribute('href')).toBe('#/put-back')
})

test('without a plan there is no file to make, but one to put back', async () => {
  await renderApp('/me')
  await page.findByText(nl.backup.none)
  expect(page.queryByRole('button', { name: nl.backup.save })).toBeNull()
})
