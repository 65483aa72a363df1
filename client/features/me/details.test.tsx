/** What I am called and how I read: set once, used everywhere. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { en } from '#copy/en.ts'
import { createFakePlan, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const nameField = () => page.findByLabelText<HTMLInputElement>(new RegExp(`^${nl.details.name} `))

test('name, colour and size of letters are mine on all devices, and the letters change at once', async () => {
  const { device } = await renderApp('/me')
  fireEvent.input(await nameField(), { target: { value: ' Wanda ' } })
  fireEvent.focusOut(await nameField())
  fireEvent.click(page.getByRole('radio', { name: nl.people.colours[3]! }))
  fireEvent.click(page.getByRole('radio', { name: nl.details.textSizes.larger }))
  await page.findByText(nl.details.saved)
  expect(device.device.home.me()).toMatchObject({ name: 'Wanda', colour: 3, textSize: 'larger' })
  await waitFor(() => expect(document.documentElement.dataset['textSize']).toBe('larger'))
  fireEvent.click(page.getByRole('radio', { name: nl.details.textSizes.normal }))
  await waitFor(() => expect(document.documentElement.dataset['textSize']).toBeUndefined())
  fireEvent.input(await nameField(), { target: { value: '' } })
  fireEvent.focusOut(await nameField())
  expect(device.device.home.me().name).toBe(null)
})

test('the way to it stands under every screen, also before there is a plan; once where home or the screen has its own', async () => {
  const ways = () => page.queryAllByRole('link', { name: nl.me.title }).map((way) => way.closest('footer') !== null)
  const screen = await renderApp('/')
  await page.findByRole('heading', { level: 1, name: nl.home.welcome })
  expect(ways()).toEqual([true])
  const news = { id: workspaceId(1), title: 'Rustig wonen', archived: false, openedAt: 0, people: [], unshared: false }
  screen.device.setPlans([{ ...news, news: [] }])
  await waitFor(() => expect(ways()).toEqual([false]))
  fireEvent.click(page.getByRole('link', { name: nl.me.title }))
  await page.findByRole('heading', { level: 1, name: nl.me.title })
  expect(ways()).toEqual([])
})

test('my name stands ready where a plan begins', async () => {
  await renderApp('/start', { me: { name: 'Wanda' } })
  const field = await page.findByLabelText<HTMLInputElement>(new RegExp(`^${nl.start.yourName}`))
  expect(field.value).toBe('Wanda')
})

test('the first name that I choose in a plan is offered in the next; a later one stays in its plan', async () => {
  const { plan } = createFakePlan()
  const { device } = await renderApp(`/plan/${workspaceId(7)}/people`, { plan })
  const rename = async (name: string) => {
    fireEvent.click(await page.findByRole('button', { name: nl.people.changeName }))
    fireEvent.input(page.getByRole('textbox', { name: nl.people.yourName }), { target: { value: name } })
    fireEvent.click(page.getByRole('button', { name: nl.people.saveName }))
  }
  await rename('Fatma')
  await waitFor(() => expect(device.device.home.me().name).toBe('Fatma'))
  await rename('Fatma Y.')
  expect(device.device.home.me().name).toBe('Fatma')
})

test('a language that I choose here goes to my other devices, and one that I chose there comes here', async () => {
  const { device } = await renderApp('/me')
  await nameField()
  expect(device.device.home.me().language).toBe('nl') // chosen on this device before it had a home
  fireEvent.change(page.getByLabelText(nl.general.language), { target: { value: 'en' } })
  await page.findByRole('heading', { level: 1, name: en.me.title })
  await expect.poll(() => device.device.home.me().language).toBe('en') // once its words are here
  await device.device.home.setMe({ language: 'nl' })
  await page.findByRole('heading', { level: 1, name: nl.me.title })
  await device.device.home.setMe({ language: 'xx' })
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe(nl.me.title)
})

test('a language that is not offered stays on this device, and those of my other devices leave it', async () => {
  const { device } = await renderApp('/', {}, { language: 'pseudo' })
  await page.findByRole('heading', { level: 1 })
  expect(device.device.home.me().language).toBe(null)
  await device.device.home.setMe({ language: 'nl' })
  await import('#copy/en.ts')
  expect(document.documentElement.dir).toBe('rtl')
})
