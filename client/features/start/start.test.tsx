/** A plan that cannot be created: the reason in words, and another try. */
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
