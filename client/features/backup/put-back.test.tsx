/** Putting a file back: the card is asked for only where it is needed, and nothing happens before somebody has seen what is in it. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { BackupFault, BackupOpened, OpenedBackup, PutBack } from '#ports/backup.ts'
import { CARD } from '#testing/fake-device.ts'
import { NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.backup
const backupWith = (changes: Partial<OpenedBackup> = {}): OpenedBackup => ({
  savedAt: NOW,
  device: 'free',
  plans: [
    { title: 'Rustig wonen', here: false },
    { title: '', here: true },
  ],
  putBack: async () => ({ ok: true, skipped: [] }),
  ...changes,
})
const opens = (backup: OpenedBackup) => (): BackupOpened => ({ ok: true, backup })
const choose = async (name = 'bewaard.weef'): Promise<void> => {
  const files = [new File(['x'], name)]
  fireEvent.change(await page.findByLabelText(words.choose), { target: { files } })
}
const press = async (name: string): Promise<void> => {
  fireEvent.click(await page.findByRole('button', { name }))
}

test('on the device that made it, no card is asked for: one sees what is in it, and then puts it back', async () => {
  const putBack = vi.fn<OpenedBackup['putBack']>(async () => ({ ok: true, skipped: [] }))
  const screen = await renderApp('/put-back', { backup: opens(backupWith({ device: 'same', putBack })) })
  await choose()
  await page.findByRole('heading', { name: words.inside.title })
  expect(screen.device.asked.opened.map(({ card }) => card)).toEqual([null])
  expect(page.getByText('Rustig wonen')).toBeTruthy()
  expect(page.getByText(`(${words.inside.here})`)).toBeTruthy()
  expect(page.queryByText(words.inside.warning)).toBeNull()
  expect(putBack).not.toHaveBeenCalled()
  await press(words.inside.go)
  await page.findByRole('heading', { name: words.done.title })
  expect(putBack).toHaveBeenCalledOnce()
})

test('on another device the card is asked for, mistakes are told at their place, and a wrong card changes nothing', async () => {
  let answer: BackupOpened = { ok: false, reason: 'not-a-card', fault: { name: 'group', group: 7 } }
  const screen = await renderApp('/put-back', {
    backup: (card) => (card === null ? { ok: false, reason: 'other-card' } : answer),
  })
  await choose()
  await page.findByRole('heading', { name: words.card.title })
  expect(page.queryByRole('alert')).toBeNull()
  fireEvent.input(page.getByLabelText(nl.card.characters), { target: { value: CARD.characters } })
  await press(words.card.go)
  expect((await page.findByRole('alert')).textContent).toContain('Kijk het zevende groepje nog eens na.')
  answer = { ok: false, reason: 'other-card' }
  await press(words.card.go)
  await page.findByText(words.refused['other-card'])
  answer = { ok: true, backup: backupWith() }
  await press(words.card.go)
  await page.findByRole('heading', { name: words.inside.title })
  expect(page.getByText(words.inside.warning)).toBeTruthy()
  expect(screen.device.asked.opened.at(-1)?.card).toBe(CARD.characters)
})

test.each<Exclude<BackupFault, 'other-card'>>(['not-a-backup', 'newer', 'damaged'])(
  'a file that is no backup, or not any more, gets one sentence: %s',
  async (reason) => {
    await renderApp('/put-back', { backup: () => ({ ok: false, reason }) })
    await choose('foto.jpg')
    expect((await page.findByRole('alert')).textContent).toContain(words.refused[reason])
    expect(page.getByRole('heading', { name: words.putBack })).toBeTruthy()
  },
)

test('a device with plans of somebody else says what becomes of them', async () => {
  await renderApp('/put-back', { backup: opens(backupWith({ device: 'other' })) })
  await choose()
  await page.findByRole('heading', { name: words.inside.title })
  expect(page.getByText(nl.card.other.stay)).toBeTruthy()
})

test('on a device of others nothing is kept: said before it is put back', async () => {
  const screen = await renderApp('/put-back', { backup: opens(backupWith()) })
  await choose()
  fireEvent.click(await page.findByLabelText(nl.onlyForNow.check))
  await press(words.inside.go)
  await page.findByRole('heading', { name: words.done.title })
  expect(screen.device.device.storage()).toEqual({ name: 'memory', reason: 'chosen' })
})

test.each<Extract<PutBack, { ok: false }>>([
  { ok: false, reason: 'full', done: 3 },
  { ok: false, reason: 'unavailable', done: 0 },
  { ok: false, reason: 'damaged', done: 1 },
  { ok: false, reason: 'open-elsewhere', done: 0 },
])('what stops it is told, with how far it came: %j', async (stopped) => {
  await renderApp('/put-back', { backup: opens(backupWith({ putBack: async () => stopped })) })
  await choose()
  await press(words.inside.go)
  expect((await page.findByRole('alert')).textContent).toContain(words.stopped[stopped.reason](stopped.done))
  await page.findByRole('button', { name: words.inside.go }) // and once more
})

test('plans that stay as they are here are named', async () => {
  const putBack = async (): Promise<PutBack> => ({ ok: true, skipped: ['Rustig wonen'] })
  await renderApp('/put-back', { backup: opens(backupWith({ putBack })) })
  await choose()
  await press(words.inside.go)
  await page.findByRole('heading', { name: words.done.titleButSome })
  expect(page.getByText(words.done.skipped(['Rustig wonen']))).toBeTruthy()
})

test('an unexpected failure is told, and the file can be chosen again', async () => {
  await renderApp('/put-back', {
    backup: () => {
      throw new Error('no engine')
    },
  })
  await choose()
  expect((await page.findByRole('alert')).textContent).toContain(words.unavailable)
})
