/** A new key card is made after a question, and says how far each plan is and what could not move. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { NewCardState } from '#ports/own-keys.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const plan = (id: number, title: string) => ({ id: workspaceId(id), title })
const moving: NewCardState = {
  name: 'moving',
  ready: 1,
  total: 3,
  waiting: [plan(1, 'Rustig wonen'), plan(2, '')],
  stayed: [],
  elsewhere: false,
  trouble: null,
}
const ask = async (): Promise<HTMLElement> => {
  fireEvent.click(await page.findByRole('button', { name: nl.newCard.go }))
  return page.findByRole('alertdialog')
}

test('it is made only after a yes, and says before what will not work any more', async () => {
  const screen = await renderApp('/me')
  const dialog = await ask()
  expect(dialog.textContent).toContain(nl.newCard.confirm.devices)
  fireEvent.click(within(dialog).getByRole('button', { name: nl.newCard.confirm.keep }))
  expect(screen.device.asked.renewed).toBe(0)
  fireEvent.click(within(await ask()).getByRole('button', { name: nl.newCard.confirm.go }))
  await expect.poll(() => screen.device.asked.renewed).toBe(1)
})

test('when it cannot be kept, nothing has changed, and that is said', async () => {
  await renderApp('/me', { renewed: { ok: false, reason: 'full' } })
  fireEvent.click(within(await ask()).getByRole('button', { name: nl.newCard.confirm.go }))
  expect(await page.findByText(nl.newCard.failed)).toBeTruthy()
})

test('while plans move it says how far it is, and which only the old card opens', async () => {
  const screen = await renderApp('/me', { newCard: moving })
  const status = (await page.findByText('1 van de 3 overgezet.')).closest('[role=status]')
  expect(status?.textContent).toContain(nl.newCard.leave)
  expect(page.getByRole<HTMLProgressElement>('progressbar').position).toBeCloseTo(1 / 3)
  expect(page.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Rustig wonen', nl.general.untitled]),
  )
  expect(page.getByText(nl.newCard.keepOld)).toBeTruthy()
  expect(page.queryByRole('button', { name: nl.newCard.go })).toBeNull()
  screen.device.setNewCard({ ...moving, trouble: 'offline' })
  expect(await page.findByText(nl.newCard.trouble.offline)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.newCard.show }))
  expect(document.activeElement?.textContent).toBe(nl.me.card.show)
})

test.each([
  [true, nl.newCard.elsewhere],
  [false, nl.newCard.noMember],
])(
  'in the end it says what could not move (another new card: %j), and tries again when asked',
  async (elsewhere, why) => {
    const screen = await renderApp('/me', {
      newCard: { name: 'done', total: 2, stayed: [plan(3, 'Weer aan het werk')], elsewhere },
    })
    expect(await page.findByText('2 plannen zijn overgezet.')).toBeTruthy()
    expect(page.getByText(why)).toBeTruthy()
    expect(page.getAllByRole('link', { name: nl.card.home })).toHaveLength(2) // there, and for everybody below
    fireEvent.click(page.getByRole('button', { name: nl.newCard.retry }))
    expect(screen.device.asked.retried).toBe(1)
    fireEvent.click(page.getByRole('button', { name: nl.restore.ok }))
    expect(await page.findByRole('button', { name: nl.newCard.go })).toBeTruthy()
  },
)

test('a card that no plan moved to is not to be kept', async () => {
  const newCard: NewCardState = { name: 'done', total: 0, stayed: [plan(3, 'Weer aan het werk')], elsewhere: true }
  await renderApp('/me', { newCard })
  expect(await page.findByText(nl.newCard.none)).toBeTruthy()
  expect(page.queryByText(nl.newCard.write)).toBeNull()
})

test('home says it too, and leads there', async () => {
  const screen = await renderApp('/', { newCard: moving })
  expect(await page.findByText('1 van de 3 overgezet.')).toBeTruthy()
  screen.device.setNewCard({ name: 'done', total: 3, stayed: [], elsewhere: false })
  const notice = (await page.findByText(nl.newCard.write)).closest<HTMLElement>('[role=status]')
  expect(within(notice!).getByRole('link', { name: nl.newCard.show }).getAttribute('href')).toBe('#/me?part=card')
})
