/** The history page by page: what comes by itself, what when asked for, and that nothing moves meanwhile. */
import { cleanup, fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addWish } from '#domain/goals/wishes.ts'
import type { PageSize } from '#domain/history/begin-of-page.ts'
import type { History } from '#ports/open-plan.ts'
import { paths } from '#reactive/paths.ts'
import { createFakeHistory } from '#testing/fake-history.ts'
import { createFakePlan, workspaceId } from '#testing/fake-plan.ts'
import { happened } from '#testing/happened.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATH = `/plan/${workspaceId(7)}/changes`
const words = nl.history
const exactly = (entries: number): PageSize => ({ least: entries, most: entries })

const show = async ({ ans }: Pick<ReturnType<typeof happened>, 'ans'>, history: History, path = PATH) => {
  await renderApp(path, { plan: createFakePlan({ doc: ans.doc, history }).plan }, { language: 'nl' })
  await page.findByRole('heading', { level: 1 })
}

/** A history whose older pages come when `come` is called. */
const held = (history: History) => {
  const asked: number[] = []
  let come = (): void => {}
  const coming = new Promise<void>((resolve) => (come = resolve))
  const pageOf = async (end: number) => {
    asked.push(end)
    if (end < history.entries) await coming
    return history.page(end)
  }
  return { history: { ...history, page: pageOf }, asked, come: () => come() }
}
/** Everything that stands there, in its order. */
const nodes = () => [...document.querySelectorAll('.hi-filters, .hi-day, .hi-date, .hi-line')]
const tellsAll = () =>
  page
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('')

test('after a page of few lines one more comes by itself; what is older comes when asked for', async () => {
  const it = happened()
  await show(it, createFakeHistory(it.recorded.log, 'start', exactly(2)))
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  await page.findByText('Jij maakte een doel “Werk”')
  expect(page.queryByText('Jij schreef in het verhaal')).toBeNull()
  const older = await page.findByRole('button', { name: words.older })
  expect(older.getAttribute('aria-disabled')).toBeNull()
  fireEvent.click(older)
  await page.findByText('Jij schreef in het verhaal')
  expect(page.queryByRole('button', { name: words.older })).toBeNull()
})

test('a page that fills a screen is all that is read', async () => {
  const it = happened()
  for (let n = 0; n < 9; n += 1) it.hers(({ doc, randomness }) => addWish(doc, `Wens ${n}`, randomness))
  const { history, asked } = held(createFakeHistory(it.recorded.log, 'start', exactly(8)))
  await show(it, history)
  expect((await page.findByRole('button', { name: words.older })).getAttribute('aria-disabled')).toBeNull()
  expect(document.querySelectorAll('.hi-line')).toHaveLength(8)
  expect(asked).toEqual([14])
})

test('while an older page comes, lines and days, what is open, and the focus stay, and nobody is interrupted', async () => {
  const it = happened()
  const { history, come } = held(createFakeHistory(it.recorded.log, 'start', exactly(1)))
  await show(it, history)
  const line = within((await page.findByText('Wanda veranderde het doel “Werk”')).closest('li')!)
  const busy = page.getByRole('button', { name: words.reading })
  expect(busy.getAttribute('aria-disabled')).toBe('true')
  const way = line.getByRole('button', { name: new RegExp(words.details) })
  fireEvent.click(way)
  way.focus()
  const before = nodes()
  come()
  await page.findByText('Wanda haalde tekst weg uit het verhaal') // the same day
  expect(nodes()).toHaveLength(before.length + 1)
  fireEvent.click(await page.findByRole('button', { name: words.older }))
  await page.findByText('Jij maakte een wens “Rust in huis”') // another day
  const now = nodes()
  expect(before.filter((node, at) => node !== now[at])).toEqual([])
  expect(line.getByText(nl.goals.status.proposed)).toBeDefined()
  expect(document.activeElement).toBe(way)
  expect(tellsAll()).toBe('')
})

test('a newest page of which nothing is left to see does not say that nothing is there', async () => {
  const it = happened()
  const all = createFakeHistory(it.recorded.log, 'start', exactly(4))
  const { history, come } = held({
    ...all,
    page: async (end) => (end === all.entries ? { lines: [], from: 4 } : all.page(end)),
  })
  await show(it, history)
  await page.findByRole('button', { name: words.reading })
  expect(page.getByText(words.loading)).toBeDefined()
  expect(page.queryByText(words.noneShown)).toBeNull()
  come()
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
})

test('nothing more is read for somebody who has left', async () => {
  const it = happened()
  const { history, asked } = held(createFakeHistory(it.recorded.log, 'start', exactly(2)))
  const frames: FrameRequestCallback[] = []
  const asking = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame))
  await show(it, history)
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  cleanup()
  for (const frame of frames) frame(0) // those that they ask for come behind them
  await Promise.resolve()
  asking.mockRestore()
  expect(asked).toEqual([5])
})

test('what was taken away is read as far back as it is, however much was written since', async () => {
  const it = happened()
  const { recorded, hers } = it
  const taken = recorded.log().entries.at(-2)!.seq
  for (let n = 0; n < 5; n += 1) hers(({ doc, randomness }) => addWish(doc, `Wens ${n}`, randomness))
  await show(it, createFakeHistory(recorded.log, 'start', exactly(2)), paths.taken(workspaceId(7), taken))
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Wanda haalde tekst weg'))
  expect(page.getByRole('button', { name: words.older })).toBeDefined()
  expect(page.queryByText('Jij schreef in het verhaal')).toBeNull()
})
