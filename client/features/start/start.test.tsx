/** Starting a plan: what is asked once only, and a plan that cannot be created. */
import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { renderApp } from '#testing/render-app.tsx'

test.each([
  ['full', 'Dit toestel is vol. Er is geen plan gemaakt. Maak ruimte vrij en probeer het nog een keer.'],
  ['unavailable', 'Het plan maken lukt nu niet. Er is niets kwijt. Probeer het nog een keer.'],
])('on a device that is %s', async (reason, words) => {
  const { device, findByRole, findByText } = await renderApp('/start')
  const { startPlan } = device.device
  device.device.startPlan = () => Promise.reject(Object.assign(new Error('Not kept.'), { reason }))
  fireEvent.click(await findByRole('button', { name: 'Begin' }))
  await findByText(words)
  device.device.startPlan = startPlan
  fireEvent.click(await findByRole('button', { name: 'Begin' }))
  await expect.poll(() => device.asked.started.length).toBe(1)
})

test('a name that was typed once is offered in the next plan', async () => {
  const { device, findByRole, findByLabelText } = await renderApp('/start')
  fireEvent.input(await findByLabelText(/^Hoe wil je heten/), { target: { value: 'Wanda ' } })
  fireEvent.click(await findByRole('button', { name: 'Begin' }))
  await expect.poll(() => device.device.home.me().name).toBe('Wanda')
})

test('a name for one plan alone changes nothing for the others', async () => {
  const { device, findByRole, findByLabelText } = await renderApp('/start', { me: { name: 'Wanda' } })
  const field = await findByLabelText<HTMLInputElement>(/^Hoe wil je heten/)
  expect(field.value).toBe('Wanda')
  fireEvent.input(field, { target: { value: 'Mevrouw de Wit' } })
  fireEvent.click(await findByRole('button', { name: 'Begin' }))
  await expect.poll(() => device.asked.started.length).toBe(1)
  expect(device.device.home.me().name).toBe('Wanda')
})
